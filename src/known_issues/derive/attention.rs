//! The issues that need attention.

use crate::evidence::ClaimState;
use crate::format::version::Version;
use crate::known_issues::facts::KnownIssue;
use crate::known_issues::index::{Index, RankedIssue};
use crate::known_issues::report::{Attention, AttentionKind};
use crate::text::sort;

/// The reasons for attention, by issue.
pub(super) fn all(index: &Index<'_>) -> Vec<Attention> {
    let mut found = Vec::new();
    let mut problems: Vec<&RankedIssue<'_>> = index.problems.iter().collect();
    sort::sort_by_key(&mut problems, |problem| problem.issue.number);
    for problem in problems {
        let issue = problem.issue;
        let mut add = |kind, details| found.push(Attention { issue: issue.number, kind, details });
        if issue.is_invalid() {
            add(AttentionKind::Invalid, issue.errors.clone());
        }
        if issue.labelled && !issue.tells_release {
            add(AttentionKind::LabelWithoutRelease, Vec::new());
        }
        if issue.tells_release && !issue.labelled {
            add(AttentionKind::ReleaseWithoutLabel, Vec::new());
        }
        let untagged = untagged(index, problem);
        if !untagged.is_empty() {
            add(AttentionKind::Untagged, untagged);
        }
        for (kind, details) in weighed(index, problem) {
            if !details.is_empty() {
                add(kind, details);
            }
        }
        if let Some(since) = stale_since(index, issue) {
            add(AttentionKind::Stale, vec![since]);
        }
    }
    found
}

/// What the history shows about an issue: the versions or pull requests of each kind.
fn weighed(index: &Index<'_>, problem: &RankedIssue<'_>) -> [(AttentionKind, Vec<String>); 4] {
    let versions = |state: ClaimState| {
        let claims = problem.evidence.claims().iter().filter(move |claim| claim.state == state);
        claims.map(|claim| &claim.version)
    };
    let is_maintained = |version: &&Version| {
        let branch = version.branch();
        index.branches.iter().any(|known| known.branch == branch && known.is_maintained)
    };
    let unverified = versions(ClaimState::Unverified).filter(is_maintained);
    let unverified = unverified.filter(|version| problem.is_critical() && index.is_tag(version));
    let older = problem.evidence.implausible().iter();
    [
        (AttentionKind::Refuted, versions(ClaimState::Refuted).map(Version::to_string).collect()),
        (AttentionKind::Outdated, versions(ClaimState::Reopened).map(Version::to_string).collect()),
        (AttentionKind::Older, older.map(|request| format!("#{}", request.number)).collect()),
        (AttentionKind::Unverified, unverified.map(Version::to_string).collect()),
    ]
}

/// The versions that a done issue says it is resolved in, and that are neither a tag nor still to come.
fn untagged(index: &Index<'_>, problem: &RankedIssue<'_>) -> Vec<String> {
    let issue = problem.issue;
    let tags = &index.repository.settings.tags;
    let is_planned = |version: &Version| {
        let mut claims = problem.evidence.claims().iter();
        claims.any(|claim| claim.version == *version && claim.state == ClaimState::Planned)
    };
    let is_untagged = |name: &&String| {
        tags.version(name).is_some_and(|version| {
            !index.is_tag(&version) && !is_next(index, &version) && !is_planned(&version)
        })
    };
    if !issue.done || index.tags.is_empty() {
        return Vec::new();
    }
    issue.resolved_in.iter().filter(is_untagged).cloned().collect()
}

/// Whether a version can be the next release: the patch after the newest release of its branch, or the first release
/// of a branch that is newer than all others.
fn is_next(index: &Index<'_>, version: &Version) -> bool {
    let releases = || index.tags.iter().filter(|tag| tag.version.is_release());
    let branch = version.branch();
    if let Some(last) = releases().rfind(|tag| tag.version.branch() == branch) {
        return last.version.next_patch() == *version;
    }
    let newest = releases().next_back().map(|tag| tag.version.branch());
    *version <= branch.first_release() && newest.is_none_or(|newest| newest < branch)
}

/// The date since which an open issue's description is out of date.
fn stale_since(index: &Index<'_>, issue: &KnownIssue) -> Option<String> {
    let described = issue.described_at.as_deref().filter(|_| issue.is_open())?;
    let merged = |name| index.pull_request(name)?.merged_at.as_deref();
    let mut happened: Vec<&str> = issue.pull_requests.iter().filter_map(merged).collect();
    happened.extend(issue.commented_at.as_deref());
    happened.into_iter().filter(|date| *date > described).min().map(str::to_owned)
}
