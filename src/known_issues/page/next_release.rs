//! The next release of a branch as the page shows it: go or hold, why, and whom to ask.

use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::wording;
use crate::known_issues::page::wording::Settle;
use crate::known_issues::report::{Decision, NextPatch, Reason, ReasonKind};
use crate::known_issues::wording as common;
use crate::text::quote::shown;

/// The next release.
pub(super) struct NextRow<'a> {
    pub(super) version: &'a str,
    pub(super) go: bool,
    /// The dates that the schedule gives it.
    pub(super) planned: Option<String>,
    /// What a hold of only carried issues means; empty for others.
    pub(super) carried: &'static str,
    pub(super) reasons: Vec<ReasonRow>,
    /// The open issues that are less urgent: by number, as there can be very many.
    pub(super) lesser: Vec<IssueLink>,
    /// Withheld issues: number, page, whether it holds the release.
    pub(super) withheld: Vec<(u64, String, bool)>,
}

/// An issue that the next release has to do with.
pub(super) struct ReasonRow {
    pub(super) named: IssueLink,
    pub(super) holds: bool,
    pub(super) why: String,
    pub(super) basis: &'static str,
    pub(super) settle: Settle,
    /// Who works on it.
    pub(super) who: String,
    /// Who wrote it, and its milestone.
    pub(super) origin: String,
    /// Since when it is known, and whether it is new.
    pub(super) known: String,
    /// Pull requests: page, name, how far it is.
    pub(super) pull_requests: Vec<(String, String, &'static str)>,
}

impl<'a> NextRow<'a> {
    pub(super) fn of(next: &'a NextPatch, names: &IssueLinks<'_>) -> Self {
        let withheld = next.withheld.iter();
        let is_lesser = |one: &&Reason| one.kind == ReasonKind::LessUrgent;
        let lesser = next.reasons.iter().filter(is_lesser);
        let others = next.reasons.iter().filter(|one| !is_lesser(one));
        Self {
            version: &next.version,
            go: next.decision == Decision::Go,
            planned: common::planned(next),
            carried: if next.carried { common::NOTHING_WORSE } else { "" },
            reasons: others.map(|one| reason(one, names)).collect(),
            lesser: lesser.map(|one| names.numbered(one.issue)).collect(),
            withheld: withheld.map(|one| (one.issue, names.url(one.issue), one.holds)).collect(),
        }
    }

    /// The branch of its version.
    pub(super) fn branch(&self) -> &'a str {
        self.version.rsplit_once('.').map_or(self.version, |(branch, _)| branch)
    }

    /// The reasons that hold it.
    pub(super) fn holding(&self) -> impl Iterator<Item = &ReasonRow> {
        self.reasons.iter().filter(|reason| reason.holds)
    }

    /// How many withheld issues hold it.
    pub(super) fn withheld_holding(&self) -> usize {
        self.withheld.iter().filter(|(_, _, holds)| *holds).count()
    }
}

fn reason(reason: &Reason, names: &IssueLinks<'_>) -> ReasonRow {
    let requests = reason.pull_requests.iter().map(|request| {
        let (url, name) = names.pull_request(&request.repository, request.number);
        (url, name, wording::progress(request.state))
    });
    let age = common::age(reason).map(|age| age + ", ").unwrap_or_default();
    let facts = names.issue(reason.issue);
    ReasonRow {
        named: names.named(reason.issue),
        holds: reason.holds,
        why: why(reason, &names.priority()),
        basis: wording::basis(reason.verdict.basis),
        settle: Settle::of(&reason.verdict),
        who: wording::assigned(&reason.assignees),
        origin: facts.map(wording::origin).unwrap_or_default(),
        known: format!("{age}{}", common::novelty(reason.carried)),
        pull_requests: requests.collect(),
    }
}

/// What an issue has to do with the release, in words.
fn why(reason: &Reason, priority: &str) -> String {
    let details: Vec<String> = reason.details.iter().map(|detail| shown(detail)).collect();
    let details = wording::listed(&details);
    let closed = common::closed_but(reason, &details);
    let closed = closed.map(|closed| format!("; {closed}")).unwrap_or_default();
    let why = wording::reason(reason.kind).replace("{priority}", &shown(priority));
    why.replace("{}", &details) + &closed
}
