//! Runs this program again, built with what one command takes: the others do without and start at once.

use crate::Outcome;
use crate::command::{cargo, succeed, target_dir};

/// Runs `arguments` with xtask's `feature`.
pub(crate) fn with(feature: &str, arguments: &[&str]) -> Outcome {
    let mut cargo =
        cargo(&["run", "--quiet", "--locked", "--package", "xtask", "--features", feature]);
    // Another folder: a running program's file cannot be replaced on every system.
    cargo.arg("--target-dir").arg(target_dir().join(format!("xtask-{feature}")));
    cargo.arg("--").args(arguments).env("CARGO_TARGET_DIR", target_dir());
    succeed(&mut cargo)
}
