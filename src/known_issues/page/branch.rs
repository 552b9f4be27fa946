//! A branch on the page: its next patch, and an answer about each of its releases.

use std::collections::BTreeMap;

use crate::format::affected::Basis;
use crate::known_issues::report;
use crate::known_issues::report::{BranchAnswer, FirstGood, Report, ReportedVerdict};

use crate::known_issues::page::advice;
use crate::known_issues::page::advice::UpgradeAdvice;
use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::named_fix::NamedFix;
use crate::known_issues::page::next_release::NextRow;
use crate::known_issues::page::wording;
use crate::known_issues::page::wording::Settle;

/// The most rows that show the titles of issues. A larger page shows numbers there, and each title once.
const MOST_ROWS: usize = 10_000;

/// The most rows about unknown answers that name issues with their titles.
const MOST_UNKNOWN_ROWS: usize = 2_000;

/// A branch.
pub(super) struct BranchSection<'a> {
    /// Whether the project has priorities, and so critical issues.
    has_priorities: bool,
    pub(super) report: &'a report::BranchReport,
    pub(super) next: Option<NextRow<'a>>,
    pub(super) releases: Vec<Release<'a>>,
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
    /// The same of issues of which nobody knows.
    pub(super) is_brief_about_unknown: bool,
}

/// An issue that affects a release.
#[derive(Default)]
pub(super) struct AffectedRow {
    pub(super) named: IssueLink,
    /// The SIGs and binaries.
    pub(super) about: String,
    pub(super) since: String,
    pub(super) fix: NamedFix,
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
        let releases = || report.branches.iter().flat_map(|branch| &branch.releases);
        let unknown: usize = releases().map(|release| release.unknown.len()).sum();
        let affected: usize = releases().map(|release| release.affected.len()).sum();
        let is_brief = affected + unknown > MOST_ROWS;
        let is_brief_about_unknown = is_brief || unknown > MOST_UNKNOWN_ROWS;
        let lookup = Lookup { branch, names, answers, is_brief, is_brief_about_unknown };
        Self {
            report: branch,
            has_priorities: !names.priority().is_empty(),
            next: branch.next.as_ref().map(|next| NextRow::of(next, names)),
            releases: branch.releases.iter().map(|release| lookup.release(release)).collect(),
        }
    }

    /// The first release without known issues and, if the project has priorities, the first without critical issues.
    pub(super) fn first_good(&self) -> Vec<&'a FirstGood> {
        let critical = self.has_priorities.then_some(&self.report.first_good_critical);
        [&self.report.first_good].into_iter().chain(critical).collect()
    }

    /// The first release without critical issues, if the project has priorities.
    pub(super) fn first_uncritical(&self) -> Option<&'a str> {
        self.report.first_good_critical.version.as_deref().filter(|_| self.has_priorities)
    }
}

struct Lookup<'a, 'n> {
    branch: &'a report::BranchReport,
    names: &'n IssueLinks<'n>,
    /// The answer about each issue for this branch.
    answers: BTreeMap<u64, &'a BranchAnswer>,
    is_brief: bool,
    is_brief_about_unknown: bool,
}

impl<'a> Lookup<'a, '_> {
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
            advice: advice::advice(self.branch, release, |issue| self.names.is_urgent(issue)),
            affected,
            unknown,
            is_brief: self.is_brief,
            is_brief_about_unknown: self.is_brief_about_unknown,
        }
    }

    fn affected(&self, issue: u64, version: &str) -> AffectedRow {
        if self.is_brief {
            return AffectedRow { named: self.names.numbered(issue), ..AffectedRow::default() };
        }
        let answer = self.answer(issue);
        let facts = self.names.issue(issue);
        let about = facts.map(|facts| wording::about(&facts.sigs, &facts.binaries));
        let verdict = answer.and_then(|answer| self.verdict(answer, version));
        AffectedRow {
            named: self.names.named(issue),
            about: about.unwrap_or_default(),
            since: answer.and_then(|answer| answer.affected_since.clone()).unwrap_or_default(),
            fix: self.fix(answer),
            inferred: verdict.is_some_and(|verdict| verdict.basis == Basis::Inferred),
        }
    }

    fn unknown(&self, issue: u64, version: &str) -> Unknown {
        if self.is_brief_about_unknown {
            return Unknown { named: self.names.numbered(issue), settle: Settle::default() };
        }
        let verdict = self.answer(issue).and_then(|answer| self.verdict(answer, version));
        let settle = verdict.map(Settle::of).unwrap_or_default();
        Unknown { named: self.names.named(issue), settle }
    }

    fn fix(&self, answer: Option<&BranchAnswer>) -> NamedFix {
        let gets_none = answer.is_some_and(|answer| answer.gets_no_fix);
        let none = || {
            let name = &self.branch.branch;
            if gets_none {
                format!("no fix planned for {name}")
            } else {
                format!("no fix in {name} yet")
            }
        };
        let named = answer.and_then(|answer| NamedFix::of(answer, self.names));
        named.unwrap_or_else(|| NamedFix { text: none(), ..NamedFix::default() })
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
