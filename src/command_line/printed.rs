//! The result of a command.

use serde::Serialize;

use crate::text::terminal;

/// The result of a command.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Printed {
    /// For standard output.
    pub stdout: String,
    /// For standard error.
    pub stderr: String,
    /// 0 if nothing was found, 1 if something was, 2 if the command could not do what it was asked.
    pub exit_code: u8,
    /// The path or the number of each file to write, and its text.
    pub writes: Vec<(String, String)>,
    /// Labels to create.
    pub labels: Vec<NewLabel>,
}

impl Printed {
    /// A command that was asked something that it cannot do.
    pub(super) fn refused(why: &str) -> Self {
        Self { stderr: error_line(why), exit_code: 2, ..Self::default() }
    }
}

/// An error on one line. `why` may contain hidden characters.
pub(super) fn error_line(why: &str) -> String {
    format!("patch-release-issues: {}\n", terminal::lines(why))
}

/// A label to create.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewLabel {
    /// Its name.
    pub name: String,
    /// Six hexadecimal digits.
    pub color: &'static str,
    /// What it is for.
    pub description: &'static str,
}

/// `1 issue`, `2 issues`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
