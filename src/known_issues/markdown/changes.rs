//! What changed lately.

use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::markdown::cells::{titled, words};
use crate::known_issues::markdown::document::Document;
use crate::known_issues::report::ChangedRelease;
use crate::known_issues::wording;

/// How many issues a row names with their titles.
const MOST_NAMED: usize = 5;

/// Writes what changed, what asks for action first; nothing when the report knows no date.
pub(super) fn write(repository: &RepositoryFacts, as_of: Option<&str>, document: &mut Document) {
    let changes = &repository.report.changes;
    let Some(title) = wording::changes_title(changes, as_of) else { return };
    let of = |list: &[ChangedRelease], word: &str| -> Vec<String> {
        let item = |change: &ChangedRelease| {
            format!("{} {word} {}", titled(repository, change.issue), words(&change.version))
        };
        list.iter().map(item).collect()
    };
    let all = |numbers: &[u64]| -> Vec<String> {
        numbers.iter().map(|number| titled(repository, *number)).collect()
    };
    let rows = [
        ("✘ refuted fixes", of(&changes.refuted, "is not fixed in")),
        ("↺ reopened", all(&changes.reopened)),
        ("newly affected", of(&changes.newly_affected, "affects")),
        ("newly fixed", of(&changes.newly_fixed, "is fixed in")),
        ("new issues", all(&changes.new_issues)),
        ("new tags", changes.tags.iter().map(|tag| words(tag)).collect()),
    ];
    if rows.iter().all(|(_, items)| items.is_empty()) {
        document.words("###", title, "Nothing.");
        return;
    }
    document.table("###", title, "", &["what", "how many", "which"]);
    for (what, items) in rows {
        if !items.is_empty() {
            document.row(|| vec![what.to_owned(), items.len().to_string(), cut(&items)]);
        }
    }
}

fn cut(items: &[String]) -> String {
    let shown = items.get(..MOST_NAMED.min(items.len())).unwrap_or_default().join("; ");
    let more = items.len().saturating_sub(MOST_NAMED);
    if more == 0 { shown } else { format!("{shown}; and {more} more") }
}
