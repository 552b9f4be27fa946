//! Reads a range of versions: `v1.27.0 - v1.27.1`, `<= v1.24.13`, `prior to v1.18.6`, `v1.19.0 and later`.

use std::ops::Range;

use crate::draft::number::WrittenVersion;
use crate::draft::statement::{Attitude, Confidence, Said};
use crate::draft::token::{Token, TokenKind};
use crate::draft::vocabulary::{Topic, WordClass};

/// Versions as a line names them.
#[derive(Clone, Debug)]
pub(super) struct VersionRange {
    pub(super) extent: Extent,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// Which versions a range contains.
#[derive(Clone, Debug)]
pub(super) enum Extent {
    One(WrittenVersion),
    /// From a version on.
    From(WrittenVersion),
    /// After a version.
    After,
    /// From one version to another, which is contained or not.
    Between(WrittenVersion, WrittenVersion, bool),
    /// Up to a version, which is contained or not. The start is not named.
    UpTo(WrittenVersion, bool),
}

/// How a range is opened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Plain,
    From,
    /// `between A and B`.
    Pair,
    After,
    Before,
    UpTo,
}

/// The range that starts at `at`.
pub(super) fn read(tokens: &[Token], at: usize) -> Option<VersionRange> {
    let (opening, first) = opening(tokens, at);
    let (version, next) = version(tokens, first)?;
    let done = |extent, end| Some(VersionRange { extent, tokens: at..end });
    match opening {
        Opening::Before => return done(Extent::UpTo(version, false), next),
        Opening::UpTo => return done(Extent::UpTo(version, true), next),
        Opening::After => return done(Extent::After, next),
        Opening::From | Opening::Pair | Opening::Plain => {}
    }
    if let Some((end, contains, next)) = end(tokens, next, opening) {
        return done(Extent::Between(version, end, contains), next);
    }
    match direction(tokens, next) {
        Some((WordClass::Later, next)) => done(Extent::From(version), next),
        Some((_, next)) => done(Extent::UpTo(version, true), next),
        None if opening == Opening::From => done(Extent::From(version), next),
        None => done(Extent::One(version), next),
    }
}

fn version(tokens: &[Token], at: usize) -> Option<(WrittenVersion, usize)> {
    match &tokens.get(at)?.kind {
        TokenKind::Version(version) => Some((version.clone(), at + 1)),
        TokenKind::Word(word) if matches!(word.as_str(), "version" | "versions" | "release") => {
            match &tokens.get(at + 1)?.kind {
                TokenKind::Version(version) => Some((version.clone(), at + 2)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What stands before the version, and where the version starts.
fn opening(tokens: &[Token], at: usize) -> (Opening, usize) {
    let sign = |kind: &TokenKind| match kind {
        TokenKind::Less => Some(Opening::Before),
        TokenKind::AtMost => Some(Opening::UpTo),
        TokenKind::Greater => Some(Opening::After),
        TokenKind::AtLeast => Some(Opening::From),
        _ => None,
    };
    if let Some(opening) = tokens.get(at).and_then(|token| sign(&token.kind)) {
        return (opening, at + 1);
    }
    let word = |step: usize| tokens.get(at + step).map_or("", Token::word);
    let phrase = [word(0), word(1), word(2), word(3), word(4)];
    match phrase {
        ["up", "to", "and", "including", _] | ["before" | "below", "or", "equal", "to", _] => {
            (Opening::UpTo, at + 4)
        }
        ["less" | "lower", "than", "or", "equal", "to"] => (Opening::UpTo, at + 5),
        ["prior", "to", ..] | ["earlier" | "older" | "lower" | "less", "than", ..] => {
            (Opening::Before, at + 2)
        }
        ["up", "to", ..] => (Opening::UpTo, at + 2),
        ["before" | "below", ..] => (Opening::Before, at + 1),
        ["until" | "through", ..] => (Opening::UpTo, at + 1),
        ["later" | "newer" | "greater" | "higher", "than", ..] => (Opening::After, at + 2),
        ["starting", "with" | "from" | "in" | "at", ..] | ["at", "least", ..] => {
            (Opening::From, at + 2)
        }
        ["from", ..] => (Opening::From, at + 1),
        ["between", ..] => (Opening::Pair, at + 1),
        ["after", ..] => (Opening::After, at + 1),
        _ => (Opening::Plain, at),
    }
}

/// The end of a range whose start ends at `at`: the last version, whether it is contained, and what follows.
fn end(tokens: &[Token], at: usize, opening: Opening) -> Option<(WrittenVersion, bool, usize)> {
    let kind = |step: usize| tokens.get(at + step).map(|token| &token.kind);
    let word = |step: usize| tokens.get(at + step).map_or("", Token::word);
    let (contains, from) = match (kind(0)?, opening) {
        (TokenKind::Less, _) => (false, 1),
        (TokenKind::AtMost, _) => (true, 1),
        (TokenKind::Dash, _) => match kind(1)? {
            TokenKind::Less => (false, 2),
            TokenKind::AtMost => (true, 2),
            _ => (true, 1),
        },
        (TokenKind::Comma, Opening::From) => match kind(1)? {
            TokenKind::Less => (false, 2),
            TokenKind::AtMost => (true, 2),
            _ => return None,
        },
        (TokenKind::Word(first), _) => match (first.as_str(), word(1), word(2)) {
            ("up", "to", "and") if word(3) == "including" => (true, 4),
            ("to", "but", "not") if word(3) == "including" => (false, 4),
            ("up", "to", _) => (true, 2),
            ("to" | "through" | "thru" | "until" | "till", "before", _) => (false, 2),
            ("to" | "through" | "thru" | "until" | "till", ..) => (true, 1),
            ("before", ..) => (false, 1),
            ("and", "before" | "below", _) if opening == Opening::From => (false, 2),
            ("and", ..) => match (kind(1)?, opening) {
                (TokenKind::Less, Opening::From) => (false, 2),
                (TokenKind::AtMost, Opening::From) => (true, 2),
                (_, Opening::Pair) => (true, 1),
                _ => return None,
            },
            _ => return None,
        },
        _ => return None,
    };
    let (end, next) = version(tokens, at + from)?;
    Some((end, contains, next))
}

/// `and later`, `(or newer)`, `, or a later version`, `+`: whether it is later or earlier, and what follows.
fn direction(tokens: &[Token], at: usize) -> Option<(WordClass, usize)> {
    let mut next = at;
    let (mut is_open, mut is_joined) = (false, false);
    for _ in 0..6 {
        let token = tokens.get(next)?;
        next += 1;
        match (&token.kind, token.word()) {
            (TokenKind::Open, _) => (is_open, is_joined) = (true, true),
            (_, "and" | "or") => is_joined = true,
            (TokenKind::Comma, _) | (_, "all" | "a" | "any" | "versions") => {}
            (_, word) => {
                let class = token.class;
                let is_whole = is_joined || word == "+" || word.starts_with("onward");
                let class = class.filter(|class| {
                    is_whole && matches!(class, WordClass::Later | WordClass::Earlier)
                })?;
                // `v1.8.9 and prior to v1.7.3` and `v1.8.9, before v1.9` open another range.
                if version(tokens, next).is_some()
                    || tokens.get(next).is_some_and(|after| matches!(after.word(), "to" | "than"))
                {
                    return None;
                }
                while tokens.get(next).is_some_and(is_tail) {
                    next += 1;
                }
                let closes =
                    matches!(tokens.get(next).map(|after| &after.kind), Some(TokenKind::Close));
                return Some((class, next + usize::from(is_open && closes)));
            }
        }
    }
    None
}

fn is_tail(token: &Token) -> bool {
    matches!(token.word(), "version" | "versions" | "release" | "releases")
}

impl VersionRange {
    /// Whether it has no start.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.extent, Extent::UpTo(..))
    }

    /// One version as the end of a range without a start.
    pub(super) fn opened(self) -> Self {
        let extent = match self.extent {
            Extent::One(version) => Extent::UpTo(version, false),
            extent => extent,
        };
        Self { extent, ..self }
    }

    /// The major version of its first version.
    pub(super) fn first_major(&self) -> Option<u64> {
        self.extent.first().map(|version| version.branch.major)
    }

    /// Whether it is one branch, such as `1.21`.
    pub(super) fn is_branch(&self) -> bool {
        matches!(&self.extent, Extent::One(version) if version.is_branch())
    }

    /// What somebody with this attitude says about the range.
    pub(super) fn statements(&self, attitude: Attitude) -> Vec<(Said, Confidence)> {
        let Some(first) = self.extent.first() else { return Vec::new() };
        if attitude.is_negated {
            return vec![(Said::Denied(first.clone()), Confidence::Certain)];
        }
        match attitude.topic {
            topic if topic.is_problem() => self.problem(attitude),
            Topic::Fixed => self.fix(attitude),
            topic => self
                .extent
                .advised(topic)
                .map(|said| (said, Confidence::ToConfirm))
                .into_iter()
                .collect(),
        }
    }

    fn problem(&self, attitude: Attitude) -> Vec<(Said, Confidence)> {
        let sure = |version: &WrittenVersion| {
            let is_vague = version.is_branch() || attitude.is_announced;
            if is_vague { Confidence::ToConfirm } else { Confidence::Certain }
        };
        match &self.extent {
            // One affected version need not be the first, unless a list of the affected versions names it.
            Extent::One(version) => {
                let is_first = attitude.topic != Topic::Affected || attitude.is_label;
                let confidence = if is_first { sure(version) } else { Confidence::ToConfirm };
                vec![(Said::Start(version.clone()), confidence)]
            }
            Extent::From(version) => vec![(Said::Start(version.clone()), sure(version))],
            Extent::Between(start, end, contains) => {
                let mut said = vec![(Said::Start(start.clone()), sure(start))];
                if *contains {
                    said.push((Said::End(end.clone()), Confidence::Certain));
                }
                said
            }
            Extent::UpTo(end, contains) => {
                let mut said = vec![(Said::OpenStart(Some(end.clone())), Confidence::ToConfirm)];
                if *contains {
                    said.push((Said::End(end.clone()), Confidence::Certain));
                }
                said
            }
            Extent::After => Vec::new(),
        }
    }

    fn fix(&self, attitude: Attitude) -> Vec<(Said, Confidence)> {
        let version = match &self.extent {
            Extent::One(version) | Extent::From(version) => version,
            // `v1.7 - v1.7.14` names the branch and the release.
            Extent::Between(branch, version, true)
                if branch.is_branch() && branch.branch == version.branch =>
            {
                version
            }
            Extent::Between(..) | Extent::UpTo(..) | Extent::After => return Vec::new(),
        };
        let is_release = version.is_exact() && !attitude.is_announced;
        let confidence = if is_release { Confidence::Certain } else { Confidence::ToConfirm };
        let is_named = version.is_exact() || version.is_branch();
        is_named.then(|| (Said::Fixed(version.clone()), confidence)).into_iter().collect()
    }
}

impl Extent {
    fn first(&self) -> Option<&WrittenVersion> {
        match self {
            Self::One(version)
            | Self::From(version)
            | Self::Between(version, ..)
            | Self::UpTo(version, _) => Some(version),
            Self::After => None,
        }
    }

    /// The release that users should upgrade to, or that a fix was picked for.
    fn advised(&self, topic: Topic) -> Option<Said> {
        let (Self::One(version) | Self::From(version) | Self::Between(_, version, _)) = self else {
            return None;
        };
        let is_target = topic == Topic::Upgrade || !matches!(self, Self::Between(..));
        (is_target && version.is_exact()).then(|| Said::Fixed(version.clone()))
    }
}
