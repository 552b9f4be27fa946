//! What evidence proposes to the owner of an issue. The rules say it, and fix it.

use crate::evidence::claim::{ClaimState, would_be_proven};
use crate::evidence::history::RequestRecord;
use crate::evidence::issue::IssueState;
use crate::evidence::reason::wants_an_entry;
use crate::evidence::weighed::Evidence;
use crate::format::affected::{Status, Verdict};
use crate::format::version::{Branch, Version};

/// A claim that is refuted, and what to claim instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbsentFix {
    /// The release that does not have the fix.
    pub version: Version,
    /// The numbers of the pull requests that are not in it.
    pub absent: Vec<u64>,
    /// The first release of the branch that has the fix, where one is known.
    pub instead: Option<Version>,
}

/// A release that has the fix and is not named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnlistedResolution {
    /// The release.
    pub version: Version,
    /// The numbers of the pull requests that are in it.
    pub shown_by: Vec<u64>,
}

impl<'a> Evidence<'a> {
    /// The claims that are refuted (`absent-fix`).
    #[must_use]
    pub fn absent_fixes(&self) -> Vec<AbsentFix> {
        let mut fixes = Vec::new();
        for claim in self.claims.iter().filter(|claim| claim.state == ClaimState::Refuted) {
            let (version, absent) = (claim.version.clone(), claim.shown_by.clone());
            let proven = self.first_proven(version.branch());
            fixes.push(AbsentFix { version, absent, instead: proven.map(|proven| proven.version) });
        }
        fixes
    }

    /// The releases of maintained branches that have the fix, although their branch has no `resolved-in`
    /// (`unlisted-resolution`).
    #[must_use]
    pub fn unlisted_resolutions(&self, maintained: &[Branch]) -> Vec<UnlistedResolution> {
        let mut unlisted = Vec::new();
        for branch in maintained.iter().copied() {
            let is_open = self.claims_on(branch).next().is_none()
                && !self.issue.expects_nothing(branch)
                && self.verdicts(branch).iter().any(wants_a_fix);
            unlisted.extend(self.first_proven(branch).filter(|_| is_open));
        }
        unlisted
    }

    /// The backports that are merged or open, and not listed (`unlisted-pull-request`), by number.
    #[must_use]
    pub fn unlisted_pull_requests(&self) -> Vec<&'a RequestRecord> {
        let requests = self.carriers.backports.iter().map(|backport| backport.request);
        let mut unlisted: Vec<_> =
            requests.filter(|request| request.is_merged() || request.is_open()).collect();
        unlisted.dedup();
        unlisted
    }

    /// The open carriers of maintained branches that are affected, although the issue is closed as completed
    /// (`open-backport`).
    #[must_use]
    pub fn open_backports(&self, maintained: &[Branch]) -> Vec<&'a RequestRecord> {
        let mut open = Vec::new();
        if self.issue.state != IssueState::Completed {
            return open;
        }
        for branch in maintained.iter().copied() {
            if self.is_affected(branch) && !self.issue.expects_nothing(branch) {
                open.extend(self.carriers.on(branch).into_iter().filter(|on| on.is_open()));
            }
        }
        open
    }

    /// The claims after which the issue was reopened (`outdated-resolution`).
    #[must_use]
    pub fn outdated_resolutions(&self) -> Vec<&Version> {
        let reopened = self.claims.iter().filter(|claim| claim.state == ClaimState::Reopened);
        reopened.map(|claim| &claim.version).collect()
    }

    /// Whether the work is done: a release is named that is tagged and not refuted (without any tag: any release), or
    /// the issue is closed as completed and no maintained branch is affected.
    #[must_use]
    pub fn is_done(&self, maintained: &[Branch]) -> bool {
        let knows_no_tags = self.history.tags().is_empty();
        let is_released = self.claims.iter().any(|claim| {
            let is_tag = self.history.tag(&claim.version).is_some();
            knows_no_tags || (is_tag && claim.state != ClaimState::Refuted)
        });
        let is_affected = |branch: &Branch| self.is_affected(*branch);
        let is_completed = self.issue.state == IssueState::Completed;
        is_released || (is_completed && !maintained.iter().any(is_affected))
    }

    /// Whether the newest full release of a branch, or its next release, is affected.
    #[must_use]
    pub fn is_affected(&self, branch: Branch) -> bool {
        self.verdicts(branch).iter().any(|verdict| verdict.status == Status::Affected)
    }

    /// The answers about the newest full release of a branch and about its next release.
    fn verdicts(&self, branch: Branch) -> Vec<Verdict> {
        let newest = self.history.releases_of(branch).next_back();
        let next = self.history.next_release(branch);
        let versions = newest.map(|tag| tag.version.clone()).into_iter().chain(next);
        versions.map(|version| self.answer(&version)).collect()
    }

    /// The first full release of a branch for which a claim would be proven.
    fn first_proven(&self, branch: Branch) -> Option<UnlistedResolution> {
        let introduced = self.issue.introduced();
        let introduced = introduced.iter().find(|version| version.branch() == branch);
        let mut releases = self.history.releases_of(branch);
        releases.find_map(|tag| {
            let is_later = introduced.is_none_or(|introduced| tag.version > *introduced);
            let present =
                is_later.then(|| would_be_proven(self.history, &self.issue, &self.carriers, tag));
            let shown_by = present??.iter().map(|request| request.number).collect();
            Some(UnlistedResolution { version: tag.version.clone(), shown_by })
        })
    }
}

/// Whether a fix, or an entry, is missing where this is the answer.
fn wants_a_fix(verdict: &Verdict) -> bool {
    verdict.status == Status::Affected || wants_an_entry(verdict.rule)
}
