//! The next release of a branch as the page shows it: go or hold, why, and whom to ask.

use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::short_list::ShortList;
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
    pub(super) reasons: ShortList<ReasonRow>,
    /// How many issues hold it, without withheld ones.
    pub(super) holds: usize,
    /// The open issues that are less urgent.
    pub(super) lesser: ShortList<IssueLink>,
    /// Withheld issues: number, page, whether it holds the release.
    pub(super) withheld: ShortList<(u64, String, bool)>,
    /// How many withheld issues hold it.
    pub(super) withheld_holds: usize,
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
        let withheld = &next.withheld;
        let is_lesser = |one: &&Reason| one.kind == ReasonKind::LessUrgent;
        let (lesser, others): (Vec<&Reason>, Vec<&Reason>) =
            next.reasons.iter().partition(is_lesser);
        let lesser: Vec<u64> = lesser.iter().map(|one| one.issue).collect();
        let most = names.limits.rows;
        Self {
            version: &next.version,
            go: next.decision == Decision::Go,
            planned: next.planned.as_ref().and_then(|dates| wording::planned(dates, names.today)),
            carried: if next.carried { common::NOTHING_WORSE } else { "" },
            holds: others.iter().filter(|one| one.holds).count(),
            reasons: ShortList::of(&others, most, |one| one.issue, |one| reason(one, names)),
            lesser: names.links(&lesser),
            withheld_holds: withheld.iter().filter(|one| one.holds).count(),
            withheld: ShortList::of(
                withheld,
                most,
                |one| one.issue,
                |one| (one.issue, names.url(one.issue), one.holds),
            ),
        }
    }

    /// The branch of its version.
    pub(super) fn branch(&self) -> &'a str {
        self.version.rsplit_once('.').map_or(self.version, |(branch, _)| branch)
    }

    /// The reasons that hold it.
    pub(super) fn holding(&self) -> impl Iterator<Item = &ReasonRow> {
        self.reasons.rows.iter().filter(|reason| reason.holds)
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
        named: names.link(reason.issue),
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
