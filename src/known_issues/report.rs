//! What follows from the facts: all that a report says about one repository. Issues are named by number; what is
//! known of them is in the facts. Lists of issues are most urgent first.

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
    Decision, NextPatch, Progress, PullRequestProgress, Reason, ReasonKind, WithheldReason,
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
    /// What to run instead; empty when no issue affects it.
    pub advice: Vec<ReleaseAdvice>,
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
    /// What the history shows about the `resolved-in` of the branch; null without one.
    pub claim: Option<ReportedClaim>,
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
    /// The rules that make it invalid, the versions or pull requests that it is about, or the date since which the
    /// description is stale; empty for the others.
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
