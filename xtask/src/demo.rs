//! `cargo xtask demo`: runs the shipped action on one issue, in an environment like a runner's.

use std::process::ExitCode;

use crate::Outcome;
use crate::command::command;
use crate::node;

/// Runs the demo. It needs only Node: no network, no token, no `npm ci`.
pub(crate) fn run(arguments: &[&str]) -> Outcome<ExitCode> {
    let mut node = command(node::installed()?, &["xtask/demo.js"]);
    // Paths in the arguments are relative to the user's current folder.
    node.args(arguments).env("DEMO_FOLDER", std::env::current_dir()?);
    Ok(if node.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
