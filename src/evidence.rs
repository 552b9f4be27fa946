//! What a project's history shows about what an issue says: its claims that a release has the fix, and whether the
//! next release can be made.
//!
//! Evidence can question a claim or propose one. It never makes one: a refuted claim becomes unknown, a missing one
//! becomes a proposal. The judge of one issue and the report about many build a [`History`] and an [`Issue`] from
//! their own facts, and share these answers.

mod backports;
mod carriers;
mod claim;
mod containment;
mod history;
mod in_hand;
mod issue;
mod maintained;
mod mentions;
mod moment;
mod next;
mod progress;
mod proposals;
mod reason;
mod references;
mod release_branch;
mod releases;
mod reverts;
mod wanted;

use crate::affected::{CherryPicks, Doubts, Entries, Verdict, Written};
use crate::version::{Branch, Version};

pub use backports::Backport;
pub use claim::{Claim, ClaimState};
pub use history::{Comparison, History, PullRequest, RequestState, Tag};
pub use issue::{Issue, IssueState, Listed, urgency};
pub use maintained::{Maintained, maintained};
pub use mentions::Mentions;
pub use next::{Decision, decide, next_releases};
pub use progress::{Progress, Seen};
pub use proposals::{AbsentFix, UnlistedResolution};
pub use reason::{Note, NoteKind, Reason, ReasonKind};
pub use release_branch::Base;
pub use wanted::{Pair, wanted};

use carriers::Carriers;

/// What the history of a repository shows about one issue of it.
pub struct Evidence<'a> {
    history: &'a History,
    issue: &'a Issue,
    cherry_picks: CherryPicks,
    carriers: Carriers<'a>,
    claims: Vec<Claim>,
    entries: Result<Entries, Verdict>,
}

impl<'a> Evidence<'a> {
    /// Weighs an issue against the history of its repository.
    #[must_use]
    pub fn new(history: &'a History, issue: &'a Issue, cherry_picks: CherryPicks) -> Self {
        let carriers = Carriers::of(history, issue);
        let claims = claim::all(history, issue, &carriers);
        let doubts = doubts(history, issue, &claims);
        let entries = read_entries(issue, doubts);
        Self { history, issue, cherry_picks, carriers, claims, entries }
    }

    /// The backports of listed pull requests that are not listed themselves.
    #[must_use]
    pub fn backports(&self) -> &[Backport<'a>] {
        &self.carriers.backports
    }

    /// What becomes of each `resolved-in`, oldest version first.
    #[must_use]
    pub fn claims(&self) -> &[Claim] {
        &self.claims
    }

    /// The listed pull requests that did not mend the problem, because a release that introduced it contains them.
    #[must_use]
    pub fn implausible(&self) -> &[&'a PullRequest] {
        &self.carriers.implausible
    }

    /// Versions of `introduced-in` that do not exist.
    #[must_use]
    pub fn unreleased(&self) -> Vec<Version> {
        unreleased(self.history, self.issue)
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

    /// The claims about a branch.
    fn claims_on(&self, branch: Branch) -> impl Iterator<Item = &Claim> {
        self.claims.iter().filter(move |claim| claim.version.branch() == branch)
    }
}

fn doubts(history: &History, issue: &Issue, claims: &[Claim]) -> Doubts {
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

fn unreleased(history: &History, issue: &Issue) -> Vec<Version> {
    let mut versions = issue.introduced();
    versions.retain(|version| history.is_unreal(version));
    versions
}

fn read_entries(issue: &Issue, doubts: Doubts) -> Result<Entries, Verdict> {
    fn borrowed(texts: &[String]) -> Vec<&str> {
        texts.iter().map(String::as_str).collect()
    }
    let written = Written {
        introduced_in: &borrowed(&issue.introduced_in),
        resolved_in: &borrowed(&issue.resolved_in),
        not_affected: &borrowed(&issue.not_affected),
        wont_fix: &borrowed(&issue.wont_fix),
    };
    Entries::read(&written, doubts)
}
