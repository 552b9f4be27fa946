//! Whether the next patch release can be made, and why not.

use serde::Serialize;

use crate::known_issues::report::verdict::ReportedVerdict;

/// Whether the next patch release can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextPatch {
    /// Its version.
    pub version: String,
    /// Whether something holds it.
    pub decision: Decision,
    /// Why, and what else is to know: reasons that hold it first, then most urgent first.
    pub reasons: Vec<Reason>,
    /// The open security issues whose details are withheld: nobody can tell here whether they affect the branch.
    pub withheld: Vec<WithheldReason>,
}

/// Whether a patch release can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// Nothing that is known holds it.
    Go,
    /// Something holds it.
    Hold,
}

/// An issue that the next patch release has to do with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The issue's number.
    pub issue: u64,
    /// What it has to do with it.
    pub kind: ReasonKind,
    /// Whether it holds the release.
    pub holds: bool,
    /// Whether the next patch has the problem, as far as the entries tell.
    #[serde(flatten)]
    pub verdict: ReportedVerdict,
    /// The pull requests that the issue names, and how far each is for this branch.
    pub pull_requests: Vec<PullRequestProgress>,
}

/// What an issue has to do with the next patch release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// It is open, of the most urgent priority, and affects the branch. Holds.
    Critical,
    /// It is open, of the most urgent priority, and nobody knows whether it affects the branch. Holds.
    CriticalUnknown,
    /// It names this version as `resolved-in`. Holds unless a pull request was merged into the branch and none is
    /// open for it; without facts about its pull requests, unless the issue is closed.
    Promised,
    /// It is open, less urgent, and affects the branch. Does not hold.
    LessUrgent,
}

/// A security issue whose details are withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithheldReason {
    /// The issue's number.
    pub issue: u64,
    /// Whether it holds the release: its label is the most urgent priority.
    pub holds: bool,
}

/// A pull request, seen from a branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PullRequestProgress {
    /// `owner/name` in lower case.
    pub repository: String,
    /// The number.
    pub number: u64,
    /// How far it is.
    pub state: Progress,
}

/// How far a pull request is, seen from a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Merged into this branch.
    Merged,
    /// Merged into a branch that is no release branch, such as `main`, and so to be cherry-picked.
    MergedOnMain,
    /// Merged into another release branch, or in another repository.
    MergedElsewhere,
    /// Open, made for this branch.
    Open,
    /// Open, made for another branch or repository.
    OpenElsewhere,
    /// Closed without being merged.
    Closed,
    /// Nobody said.
    Unknown,
}
