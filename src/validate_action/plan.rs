//! A plan: the decisions that JavaScript carries out.

use serde::Serialize;

use crate::github::query::Query;
use crate::text::{quote, workflow_command};
use crate::validate_action::write::Write;

/// Everything that a run does next. JavaScript adds nothing and decides nothing.
///
/// If there is a query, only the query is sent, and then the run plans again. Otherwise, if there are writes, only
/// these are carried out, in order until one fails, and then the run plans again. Otherwise, the rest is carried out
/// and the run ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Whether the event starts a sweep: then nothing else is carried out, and [`Sweep`] plans the run.
    ///
    /// [`Sweep`]: crate::validate_action::sweep::Sweep
    pub sweep: bool,
    /// The query to send to GitHub.
    pub query: Option<Query>,
    /// The number of the issue that the writes are about.
    pub number: u64,
    /// The writes to GitHub, in order.
    pub writes: Vec<Write>,
    /// The process's exit code: 0 or 1.
    pub exit_code: u8,
    /// Lines for standard output, workflow commands among them: complete and escaped.
    pub log: Vec<String>,
    /// Step outputs, in order: name and value. No value holds a line break.
    pub outputs: Vec<(&'static str, String)>,
    /// The job summary: Markdown, at most 900 KiB.
    pub summary: String,
}

impl Plan {
    /// The plan of a run that cannot continue: it says why and fails.
    #[must_use]
    pub fn failure(message: &str) -> Self {
        Self::failures(&[message.to_owned()])
    }

    pub(super) fn failures(messages: &[String]) -> Self {
        let mut log = Vec::new();
        for message in messages {
            log.push(workflow_command::command("error", None, &quote::shown(message)));
        }
        Self { exit_code: 1, log, ..Self::default() }
    }
}
