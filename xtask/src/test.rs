//! `cargo xtask test`: installs what is missing and runs all checks and tests.

use std::process::Command;
use std::time::Instant;

use crate::Outcome;
use crate::command::{cargo, command, succeed};
use crate::install::{self, WASM};
use crate::step::{Log, Step};
use crate::{audit, node, rebuild, steps};

/// The feature that adds reports.
const REPORT: &str = "patch-release-issues/report";
/// The feature that replaces the package's exports by the action's.
const ACTION: &str = "patch-release-issues/action";
/// The feature that replaces them by those of a run that asks GitHub nothing.
const OFFLINE: &str = "patch-release-issues/offline";
/// The step that the longest step waits for, so no other build starts before it.
const BUILD: &str = "cargo build";
/// The step that installs what the tests of the package need.
const PACKAGE_TOOLS: &str = "npm ci for the package";
/// How many seconds all checks fuzz.
const FUZZING: &str = "60";
/// The step that installs programs.
const PROGRAMS: &str = "apt-get install";
/// The step whose output is printed last.
const CLOSING: &str = "node --test";

/// Runs everything, side by side where it can: cargo lets one build at a time into a folder, but `dist --check` has a
/// folder of its own, and the tests on Node build nothing. What fails fast comes before what takes long.
pub(crate) fn run() -> Outcome {
    let start = Instant::now();
    let report = steps::run(all(), CLOSING);
    if !report.failed.is_empty() {
        return Err(format!("failed: {}", report.failed.join(", ")).into());
    }
    for note in report.notes {
        println!("{note}");
    }
    println!("All checks passed in {:.0} s.", start.elapsed().as_secs_f64());
    Ok(())
}

fn all() -> Vec<Step> {
    vec![
        Step::new("rustup target add", &[], install::target),
        Step::new("npm ci", &[], install::packages),
        Step::new(PACKAGE_TOOLS, &[], install::tools_of_package),
        Step::new("pip install", &[], install::tools),
        Step::new(PROGRAMS, &[], install::programs_of_debian),
        Step::of("cargo fmt", &[], vec![cargo(&["fmt", "--all", "--check"])]),
        Step::of(BUILD, &["cargo fmt"], vec![rebuild::build()]),
        Step::of("docs --check", &[BUILD], vec![rebuild::built(&["docs", "--check"])]),
        Step::of(
            "dist --check",
            &[BUILD, "rustup target add", "npm ci"],
            vec![rebuild::built(&["dist", "--check"])],
        ),
        Step::of("site", &[BUILD, "npm ci"], vec![rebuild::built(&["site"])]),
        Step::of("cargo clippy", &[BUILD, "rustup target add"], clippy()),
        Step::new("cargo deny", &[BUILD, "pip install"], audit::crates),
        Step::of("cargo test", &[BUILD], vec![cargo_test()]),
        // It starts when the other builds are done, because it fails least often.
        Step::new("cargo xtask fuzz", &["cargo clippy", "cargo test", PROGRAMS], fuzz),
        Step::of(
            "tsc",
            &["cargo fmt", "npm ci"],
            vec![command("node", &["node_modules/typescript/bin/tsc"])],
        ),
        Step::new(CLOSING, &["tsc", "site", PACKAGE_TOOLS, "pip install", PROGRAMS], node_test),
    ]
}

/// `cargo xtask bench`.
pub(crate) fn bench() -> Outcome {
    let mut log = Log::default();
    install::packages(&mut log)?;
    succeed(&mut command(node::of_actions()?, &["bench/run.js"]))
}

fn clippy() -> Vec<Command> {
    let everything = &["--workspace", "--all-features", "--all-targets"];
    // The boundary to JavaScript exists only on this target.
    let boundary = ["--lib", "--target", WASM];
    let of = |arguments: &[&str]| {
        let mut cargo = cargo(&["clippy", "--quiet", "--locked"]);
        cargo.args(arguments).args(["--", "--deny=warnings"]);
        cargo
    };
    let with = |feature| of(&[&boundary[..], &["--features", feature]].concat());
    vec![of(everything), of(&boundary), with(REPORT), with(ACTION), with(OFFLINE)]
}

fn cargo_test() -> Command {
    cargo(&["test", "--locked", "--workspace", "--all-features"])
}

fn fuzz(log: &mut Log) -> Result<(), String> {
    if !install::has_cpp_compiler() {
        return Ok(());
    }
    log.run(rebuild::built(&["fuzz", "--seconds", FUZZING]))
}

fn node_test(log: &mut Log) -> Result<(), String> {
    let node = node::of_actions().map_err(|error| error.to_string())?;
    let mut tests = command(node, &["--test", "tests/**/*.test.js"]);
    tests.env("PATH", install::path().map_err(|error| error.to_string())?);
    log.run(tests)
}
