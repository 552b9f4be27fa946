//! `cargo xtask fuzz`: searches for inputs that break what the core promises.
//!
//! The compiler counts which code an input reaches (a pass of LLVM that stable Rust has), and libFuzzer, whose source is
//! in a package, changes inputs that reach new code. Nothing else is installed.

mod engine;
mod options;
mod seeds;

use std::fs;
use std::path::Path;

use crate::Outcome;
use crate::command::{root, succeed, target_dir};
use crate::fuzz::engine::Ended;
use crate::fuzz::options::FuzzOptions;

/// A part of the core that is fuzzed. The package `fuzz` has more about it.
struct Target {
    name: &'static str,
    /// The longest input, in bytes.
    longest: usize,
    /// The folder of fixtures to start from, and how their names end.
    seeds: Option<(&'static str, &'static str)>,
}

const TARGETS: &[Target] = &[
    Target { name: "description", longest: 600, seeds: Some(("tests/core/fixtures", ".md")) },
    Target { name: "policy", longest: 800, seeds: Some(("tests/core/policy", ".yml")) },
    Target { name: "dump", longest: 4_000, seeds: None },
    Target { name: "event", longest: 6_000, seeds: None },
    Target { name: "draft", longest: 600, seeds: Some(("tests/core/fixtures", ".md")) },
];

/// How many seconds one input may take: far more than any needs, also on a busy machine.
const MOST_SECONDS: u32 = 60;

/// `cargo xtask fuzz [TARGET] [--seconds N] [--seed N]`.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    let options = FuzzOptions::read(arguments)?;
    let program = engine::build()?;
    let targets: Vec<&Target> =
        TARGETS.iter().filter(|target| options.names(target.name)).collect();
    let count = u32::try_from(targets.len())?;
    let seconds = (options.seconds / count.max(1)).max(1);
    let (mut executions, mut failed) = (0, Vec::new());
    for target in targets {
        let ended = fuzz(target, &program, seconds, options.seed)?;
        println!("{}", ended.line(target.name, seconds, options.seed));
        executions += ended.executions;
        if let Some(failure) = ended.failure {
            failed.push(target.name);
            println!("{failure}");
        }
    }
    println!("{executions} executions.");
    if failed.is_empty() {
        return Ok(());
    }
    Err(format!("inputs break what the core promises about: {}", failed.join(", ")).into())
}

/// `cargo xtask fuzz TARGET --input PATH…`: checks inputs again, without libFuzzer.
pub(crate) fn repeat(target: &str, paths: &[&str]) -> Outcome {
    succeed(&mut engine::check(target, paths)?)
}

fn fuzz(target: &Target, program: &Path, seconds: u32, seed: u32) -> Outcome<Ended> {
    let folder = target_dir().join("fuzz").join(target.name);
    let own = root().join("fuzz");
    let mut folders = vec![folder.join("corpus"), folder.join("seeds")];
    for path in &folders {
        fs::create_dir_all(path)?;
    }
    if let Some((from, end)) = target.seeds {
        seeds::copy(&root().join(from), end, &folder.join("seeds"))?;
    }
    for kept in ["corpus", "crashes"] {
        folders.push(own.join(kept).join(target.name));
    }
    let limits = [
        format!("-max_total_time={seconds}"),
        format!("-max_len={}", target.longest),
        format!("-seed={seed}"),
    ];
    engine::run(target.name, program, &folder, &folders, &limits)
}
