//! What an issue has to do with the next release of a branch: whether it holds it, and why.

use crate::evidence::claim::ClaimState;
use crate::evidence::issue::{IssueRecord, IssueState};
use crate::evidence::progress::Seen;
use crate::evidence::weighed::Evidence;
use crate::format::affected::{Status, Verdict};
use crate::format::version::{Branch, Version};

/// Why an issue holds a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    /// The number of the issue.
    pub issue: u64,
    /// Why.
    pub kind: HoldKind,
    /// Whether the release has the problem; `None` of an issue whose details are withheld.
    pub verdict: Option<Verdict>,
    /// Whether a full release of the branch before the last one has the problem: then shipping makes nothing worse.
    /// `None` where that is unknown.
    pub carried: Option<bool>,
    /// Whether the issue is closed, although it holds.
    pub is_closed: bool,
    /// Its pull requests, seen from the branch.
    pub requests: Vec<Seen>,
}

/// Why an issue holds a release; the first that matches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum HoldKind {
    /// It has the most urgent priority, and the release has the problem.
    Critical,
    /// It has the most urgent priority, and nobody knows whether the release has the problem.
    CriticalUnknown,
    /// It names the release, which does not have the fix yet.
    Promised,
    /// It has no accepted priority, and the release has the problem, or may have it.
    Untriaged,
}

/// An issue that would hold a release, or should be known when it is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The number of the issue.
    pub issue: u64,
    /// What there is to know.
    pub kind: RemarkKind,
    /// Whether the release has the problem.
    pub verdict: Verdict,
}

/// Why an issue does not hold a release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RemarkKind {
    /// The fix will be in it, and is not named yet: the pull requests that bring it.
    InHand(Vec<u64>),
    /// The issue names a later release.
    Planned(Version),
    /// The issue is closed, nobody is backporting it, and an entry would settle whether the release is affected.
    Unsettled,
    /// The branch gets no fix.
    GivenUp,
}

/// What an issue has to do with a release.
pub(super) enum Concern {
    Holds(Hold),
    Noted(Remark),
}

impl HoldKind {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Critical => "critical",
            Self::CriticalUnknown => "critical-unknown",
            Self::Promised => "promised",
            Self::Untriaged => "untriaged",
        }
    }

    /// Why an issue holds whose details are withheld: nothing is known of it but its labels.
    pub(super) fn of_withheld(issue: &IssueRecord) -> Option<Self> {
        match issue.urgency {
            _ if issue.state == IssueState::Dismissed => None,
            Some(0) => Some(Self::CriticalUnknown),
            Some(_) => None,
            None => issue.waits_for_priority().then_some(Self::Untriaged),
        }
    }
}

impl Evidence<'_> {
    /// What the issue has to do with `next`, the next release of its branch.
    pub(super) fn concern(&self, next: &Version) -> Option<Concern> {
        let verdict = self.answer(next);
        let noted = |kind| {
            let note = Remark { issue: self.issue.number, kind, verdict };
            self.issue.is_critical().then_some(Concern::Noted(note))
        };
        if self.issue.state == IssueState::Dismissed {
            return None;
        }
        if self.issue.gives_up(next.branch()) && verdict.rule != "U5" {
            let is_known = verdict.status == Status::Affected;
            return noted(RemarkKind::GivenUp).filter(|_| is_known);
        }
        let excuse = self.excuse(next, verdict);
        match self.reason(next, verdict, excuse.as_ref()) {
            Some(kind) => Some(Concern::Holds(self.hold(kind, next, verdict))),
            None => excuse.and_then(noted),
        }
    }

    /// Why the issue holds `next`.
    fn reason(
        &self,
        next: &Version,
        verdict: Verdict,
        excuse: Option<&RemarkKind>,
    ) -> Option<HoldKind> {
        let is_planned = matches!(excuse, Some(RemarkKind::Planned(_)));
        let matters = matches!(verdict.status, Status::Affected | Status::Unknown);
        if matters && excuse.is_none() && self.issue.is_critical() {
            let is_unknown = verdict.status == Status::Unknown;
            return Some(if is_unknown { HoldKind::CriticalUnknown } else { HoldKind::Critical });
        }
        if self.is_promised(next) {
            return Some(HoldKind::Promised);
        }
        let is_untriaged = self.issue.waits_for_priority() && (excuse.is_none() || is_planned);
        (matters && is_untriaged).then_some(HoldKind::Untriaged)
    }

    /// Why the issue might not hold `next`, whatever its priority.
    fn excuse(&self, next: &Version, verdict: Verdict) -> Option<RemarkKind> {
        let branch = next.branch();
        match verdict.status {
            Status::Affected => {
                let carriers = self.carriers.in_hand(self.history, branch);
                let numbers = || carriers.iter().map(|request| request.number).collect();
                let in_hand = (!carriers.is_empty()).then(|| RemarkKind::InHand(numbers()));
                in_hand.or_else(|| self.plan(branch))
            }
            Status::Unknown => {
                let is_unsettled = !self.issue.is_open()
                    && wants_an_entry(verdict.rule)
                    && !self.is_being_backported(branch);
                is_unsettled.then_some(RemarkKind::Unsettled).or_else(|| self.plan(branch))
            }
            Status::Fixed | Status::NotAffected => None,
        }
    }

    /// The later release of a branch that the issue names, when it names no other.
    fn plan(&self, branch: Branch) -> Option<RemarkKind> {
        let is_planned = self.claims_on(branch).all(|claim| claim.state == ClaimState::Planned);
        let first = self.claims_on(branch).next().filter(|_| is_planned)?;
        Some(RemarkKind::Planned(first.version.clone()))
    }

    /// Whether the issue says that `next` has a fix that is not in its branch.
    fn is_promised(&self, next: &Version) -> bool {
        self.claims_on(next.branch())
            .any(|claim| matches!(claim.state, ClaimState::Waiting | ClaimState::Missing))
    }

    /// Whether a pull request is open that would bring the fix to a branch. The next minor version may still get what
    /// is open on the main branch.
    fn is_being_backported(&self, branch: Branch) -> bool {
        let is_next_minor = self.history.next_minor() == Some(branch);
        let carriers = &self.carriers;
        let all = if is_next_minor { carriers.towards(branch) } else { carriers.on(branch) };
        all.iter().any(|request| request.is_open())
    }

    fn hold(&self, kind: HoldKind, next: &Version, verdict: Verdict) -> Hold {
        Hold {
            issue: self.issue.number,
            kind,
            verdict: Some(verdict),
            carried: self.is_carried(next.branch()),
            is_closed: !self.issue.is_open(),
            requests: self.requests(next.branch()),
        }
    }

    /// Whether a full release of a branch before the last one has the problem; `None` where that is unknown.
    #[must_use]
    pub fn is_carried(&self, branch: Branch) -> Option<bool> {
        let releases = self.history.releases_of(branch).rev().skip(1);
        let mut carried = Some(false);
        for release in releases {
            match self.answer(&release.version).status {
                Status::Affected => return Some(true),
                Status::Unknown => carried = None,
                Status::Fixed | Status::NotAffected => {}
            }
        }
        carried
    }
}

/// Whether an entry of the branch would settle what `rule` leaves unknown.
pub(crate) fn wants_an_entry(rule: &str) -> bool {
    matches!(rule, "U9" | "U10" | "U11" | "U12" | "U13")
}
