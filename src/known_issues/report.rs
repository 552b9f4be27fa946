//! The computed part of a report: everything it says about one repository. Issues are referred to by number; their
//! details are in the facts. Lists of issues are sorted by urgency, most urgent first.

mod advice;
mod changes;
mod claim;
mod exposure;
mod next_patch;
mod verdict;

use serde::Serialize;

pub use advice::{AdviceKind, ReleaseAdvice};
pub use changes::{ChangedRelease, Changes};
pub use claim::ReportedClaim;
pub use exposure::{Exposure, IssueExposure, MedianExposure};
pub use next_patch::{
    Decision, NextPatch, PlannedDates, Progress, PullRequestProgress, Reason, ReasonKind,
    WithheldReason,
};
pub use verdict::ReportedVerdict;

use crate::format::affected::Basis;

/// A report about one repository.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// How many issues there are of each kind.
    pub counts: Counts,
    /// What changed lately.
    pub changes: Changes,
    /// The branches, newest first: the maintained ones, and those that were asked for.
    pub branches: Vec<BranchReport>,
    /// The next minor version; null when no branch is newer than all that have a full release.
    pub next_minor: Option<NextPatch>,
    /// What upgrades fix and bring: on each branch from the release before the last to the last, and from the last of
    /// each branch to the last of the next.
    pub upgrades: Vec<Upgrade>,
    /// Which releases of those branches each issue affects, most urgent first. Issues for which no release is affected
    /// or unknown are left out.
    pub answers: Vec<IssueAnswer>,
    /// Affected maintained branches for which the issue names no fix and no pull request, by SIG.
    pub missing_backports: Vec<MissingBackports>,
    /// The issues that need attention, by number.
    pub attention: Vec<Attention>,
    /// How long releases had the problems.
    pub exposure: Exposure,
}

/// How many issues there are of each kind: read = listed + withheld + invalid + skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Counts {
    /// All issues, without pull requests.
    pub read: usize,
    /// In scope and valid.
    pub listed: usize,
    /// In scope, open, and with withheld details.
    pub withheld: usize,
    /// In scope, with errors.
    pub invalid: usize,
    /// Out of scope, or closed and not reported: duplicates, and issues with withheld details.
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
    /// The next patch release; null if the branch is not maintained.
    pub next: Option<NextPatch>,
    /// The lowest release such that no listed or invalid issue is known to affect it or a later release of the branch.
    pub first_good: FirstGood,
    /// The same, but only for issues of the most urgent priority; null and empty without priorities.
    pub first_good_critical: FirstGood,
    /// Its releases or the requested ones, newest first. Pre-releases are listed only if requested.
    pub releases: Vec<ReleaseReport>,
}

/// The first release of a branch without known issues: none affects it or a later release of the branch.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FirstGood {
    /// The release; null if the last release of the branch is affected, or the branch has no release.
    pub version: Option<String>,
    /// The issues for which it is unknown whether they affect that release or a later one of the branch.
    pub unknown: Vec<u64>,
}

/// A release and its known issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseReport {
    /// The version, with its `v`.
    pub version: String,
    /// When it was published; null if unknown.
    pub released: Option<String>,
    /// The issues that affect it. [`Report::answers`] gives the basis.
    pub affected: Vec<u64>,
    /// The issues for which it is unknown. [`Report::answers`] gives the entries that would settle it.
    pub unknown: Vec<u64>,
    /// What to run instead; empty when no issue affects it.
    pub advice: Vec<ReleaseAdvice>,
}

/// What an upgrade fixes and introduces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Upgrade {
    /// The release before the upgrade.
    pub from: String,
    /// The release after the upgrade.
    pub to: String,
    /// The issues that affect the first and not the second.
    pub fixes: Vec<u64>,
    /// The issues that affect the second and not the first.
    pub brings: Vec<u64>,
    /// The issues for which it is unknown whether they affect the second release, or that affect the second and for
    /// which it is unknown whether they affect the first.
    pub unknown: Vec<u64>,
}

/// The answers about an issue for the branches of the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueAnswer {
    /// The issue's number.
    pub issue: u64,
    /// Each branch with an affected or unknown release, newest first.
    pub branches: Vec<BranchAnswer>,
}

/// The answers about an issue for one branch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct BranchAnswer {
    /// The branch, `vMAJOR.MINOR`.
    pub branch: String,
    /// The first affected release of the branch; null if none is known to be affected.
    pub affected_since: Option<String>,
    /// The first version of the branch that has the fix, whether released or only named; null if there is none yet.
    pub fixed_in: Option<String>,
    /// Whether the issue says that the branch gets no fix.
    pub gets_no_fix: bool,
    /// What the history shows about the `resolved-in` of the branch; null without one.
    pub claim: Option<ReportedClaim>,
    /// The branch's releases, and versions that were asked for, in order, oldest first, put together where the answer is the same.
    pub runs: Vec<ReleaseRange>,
}

/// Consecutive releases of one branch with the same answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReleaseRange {
    /// The first of these releases.
    pub from: String,
    /// The last of these releases.
    pub to: String,
    /// The answer.
    #[serde(flatten)]
    pub verdict: ReportedVerdict,
}

/// Missing backports of one SIG.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct MissingBackports {
    /// The SIG; null for issues without a SIG.
    pub sig: Option<String>,
    /// The backports by branch, newest first. An issue with several SIGs is listed under each.
    pub missing: Vec<MissingBackport>,
}

/// An affected maintained branch for which the issue names no fix and no pull request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MissingBackport {
    /// The branch.
    pub branch: String,
    /// The issue's number.
    pub issue: u64,
    /// Whether the issue says that the branch is affected, or that is inferred.
    pub basis: Basis,
    /// Whether a fix exists: the issue names one for another branch, or a pull request was merged.
    pub fixed_elsewhere: bool,
}

/// An issue that needs attention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attention {
    /// The issue's number.
    pub issue: u64,
    /// The reason.
    pub kind: AttentionKind,
    /// The rules that make it invalid, the versions or pull requests that it is about, or the date since which the
    /// description is stale; empty for the others.
    pub details: Vec<String>,
}

/// Why an issue needs attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AttentionKind {
    /// It is invalid.
    Invalid,
    /// It has a scope label but names no release.
    LabelWithoutRelease,
    /// It names releases but has no scope label.
    ReleaseWithoutLabel,
    /// It is done, but a `resolved-in` is neither a tag nor the next release of its branch.
    Untagged,
    /// It says that releases have the fix, and they do not.
    Refuted,
    /// It was reopened after the releases that it names, and its description was not edited since.
    Outdated,
    /// It lists pull requests that a release with the problem contains: they did not fix it.
    Older,
    /// It has the most urgent priority, and nothing shows that releases of maintained branches have the fix.
    Unverified,
    /// It is open, and comments or merges of its pull requests came after the last edit of the description.
    Stale,
}
