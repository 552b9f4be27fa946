//! One repository on the page: every section of its report.

use crate::judge::rules::RULES;
use crate::known_issues::facts;
use crate::known_issues::report;
use crate::known_issues::report::MedianExposure;
use crate::known_issues::report_words::ReportWords;
use crate::links;
use crate::policy::Noun;

use crate::known_issues::page::branch::BranchSection;
use crate::known_issues::page::changes::ChangesSection;
use crate::known_issues::page::issue::IssueSection;
use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::matrix::Matrix;
use crate::known_issues::page::next_release::NextRow;
use crate::known_issues::page::wording;

/// A repository.
pub(super) struct RepositorySection<'a> {
    pub(super) facts: &'a facts::RepositoryFacts,
    pub(super) prefix: String,
    pub(super) summary: String,
    pub(super) changes: Option<ChangesSection>,
    pub(super) branches: Vec<BranchSection<'a>>,
    pub(super) minor: Option<NextRow<'a>>,
    pub(super) picture: Matrix,
    pub(super) issues: Vec<IssueSection>,
    pub(super) upgrades: Vec<UpgradeRow<'a>>,
    pub(super) backports: Vec<Backports>,
    pub(super) attention: Vec<AttentionRow>,
    /// Whether the project has priorities, and so critical issues.
    pub(super) has_priorities: bool,
    pub(super) medians: Vec<(String, Vec<Median>)>,
    pub(super) exposures: Vec<ExposureRow<'a>>,
}

/// What an upgrade fixes and introduces.
pub(super) struct UpgradeRow<'a> {
    pub(super) report: &'a report::Upgrade,
    pub(super) lists: [(&'static str, &'static str, Vec<IssueLink>); 3],
}

/// The missing backports of a SIG.
pub(super) struct Backports {
    pub(super) sig: String,
    /// The branch, the issue and remarks.
    pub(super) missing: Vec<(String, IssueLink, String)>,
}

/// The issues that need attention for the same reason.
pub(super) struct AttentionRow {
    pub(super) why: &'static str,
    pub(super) issues: Vec<(IssueLink, Vec<Detail>)>,
}

/// A remark, linked to a page if there is one.
pub(super) struct Detail {
    pub(super) text: String,
    pub(super) url: Option<String>,
}

/// The time to fix issues of one kind.
pub(super) struct Median {
    pub(super) name: String,
    pub(super) days: String,
    pub(super) ended: usize,
    pub(super) ongoing: usize,
}

/// The time to fix an issue.
pub(super) struct ExposureRow<'a> {
    pub(super) named: IssueLink,
    pub(super) from: &'a str,
    pub(super) to: &'a str,
    pub(super) days: String,
}

impl<'a> RepositorySection<'a> {
    /// The next releases: what the anchor of each ends with, whether it is the next minor, and the decision.
    pub(super) fn next_releases(&self) -> Vec<(&str, bool, &NextRow<'a>)> {
        let minor = self.minor.iter().map(|next| ("minor", true, next));
        let patches = self.branches.iter().filter_map(|branch| {
            Some((branch.report.branch.as_str(), false, branch.next.as_ref()?))
        });
        minor.chain(patches).collect()
    }

    pub(super) fn of(
        facts: &'a facts::RepositoryFacts,
        prefix: String,
        as_of: Option<&str>,
    ) -> Self {
        let names = IssueLinks::of(facts, prefix.clone());
        let (report, words) = (&facts.report, &facts.settings.words);
        Self {
            facts,
            prefix,
            summary: summary(report.counts),
            changes: ChangesSection::of(report, as_of, &names),
            minor: report.next_minor.as_ref().map(|next| NextRow::of(next, &names)),
            branches: report
                .branches
                .iter()
                .map(|one| BranchSection::of(one, report, &names))
                .collect(),
            picture: Matrix::of(report, &names),
            issues: report.answers.iter().map(|answer| IssueSection::of(answer, &names)).collect(),
            upgrades: report.upgrades.iter().map(|one| upgrade(one, &names)).collect(),
            backports: report
                .missing_backports
                .iter()
                .map(|one| backports(one, words.sig.as_ref(), &names))
                .collect(),
            attention: attention(&report.attention, &names),
            has_priorities: words.priority.is_some(),
            medians: medians(&report.exposure, words),
            exposures: report.exposure.issues.iter().map(|one| exposure(one, &names)).collect(),
        }
    }
}

fn summary(counts: report::Counts) -> String {
    let mut parts = vec![wording::counted(counts.listed + counts.invalid, "known issue")];
    if counts.invalid > 0 {
        parts.push(format!("{} of them incomplete", counts.invalid));
    }
    if counts.withheld > 0 {
        parts.push(format!("{} withheld for security", counts.withheld));
    }
    parts.join(", ")
}

fn upgrade<'a>(upgrade: &'a report::Upgrade, names: &IssueLinks<'_>) -> UpgradeRow<'a> {
    let lists = [
        ("f", "fixes", names.all(&upgrade.fixes)),
        ("a", "introduces", names.all(&upgrade.brings)),
        ("u", "unknown", names.all(&upgrade.unknown)),
    ];
    UpgradeRow { report: upgrade, lists }
}

fn backports(
    of: &report::MissingBackports,
    noun: Option<&Noun>,
    names: &IssueLinks<'_>,
) -> Backports {
    let missing = of.missing.iter().map(|one| {
        let basis = wording::basis(one.basis);
        let elsewhere = if one.fixed_elsewhere { "fixed elsewhere" } else { "no fix yet" };
        let remarks =
            if basis.is_empty() { elsewhere.to_owned() } else { format!("{elsewhere}, {basis}") };
        (one.branch.clone(), names.named(one.issue), remarks)
    });
    let none = || noun.map(|noun| format!("No {}", noun.one)).unwrap_or_default();
    let sig = of.sig.as_deref().map_or_else(none, crate::text::quote::shown);
    Backports { sig, missing: missing.collect() }
}

/// The issues that need attention, grouped by reason.
fn attention(list: &[report::Attention], names: &IssueLinks<'_>) -> Vec<AttentionRow> {
    let mut groups: Vec<AttentionRow> = Vec::new();
    for one in list {
        let why = wording::attention(one.kind);
        let details = one.details.iter().map(|detail| self::detail(detail)).collect();
        let issue = (names.named(one.issue), details);
        match groups.iter_mut().find(|group| group.why == why) {
            Some(group) => group.issues.push(issue),
            None => groups.push(AttentionRow { why, issues: vec![issue] }),
        }
    }
    groups
}

fn detail(text: &str) -> Detail {
    let url = RULES.iter().find(|rule| rule.name == text).map(|rule| links::rule_page(rule.name));
    let is_date = text.len() == 20 && text.ends_with('Z');
    let text = if is_date {
        format!("since {}", wording::day(text))
    } else {
        crate::text::quote::shown(text)
    };
    Detail { text, url }
}

fn medians(exposure: &report::Exposure, named: &ReportWords) -> Vec<(String, Vec<Median>)> {
    let table = |noun: &Option<Noun>, rows: &[MedianExposure]| {
        let title = noun.as_ref().map(Noun::title)?;
        Some((title, rows.iter().map(median).collect::<Vec<_>>()))
    };
    let tables =
        [table(&named.priority, &exposure.by_priority), table(&named.sig, &exposure.by_sig)];
    tables.into_iter().flatten().collect()
}

fn median(row: &MedianExposure) -> Median {
    Median {
        name: row.name.as_deref().map_or("none".to_owned(), crate::text::quote::shown),
        days: row.median_days.map_or("–".to_owned(), wording::counted_days),
        ended: row.ended,
        ongoing: row.ongoing,
    }
}

fn exposure<'a>(of: &'a report::IssueExposure, names: &IssueLinks<'_>) -> ExposureRow<'a> {
    ExposureRow {
        named: names.named(of.issue),
        from: wording::day(&of.from),
        to: of.to.as_deref().map_or("not yet", wording::day),
        days: wording::counted_days(of.days),
    }
}
