//! Rows of results → the table of the job summary, what a dry run would write, and the outputs about all issues.

use std::fmt::Write as _;

use crate::text::markdown::fence;
use crate::validate_action::result_row::ResultRow;
use crate::validate_action::write::Write;

/// The most bytes of a summary. GitHub drops one of more than 1 MiB.
const MOST_BYTES: usize = 900 * 1024;

/// The most bytes of the output `results`. A job may write 1 MB, and `result` may take half of it.
const LONGEST_RESULTS: usize = 256 * 1024;

/// The last line of the log of a dry run.
pub(super) const DRY_RUN: &str = "This was a dry run: nothing was written.";

const HEAD: &str = "| Issue | Verdict | Changes |\n|---|---|---|\n";

/// The outputs about all issues, in the order of `action.yml`.
pub(super) fn outputs(rows: &[&ResultRow], dry_run: bool) -> Vec<(&'static str, String)> {
    let judged = rows.iter().filter(|row| row.is_judged);
    let invalid = judged.clone().filter(|row| row.errors > 0).count();
    let changed = rows.iter().filter(|row| row.is_changed(dry_run)).count();
    vec![
        ("swept", judged.clone().count().to_string()),
        ("changed", changed.to_string()),
        ("invalid", invalid.to_string()),
        ("results", results(judged.copied())),
    ]
}

/// A JSON array. What would make it too long is left out.
fn results<'a>(judged: impl Iterator<Item = &'a ResultRow>) -> String {
    let mut text = String::from("[");
    for ResultRow { number, errors, warnings, .. } in judged {
        let valid = *errors == 0;
        let result = format!(
            "{{\"number\":{number},\"valid\":{valid},\"errors\":{errors},\"warnings\":{warnings}}}"
        );
        if text.len() + result.len() + 2 > LONGEST_RESULTS {
            break;
        }
        text.push_str(if text.len() > 1 { "," } else { "" });
        text.push_str(&result);
    }
    text + "]"
}

/// The table, up to the limit.
pub(super) fn table(rows: &[&ResultRow], dry_run: bool) -> String {
    let mut text = HEAD.to_owned();
    for (index, row) in rows.iter().enumerate() {
        let row = row.text(dry_run);
        if text.len() + row.len() + 1024 > MOST_BYTES {
            let _ = write!(text, "\n… and {} more issues.\n", rows.len() - index);
            break;
        }
        text.push_str(&row);
    }
    text
}

/// Adds to `text` the comments that a dry run would write, until it is full, and how many are left out.
pub(super) fn add_comments(text: &mut String, rows: &[&ResultRow]) {
    let mut left = 0;
    for row in rows {
        for write in &row.writes {
            let (Write::PostComment { body, .. } | Write::UpdateComment { body, .. }) = write
            else {
                continue;
            };
            let comment =
                format!("\n### The comment on #{}\n\n{}", row.number, fence("markdown", body));
            if left > 0 || text.len() + comment.len() + 128 > MOST_BYTES {
                left += 1;
            } else {
                text.push_str(&comment);
            }
        }
    }
    if left > 0 {
        let _ = write!(text, "\n… and {left} more comments.\n");
    }
}

/// The summary of a dry run about one issue; `summary` is that of any run.
pub(super) fn dry_run_of_one(row: &ResultRow, summary: String) -> String {
    let mut text = summary;
    let _ = write!(text, "\n---\n\n## Dry run: nothing was written\n\n{}", table(&[row], true));
    add_comments(&mut text, &[row]);
    text
}
