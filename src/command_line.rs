//! The command line: what it was asked, and the texts of its inputs → what it prints, what it writes, and its exit code.
//!
//! JavaScript parses the options, reads the inputs and carries out the result. Nothing here reads or prints.

mod affected;
mod affected_text;
mod check;
mod checked;
mod diff;
mod draft;
mod fix;
mod fresh;
mod github;
mod json;
mod picture;
mod printed;
mod request;
mod sarif;
mod setup;
mod setup_files;
mod templates;
mod version_report;

use serde::Deserialize;

use crate::command_line::affected::AffectedRequest;
use crate::command_line::draft::DraftRequest;
use crate::command_line::fresh::NewRequest;
use crate::command_line::request::{CheckRequest, FixRequest};
use crate::command_line::setup::SetupRequest;

pub use printed::{NewLabel, Printed};
pub use templates::{issue_form, issue_template};

/// A command with its options and inputs.
#[derive(Debug, Deserialize)]
#[serde(tag = "command", rename_all = "kebab-case")]
enum CommandRequest {
    Check(CheckRequest),
    Fix(FixRequest),
    New(NewRequest),
    Draft(DraftRequest),
    Affected(AffectedRequest),
    Setup(SetupRequest),
    /// To say why a command cannot be carried out.
    Refuse {
        why: String,
    },
}

/// Runs a command. `request` is JSON in the form of `CommandRequest`.
#[must_use]
pub fn run(request: &str) -> Printed {
    match serde_json::from_str(request) {
        Ok(CommandRequest::Check(request)) => check::run(&request),
        Ok(CommandRequest::Fix(request)) => fix::run(&request),
        Ok(CommandRequest::New(request)) => fresh::run(&request),
        Ok(CommandRequest::Draft(request)) => draft::run(&request),
        Ok(CommandRequest::Affected(request)) => affected::run(&request),
        Ok(CommandRequest::Setup(request)) => setup::run(&request),
        Ok(CommandRequest::Refuse { why }) => Printed::refused(&why),
        Err(error) => Printed::refused(&format!("internal error: {error}")),
    }
}
