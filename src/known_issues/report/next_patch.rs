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
    /// Whether anything holds it.
    pub decision: Decision,
    /// The issues that concern it. Those that hold it come first, then the most urgent.
    pub reasons: Vec<Reason>,
    /// The open security issues whose details are withheld, so that it is unknown whether they affect the branch.
    pub withheld: Vec<WithheldReason>,
}

/// Whether a patch release can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// No known issue holds it.
    Go,
    /// An issue holds it.
    Hold,
}

/// An issue that concerns the next patch release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The issue's number.
    pub issue: u64,
    /// How it concerns the release.
    pub kind: ReasonKind,
    /// Whether it holds the release.
    pub holds: bool,
    /// Whether the next patch has the problem, according to the entries.
    #[serde(flatten)]
    pub verdict: ReportedVerdict,
    /// The pull requests that the issue names, and the progress of each for this branch.
    pub pull_requests: Vec<PullRequestProgress>,
}

/// How an issue concerns the next patch release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// It is open, has the most urgent priority, and affects the branch. It holds the release.
    Critical,
    /// It is open, has the most urgent priority, and may affect the branch: that is unknown. It holds the release.
    CriticalUnknown,
    /// It names this version as `resolved-in`. It holds the release unless a pull request was merged into the branch
    /// and none is open for it. If nothing is known of its pull requests, it holds the release unless it is closed.
    Promised,
    /// It is open, less urgent, and affects the branch. It does not hold the release.
    LessUrgent,
}

/// A security issue whose details are withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithheldReason {
    /// The issue's number.
    pub issue: u64,
    /// Whether it holds the release, because it has the label of the most urgent priority.
    pub holds: bool,
}

/// A pull request and its progress for a branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PullRequestProgress {
    /// `owner/name` in lower case.
    pub repository: String,
    /// The number.
    pub number: u64,
    /// Its progress.
    pub state: Progress,
}

/// The progress of a pull request for a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Progress {
    /// Merged into this branch.
    Merged,
    /// Merged into a branch that is not a release branch, such as `main`, so it still needs a cherry-pick.
    MergedOnMain,
    /// Merged into another release branch, or in another repository.
    MergedElsewhere,
    /// Open for this branch.
    Open,
    /// Open for another branch or repository.
    OpenElsewhere,
    /// Closed without being merged.
    Closed,
    /// Not known.
    Unknown,
}
