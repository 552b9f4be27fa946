//! Whether the next release of a branch can be made, and why not.

use serde::Serialize;

use crate::known_issues::report::verdict::ReportedVerdict;

/// Whether the next release of a branch can be made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct NextPatch {
    /// Its version.
    pub version: String,
    /// Whether anything holds it.
    pub decision: Decision,
    /// When it is planned for; null without a schedule that names the branch.
    pub planned: Option<PlannedDates>,
    /// Whether it is held only by issues that earlier releases of the branch have, too: shipping makes nothing worse.
    pub carried: bool,
    /// Why, and what else is to know: reasons that hold it first, then most urgent first.
    pub reasons: Vec<Reason>,
    /// The open security issues whose details are withheld: nothing says here whether they affect the branch.
    pub withheld: Vec<WithheldReason>,
}

/// What the schedule says about a release. Dates are days, `YYYY-MM-DD`; null if the schedule does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PlannedDates {
    /// The last day for backports.
    pub cherry_pick_deadline: Option<String>,
    /// The day on which it is to be released.
    pub target_date: Option<String>,
    /// The last day on which its branch is maintained.
    pub end_of_life: Option<String>,
}

/// Whether a release can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Decision {
    /// No known issue holds it.
    Go,
    /// An issue holds it.
    Hold,
}

/// An issue that the next release has to do with.
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
    /// Whether the next release has the problem, as far as the entries and the history say.
    #[serde(flatten)]
    pub verdict: ReportedVerdict,
    /// Whether the issue is closed, although the release needs something.
    pub closed: bool,
    /// Whether a full release of the branch before the last one has the problem, so that shipping makes nothing worse;
    /// null when that is unknown.
    pub carried: Option<bool>,
    /// A later release that the issue names, or the pull requests that bring the fix, as `#11`.
    pub details: Vec<String>,
    /// The pull requests that the issue names and their backports, and how far each is for this branch.
    pub pull_requests: Vec<PullRequestProgress>,
    /// Who works on it: logins.
    pub assignees: Vec<String>,
    /// When the issue was written; null where that is not known.
    pub known_since: Option<String>,
    /// How many days ago that was.
    pub age_days: Option<u64>,
}

/// What an issue has to do with the next release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReasonKind {
    /// It has the most urgent priority, and the release has the problem. Holds.
    Critical,
    /// It has the most urgent priority, and it is unknown whether the release has the problem. Holds.
    CriticalUnknown,
    /// It names this release as `resolved-in`, and the fix is not in the branch. Holds.
    Promised,
    /// It has no accepted priority, and the release has the problem, or may have it. Holds.
    Untriaged,
    /// It names this release as `resolved-in`, and the fix is in the branch. Does not hold.
    Resolved,
    /// The fix is in the branch, and the issue does not name the release. Does not hold.
    InHand,
    /// It names a later release of the branch as `resolved-in`. Does not hold.
    Planned,
    /// It is closed, no backport to the branch is open, and an entry would settle whether the release has the problem.
    /// Does not hold.
    Unsettled,
    /// It says that the branch gets no fix. Does not hold.
    WontFix,
    /// It is open, less urgent, and affects the branch. Does not hold.
    LessUrgent,
}

/// A security issue whose details are withheld.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct WithheldReason {
    /// The issue's number.
    pub issue: u64,
    /// Whether it holds the release: it has the most urgent priority, or none that is accepted.
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
    /// In this branch: the next release has it.
    Merged,
    /// Merged into the main branch, and not known to be in this branch.
    MergedOnMain,
    /// Merged into another branch, or in another repository.
    MergedElsewhere,
    /// Merged into this branch, and reverted there.
    Reverted,
    /// Open, made for this branch.
    Open,
    /// Open for another branch or repository.
    OpenElsewhere,
    /// Closed without being merged.
    Closed,
    /// No fix: a release that introduced the problem contains it.
    Older,
    /// Not known.
    Unknown,
}
