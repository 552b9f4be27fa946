//! A unified diff of a text and its correction, as `patch` and `git apply` read it.

use std::fmt::Write;

use crate::text::line_diff::{Difference, differences};

/// Unchanged lines that are shown before and after a change.
const CONTEXT: usize = 3;

/// Lines to look ahead for the end of a change. A longer change reaches to the end of the text.
const FARTHEST: usize = 400;

/// What to do with a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LineEdit {
    Keep,
    Remove,
    Add,
}

/// The diff; empty if the texts are equal. `name` is the file's.
pub(super) fn unified(name: &str, old: &str, new: &str) -> String {
    let edits = edits(&split(old), &split(new));
    let mut text = String::new();
    let mut at = 0;
    while let Some(first) = next_change(&edits, at) {
        if text.is_empty() {
            let _ = write!(text, "--- a/{name}\n+++ b/{name}\n");
        }
        let start = first.saturating_sub(CONTEXT).max(at);
        let mut end = first;
        while let Some(change) =
            next_change(&edits, end).filter(|change| *change <= end + 2 * CONTEXT)
        {
            end = change + 1;
        }
        let end_of_hunk = (end + CONTEXT).min(edits.len());
        add_hunk(&mut text, &edits, start, end_of_hunk);
        at = end_of_hunk;
    }
    text
}

fn next_change(edits: &[(LineEdit, &str)], from: usize) -> Option<usize> {
    let rest = edits.get(from..)?;
    Some(from + rest.iter().position(|(edit, _)| *edit != LineEdit::Keep)?)
}

fn add_hunk(text: &mut String, edits: &[(LineEdit, &str)], start: usize, end: usize) {
    let count = |part: &[(LineEdit, &str)], without: LineEdit| {
        part.iter().filter(|(edit, _)| *edit != without).count()
    };
    let (before, hunk) = (edits.get(..start), edits.get(start..end));
    let (before, hunk) = (before.unwrap_or_default(), hunk.unwrap_or_default());
    let range = |without| {
        let (skipped, shown) = (count(before, without), count(hunk, without));
        format!("{},{shown}", skipped + usize::from(shown > 0))
    };
    let _ = writeln!(text, "@@ -{} +{} @@", range(LineEdit::Add), range(LineEdit::Remove));
    for (edit, line) in hunk {
        text.push(match edit {
            LineEdit::Keep => ' ',
            LineEdit::Remove => '-',
            LineEdit::Add => '+',
        });
        text.push_str(line);
        if !line.ends_with('\n') {
            text.push_str("\n\\ No newline at end of file\n");
        }
    }
}

fn edits<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<(LineEdit, &'a str)> {
    let mut edits = Vec::new();
    let mut add = |edit, lines: Option<&[&'a str]>| {
        edits.extend(lines.unwrap_or_default().iter().map(|line| (edit, *line)));
    };
    let mut at = 0;
    for Difference { old: gone, new: come } in differences(old, new, FARTHEST) {
        add(LineEdit::Keep, old.get(at..gone.start));
        at = gone.end;
        add(LineEdit::Remove, old.get(gone));
        add(LineEdit::Add, new.get(come));
    }
    add(LineEdit::Keep, old.get(at..));
    edits
}

/// The lines with their ends.
fn split(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

#[cfg(test)]
mod tests {
    use super::unified;

    #[test]
    fn changes_are_shown_with_their_surroundings() {
        assert_eq!(unified("x.md", "a\n", "a\n"), "");
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13";
        let new = "1\nzwei\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n";
        let wanted = "--- a/x.md\n+++ b/x.md\n@@ -1,5 +1,5 @@\n 1\n-2\n+zwei\n 3\n 4\n 5\n@@ -10,4 +10,4 @@\n 10\n 11\n 12\n-13\n\\ No newline at end of file\n+13\n";
        assert_eq!(unified("x.md", old, new), wanted);
        assert_eq!(unified("x", "", "a\n"), "--- a/x\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n");
    }
}
