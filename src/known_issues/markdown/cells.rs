//! The contents of table cells.

use crate::format::affected::Basis;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::report::ReportedVerdict;
use crate::known_issues::settling_entries;

/// The most values that a cell lists.
const MOST_VALUES: usize = 20;

/// Untrusted text in a cell: as code, so that it has no effect, and without characters that would end the cell.
pub(super) fn words(text: &str) -> String {
    crate::text::markdown::cell(&crate::text::quote::code(text))
}

/// Several untrusted texts.
pub(super) fn list(values: &[String]) -> String {
    let mut shown: Vec<String> =
        values.iter().take(MOST_VALUES).map(|value| words(value)).collect();
    if values.len() > MOST_VALUES {
        shown.push(format!("and {} more", values.len() - MOST_VALUES));
    }
    if shown.is_empty() { NOTHING.to_owned() } else { shown.join(", ") }
}

/// A link to an issue.
pub(super) fn issue(repository: &RepositoryFacts, number: u64) -> String {
    format!("[#{number}]({}/issues/{number})", repository.url)
}

/// A link to a pull request of the repository.
pub(super) fn pull_request(repository: &RepositoryFacts, number: u64) -> String {
    format!("[#{number}]({}/pull/{number})", repository.url)
}

/// Links to issues.
pub(super) fn issues(repository: &RepositoryFacts, numbers: &[u64]) -> String {
    let mut shown: Vec<String> =
        numbers.iter().take(MOST_VALUES).map(|number| issue(repository, *number)).collect();
    if numbers.len() > MOST_VALUES {
        shown.push(format!("and {} more", numbers.len() - MOST_VALUES));
    }
    if shown.is_empty() { NOTHING.to_owned() } else { shown.join(", ") }
}

/// A link to an issue, followed by its title.
pub(super) fn titled(repository: &RepositoryFacts, number: u64) -> String {
    let title = repository.issue(number).map(|issue| format!(" {}", words(&issue.title)));
    format!("{}{}", issue(repository, number), title.unwrap_or_default())
}

/// The text of an empty cell.
pub(super) const NOTHING: &str = "–";

/// The day of a date.
pub(super) fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// The mark and the word for the basis of an answer.
pub(super) fn mark(basis: Basis) -> &'static str {
    match basis {
        Basis::Declared => "● declared",
        Basis::Inferred => "◐ inferred",
        Basis::None => "○ unknown",
    }
}

/// The same, with the rule that decided.
pub(super) fn basis(verdict: &ReportedVerdict) -> String {
    format!("{} ({})", mark(verdict.basis), verdict.rule)
}

/// How to settle an unknown answer.
pub(super) fn settled_by(verdict: &ReportedVerdict) -> String {
    match verdict.settle.as_slice() {
        [affected, fixed] => {
            format!(
                "{} if it has the problem, {} if it never had it",
                words(affected),
                words(fixed)
            )
        }
        _ => settling_entries::correction(verdict.rule).to_owned(),
    }
}
