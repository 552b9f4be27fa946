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
use crate::known_issues::page::data::data;
use crate::known_issues::page::filters::Filters;
use crate::known_issues::page::issue;
use crate::known_issues::page::issue::IssueSection;
use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::matrix::Matrix;
use crate::known_issues::page::mentioned::mentioned;
use crate::known_issues::page::next_release::NextRow;
use crate::known_issues::page::short_list::ShortList;
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
    /// The issues that affect or may affect a release of the report's branches.
    pub(super) issues: Vec<IssueSection>,
    /// The other issues that the page names.
    pub(super) others: Vec<IssueSection>,
    /// The withheld issues: number and page.
    pub(super) withheld: ShortList<(u64, String)>,
    /// Whether some issues have no details in the list.
    pub(super) is_brief: bool,
    /// What settles the answers that the list leaves unknown, by the rule that it names.
    pub(super) remedies: Vec<(Vec<&'static str>, &'static str)>,
    pub(super) filters: Filters,
    /// The numbers of these issues, as JSON for the script.
    pub(super) data: String,
    pub(super) upgrades: Vec<UpgradeRow<'a>>,
    pub(super) backports: Vec<Backports>,
    pub(super) attention: Vec<AttentionRow>,
    /// Whether the project has priorities, and so critical issues.
    pub(super) has_priorities: bool,
    pub(super) medians: Vec<(String, Vec<Median>)>,
    pub(super) exposures: ShortList<ExposureRow<'a>>,
}

/// What an upgrade fixes and introduces.
pub(super) struct UpgradeRow<'a> {
    pub(super) report: &'a report::Upgrade,
    pub(super) lists: [(&'static str, &'static str, ShortList<IssueLink>); 3],
}

/// The missing backports of a SIG.
pub(super) struct Backports {
    pub(super) sig: String,
    /// The branch, the issue and remarks.
    pub(super) missing: ShortList<(String, IssueLink, String)>,
}

/// The issues that need attention for the same reason.
pub(super) struct AttentionRow {
    pub(super) why: &'static str,
    pub(super) issues: ShortList<(IssueLink, Vec<Detail>)>,
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
        let others = mentioned(facts);
        let names = IssueLinks::of(facts, &others, as_of);
        let (report, words) = (&facts.report, &facts.settings.words);
        let (issues, others) = issue::list(facts, &others, &names);
        let listed = || issues.iter().chain(&others);
        let filters = Filters::of(facts, listed().filter_map(|one| facts.issue(one.number)));
        let data = data(facts, &filters, listed());
        Self {
            facts,
            prefix,
            summary: summary(report.counts),
            changes: ChangesSection::of(report, as_of, &names),
            minor: report.next_minor.as_ref().map(|next| NextRow::of(next, &names)),
            branches: report.branches.iter().map(|one| BranchSection::of(one, &names)).collect(),
            picture: Matrix::of(report, &names),
            withheld: ShortList::of(
                &facts.withheld,
                names.limits.group,
                |one| one.number,
                |one| (one.number, names.url(one.number)),
            ),
            is_brief: issues.iter().any(|issue| issue.details.is_none()),
            remedies: issue::remedies(&issues),
            issues,
            others,
            filters,
            data,
            upgrades: report.upgrades.iter().map(|one| upgrade(one, &names)).collect(),
            backports: report
                .missing_backports
                .iter()
                .map(|one| backports(one, words.sig.as_ref(), &names))
                .collect(),
            attention: attention(&report.attention, &names),
            has_priorities: words.priority.is_some(),
            medians: medians(&report.exposure, words),
            exposures: exposures(&report.exposure, &names),
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
        ("f", "fixes", names.links(&upgrade.fixes)),
        ("a", "introduces", names.links(&upgrade.brings)),
        ("u", "unknown", names.links(&upgrade.unknown)),
    ];
    UpgradeRow { report: upgrade, lists }
}

fn backports(
    of: &report::MissingBackports,
    noun: Option<&Noun>,
    names: &IssueLinks<'_>,
) -> Backports {
    let row = |one: &report::MissingBackport| {
        let basis = wording::basis(one.basis);
        let elsewhere = if one.fixed_elsewhere { "fixed elsewhere" } else { "no fix yet" };
        let remarks =
            if basis.is_empty() { elsewhere.to_owned() } else { format!("{elsewhere}, {basis}") };
        (one.branch.clone(), names.link(one.issue), remarks)
    };
    let missing = ShortList::of(&of.missing, names.limits.missing, |one| one.issue, row);
    let none = || noun.map(|noun| format!("No {}", noun.one)).unwrap_or_default();
    let sig = of.sig.as_deref().map_or_else(none, crate::text::quote::shown);
    Backports { sig, missing }
}

/// The issues that need attention, grouped by reason.
fn attention(list: &[report::Attention], names: &IssueLinks<'_>) -> Vec<AttentionRow> {
    let mut groups: Vec<(&'static str, Vec<&report::Attention>)> = Vec::new();
    for one in list {
        let why = wording::attention(one.kind);
        match groups.iter_mut().find(|(group, _)| *group == why) {
            Some((_, issues)) => issues.push(one),
            None => groups.push((why, vec![one])),
        }
    }
    let row = |one: &&report::Attention| {
        (names.link(one.issue), one.details.iter().map(|detail| self::detail(detail)).collect())
    };
    let most = names.limits.rows;
    let short = |issues: &[&report::Attention]| ShortList::of(issues, most, |one| one.issue, row);
    groups.iter().map(|(why, issues)| AttentionRow { why, issues: short(issues) }).collect()
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

fn exposures<'a>(
    exposure: &'a report::Exposure,
    names: &IssueLinks<'_>,
) -> ShortList<ExposureRow<'a>> {
    let row = |one: &'a report::IssueExposure| self::exposure(one, names);
    let all: Vec<&report::IssueExposure> = exposure.issues.iter().collect();
    ShortList::of(&all, names.limits.rows, |one| one.issue, |one| row(one))
}

fn exposure<'a>(of: &'a report::IssueExposure, names: &IssueLinks<'_>) -> ExposureRow<'a> {
    ExposureRow {
        named: names.link(of.issue),
        from: wording::day(&of.from),
        to: of.to.as_deref().map_or("not yet", wording::day),
        days: wording::counted_days(of.days),
    }
}
