//! A branch on the page: its next patch, and an answer about each of its releases.

use crate::known_issues::report;
use crate::known_issues::report::{BranchReport, FirstGood, ReleaseReport};

use crate::known_issues::page::advice;
use crate::known_issues::page::advice::UpgradeAdvice;
use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::next_release::NextRow;
use crate::known_issues::page::short_list::ShortList;
use crate::known_issues::page::wording;

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
    pub(super) affected: ShortList<IssueLink>,
    pub(super) unknown: ShortList<IssueLink>,
    /// How many issues affect it, and of how many nobody knows.
    pub(super) counts: (usize, usize),
}

impl<'a> BranchSection<'a> {
    pub(super) fn of(branch: &'a report::BranchReport, names: &IssueLinks<'_>) -> Self {
        Self {
            report: branch,
            has_priorities: !names.priority().is_empty(),
            next: branch.next.as_ref().map(|next| NextRow::of(next, names)),
            releases: branch.releases.iter().map(|one| release(branch, one, names)).collect(),
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

fn release<'a>(
    branch: &BranchReport,
    release: &'a ReleaseReport,
    names: &IssueLinks<'_>,
) -> Release<'a> {
    let counts = (release.affected.len(), release.unknown.len());
    let critical = release.affected.iter().filter(|issue| names.is_urgent(**issue)).count();
    Release {
        version: &release.version,
        released: release.released.as_deref().map(wording::day),
        class: match (critical, counts) {
            (1.., _) => "bad",
            (_, (1.., _)) => "poor",
            (_, (_, 1..)) => "open",
            _ => "good",
        },
        headline: advice::headline(&release.version, counts.0, critical, counts.1),
        advice: advice::advice(branch, release, |issue| names.is_urgent(issue)),
        affected: names.links(&release.affected),
        unknown: names.links(&release.unknown),
        counts,
    }
}
