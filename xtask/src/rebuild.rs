//! Runs this program again, built with what `dist` and `docs` need: the other commands do without and start at once.

use std::process::Command;

use crate::command::{cargo, target_dir};

/// The program with xtask's feature `generate`, to be run with `arguments`.
pub(crate) fn with_generators(arguments: &[&str]) -> Command {
    let features = ["--features", "generate"];
    let mut cargo = cargo(&["run", "--quiet", "--locked", "--package", "xtask"]);
    cargo.args(features);
    // Windows cannot replace the file of a running program. Elsewhere one folder saves building the dependencies twice.
    if cfg!(windows) {
        cargo.arg("--target-dir").arg(target_dir().join("xtask"));
        cargo.env("CARGO_TARGET_DIR", target_dir());
    }
    cargo.arg("--").args(arguments);
    cargo
}
