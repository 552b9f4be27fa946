//! The project's commands: `cargo xtask <command>`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool prints")]

mod audit;
mod command;
mod demo;
mod dist;
mod docs;
mod fresh;
mod fuzz;
mod install;
mod node;
mod rebuild;
mod release;
mod site;
mod step;
mod steps;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  demo [PATH] [options]
                   run the shipped action on an issue, and show its results; --help lists the options
  test             install what is missing and run all checks and tests
  fresh            clone the committed state into an empty folder and run the README's commands there, as CI does
  dist [--check]   build pkg/ and dist/; --check builds them in another folder and compares
  docs [--check]   write the generated pages; --check compares
  audit            ask for known vulnerabilities of what we build with; needs a network
  release --dry-run [TAG] [--skip-tests]
                   try a release, up to what needs GitHub; without arguments, it lists the steps
  fuzz [TARGET] [--seconds N] [--seed N]
                   search for inputs that break what the core promises; a minute for all targets unless told otherwise
  fuzz TARGET --input PATH...
                   check inputs again
  site [--output FOLDER]
                   build the project's pages: the documentation, the compose page and a report of real history
  bench            measure, as ratios; takes five minutes
  help             print this help";

/// The result of every step. An error is a message for the user.
type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Outcome<ExitCode> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["demo", rest @ ..] => return demo::run(rest),
        ["test"] => test::run()?,
        ["fresh"] => return fresh::run(),
        ["dist"] => dist::write()?,
        ["dist", "--check"] => dist::check()?,
        ["docs"] => docs::write()?,
        ["docs", "--check"] => docs::check()?,
        ["audit"] => audit::run()?,
        ["release", rest @ ..] => release::run(rest)?,
        ["fuzz", target, "--input", paths @ ..] => fuzz::repeat(target, paths)?,
        ["fuzz", rest @ ..] => fuzz::run(rest)?,
        ["site"] => site::write(None)?,
        ["site", "--output", folder] => site::write(Some(folder))?,
        ["bench"] => test::bench()?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        words => {
            return Err(
                format!("unknown command or arguments: {}\n\n{USAGE}", words.join(" ")).into()
            );
        }
    }
    Ok(ExitCode::SUCCESS)
}
