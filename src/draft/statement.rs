//! What one place of a description says.

use std::ops::Range;

use crate::draft::number::WrittenVersion;
use crate::draft::token::NamedPullRequest;
use crate::draft::vocabulary::Topic;

/// How far a drafted fact may be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// A person has to confirm it.
    ToConfirm,
    /// The text says so, and nothing contradicts it.
    Certain,
}

/// A statement of the text.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) said: Said,
    pub(super) confidence: Confidence,
    /// Its place in the source.
    pub(super) span: Range<usize>,
    /// The words there, without markup.
    pub(super) words: String,
    /// The index of its line.
    pub(super) line: usize,
    /// Whether the project's name stands before it.
    pub(super) is_own: bool,
}

/// What is stated.
#[derive(Clone, Debug)]
pub(super) enum Said {
    /// The first affected version.
    Start(WrittenVersion),
    /// A version up to which all are affected; `None` when all are.
    OpenStart(Option<WrittenVersion>),
    /// The last affected version.
    End(WrittenVersion),
    /// The first version with the fix.
    Fixed(WrittenVersion),
    /// A version that the text calls not affected, or not fixed.
    Denied(WrittenVersion),
    /// A pull request with the fix.
    PullRequest(NamedPullRequest),
    /// A binary with the problem.
    Binary(String),
}

/// What a key word, a heading or a label says about the versions that follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Attitude {
    pub(super) topic: Topic,
    pub(super) is_negated: bool,
    pub(super) is_announced: bool,
    /// Whether it introduces a list of versions, as `Affected versions:` does.
    pub(super) is_label: bool,
}

impl Attitude {
    /// What `with a bug` and `regression` say about the version before them.
    pub(super) const DAMAGED: Self =
        Self { topic: Topic::Introduced, is_negated: false, is_announced: false, is_label: false };
}
