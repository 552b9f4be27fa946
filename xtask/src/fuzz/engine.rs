//! Builds libFuzzer's program and runs it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Outcome;
use crate::command::{cargo, command, output, succeed, target_dir};
use crate::fuzz::MOST_SECONDS;

/// Turns on libFuzzer in the package `fuzz`, and LLVM's counters of reached code in every package.
const FLAGS: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=2",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
];

/// What a run came to.
pub(crate) struct Ended {
    pub(crate) executions: u64,
    /// What is wrong, where the input is, and how to check it again.
    pub(crate) failure: Option<String>,
}

impl Ended {
    /// What is printed about a run.
    pub(crate) fn line(&self, target: &str, seconds: u32, seed: u32) -> String {
        let what = if self.failure.is_some() { "FAILED" } else { "ok" };
        format!("{target}: {what}, {} executions in {seconds} s, --seed {seed}", self.executions)
    }
}

/// Builds the program. With `--target`, the flags do not apply to build scripts and macros, which run at once.
pub(crate) fn build() -> Outcome<PathBuf> {
    let host = output(&mut command("rustc", &["--print", "host-tuple"]))?;
    let mut build = cargo(&["build", "--quiet", "--locked", "--package=fuzz", "--profile=fuzz"]);
    build.args(["--target", &host]).env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"));
    succeed(&mut build).map_err(|error| format!("{error}; a C++ compiler is needed"))?;
    let name = format!("fuzz{}", std::env::consts::EXE_SUFFIX);
    Ok(target_dir().join(host).join("fuzz").join(name))
}

/// Checks files without libFuzzer.
pub(crate) fn check(target: &str, paths: &[&str]) -> Outcome<Command> {
    let mut check = cargo(&["run", "--quiet", "--locked", "--package=fuzz", "--", target]);
    check.args(paths).current_dir(std::env::current_dir()?);
    Ok(check)
}

/// Runs until the time is over, or until an input fails.
pub(crate) fn run(
    target: &str,
    program: &Path,
    folder: &Path,
    folders: &[PathBuf],
    limits: &[String],
) -> Outcome<Ended> {
    let mut fuzz = command(program, &["-verbosity=0", "-print_final_stats=1"]);
    fuzz.args(limits).arg(format!("-timeout={MOST_SECONDS}"));
    fuzz.arg(format!("-artifact_prefix={}{}", folder.display(), std::path::MAIN_SEPARATOR));
    fuzz.args(folders.iter().filter(|folder| folder.exists()));
    let ended = fuzz.env("FUZZ_TARGET", target).env("RUST_BACKTRACE", "0").output()?;
    let said = String::from_utf8_lossy(&ended.stderr).into_owned();
    let executions = number_after(&said, "stat::number_of_executed_units:").unwrap_or_default();
    let failure = (!ended.status.success()).then(|| explained(target, &said));
    Ok(Ended { executions, failure })
}

fn number_after(said: &str, what: &str) -> Option<u64> {
    said.lines().rev().find_map(|line| line.strip_prefix(what)?.trim().parse().ok())
}

/// What libFuzzer says about a failure, without its own stack.
fn explained(target: &str, said: &str) -> String {
    let is_own = |line: &&str| {
        let own = ["    #", "==", "SUMMARY", "stat::", "NOTE", "INFO", "WARNING", "MS: "];
        !own.iter().any(|own| line.starts_with(own))
    };
    let shown: Vec<&str> = said.lines().filter(is_own).collect();
    let path = said.lines().find_map(|line| Some(line.split_once("Test unit written to ")?.1));
    let repeat = path.map(|path| format!("Repeat it: cargo xtask fuzz {target} --input {path}"));
    format!("{}\n{}", shown.join("\n"), repeat.unwrap_or_default())
}
