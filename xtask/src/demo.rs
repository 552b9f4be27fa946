//! `cargo xtask demo`: the shipped action on one issue, under the environment that a runner gives it.

use std::process::ExitCode;

use crate::Outcome;
use crate::command::command;
use crate::node;

/// Needs Node and nothing else: no network, no token, no `npm ci`.
pub(crate) fn run(arguments: &[&str]) -> Outcome<ExitCode> {
    let mut node = command(node::installed()?, &["xtask/demo.js"]);
    // Paths in the arguments are relative to where the person stands.
    node.args(arguments).env("DEMO_FOLDER", std::env::current_dir()?);
    Ok(if node.status()?.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
