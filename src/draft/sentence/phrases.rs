//! Phrases: `all versions are affected`, `introduced a regression`, `released with a bug`, `1.21 branch`, `by #123`.

use crate::draft::range::{self, VersionRange};
use crate::draft::sentence::{Saying, Walk};
use crate::draft::statement::{Attitude, Confidence, Said};
use crate::draft::token::{NamedPullRequest, Token, TokenKind};
use crate::draft::vocabulary::{Hint, Topic, WordClass, is_damage};

impl Walk<'_> {
    /// `all Kubernetes versions are affected`, `affects all versions`.
    pub(super) fn take_every_version(&mut self, at: usize) {
        let noun = at + 1 + usize::from(self.is_own(at + 1));
        if !matches!(self.word(noun), "versions" | "releases") {
            return;
        }
        let class = self.tokens.get(noun + 2).and_then(|token| token.class);
        let is_before_key =
            self.word(noun + 1) == "are" && matches!(class, Some(WordClass::Key(Topic::Affected)));
        let is_after_key = self.tokens.get(noun + 1).is_none_or(|next| next.class.is_none())
            && self
                .attitude
                .is_some_and(|known| known.topic == Topic::Affected && !known.is_negated);
        if is_before_key || is_after_key {
            let tokens = at..noun + if is_before_key { 3 } else { 1 };
            let said = Said::OpenStart(None);
            self.found.push(Saying {
                said,
                confidence: Confidence::ToConfirm,
                tokens,
                is_own: false,
            });
        }
    }

    pub(super) fn introduces_damage(&self, at: usize) -> bool {
        let is_article = matches!(self.word(at + 1), "a" | "the" | "this");
        is_damage(self.word(at + 1 + usize::from(is_article)))
    }

    /// `v3.5.0 was released with a bug`.
    pub(super) fn take_damage(&mut self, at: usize) {
        if self.with.take().is_some() && self.attitude.is_none() && at > 0 {
            for range in std::mem::take(&mut self.pending) {
                self.state(&range, Attitude::DAMAGED, Confidence::ToConfirm);
            }
        }
    }

    /// `1.21 branch`, `1.21:`: where something is fixed, and not since when.
    pub(super) fn is_branch(&self, range: &VersionRange) -> bool {
        let is_colon = |token: &Token| matches!(token.kind, TokenKind::Colon);
        let next = range.tokens.end;
        range.is_branch()
            && (self.tokens.get(next).is_some_and(is_colon)
                || self.word(next).starts_with("branch"))
    }

    pub(super) fn take_pull_request(&mut self, at: usize, name: &NamedPullRequest) {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        // `Fixes #123` closes an issue. `Fixed by #123` names a pull request.
        let is_object = before.is_some_and(|token| matches!(token.class, Some(WordClass::Key(_))));
        let is_fix = self.attitude.is_some_and(|known| {
            !known.is_negated && matches!(known.topic, Topic::Fixed | Topic::Picked) && !is_object
        });
        if self.is_about_other || !(is_fix || self.is_pick) {
            return;
        }
        let is_sure = self.is_pick || (self.manner.is_sure(Topic::Fixed) && !self.is_announced);
        let confidence = if is_sure { Confidence::Certain } else { Confidence::ToConfirm };
        let said = Said::PullRequest(name.clone());
        self.found.push(Saying { said, confidence, tokens: at..at + 1, is_own: false });
    }

    /// `v1.7.14 of containerd`, `v1.7.14 in nginx`: the version of another product.
    pub(super) fn is_of_other(&self, range: &VersionRange) -> bool {
        let next = range.tokens.end;
        let is_article = matches!(self.word(next + 1), "the" | "a" | "our");
        let name = self.tokens.get(next + 1 + usize::from(is_article));
        let is_name = |token: &Token| token.class == Some(WordClass::Unknown) && !token.is_own;
        matches!(self.word(next), "of" | "in") && name.is_some_and(is_name)
    }

    /// `on 2022.4.24`.
    pub(super) fn is_date(&self, range: &VersionRange) -> bool {
        let before = range.tokens.start.checked_sub(1).map_or("", |before| self.word(before));
        before == "on" && range.first_major().is_some_and(|major| major > 1900)
    }

    /// What stands after a version, before the next one: whether it denies what the list says, as `v1.8.9: not affected`
    /// does, and whether it makes it doubtful, as `v1.8.9 (pending)` does.
    pub(super) fn remark(&self, range: &VersionRange) -> (bool, bool) {
        let (mut is_negated, mut is_doubted) = (false, false);
        for token in self.tokens.iter().skip(range.tokens.end).take(8) {
            match (&token.kind, token.class) {
                (
                    TokenKind::Version(_)
                    | TokenKind::PullRequest(_)
                    | TokenKind::Comma
                    | TokenKind::Stop { .. },
                    _,
                ) => break,
                (_, Some(WordClass::Key(_))) => return (is_negated, is_doubted),
                (_, Some(WordClass::Hint(Hint::Negation))) => {
                    (is_negated, is_doubted) = (true, true);
                }
                (_, Some(WordClass::Hint(Hint::Announcement | Hint::Doubt))) => is_doubted = true,
                _ => {}
            }
        }
        (false, is_doubted)
    }

    /// Whether a range follows the key word at `at`.
    pub(super) fn is_before_range(&self, at: usize) -> bool {
        let is_between = matches!(self.word(at + 1), "in" | "at" | "with" | "since");
        range::read(self.tokens, at + 1 + usize::from(is_between)).is_some()
    }

    /// A range as its list opens it: all ends of `prior to v1.10.11, v1.11.5 and v1.12.3` are open.
    pub(super) fn with_opening(&mut self, range: VersionRange) -> VersionRange {
        let between = self.open_end.and_then(|end| self.tokens.get(end..range.tokens.start));
        let is_joint = |token: &Token| {
            matches!(token.kind, TokenKind::Comma) || matches!(token.word(), "and" | "or")
        };
        let is_listed = between.is_some_and(|between| between.iter().all(is_joint));
        let range = if is_listed { range.opened() } else { range };
        self.open_end = range.is_open().then_some(range.tokens.end);
        range
    }
}
