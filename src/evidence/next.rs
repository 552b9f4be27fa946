//! Can the next release of a branch be made? *Go* needs that nothing which is known holds it.

use crate::evidence::history::History;
use crate::evidence::issue::{IssueRecord, IssueState};
use crate::evidence::maintained::{Maintained, maintained};
use crate::evidence::reason::{Concern, Hold, HoldKind, Remark};
use crate::evidence::weighed::Evidence;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// Whether the next release of a branch can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextRelease {
    /// The branch.
    pub branch: Branch,
    /// Its next release.
    pub version: Version,
    /// What holds it, most serious kind first; without any it can be made.
    pub reasons: Vec<Hold>,
    /// What should be known when it is made.
    pub notes: Vec<Remark>,
}

impl NextRelease {
    /// Whether something holds the release.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Whether all that holds it is in earlier releases of the branch: shipping makes nothing worse.
    #[must_use]
    pub fn is_carried(&self) -> bool {
        self.holds() && self.reasons.iter().all(|reason| reason.carried == Some(true))
    }
}

/// The releases that are decided about: the next one of each maintained branch, newest branch first, and the next
/// minor version, unless a list of maintained branches leaves it out.
#[must_use]
pub fn next_releases(history: &History, rule: &Maintained, now: Option<&str>) -> Vec<Version> {
    let mut branches = maintained(history, rule, now);
    let is_listed = matches!(rule, Maintained::Listed(_));
    if let Some(minor) = history.next_minor().filter(|_| !is_listed) {
        branches.insert(0, minor);
    }
    branches.into_iter().filter_map(|branch| history.next_release(branch)).collect()
}

/// Decides about `next`, the next release of its branch. Of the withheld issues only number, state and urgency count.
#[must_use]
pub fn decide<'e, 'a: 'e>(
    next: &Version,
    issues: impl IntoIterator<Item = &'e Evidence<'a>>,
    withheld: &[IssueRecord],
) -> NextRelease {
    let branch = next.branch();
    let (mut reasons, mut notes) = (Vec::new(), Vec::new());
    for concern in issues.into_iter().filter_map(|issue| issue.concern(next)) {
        match concern {
            Concern::Holds(reason) => reasons.push(reason),
            Concern::Noted(note) => notes.push(note),
        }
    }
    reasons.extend(withheld.iter().filter_map(withheld_reason));
    sort::sort_by_key(&mut reasons, |reason| (reason.kind, reason.issue));
    NextRelease { branch, version: next.clone(), reasons, notes }
}

fn withheld_reason(issue: &IssueRecord) -> Option<Hold> {
    Some(Hold {
        issue: issue.number,
        kind: HoldKind::of_withheld(issue)?,
        verdict: None,
        carried: None,
        is_closed: issue.state != IssueState::Open,
        requests: Vec::new(),
    })
}
