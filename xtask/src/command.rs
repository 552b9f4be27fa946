//! Runs programs for the commands.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use crate::Outcome;

/// The workspace's folder. It is read at run time, because a build may have been moved from another folder.
pub(crate) fn root() -> &'static Path {
    static ROOT: LazyLock<PathBuf> = LazyLock::new(|| {
        let manifest = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        manifest.unwrap_or_default().parent().unwrap_or(Path::new(".")).to_owned()
    });
    &ROOT
}

/// The folder in which cargo builds.
pub(crate) fn target_dir() -> PathBuf {
    root().join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
}

/// A program, to be run in the workspace's folder.
pub(crate) fn command(program: impl AsRef<OsStr>, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root());
    command
}

/// The cargo that runs this program, or the one on the path.
pub(crate) fn cargo(arguments: &[&str]) -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()), arguments)
}

/// Runs a program and waits for it. Its output goes to the terminal.
pub(crate) fn succeed(command: &mut Command) -> Outcome {
    let status =
        command.status().map_err(|error| format!("{} cannot be run: {error}", name(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed: {status}", name(command)).into())
    }
}

/// Runs a program and returns its trimmed output.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let output =
        command.output().map_err(|error| format!("{} cannot be run: {error}", name(command)))?;
    if !output.status.success() {
        return Err(format!(
            "{} failed: {}",
            name(command),
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().to_owned())
}

/// A command line, for messages.
pub(crate) fn name(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(OsStr::to_string_lossy).collect::<Vec<_>>().join(" ")
}
