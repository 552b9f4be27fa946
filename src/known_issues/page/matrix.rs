//! The table of releases × issues, with a cell for each pair: the maintained branches, and the issues that concern
//! them.

use crate::format::affected::{Basis, Status};
use crate::known_issues::report::{BranchReport, IssueAnswer, Report, ReportedVerdict};

use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::short_list::ShortList;

/// A table with the newest branch first. The releases of a branch run from the oldest to the newest.
pub(super) struct Matrix {
    pub(super) groups: Vec<MatrixGroup>,
    pub(super) rows: ShortList<Row>,
}

/// The columns of a branch.
pub(super) struct MatrixGroup {
    pub(super) branch: String,
    pub(super) columns: Vec<Column>,
}

/// A release.
pub(super) struct Column {
    pub(super) version: String,
    /// The part of the version after the branch, such as `.2`.
    pub(super) patch: String,
}

/// An issue.
pub(super) struct Row {
    pub(super) named: IssueLink,
    pub(super) cells: Vec<Cell>,
}

/// The answer about an issue in a release.
#[derive(Clone, Copy)]
pub(super) struct Cell {
    /// `a` affected, `f` fixed, `u` unknown, `n` not affected; with `i` if inferred.
    pub(super) class: &'static str,
    pub(super) word: &'static str,
}

const NOTHING: Cell = Cell { class: "n", word: "" };

impl Matrix {
    pub(super) fn of(report: &Report, names: &IssueLinks<'_>) -> Self {
        let group = |branch: &BranchReport| MatrixGroup {
            branch: branch.branch.clone(),
            columns: branch.releases.iter().rev().map(|one| column(branch, &one.version)).collect(),
        };
        // Who asks for releases of other branches alone gets a table of those.
        let has_maintained =
            report.branches.iter().any(|one| one.maintained && !one.releases.is_empty());
        let is_shown = |one: &&BranchReport| one.maintained || !has_maintained;
        let groups = report.branches.iter().filter(is_shown).filter(|one| !one.releases.is_empty());
        let groups: Vec<MatrixGroup> = groups.map(group).collect();
        let concerns = |branch: &str| groups.iter().any(|group| group.branch == branch);
        let answers: Vec<&IssueAnswer> = report
            .answers
            .iter()
            .filter(|answer| answer.branches.iter().any(|one| concerns(&one.branch)))
            .collect();
        let most = names.limits.matrix;
        let rows = ShortList::of(&answers, most, |one| one.issue, |one| row(one, &groups, names));
        Self { groups, rows }
    }
}

fn column(branch: &BranchReport, version: &str) -> Column {
    let patch = version.strip_prefix(&branch.branch).unwrap_or(version);
    Column { version: version.to_owned(), patch: patch.to_owned() }
}

fn row(answer: &IssueAnswer, groups: &[MatrixGroup], names: &IssueLinks<'_>) -> Row {
    let mut cells = Vec::new();
    for group in groups {
        let runs = answer.branches.iter().find(|one| one.branch == group.branch);
        let mut runs = runs.map(|one| one.runs.as_slice()).unwrap_or_default().iter();
        let mut run = None;
        for column in &group.columns {
            run = run.or_else(|| runs.next());
            cells.push(run.map_or(NOTHING, |run| cell(&run.verdict)));
            run = run.filter(|run| run.to != column.version);
        }
    }
    Row { named: names.link(answer.issue), cells }
}

/// The cell for an answer.
pub(super) fn cell(verdict: &ReportedVerdict) -> Cell {
    match (verdict.status, verdict.basis) {
        (Status::Affected, Basis::Inferred) => Cell { class: "a i", word: "affected, inferred" },
        (Status::Affected, _) => Cell { class: "a", word: "affected" },
        (Status::Fixed, Basis::Inferred) => Cell { class: "f i", word: "fixed, inferred" },
        (Status::Fixed, _) => Cell { class: "f", word: "fixed" },
        (Status::Unknown, _) => Cell { class: "u", word: "unknown" },
        (Status::NotAffected, _) => NOTHING,
    }
}
