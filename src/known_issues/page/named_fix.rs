//! The release with a fix as the page shows it, and what the history shows about it.

use crate::known_issues::page::issue_links::IssueLinks;
use crate::known_issues::report::{BranchAnswer, ReportedClaim};
use crate::known_issues::wording;

/// A release with a fix.
#[derive(Default, PartialEq)]
pub(super) struct NamedFix {
    /// `fixed in v1.9.4`.
    pub(super) text: String,
    /// The name of the claim's state; empty when no entry names the release.
    pub(super) state: &'static str,
    /// What the history shows.
    pub(super) word: &'static str,
    /// The pull requests that show it: page and name.
    pub(super) pull_requests: Vec<(String, String)>,
}

impl NamedFix {
    /// `None` when there is no fix on the branch.
    pub(super) fn of(answer: &BranchAnswer, names: &IssueLinks<'_>) -> Option<Self> {
        let version = answer.fixed_in.as_deref()?;
        Some(match &answer.claim {
            None => Self { text: names.fixed_in(version), ..Self::default() },
            Some(claim) => Self::claimed(claim, names),
        })
    }

    /// Leaves out what the page of the issue has, too.
    pub(super) fn shorten(&mut self) {
        self.pull_requests.clear();
        self.word = self.word.split(':').next().unwrap_or_default();
    }

    fn claimed(claim: &ReportedClaim, names: &IssueLinks<'_>) -> Self {
        let text = if wording::is_doubted(claim.state) {
            format!("said to be fixed in {}", claim.version)
        } else {
            names.fixed_in(&claim.version)
        };
        let requests = claim.pull_requests.iter();
        Self {
            text,

            state: claim.state.name(),
            word: wording::claim(claim.state).1,
            pull_requests: requests.map(|number| names.own_pull_request(*number)).collect(),
        }
    }
}
