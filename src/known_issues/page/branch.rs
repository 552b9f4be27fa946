//! A branch on the page: its next patch, and an answer about each of its releases.

use std::collections::BTreeMap;

use crate::format::affected::Basis;
use crate::known_issues::report;
use crate::known_issues::report::{BranchAnswer, Decision, FirstGood, Report, ReportedVerdict};

use crate::known_issues::page::advice;
use crate::known_issues::page::advice::UpgradeAdvice;
use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::wording;
use crate::known_issues::page::wording::Settle;

/// The most rows that show the titles of issues. A larger page shows numbers there, and each title once.
const MOST_ROWS: usize = 10_000;

/// A branch.
pub(super) struct BranchSection<'a> {
    pub(super) report: &'a report::BranchReport,
    pub(super) next: Option<NextRow<'a>>,
    pub(super) releases: Vec<Release<'a>>,
}

/// The next patch release.
pub(super) struct NextRow<'a> {
    pub(super) version: &'a str,
    pub(super) go: bool,
    pub(super) reasons: Vec<ReasonRow>,
    /// Withheld issues: the number, the page, and whether the issue holds the release.
    pub(super) withheld: Vec<(u64, String, bool)>,
}

/// An issue that concerns the next patch release.
pub(super) struct ReasonRow {
    pub(super) named: IssueLink,
    pub(super) holds: bool,
    pub(super) why: &'static str,
    pub(super) basis: &'static str,
    pub(super) settle: Settle,
    /// Pull requests: the page, the name and the progress.
    pub(super) pull_requests: Vec<(String, String, &'static str)>,
}

/// The answer to "which version do you run?".
pub(super) struct Release<'a> {
    pub(super) version: &'a str,
    pub(super) released: Option<&'a str>,
    /// `bad` if a critical issue affects it, `poor` if another issue does, `open` if that is unknown, else `good`.
    pub(super) class: &'static str,
    pub(super) headline: String,
    /// What to run instead; empty if no issue affects it.
    pub(super) advice: Vec<UpgradeAdvice<'a>>,
    pub(super) affected: Vec<AffectedRow>,
    pub(super) unknown: Vec<Unknown>,
    /// Whether issues are shown by number only. Their details are then under *Each issue*.
    pub(super) is_brief: bool,
}

/// An issue that affects a release.
#[derive(Default)]
pub(super) struct AffectedRow {
    pub(super) named: IssueLink,
    /// The SIGs and binaries.
    pub(super) about: String,
    pub(super) since: String,
    pub(super) fixed: String,
    pub(super) inferred: bool,
}

/// An issue for which it is unknown whether it affects a release.
pub(super) struct Unknown {
    pub(super) named: IssueLink,
    pub(super) settle: Settle,
}

impl<'a> BranchSection<'a> {
    pub(super) fn of(
        branch: &'a report::BranchReport,
        report: &'a Report,
        names: &IssueLinks<'_>,
    ) -> Self {
        let mut answers = BTreeMap::new();
        for answer in &report.answers {
            let here = answer.branches.iter().find(|one| one.branch == branch.branch);
            answers.extend(here.map(|here| (answer.issue, here)));
        }
        let all = |branch: &report::BranchReport| branch.releases.iter().map(rows).sum::<usize>();
        let is_brief = report.branches.iter().map(all).sum::<usize>() > MOST_ROWS;
        let lookup = Lookup { branch, report, names, answers, is_brief };
        Self {
            report: branch,
            next: branch.next.as_ref().map(|next| lookup.next(next)),
            releases: branch.releases.iter().map(|release| lookup.release(release)).collect(),
        }
    }

    /// The first release without known issues, and the first without critical issues.
    pub(super) fn first_good(&self) -> [&'a FirstGood; 2] {
        [&self.report.first_good, &self.report.first_good_critical]
    }

    /// How many withheld issues hold the next patch.
    pub(super) fn withheld(&self) -> usize {
        let withheld = self.next.iter().flat_map(|next| &next.withheld);
        withheld.filter(|(_, _, holds)| *holds).count()
    }

    /// The reasons that hold the next patch.
    pub(super) fn holding(&self) -> impl Iterator<Item = &ReasonRow> {
        self.next.iter().flat_map(|next| &next.reasons).filter(|reason| reason.holds)
    }
}

/// How many issues affect or may affect a release.
fn rows(release: &report::ReleaseReport) -> usize {
    release.affected.len() + release.unknown.len()
}

struct Lookup<'a, 'n> {
    branch: &'a report::BranchReport,
    report: &'a Report,
    names: &'n IssueLinks<'n>,
    /// The answer about each issue for this branch.
    answers: BTreeMap<u64, &'a BranchAnswer>,
    is_brief: bool,
}

impl<'a> Lookup<'a, '_> {
    fn next(&self, next: &'a report::NextPatch) -> NextRow<'a> {
        let withheld = next.withheld.iter();
        NextRow {
            version: &next.version,
            go: next.decision == Decision::Go,
            reasons: next.reasons.iter().map(|reason| self.reason(reason)).collect(),
            withheld: withheld
                .map(|one| (one.issue, self.names.url(one.issue), one.holds))
                .collect(),
        }
    }

    fn reason(&self, reason: &report::Reason) -> ReasonRow {
        let requests = reason.pull_requests.iter().map(|request| {
            let (url, name) = self.names.pull_request(&request.repository, request.number);
            (url, name, wording::progress(request.state))
        });
        ReasonRow {
            named: self.names.named(reason.issue),
            holds: reason.holds,
            why: wording::reason(reason.kind),
            basis: wording::basis(reason.verdict.basis),
            settle: Settle::of(&reason.verdict),
            pull_requests: requests.collect(),
        }
    }

    fn release(&self, release: &'a report::ReleaseReport) -> Release<'a> {
        let affected: Vec<AffectedRow> =
            release.affected.iter().map(|issue| self.affected(*issue, &release.version)).collect();
        let unknown: Vec<Unknown> =
            release.unknown.iter().map(|issue| self.unknown(*issue, &release.version)).collect();
        let critical = affected.iter().filter(|one| one.named.critical).count();
        Release {
            version: &release.version,
            released: release.released.as_deref().map(wording::day),
            class: match (critical, affected.len(), unknown.len()) {
                (1.., _, _) => "bad",
                (_, 1.., _) => "poor",
                (_, _, 1..) => "open",
                _ => "good",
            },
            headline: advice::headline(&release.version, affected.len(), critical, unknown.len()),
            advice: if affected.is_empty() {
                Vec::new()
            } else {
                advice::advice(self.report, self.branch, release)
            },
            affected,
            unknown,
            is_brief: self.is_brief,
        }
    }

    fn affected(&self, issue: u64, version: &str) -> AffectedRow {
        if self.is_brief {
            return AffectedRow { named: self.names.numbered(issue), ..AffectedRow::default() };
        }
        let answer = self.answer(issue);
        let facts = self.names.issue(issue);
        let about = facts.map(|facts| wording::about(&facts.sigs, &facts.binaries));
        let fixed = answer.and_then(|answer| answer.fixed_in.as_deref());
        let verdict = answer.and_then(|answer| self.verdict(answer, version));
        AffectedRow {
            named: self.names.named(issue),
            about: about.unwrap_or_default(),
            since: answer.and_then(|answer| answer.affected_since.clone()).unwrap_or_default(),
            fixed: self.fixed(fixed),
            inferred: verdict.is_some_and(|verdict| verdict.basis == Basis::Inferred),
        }
    }

    fn unknown(&self, issue: u64, version: &str) -> Unknown {
        if self.is_brief {
            return Unknown { named: self.names.numbered(issue), settle: Settle::default() };
        }
        let verdict = self.answer(issue).and_then(|answer| self.verdict(answer, version));
        let settle = verdict.map(Settle::of).unwrap_or_default();
        Unknown { named: self.names.named(issue), settle }
    }

    fn fixed(&self, version: Option<&str>) -> String {
        version.map_or_else(
            || format!("no fix in {} yet", self.branch.branch),
            |version| self.names.fixed_in(version),
        )
    }

    fn answer(&self, issue: u64) -> Option<&'a BranchAnswer> {
        self.answers.get(&issue).copied()
    }

    /// The answer of the run that contains a release.
    fn verdict(&self, answer: &'a BranchAnswer, version: &str) -> Option<&'a ReportedVerdict> {
        let oldest_first = || self.branch.releases.iter().rev();
        let place = |version: &str| oldest_first().position(|release| release.version == version);
        let asked = place(version)?;
        let holds = |run: &&report::ReleaseRange| place(&run.to).is_some_and(|to| to >= asked);
        answer.runs.iter().find(holds).map(|run| &run.verdict)
    }
}
