//! Lines that consist of known words only: lists of versions, and the headings and labels above them.

use crate::draft::statement::Attitude;
use crate::draft::token::{Token, TokenKind};
use crate::draft::vocabulary::{Hint, WordClass};

/// Whether a line has no word that could change what its versions mean. A name right before a version is known: it
/// says whose version it is.
pub(super) fn is_plain(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match &token.kind {
            TokenKind::Open if is_remark(tokens, at) => {
                at = close(tokens, at);
                continue;
            }
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            TokenKind::Opaque => return false,
            TokenKind::Stop { is_question } if *is_question || at + 1 < tokens.len() => {
                return false;
            }
            TokenKind::Word(_) => {
                let is_known = is_known(token) || token.is_own;
                if !is_known && !is_name(tokens, at) {
                    return false;
                }
            }
            _ => {}
        }
        at += 1;
    }
    true
}

fn is_known(token: &Token) -> bool {
    !matches!(
        token.class,
        Some(
            WordClass::Unknown
                | WordClass::Population
                | WordClass::Hint(Hint::Doubt | Hint::OtherMatter)
        )
    )
}

/// Whether the word at `at` stands right before a version.
fn is_name(tokens: &[Token], at: usize) -> bool {
    let mut next = at + 1;
    while let Some(token) = tokens.get(next) {
        match &token.kind {
            TokenKind::Version(_) => return true,
            TokenKind::Less
            | TokenKind::AtMost
            | TokenKind::Greater
            | TokenKind::AtLeast
            | TokenKind::Colon => {}
            TokenKind::Word(word) if is_range_word(word) => {}
            _ => return false,
        }
        next += 1;
        if next > at + 6 {
            return false;
        }
    }
    false
}

fn is_range_word(word: &str) -> bool {
    let words = [
        "version", "versions", "prior", "to", "before", "up", "from", "until", "earlier", "older",
        "than",
    ];
    words.contains(&word)
}

/// Whether what stands in these parentheses names no version and no pull request.
fn is_remark(tokens: &[Token], open: usize) -> bool {
    let inside = tokens.get(open..close(tokens, open)).unwrap_or_default();
    let is_fact = |token: &Token| {
        matches!(token.kind, TokenKind::Version(_) | TokenKind::PullRequest(_))
            || token.class.is_some_and(|class| {
                matches!(
                    class,
                    WordClass::Key(_) | WordClass::Hint(_) | WordClass::Later | WordClass::Earlier
                )
            })
    };
    inside.len() > 1 && !inside.iter().any(is_fact)
}

/// The index after the parenthesis that closes the one at `open`, which is near or does not count.
fn close(tokens: &[Token], open: usize) -> usize {
    let near = tokens.iter().enumerate().skip(open).take(30);
    let close = near.clone().find(|(_, token)| matches!(token.kind, TokenKind::Close));
    close.map_or(open + 1, |(at, _)| at + 1)
}

/// What a heading or a label says about the versions below it; `None` when nothing is known about them.
pub(super) fn attitude(tokens: &[Token]) -> Option<Attitude> {
    if !is_plain(tokens) {
        return None;
    }
    let (mut is_negated, mut is_announced, mut is_joined) = (false, false, false);
    let mut found: Option<Attitude> = None;
    for token in tokens {
        match (token.class, &token.kind) {
            (Some(WordClass::Key(topic)), _) => {
                let is_other =
                    found.is_some_and(|found| found.topic.is_problem() != topic.is_problem());
                if is_other && is_joined {
                    return None;
                }
                found = Some(Attitude { topic, is_negated, is_announced, is_label: true });
                is_joined = false;
            }
            (Some(WordClass::Hint(Hint::Negation)), _) => is_negated = true,
            (Some(WordClass::Hint(Hint::Announcement)), _) => is_announced = true,
            (_, TokenKind::Comma) => is_joined = true,
            _ if matches!(token.word(), "and" | "or") => is_joined = true,
            _ => {}
        }
    }
    found.map(|found| Attitude {
        is_negated: found.is_negated || is_negated,
        is_announced: found.is_announced || is_announced,
        ..found
    })
}

/// Whether a line names a version or a pull request.
pub(super) fn names_something(tokens: &[Token]) -> bool {
    let is_name =
        |token: &Token| matches!(token.kind, TokenKind::Version(_) | TokenKind::PullRequest(_));
    tokens.iter().any(is_name)
}

/// Whether a line in a list says of its versions the opposite of the list: `v1.8.9 is fixed` in a list of affected ones.
/// `v1.8.8 (fixed in v1.8.9)` and `v1.8.8, fixed in v1.8.9` do not.
pub(super) fn says_other(tokens: &[Token], context: Attitude) -> bool {
    let is_key = |token: &Token| match token.class {
        Some(WordClass::Key(topic)) => topic.is_problem() != context.topic.is_problem(),
        _ => false,
    };
    let Some(key) = tokens.iter().position(is_key) else { return false };
    let Some(before) = key.checked_sub(1).and_then(|before| tokens.get(before)) else {
        return true;
    };
    let is_verb =
        matches!(before.word(), "is" | "are" | "was" | "were" | "been" | "has" | "have" | "the");
    is_verb || matches!(before.kind, TokenKind::Version(_))
}
