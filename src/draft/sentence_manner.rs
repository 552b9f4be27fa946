//! How a sentence speaks: whether its author is sure, and whether it is about the problem at all.

use crate::draft::token::{Token, TokenKind};
use crate::draft::vocabulary::{Hint, Topic, WordClass, is_damage};

/// How a sentence speaks.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is one thing that was read")]
pub(super) struct Manner {
    /// Whether it consists of known words only.
    pub(super) is_plain: bool,
    /// Whether its author is sure.
    is_firm: bool,
    /// Whether words that are not known stand before the first key word, so that it may be about something else.
    is_strange: bool,
    /// Whether it says `this`, `it`, or the project's name before the first key word.
    is_related: bool,
    /// Whether it says that something is wrong.
    has_damage: bool,
}

impl Manner {
    /// `None` for a question, and for a sentence about another problem.
    pub(super) fn of(tokens: &[Token], is_plain: bool) -> Option<Self> {
        let mut manner = Self {
            is_plain,
            is_firm: true,
            is_strange: false,
            is_related: false,
            has_damage: false,
        };
        let mut is_before_key = true;
        for token in tokens {
            let class = token.class;
            match (&token.kind, class) {
                (TokenKind::Stop { is_question: true }, _)
                | (_, Some(WordClass::Hint(Hint::OtherMatter))) => return None,
                (_, Some(WordClass::Hint(Hint::Doubt))) => manner.is_firm = false,
                (_, Some(WordClass::Key(_))) => is_before_key = false,
                (_, Some(WordClass::Subject)) => manner.is_related |= is_before_key,
                (_, Some(WordClass::Unknown)) if token.is_own => {
                    manner.is_related |= is_before_key;
                }
                (_, Some(WordClass::Unknown)) => manner.is_strange |= is_before_key,
                _ => {}
            }
            manner.has_damage |= tells_damage(token.word());
        }
        Some(manner)
    }

    /// Whether the sentence states it, and not only suggests it.
    pub(super) fn is_sure(self, topic: Topic) -> bool {
        let is_clear = self.is_plain || (topic != Topic::Since && !self.is_strange);
        is_clear && self.is_firm
    }

    /// Whether a key word at `at` is about the problem.
    pub(super) fn accepts(self, tokens: &[Token], at: usize, topic: Topic) -> bool {
        let subject = subject(tokens, at);
        let word = subject.map_or("", Token::word);
        if matches!(word, "that" | "which") && !begins_with_this(tokens) {
            return false;
        }
        if self.is_plain && topic != Topic::Upgrade {
            return true;
        }
        match topic {
            Topic::Affected | Topic::Fixed => !self.is_strange || self.is_related,
            Topic::Introduced => {
                let is_subject = subject.and_then(|token| token.class) == Some(WordClass::Subject);
                word.is_empty() || is_subject || subject.is_some_and(|token| token.is_own)
            }
            Topic::Since => at > 0 || self.has_damage,
            Topic::Picked => true,
            Topic::Upgrade => is_advice(tokens, at),
        }
    }
}

/// The last word before `at` that is not an auxiliary.
fn subject(tokens: &[Token], at: usize) -> Option<&Token> {
    let before = tokens.get(..at).unwrap_or_default();
    let auxiliary = "is was are were be been being has have had also already first now";
    let is_auxiliary = |token: &&Token| auxiliary.split(' ').any(|word| word == token.word());
    before.iter().rev().take(6).find(|token| !is_auxiliary(token))
}

/// Whether `upgrade` at `at` is advice, and not a report of what somebody did.
fn is_advice(tokens: &[Token], at: usize) -> bool {
    let before = tokens.get(..at).unwrap_or_default();
    let last = before.last().map_or("", Token::word);
    let report =
        "after when while i we my our tried trying failed fails crashes during before once";
    let is_report = |token: &Token| report.split(' ').any(|word| word == token.word());
    let advice = "to should must please can by consider recommend and or users";
    let is_advised = advice.split(' ').any(|word| word == last);
    (before.is_empty() || is_advised || last.is_empty()) && !before.iter().any(is_report)
}

/// Whether a sentence begins with `This issue`, `It is` or `The regression`.
fn begins_with_this(tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", Token::word);
    let is_noun = is_damage(word(1)) || matches!(word(1), "issue" | "problem");
    let is_verb = matches!(word(1), "is" | "was" | "has");
    match word(0) {
        "this" => is_noun || is_verb,
        "it" => is_verb,
        "the" => is_noun,
        _ => false,
    }
}

fn tells_damage(word: &str) -> bool {
    let words = "broken fails fail failing crash crashes crashing panics panic error errors leaks leak drops wrong \
                 stopped hangs issue problem no not cannot";
    is_damage(word) || words.split_ascii_whitespace().any(|one| one == word)
}
