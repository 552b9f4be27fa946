//! Rebuilds this program with the feature that `dist` and `docs` need. Other commands start at once without it.

use std::path::PathBuf;
use std::process::Command;

use crate::command::{cargo, command, target_dir};

/// The folder in which it is built. Windows cannot replace the file of a running program. On other systems, using the
/// common folder avoids compiling the dependencies twice.
fn folder() -> PathBuf {
    if cfg!(windows) { target_dir().join("xtask") } else { target_dir() }
}

/// Builds the program with its feature `generate`.
pub(crate) fn build() -> Command {
    let features = ["--features", "generate"];
    let mut cargo = cargo(&["build", "--quiet", "--locked", "--package", "xtask"]);
    cargo.args(features).arg("--target-dir").arg(folder());
    cargo
}

/// Runs the program from `build`, without cargo, which would wait for other builds.
pub(crate) fn built(arguments: &[&str]) -> Command {
    let name = format!("xtask{}", std::env::consts::EXE_SUFFIX);
    command(folder().join("debug").join(name), arguments)
}

/// Builds the program and runs it.
#[cfg(not(feature = "generate"))]
pub(crate) fn run(arguments: &[&str]) -> crate::Outcome {
    crate::command::succeed(&mut build())?;
    crate::command::succeed(&mut built(arguments))
}
