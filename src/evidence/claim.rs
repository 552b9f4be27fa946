//! What becomes of a claim that a release has the fix.

use crate::evidence::carriers::Carriers;
use crate::evidence::history::{History, RequestRecord, TaggedVersion};
use crate::evidence::issue::IssueRecord;
use crate::format::version::{Branch, Version};

/// A `resolved-in` entry, weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeighedClaim {
    /// The release that is said to have the fix.
    pub version: Version,
    /// What becomes of that.
    pub state: ClaimState,
    /// The numbers of the pull requests that show it: those that the release contains, or lacks, or waits for.
    pub shown_by: Vec<u64>,
}

/// What becomes of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ClaimState {
    /// The release is known to lack the fix.
    Refuted,
    /// The issue was reopened after the release, and its description was not looked at since.
    Reopened,
    /// The release contains the fix.
    Proven,
    /// It stands as declared.
    Unverified,
    /// The next release will have it once an open pull request is merged.
    Waiting,
    /// The next release will have it.
    Ready,
    /// No pull request is known that could bring it to the next release.
    Missing,
    /// A release after the next one is named.
    Planned,
}

impl ClaimState {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Refuted => "refuted",
            Self::Reopened => "reopened",
            Self::Proven => "proven",
            Self::Unverified => "unverified",
            Self::Waiting => "waiting",
            Self::Ready => "ready",
            Self::Missing => "missing",
            Self::Planned => "planned",
        }
    }
}

/// Weighs every `resolved-in` that can be read.
pub(super) fn all(
    history: &History,
    issue: &IssueRecord,
    carriers: &Carriers<'_>,
) -> Vec<WeighedClaim> {
    let mut claims = Vec::new();
    for version in issue.resolved() {
        let (state, shown_by) = match history.tag(&version) {
            Some(tag) => tagged(history, issue, carriers, tag),
            None => untagged(history, carriers, &version),
        };
        let shown_by = shown_by.into_iter().map(|request| request.number).collect();
        claims.push(WeighedClaim { version, state, shown_by });
    }
    claims
}

/// A state, and the pull requests that show it.
type Weighed<'a> = (ClaimState, Vec<&'a RequestRecord>);

fn tagged<'a>(
    history: &History,
    issue: &IssueRecord,
    carriers: &Carriers<'a>,
    tag: &TaggedVersion,
) -> Weighed<'a> {
    let absent = absent(history, carriers, tag);
    if !absent.is_empty() {
        return (ClaimState::Refuted, absent);
    }
    if is_reopened(history, issue, &tag.version) {
        return (ClaimState::Reopened, Vec::new());
    }
    match present(history, carriers, tag) {
        Some(present) => (ClaimState::Proven, present),
        None => (ClaimState::Unverified, Vec::new()),
    }
}

/// The carriers that show that a tag lacks the fix; none where that is not shown.
fn absent<'a>(
    history: &History,
    carriers: &Carriers<'a>,
    tag: &TaggedVersion,
) -> Vec<&'a RequestRecord> {
    let branch = tag.version.branch();
    let lacks = |request: &&RequestRecord| history.carries(tag, request) == Some(false);
    let mut listed = carriers.listed_on(branch);
    listed.retain(|request| request.is_merged());
    if !listed.is_empty() {
        listed.retain(lacks);
        return listed;
    }
    let is_cut_from_main = tag.version.is_before_branch() || tag.version == branch.first_release();
    let all = if is_cut_from_main { carriers.towards(branch) } else { carriers.on(branch) };
    let has = |request: &&RequestRecord| history.carries(tag, request) == Some(true);
    let is_shown = all.iter().all(lacks) && !carriers.main().iter().any(has);
    if is_shown && !carriers.has_unknown { all } else { Vec::new() }
}

/// The carriers that show that a tag has the fix; `None` where that is not shown.
fn present<'a>(
    history: &History,
    carriers: &Carriers<'a>,
    tag: &TaggedVersion,
) -> Option<Vec<&'a RequestRecord>> {
    let branch = tag.version.branch();
    let mut needed = carriers.listed_on(branch);
    needed.retain(|request| request.is_merged());
    if needed.is_empty() {
        needed = carriers.on(branch);
        needed.retain(|request| request.is_merged());
    }
    if needed.is_empty() {
        needed = carriers.main();
        needed.retain(|request| request.is_merged() || request.is_open());
    }
    let has = |request: &&RequestRecord| history.carries(tag, request) == Some(true);
    let is_shown = !needed.is_empty() && needed.iter().all(has) && !carriers.has_unknown;
    is_shown.then_some(needed)
}

/// Whether a tag has the whole fix, as far as it is known: the claim would be proven, nothing more is on its way to
/// the branch, and nothing that was made for the main branch is left out.
pub(super) fn would_be_proven<'a>(
    history: &History,
    issue: &IssueRecord,
    carriers: &Carriers<'a>,
    tag: &TaggedVersion,
) -> Option<Vec<&'a RequestRecord>> {
    let (state, present) = tagged(history, issue, carriers, tag);
    let on = carriers.on(tag.version.branch());
    let has = |request: &RequestRecord| history.carries(tag, request) == Some(true);
    let is_covered = |main: &&RequestRecord| {
        let brings = |request: &&&RequestRecord| carriers.descends(request, main) && has(request);
        !(main.is_merged() || main.is_open()) || has(main) || on.iter().any(|on| brings(&on))
    };
    let is_whole =
        !on.iter().any(|request| request.is_open()) && carriers.main().iter().all(is_covered);
    (state == ClaimState::Proven && is_whole).then_some(present)
}

/// Whether the issue was reopened after a version, and nobody looked at its description since.
fn is_reopened(history: &History, issue: &IssueRecord, version: &Version) -> bool {
    let Some(reopened) = issue.reopened_at.as_deref().filter(|_| issue.is_open()) else {
        return false;
    };
    let is_after = history.period(version).to.is_some_and(|released| reopened > released);
    let is_edited = issue.edited_at.as_deref().is_some_and(|edited| edited >= reopened);
    is_after && !is_edited
}

fn untagged<'a>(history: &History, carriers: &Carriers<'a>, version: &Version) -> Weighed<'a> {
    let branch = version.branch();
    match next_of(history, branch) {
        Some(next) if *version > next => (ClaimState::Planned, Vec::new()),
        Some(_) if is_passed_over(history, version) => (ClaimState::Unverified, Vec::new()),
        Some(_) => to_come(history, carriers, branch),
        None => (ClaimState::Unverified, Vec::new()),
    }
}

/// The next release of a branch, or of the one that will be the next minor version.
fn next_of(history: &History, branch: Branch) -> Option<Version> {
    let first = branch.first_release();
    let is_new = history.tells_all_tags() && !history.is_unreal(&first);
    history.next_release(branch).or_else(|| is_new.then_some(first))
}

/// Whether a later version of the branch is tagged.
fn is_passed_over(history: &History, version: &Version) -> bool {
    history.tags_of(version.branch()).last().is_some_and(|newest| newest.version > *version)
}

/// The state of a claim about the next release of a branch.
fn to_come<'a>(history: &History, carriers: &Carriers<'a>, branch: Branch) -> Weighed<'a> {
    let open = carriers.open(history, branch);
    if !open.is_empty() {
        return (ClaimState::Waiting, open);
    }
    let merged = carriers.merged(history, branch);
    let is_any = !merged.is_empty();
    (if is_any { ClaimState::Ready } else { ClaimState::Missing }, merged)
}
