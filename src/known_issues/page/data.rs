//! The numbers of the page, as JSON for its script: which releases each issue of the list affects. Words stay in the
//! list.
//!
//! `[[releases of a branch, …], [issue, …]]`, in the order of the page. An issue is `[places of its SIGs, place
//! of its priority or -1, days to fix it or -1, branch, …]`, and a branch `[place, answer, end, answer, end, …]`: an
//! answer holds for the releases before `end`, counted from the oldest.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::format::affected::{Basis, Status};
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::report::{BranchAnswer, BranchReport, ReportedVerdict};

use crate::known_issues::page::filters::Filters;
use crate::known_issues::page::issue::IssueSection;

/// The JSON for the issues of the list, in its order.
pub(super) fn data<'a>(
    facts: &RepositoryFacts,
    filters: &Filters,
    list: impl Iterator<Item = &'a IssueSection>,
) -> String {
    let report = &facts.report;
    let sizes: Vec<usize> = report.branches.iter().map(|branch| branch.releases.len()).collect();
    let places = places(&report.branches);
    let answers: BTreeMap<u64, &[BranchAnswer]> =
        report.answers.iter().map(|one| (one.issue, one.branches.as_slice())).collect();
    let days: BTreeMap<u64, u64> =
        report.exposure.issues.iter().map(|one| (one.issue, one.days)).collect();
    let mut text = format!("[{sizes:?},[");
    for (index, issue) in list.enumerate() {
        let known = facts.issue(issue.number);
        let sigs = known.map(|known| filters.sigs(&known.sigs)).unwrap_or_default();
        let priority = known.and_then(|known| filters.priority(known.priority.as_deref()));
        let days = days.get(&issue.number).map_or("-1".to_owned(), ToString::to_string);
        let priority = priority.map_or("-1".to_owned(), |place| place.to_string());
        text.push_str(if index == 0 { "" } else { "," });
        // Writing to a string cannot fail.
        let _ = write!(text, "[{sigs:?},{priority},{days}");
        for branch in answers.get(&issue.number).copied().unwrap_or_default() {
            push_branch(&mut text, branch, &places);
        }
        text.push(']');
    }
    text.push_str("]]");
    text.retain(|character| character != ' ');
    text
}

/// The place of each branch, and of each of its releases counted from the oldest.
fn places(branches: &[BranchReport]) -> BTreeMap<&str, (usize, BTreeMap<&str, usize>)> {
    let mut places = BTreeMap::new();
    for (index, branch) in branches.iter().enumerate() {
        let last = branch.releases.len();
        let counted = branch.releases.iter().enumerate();
        let counted = counted.map(|(at, release)| (release.version.as_str(), last - at)).collect();
        places.insert(branch.branch.as_str(), (index, counted));
    }
    places
}

fn push_branch(
    text: &mut String,
    answer: &BranchAnswer,
    places: &BTreeMap<&str, (usize, BTreeMap<&str, usize>)>,
) {
    let Some((index, releases)) = places.get(answer.branch.as_str()) else { return };
    let _ = write!(text, ",[{index}");
    for run in &answer.runs {
        if let Some(end) = releases.get(run.to.as_str()) {
            let _ = write!(text, ",{},{end}", code(&run.verdict));
        }
    }
    text.push(']');
}

/// The number of an answer: its place among the classes of the script.
const fn code(verdict: &ReportedVerdict) -> u8 {
    match (verdict.status, verdict.basis) {
        (Status::NotAffected, _) => 0,
        (Status::Affected, Basis::Inferred) => 2,
        (Status::Affected, _) => 1,
        (Status::Unknown, _) => 3,
        (Status::Fixed, Basis::Inferred) => 5,
        (Status::Fixed, _) => 4,
    }
}
