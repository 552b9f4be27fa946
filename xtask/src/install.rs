//! Installs what the tests need. Whatever is already installed is left alone.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::command::{command, output, root, target_dir};
use crate::step::Log;

pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The list of programs to install from Python's package index.
const REQUIREMENTS: &str = "xtask/requirements.txt";

/// The folder that lists the tools of the package's tests.
const PACKAGE_TOOLS: &str = "tests/package/tools";

/// The possible names of the browser.
const BROWSERS: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The possible names of the compiler of libFuzzer.
const CPP_COMPILERS: &[&str] = &["c++", "g++", "clang++"];

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
    if root().join("node_modules").is_symlink() {
        let why = "node_modules is a link, and npm would empty the folder that it leads to: remove the link";
        return Err(why.to_owned());
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

/// Installs the tools that the tests of the package build projects with, into a folder of their own.
pub(crate) fn tools_of_package(log: &mut Log) -> Result<(), String> {
    let folder = target_dir().join("package-tools");
    let read = |folder: &PathBuf| fs::read(folder.join("package-lock.json")).ok();
    let wanted = root().join(PACKAGE_TOOLS);
    let result = if folder.join("node_modules").exists() && read(&folder) == read(&wanted) {
        Ok(())
    } else {
        install_tools_of_package(log, &wanted, &folder)
    };
    optional(log, "Deno, Bun, Node 20.0, TypeScript 5, Vite, webpack and Rollup", result, is_ci())
}

fn install_tools_of_package(log: &mut Log, wanted: &Path, folder: &PathBuf) -> Result<(), String> {
    let copy = || -> std::io::Result<()> {
        fs::create_dir_all(folder)?;
        for name in ["package.json", "package-lock.json"] {
            fs::copy(wanted.join(name), folder.join(name))?;
        }
        Ok(())
    };
    copy().map_err(|error| format!("{} cannot be written: {error}", folder.display()))?;
    let mut npm = command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    npm.current_dir(folder);
    log.run(npm).inspect_err(|_| {
        // The next run must not take a folder for installed that is not.
        drop(fs::remove_dir_all(folder));
    })
}

/// Installs `act`, `zizmor` and `cargo-deny` into a folder of their own.
pub(crate) fn tools(log: &mut Log) -> Result<(), String> {
    let result = if has_tools() { Ok(()) } else { install_tools(log) };
    optional(log, "act, zizmor and cargo-deny", result, is_ci())
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

/// The path of one of these tools.
pub(crate) fn program(name: &str) -> PathBuf {
    programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// Whether one of these tools is installed.
pub(crate) fn has(name: &str) -> bool {
    program(name).exists()
}

/// The `PATH` with the tools' folder first.
pub(crate) fn path() -> Outcome<OsString> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    Ok(std::env::join_paths(std::iter::once(programs()).chain(std::env::split_paths(&rest)))?)
}

/// A browser, `jq` and a C++ compiler: Debian's, where this may install them.
pub(crate) fn programs_of_debian(log: &mut Log) -> Result<(), String> {
    for (package, programs) in [("chromium", BROWSERS), ("jq", &["jq"]), ("g++", CPP_COMPILERS)] {
        let result = if has_any(programs) { Ok(()) } else { install_package(log, package) };
        optional(log, package, result, is_ci())?;
    }
    Ok(())
}

/// Whether libFuzzer can be built.
pub(crate) fn has_cpp_compiler() -> bool {
    has_any(CPP_COMPILERS)
}

fn has_any(programs: &[&str]) -> bool {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .any(|folder| programs.iter().any(|name| folder.join(name).exists()))
}

fn install_package(log: &mut Log, package: &str) -> Result<(), String> {
    let user = output(&mut command("id", &["-u"])).unwrap_or_default();
    if user != "0" || output(&mut command("apt-get", &["--version"])).is_err() {
        return Err("it is not on the path, and only root with apt-get installs it".to_owned());
    }
    let install = ["install", "--yes", "--no-install-recommends", package];
    // The lists of packages may be too old, or missing.
    log.run(apt_get(&install)).or_else(|_| {
        log.run(apt_get(&["update"]))?;
        log.run(apt_get(&install))
    })
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = command("apt-get", arguments);
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}

/// Whether this is CI, which must have everything.
pub(crate) fn is_ci() -> bool {
    std::env::var_os("CI").is_some_and(|value| !value.is_empty())
}

/// Without such a program its tests are skipped on a user's machine. CI must have it.
fn optional(
    log: &mut Log,
    what: &str,
    result: Result<(), String>,
    is_ci: bool,
) -> Result<(), String> {
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

#[cfg(test)]
mod tests {
    use super::optional;
    use crate::step::Step;

    #[test]
    fn only_ci_fails_without_a_program() {
        for (is_ci, fails, notes) in [(true, true, 0), (false, false, 1)] {
            let missing =
                move |log: &mut _| optional(log, "act", Err("no python3".to_owned()), is_ci);
            let ended = Step::new("install", &[], missing).run(std::time::Instant::now());
            assert_eq!((ended.failure.is_some(), ended.notes.len()), (fails, notes));
        }
    }
}
