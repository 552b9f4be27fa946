//! The command line: what it was asked, and the texts of its inputs → what it prints, what it writes, and its exit code.
//!
//! JavaScript parses the options, reads the inputs and carries out the result. Nothing here reads or prints.

mod affected;
mod affected_text;
mod check;
mod checked;
mod diff;
mod fix;
mod fresh;
mod github;
mod json;
mod picture;
mod request;
mod sarif;
mod setup;
mod setup_files;

use serde::Serialize;

use request::CommandRequest;

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
    pub labels: Vec<setup::NewLabel>,
}

impl Printed {
    /// A command that was asked something that it cannot do.
    fn refused(why: &str) -> Self {
        Self { stderr: error_line(why), exit_code: 2, ..Self::default() }
    }
}

/// An error on one line. `why` may contain hidden characters.
fn error_line(why: &str) -> String {
    format!("patch-release-issues: {}\n", crate::text::terminal::lines(why))
}

/// Runs a command. `request` is JSON in the form of `CommandRequest`.
#[must_use]
pub fn run(request: &str) -> Printed {
    match serde_json::from_str(request) {
        Ok(CommandRequest::Check(request)) => check::run(&request),
        Ok(CommandRequest::Fix(request)) => fix::run(&request),
        Ok(CommandRequest::New(request)) => fresh::run(&request),
        Ok(CommandRequest::Affected(request)) => affected::run(&request),
        Ok(CommandRequest::Setup(request)) => setup::run(&request),
        Ok(CommandRequest::Refuse { why }) => Printed::refused(&why),
        Err(error) => Printed::refused(&format!("internal error: {error}")),
    }
}

/// `1 issue`, `2 issues`.
fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}
