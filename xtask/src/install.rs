//! Installs what the tests need. Whatever is already installed is left alone.

use std::ffi::OsString;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::Outcome;
use crate::command::{command, output, root, target_dir};
use crate::step::Log;

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The list of programs to install from Python's package index.
const REQUIREMENTS: &str = "xtask/requirements.txt";

/// The possible names of the browser.
const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Installs the compiler's WebAssembly target.
pub(crate) fn target(log: &mut Log) -> Result<(), String> {
    let libraries = output(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]));
    if libraries.is_ok_and(|folder| PathBuf::from(folder).exists()) {
        return Ok(());
    }
    log.run(command("rustup", &["target", "add", WASM]))
}

/// Installs the npm packages of the lock file.
pub(crate) fn packages(log: &mut Log) -> Result<(), String> {
    if has_packages() {
        return Ok(());
    }
    log.run(command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))
}

/// Whether `node_modules` matches the lock file. npm writes its copy of the lock file last.
fn has_packages() -> bool {
    let modified =
        |path: &str| root().join(path).metadata().and_then(|metadata| metadata.modified()).ok();
    match (modified("node_modules/.package-lock.json"), modified("package-lock.json")) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}

/// Installs `act` and `zizmor` into a folder of their own.
pub(crate) fn tools(log: &mut Log) -> Result<(), String> {
    let result = if has_tools() { Ok(()) } else { install_tools(log) };
    optional(log, "act and zizmor", result)
}

/// Whether the listed programs are installed. A copy of the list is written last.
fn has_tools() -> bool {
    let wanted = fs::read(root().join(REQUIREMENTS)).ok();
    wanted.is_some() && wanted == fs::read(tools_folder().join("requirements.txt")).ok()
}

fn install_tools(log: &mut Log) -> Result<(), String> {
    let folder = tools_folder();
    let mut venv = command("python3", &["-m", "venv", "--clear"]);
    venv.arg(&folder);
    log.run(venv)?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"];
    let mut pip = command(programs().join("python"), &pip);
    pip.args(["--only-binary=:all:", "--requirement", REQUIREMENTS]);
    log.run(pip)?;
    let copied = fs::copy(root().join(REQUIREMENTS), folder.join("requirements.txt"));
    copied.map(drop).map_err(|error| format!("{} cannot be written: {error}", folder.display()))
}

fn tools_folder() -> PathBuf {
    target_dir().join("tools")
}

fn programs() -> PathBuf {
    tools_folder().join(if cfg!(windows) { "Scripts" } else { "bin" })
}

/// The `PATH` with the tools' folder first.
pub(crate) fn path() -> Outcome<OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(std::iter::once(programs()).chain(std::env::split_paths(&rest)))?)
}

/// Installs a browser: Debian's, if this process may.
pub(crate) fn browser(log: &mut Log) -> Result<(), String> {
    let result = if has_browser() { Ok(()) } else { install_browser(log) };
    optional(log, "chromium", result)
}

fn has_browser() -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder| BROWSERS.iter().any(|name| folder.join(name).exists()))
}

fn install_browser(log: &mut Log) -> Result<(), String> {
    let user = output(&mut command("id", &["-u"])).unwrap_or_default();
    if user != "0" || output(&mut command("apt-get", &["--version"])).is_err() {
        return Err(
            "there is no browser on the path, and only root with apt-get can install it".to_owned()
        );
    }
    // The package lists may be outdated or missing.
    log.run(apt_get(&["install", "--yes", "--no-install-recommends", "chromium"])).or_else(|_| {
        log.run(apt_get(&["update"]))?;
        log.run(apt_get(&["install", "--yes", "--no-install-recommends", "chromium"]))
    })
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = command("apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Without such a program, its tests are skipped on a user's machine. In CI this is an error.
fn optional(log: &mut Log, what: &str, result: Result<(), String>) -> Result<(), String> {
    let is_ci = std::env::var_os("CI").is_some_and(|value| !value.is_empty());
    match result {
        Err(why) if is_ci => Err(format!("CI must be able to install {what}: {why}")),
        Err(why) => {
            log.note(format!(
                "NOT TESTED: tests that need {what}, which cannot be installed: {why}"
            ));
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}
