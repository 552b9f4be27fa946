//! What follows from the facts: all that a report says about one repository. Issues are named by number; what is
//! known of them is in the facts. Lists of issues are most urgent first.

use serde::Serialize;

use crate::format::affected::{Basis, Status};

/// A report about one repository.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How many issues there are of each kind.
    pub counts: Counts,
    /// The branches, newest first: the maintained ones, and those that were asked for.
    pub branches: Vec<BranchReport>,
    /// What upgrades fix and bring: on each branch from the release before the last to the last, and from the last of
    /// each branch to the last of the next.
    pub upgrades: Vec<Upgrade>,
    /// Which releases of those branches each issue affects, most urgent first. Issues that affect none and leave
    /// none unknown are not here.
    pub answers: Vec<IssueAnswer>,
    /// Maintained branches that are affected, with no fix named and no pull request made for them, by SIG.
    pub missing_backports: Vec<MissingBackports>,
    /// What somebody should look at, by number.
    pub attention: Vec<Attention>,
    /// How long releases had the problems.
    pub exposure: Exposure,
}

/// How many issues there are of each kind: read = listed + withheld + invalid + skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// All issues; pull requests are none.
    pub read: usize,
    /// In scope and valid.
    pub listed: usize,
    /// In scope and open; details withheld.
    pub withheld: usize,
    /// In scope, with errors.
    pub invalid: usize,
    /// Out of scope, or closed with nothing to tell: duplicates, and withheld ones.
    pub skipped: usize,
}

/// A branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BranchReport {
    /// Its name, `vMAJOR.MINOR`.
    pub branch: String,
    /// Whether it is maintained.
    pub maintained: bool,
    /// The next patch release; null when the branch is not maintained.
    pub next: Option<NextPatch>,
    /// The lowest release from which on no listed or invalid issue is known to affect a release of the branch.
    pub first_good: FirstGood,
    /// The same for issues of the most urgent priority alone.
    pub first_good_critical: FirstGood,
    /// Its releases, newest first, or those that were asked for; pre-releases only when they were.
    pub releases: Vec<ReleaseReport>,
}

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

/// A release from which on all is well.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FirstGood {
    /// The release; null when the last release of the branch is affected, or there is none.
    pub version: Option<String>,
    /// The issues of which nobody knows whether they affect that release or a later one of the branch.
    pub unknown: Vec<u64>,
}

/// A release and its known issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseReport {
    /// The version, with its `v`.
    pub version: String,
    /// When it was published; null where nobody knows.
    pub released: Option<String>,
    /// The issues that affect it; [`Report::answers`] tells on what basis.
    pub affected: Vec<u64>,
    /// The issues of which nobody knows; [`Report::answers`] tells the entry that would settle it.
    pub unknown: Vec<u64>,
}

/// What an upgrade does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Upgrade {
    /// The release before.
    pub from: String,
    /// The release after.
    pub to: String,
    /// The issues that affect the first and not the second.
    pub fixes: Vec<u64>,
    /// The issues that affect the second and not the first.
    pub brings: Vec<u64>,
    /// The issues of which nobody knows whether they affect the second or, where they do, the first.
    pub unknown: Vec<u64>,
}

/// What is known of an issue on the branches of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueAnswer {
    /// The issue's number.
    pub issue: u64,
    /// Each branch, newest first, on which a release is affected or unknown.
    pub branches: Vec<BranchAnswer>,
}

/// What is known of an issue on one branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BranchAnswer {
    /// The branch, `vMAJOR.MINOR`.
    pub branch: String,
    /// The first release of the branch that is affected; null when none is known to be.
    pub affected_since: Option<String>,
    /// The first version of the branch that has the fix, released or only named; null when there is none yet.
    pub fixed_in: Option<String>,
    /// The branch's releases, and versions that were asked for, in order, oldest first, put together where the answer is the same.
    pub runs: Vec<ReleaseRange>,
}

/// Releases of one branch that follow each other and have the same answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseRange {
    /// The first of them.
    pub from: String,
    /// The last of them.
    pub to: String,
    /// The answer.
    #[serde(flatten)]
    pub verdict: ReportedVerdict,
}

/// An answer about a version, and what would settle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedVerdict {
    /// Whether it has the problem.
    pub status: Status,
    /// Whether the issue says so, or it follows from how branches are cut.
    pub basis: Basis,
    /// The rule that decided: `D…` declared, `I…` inferred, `U…` unknown.
    pub rule: &'static str,
    /// Where the status is unknown: two entries, the first of which would settle that it has the problem, the second
    /// that it does not. Empty where the entries that there are must be corrected first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub settle: Vec<String>,
}

/// Missing backports of one SIG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MissingBackports {
    /// The SIG; null for issues without one.
    pub sig: Option<String>,
    /// The backports, by branch, newest first. An issue with several SIGs is with each.
    pub missing: Vec<MissingBackport>,
}

/// A maintained branch that is affected, with no fix named and no pull request made for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MissingBackport {
    /// The branch.
    pub branch: String,
    /// The issue's number.
    pub issue: u64,
    /// Whether the issue says that the branch is affected, or it follows.
    pub basis: Basis,
    /// Whether a fix exists: another branch names one, or a pull request was merged.
    pub fixed_elsewhere: bool,
}

/// An issue that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attention {
    /// The issue's number.
    pub issue: u64,
    /// Why.
    pub kind: AttentionKind,
    /// The rules that make it invalid, the versions that were never tagged, or the date since which the description is
    /// stale; empty for the others.
    pub details: Vec<String>,
}

/// Why somebody should look at an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AttentionKind {
    /// It is invalid.
    Invalid,
    /// It has a scope label, but tells no release.
    LabelWithoutRelease,
    /// It tells releases, but has no scope label.
    ReleaseWithoutLabel,
    /// It is done, but a `resolved-in` is neither a tag nor the next release of its branch.
    Untagged,
    /// It is open, and comments or merges of its pull requests came after the last edit of the description.
    Stale,
}

/// How long releases had the problems, in days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exposure {
    /// Per issue whose first `introduced-in` has a date, by number.
    pub issues: Vec<IssueExposure>,
    /// Per priority, most urgent first.
    pub by_priority: Vec<MedianExposure>,
    /// Per SIG, by name.
    pub by_sig: Vec<MedianExposure>,
}

/// How long releases had one problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueExposure {
    /// The issue's number.
    pub issue: u64,
    /// When the first release that introduced it was published.
    pub from: String,
    /// When the last release that resolves it was published; null when that is still to come.
    pub to: Option<String>,
    /// Whole days between them; until the report's `asOf` when it has not ended.
    pub days: u64,
}

/// The median exposure of some issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MedianExposure {
    /// The priority or SIG; null for issues without one.
    pub name: Option<String>,
    /// The median of the exposures that ended, in days, rounded half up; null when none did.
    pub median_days: Option<u64>,
    /// How many ended.
    pub ended: usize,
    /// How many go on.
    pub ongoing: usize,
}
