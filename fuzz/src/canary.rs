//! Marks the texts of issues whose details are withheld, and looks for the marks in what the core says.

use crate::{Checked, fail_unless};

/// Marks that the pieces of inputs contain too: a word, and a number for versions and pull requests.
const MARKS: &[&str] = &["s3cr3t", "31337"];

/// Fails if `said` contains a mark in any case.
pub(crate) fn check(what: &str, said: &str) -> Checked {
    let said = said.to_ascii_lowercase();
    for mark in MARKS {
        fail_unless(!said.contains(mark), || format!("{what} shows `{mark}`: {said}"))?;
    }
    Ok(())
}

/// Whether a text has a mark.
pub(crate) fn is_in(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    MARKS.iter().any(|mark| text.contains(mark))
}

/// The text with a mark on every line.
pub(crate) fn on_every_line(text: &str) -> String {
    let mut marked = String::new();
    for line in text.split('\n') {
        marked.push_str(line);
        marked.push_str(" s3cr3t\n");
    }
    marked
}
