//! What changed lately, as the page shows it.

use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::report::{ChangedRelease, Report};
use crate::known_issues::wording;

/// How many issues a line names.
const MOST_NAMED: usize = 3;

/// What changed in a span.
pub(super) struct ChangesSection {
    pub(super) title: String,
    /// One line for each kind of change that there is.
    pub(super) lines: Vec<ChangesLine>,
    /// The versions that were tagged.
    pub(super) tags: String,
}

/// Changes of one kind.
pub(super) struct ChangesLine {
    pub(super) what: &'static str,
    /// Issues, and what is said about each.
    pub(super) issues: Vec<(IssueLink, String)>,
    /// How many more there are.
    pub(super) more: usize,
}

impl ChangesSection {
    /// What changed; `None` when the report knows no date.
    pub(super) fn of(report: &Report, as_of: Option<&str>, names: &IssueLinks<'_>) -> Option<Self> {
        let changes = &report.changes;
        let title = wording::changes_title(changes, as_of)?;
        let of = |what, list: &[ChangedRelease], word: &str| {
            let shown = list.iter().take(MOST_NAMED);
            let remark = |one: &ChangedRelease| format!("{word} {}", one.version);
            let issues = shown.map(|one| (names.link(one.issue), remark(one))).collect();
            ChangesLine { what, issues, more: list.len().saturating_sub(MOST_NAMED) }
        };
        let all = |what, list: &[u64]| {
            let shown = list.iter().take(MOST_NAMED);
            let issues = shown.map(|issue| (names.link(*issue), String::new())).collect();
            ChangesLine { what, issues, more: list.len().saturating_sub(MOST_NAMED) }
        };
        let mut lines = vec![
            of("Refuted", &changes.refuted, "is not fixed in"),
            all("Reopened", &changes.reopened),
            of("Newly affected", &changes.newly_affected, "affects"),
            of("Newly fixed", &changes.newly_fixed, "is fixed in"),
            all("New", &changes.new_issues),
        ];
        lines.retain(|line| !line.issues.is_empty());
        Some(Self { title, lines, tags: changes.tags.join(", ") })
    }
}
