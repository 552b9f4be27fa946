//! An issue, weighed against the history of its repository.

use std::borrow::Cow;

use crate::evidence::backports::Backport;
use crate::evidence::carriers::Carriers;
use crate::evidence::claim::{self, ClaimState, WeighedClaim};
use crate::evidence::history::{History, RequestRecord};
use crate::evidence::issue::IssueRecord;
use crate::format::affected::{CherryPicks, Doubts, Entries, Verdict, Written};
use crate::format::version::{Branch, Version};

/// What the history of a repository shows about one issue of it.
pub struct Evidence<'a> {
    pub(super) history: &'a History,
    pub(super) issue: Cow<'a, IssueRecord>,
    pub(super) cherry_picks: CherryPicks,
    pub(super) carriers: Carriers<'a>,
    pub(super) claims: Vec<WeighedClaim>,
    pub(super) entries: Result<Entries, Verdict>,
}

impl<'a> Evidence<'a> {
    /// Weighs an issue against the history of its repository.
    #[must_use]
    pub fn new(history: &'a History, issue: &'a IssueRecord, cherry_picks: CherryPicks) -> Self {
        Self::weigh(history, Cow::Borrowed(issue), cherry_picks)
    }

    /// Weighs an issue that nobody else needs.
    pub(crate) fn owned(history: &'a History, issue: IssueRecord, picks: CherryPicks) -> Self {
        Self::weigh(history, Cow::Owned(issue), picks)
    }

    fn weigh(history: &'a History, issue: Cow<'a, IssueRecord>, cherry_picks: CherryPicks) -> Self {
        let carriers = Carriers::of(history, &issue);
        let claims = claim::all(history, &issue, &carriers);
        let doubts = doubts(history, &issue, &claims);
        let entries = read_entries(&issue, doubts);
        Self { history, issue, cherry_picks, carriers, claims, entries }
    }

    /// The backports of listed pull requests that are not listed themselves.
    #[must_use]
    pub fn backports(&self) -> &[Backport<'a>] {
        &self.carriers.backports
    }

    /// What becomes of each `resolved-in`, oldest version first.
    #[must_use]
    pub fn claims(&self) -> &[WeighedClaim] {
        &self.claims
    }

    /// The listed pull requests that did not mend the problem, because a release that introduced it contains them.
    #[must_use]
    pub fn implausible(&self) -> &[&'a RequestRecord] {
        &self.carriers.implausible
    }

    /// Versions of `introduced-in` that do not exist.
    #[must_use]
    pub fn unreleased(&self) -> Vec<Version> {
        unreleased(self.history, &self.issue)
    }

    /// Whether a version has the problem: what the entries say, unless evidence questions it.
    #[must_use]
    pub fn answer(&self, version: &Version) -> Verdict {
        match &self.entries {
            Ok(entries) => {
                let released = |version: &Version| self.history.period(version);
                entries.answer(version, &released, self.cherry_picks)
            }
            Err(verdict) => *verdict,
        }
    }

    /// The entries; `None` when nothing follows from them.
    #[cfg(feature = "report")]
    #[must_use]
    pub(crate) fn entries(&self) -> Option<&Entries> {
        self.entries.as_ref().ok()
    }

    /// The first release of a branch: its `.0`, unless the branch is known to begin with another one.
    #[must_use]
    pub fn first_release(&self, branch: Branch) -> Version {
        self.history.first_release(branch)
    }

    /// The claims about a branch.
    pub(super) fn claims_on(&self, branch: Branch) -> impl Iterator<Item = &WeighedClaim> {
        self.claims.iter().filter(move |claim| claim.version.branch() == branch)
    }
}

fn doubts(history: &History, issue: &IssueRecord, claims: &[WeighedClaim]) -> Doubts {
    let versions = |state: ClaimState| {
        let of_state = claims.iter().filter(|claim| claim.state == state);
        of_state.map(|claim| claim.version.clone()).collect()
    };
    Doubts {
        unreleased: unreleased(history, issue),
        refuted: versions(ClaimState::Refuted),
        reopened: versions(ClaimState::Reopened),
    }
}

fn unreleased(history: &History, issue: &IssueRecord) -> Vec<Version> {
    let mut versions = issue.introduced();
    versions.retain(|version| history.is_unreal(version));
    versions
}

fn read_entries(issue: &IssueRecord, doubts: Doubts) -> Result<Entries, Verdict> {
    fn borrowed(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    let written = Written {
        tags: &issue.tags,
        introduced_in: &borrowed(&issue.introduced_in),
        resolved_in: &borrowed(&issue.resolved_in),
        not_affected: &borrowed(&issue.not_affected),
        wont_fix: &borrowed(&issue.wont_fix),
    };
    Entries::read(&written, doubts)
}
