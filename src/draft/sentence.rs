//! Reads one sentence, or one line of a list: which versions it calls affected and which fixed.
//!
//! A version belongs to a key word only while nothing but known words stands between the two. A version after another
//! product's name belongs to nothing.

mod phrases;

use crate::draft::label;
use crate::draft::project::Project;
use crate::draft::range::{self, VersionRange};
use crate::draft::sentence_manner::Manner;
use crate::draft::statement::{Attitude, Confidence, Said};
use crate::draft::token::{Token, TokenKind};
use crate::draft::vocabulary::{Hint, Topic, WordClass, is_damage};

/// Something that a sentence says, with the tokens that say it.
pub(super) struct Saying {
    pub(super) said: Said,
    pub(super) confidence: Confidence,
    pub(super) tokens: std::ops::Range<usize>,
    /// Whether the project's name stands before it.
    pub(super) is_own: bool,
}

/// Reads a sentence. `context` is what the heading or label above it says; only a plain line depends on it.
pub(super) fn read(
    tokens: &[Token],
    project: &Project,
    context: Option<Attitude>,
    is_plain: bool,
) -> Vec<Saying> {
    let Some(manner) = Manner::of(tokens, is_plain) else { return Vec::new() };
    let is_other = |context: &Attitude| label::says_other(tokens, *context);
    let attitude = context.filter(|context| is_plain && !is_other(context));
    let mut walk = Walk::new(tokens, project, manner, attitude);
    let mut at = 0;
    while at < tokens.len() {
        at = walk.step(at);
    }
    walk.found
}

/// Whose version comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Unnamed,
    Own,
    Foreign,
}

#[expect(clippy::struct_excessive_bools, reason = "each is one thing that was read")]
struct Walk<'a> {
    tokens: &'a [Token],
    project: &'a Project,
    manner: Manner,
    attitude: Option<Attitude>,
    owner: Owner,
    /// The own name before the version.
    name: Option<usize>,
    /// Versions before any key word.
    pending: Vec<VersionRange>,
    /// Whether `with` follows a pending version, and how many unknown words follow it.
    with: Option<usize>,
    is_negated: bool,
    is_announced: bool,
    /// Whether pull requests follow `cherry pick of`.
    is_pick: bool,
    /// Whether another product is upgraded.
    is_about_other: bool,
    /// Where the last range without a start ends.
    open_end: Option<usize>,
    found: Vec<Saying>,
}

impl<'a> Walk<'a> {
    fn new(
        tokens: &'a [Token],
        project: &'a Project,
        manner: Manner,
        attitude: Option<Attitude>,
    ) -> Self {
        Self {
            tokens,
            project,
            manner,
            attitude,
            owner: Owner::Unnamed,
            name: None,
            pending: Vec::new(),
            with: None,
            is_negated: false,
            is_announced: false,
            is_pick: false,
            is_about_other: false,
            open_end: None,
            found: Vec::new(),
        }
    }

    fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", Token::word)
    }

    fn is_own(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.is_own)
    }

    /// Reads what starts at `at`, and returns where the next piece starts.
    fn step(&mut self, at: usize) -> usize {
        if let Some(range) = range::read(self.tokens, at) {
            let next = range.tokens.end;
            if self.word(at).starts_with("version") {
                self.set_label();
            }
            self.take_range(range);
            return next;
        }
        let Some(token) = self.tokens.get(at) else { return at + 1 };
        match &token.kind {
            TokenKind::Word(word) => self.take_word(at, word),
            TokenKind::PullRequest(name) => self.take_pull_request(at, name),
            TokenKind::Opaque => self.take_unknown(),
            TokenKind::Colon => self.set_label(),
            TokenKind::Stop { .. } => {
                self.take_unknown();
                (self.is_negated, self.is_announced) = (false, false);
            }
            _ => {}
        }
        at + 1
    }

    fn set_label(&mut self) {
        if let Some(attitude) = &mut self.attitude {
            attitude.is_label = true;
        }
    }

    fn take_word(&mut self, at: usize, word: &str) {
        match self.tokens.get(at).and_then(|token| token.class) {
            Some(WordClass::Key(topic)) => self.take_key(at, topic),
            Some(WordClass::Hint(Hint::Negation)) => {
                self.is_negated = true;
                if let Some(attitude) = &mut self.attitude {
                    attitude.is_negated = true;
                }
            }
            Some(WordClass::Hint(Hint::Announcement)) => self.is_announced = true,
            _ if self.is_own(at) => (self.owner, self.name) = (Owner::Own, Some(at)),
            Some(WordClass::Filler) => self.take_filler(at, word),
            Some(WordClass::Subject) if is_damage(word) => self.take_damage(at),
            Some(WordClass::Subject | WordClass::Later | WordClass::Earlier) => {}
            Some(WordClass::Population)
                if self.attitude.is_none_or(|known| known.topic.is_problem()) => {}
            _ if self.is_picked(word) => {}
            _ => self.take_other(at, word),
        }
    }

    /// `for` and `into` after `cherry-picked`.
    fn is_picked(&self, word: &str) -> bool {
        let is_picked = self.attitude.is_some_and(|known| known.topic == Topic::Picked);
        is_picked && matches!(word, "for" | "into" | "onto")
    }

    fn take_filler(&mut self, at: usize, word: &str) {
        if matches!(word, "versions" | "version" | "releases" | "release") {
            self.set_label();
        }
        if word == "with" && !self.pending.is_empty() {
            self.with = Some(0);
        }
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        if word == "of" && matches!(before, "pick" | "cherry-pick" | "backport") {
            self.is_pick = true;
        }
        if word == "all" {
            self.take_every_version(at);
        }
    }

    /// A word that is not known: a name, or a verb that ends what the key word says.
    fn take_other(&mut self, at: usize, word: &str) {
        if matches!(word, "cherry" | "pick" | "cherry-pick" | "backport") {
            return;
        }
        self.owner = Owner::Foreign;
        self.name = None;
        if self.manner.is_plain {
            return;
        }
        if let Some(count) = &mut self.with
            && *count < 2
        {
            *count += 1;
            return;
        }
        let is_upgrade = self.attitude.is_some_and(|known| known.topic == Topic::Upgrade);
        let is_object = at.checked_sub(1).is_some_and(|before| {
            matches!(self.tokens.get(before).and_then(|token| token.class), Some(WordClass::Key(_)))
                || matches!(self.word(before), "the" | "a" | "your" | "of")
        });
        self.is_about_other |= is_upgrade && is_object;
        self.take_unknown();
    }

    /// Something that separates what stands before it from what follows.
    fn take_unknown(&mut self) {
        if !self.manner.is_plain {
            self.attitude = None;
            self.pending.clear();
            self.with = None;
            self.is_pick = false;
        }
    }

    fn take_key(&mut self, at: usize, topic: Topic) {
        if self.is_pick || !self.manner.accepts(self.tokens, at, topic) {
            self.is_about_other |= topic == Topic::Upgrade;
            self.attitude = None;
            return self.pending.clear();
        }
        let attitude = Attitude {
            topic,
            is_negated: std::mem::take(&mut self.is_negated),
            is_announced: self.is_announced,
            is_label: false,
        };
        let is_statement = match topic {
            // `v1.7.13 (fixed in v1.7.14)` says what it says about the second version.
            Topic::Affected | Topic::Fixed => !self.is_before_range(at),
            Topic::Introduced => self.introduces_damage(at),
            Topic::Since | Topic::Picked | Topic::Upgrade => false,
        };
        self.attitude = Some(attitude);
        let is_sure = self.manner.is_plain && self.manner.is_sure(topic) && self.with.is_none();
        let sure = if is_sure { Confidence::Certain } else { Confidence::ToConfirm };
        for range in std::mem::take(&mut self.pending) {
            if is_statement {
                self.state(&range, attitude, sure);
            }
        }
        (self.owner, self.name, self.with) = (Owner::Unnamed, None, None);
        // `v1.7.3 introduced a regression` says nothing about the versions that follow.
        if topic == Topic::Introduced && self.introduces_damage(at) {
            self.attitude = None;
        }
    }

    fn take_range(&mut self, range: VersionRange) {
        let range = self.with_opening(range);
        let next = self.word(range.tokens.end);
        self.is_about_other |= self.manner.is_plain && self.owner == Owner::Foreign;
        let is_foreign = self.owner == Owner::Foreign || self.is_of_other(&range);
        if self.is_about_other || is_foreign || self.is_branch(&range) || self.is_date(&range) {
            return;
        }
        if is_damage(next) {
            return self.state(&range, Attitude::DAMAGED, Confidence::ToConfirm);
        }
        let Some(attitude) = self.attitude else {
            // Not many versions stand before one key word.
            if self.pending.len() < 100 {
                self.pending.push(range);
            }
            return;
        };
        let is_cause = matches!(next, "is" | "was" | "has" | "are" | "does" | "will");
        let is_contrast = self.word(range.tokens.start) == "from";
        if attitude.topic == Topic::Since && (is_cause || is_contrast) {
            return;
        }
        let sure = if self.manner.is_sure(attitude.topic) {
            Confidence::Certain
        } else {
            Confidence::ToConfirm
        };
        let (is_denied, is_doubted) = self.remark(&range);
        let attitude = Attitude {
            is_negated: attitude.is_negated || is_denied,
            is_announced: attitude.is_announced || self.is_announced,
            ..attitude
        };
        self.state(&range, attitude, if is_doubted { Confidence::ToConfirm } else { sure });
    }

    /// Adds what `attitude` says about a range, and the binary that is named before it.
    fn state(&mut self, range: &VersionRange, attitude: Attitude, sure: Confidence) {
        let first = self.found.len();
        for (said, confidence) in range.statements(attitude) {
            let confidence = confidence.min(sure);
            let is_own = self.owner == Owner::Own;
            self.found.push(Saying { said, confidence, tokens: range.tokens.clone(), is_own });
        }
        let binary = self.name.and_then(|at| Some((self.project.binary(self.word(at))?, at)));
        if let Some((name, at)) =
            binary.filter(|_| self.found.len() > first && !attitude.is_negated)
        {
            let said = Said::Binary(name.to_owned());
            self.found.push(Saying {
                said,
                confidence: Confidence::Certain,
                tokens: at..at + 1,
                is_own: true,
            });
        }
    }
}
