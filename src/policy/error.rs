//! Mistakes in a policy file or a schedule, with their places.

use std::fmt;

use crate::text::edit::Span;
use crate::text::position::Lines;
use crate::text::sort;

/// A mistake in a policy file or a schedule. It is displayed as one line without control characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PolicyError {
    /// The line, from 1. Lines end with LF, CRLF or CR.
    pub line: usize,
    /// The column, from 1, in UTF-16 code units.
    pub column: usize,
    /// What is wrong and what to write instead. Text from the file is in code spans.
    pub message: String,
    /// The file that it is in, if it is not the policy's own file.
    pub file: Option<String>,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

impl std::error::Error for PolicyError {}

impl PolicyError {
    /// The whole message, for a file at `path`.
    #[must_use]
    pub fn in_file(&self, path: &str) -> String {
        format!("{} {self}", crate::text::quote::code(self.file.as_deref().unwrap_or(path)))
    }

    /// The whole messages about a file at `path`, one per line.
    #[must_use]
    pub fn all_in_file(errors: &[Self], path: &str) -> String {
        let mut lines = String::new();
        for error in errors {
            lines.push_str(if lines.is_empty() { "" } else { "\n" });
            lines.push_str(&error.in_file(path));
        }
        lines
    }
}

/// Where places in the file that a policy extends start: behind every place in its own file.
pub(crate) const SHARED_PLACES: usize = 1 << 20;

/// How many mistakes are reported.
const MOST: usize = 20;

/// The mistakes found so far. Their places are counted in characters, as in the YAML parser.
#[derive(Default)]
pub(crate) struct PolicyErrors(Vec<(usize, String)>);

impl PolicyErrors {
    pub(crate) fn add(&mut self, at: usize, message: String) {
        if !self.is_full() {
            self.0.push((at, message));
        }
    }

    /// Whether further mistakes are dropped, so that nothing needs to be computed for them.
    pub(crate) fn is_full(&self) -> bool {
        self.0.len() >= MOST
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.0.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes out those in the file that the policy extends, with their places in that file.
    pub(crate) fn split_shared(&mut self) -> Self {
        let shared = self.0.extract_if(.., |(at, _)| *at >= SHARED_PLACES);
        Self(shared.map(|(at, message)| (at - SHARED_PLACES, message)).collect())
    }

    /// The mistakes in order, with their places in `text`.
    pub(crate) fn located(mut self, text: &str) -> Vec<PolicyError> {
        sort::sort(&mut self.0, |(at, _)| *at);
        let lines = Lines::new(text);
        let mut located = Vec::new();
        for (at, message) in self.0 {
            let offset = text.char_indices().nth(at).map_or(text.len(), |(offset, _)| offset);
            let start = lines.locate(Span { start: offset, end: offset }).start;
            located.push(PolicyError {
                line: start.line,
                column: start.column,
                message,
                file: None,
            });
        }
        located
    }
}
