//! The project's commands: `cargo xtask <command>`.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks")]

#[cfg(not(all(feature = "dist", feature = "docs")))]
mod again;
mod command;
mod demo;
mod dist;
mod docs;
mod test;

use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  demo [PATH] [--label NAME]… [--closed]
                   run the shipped action on an event .json or a description .md, as a runner would
  test             install what is missing and run all checks and tests
  dist [--check]   build pkg/ and dist/; --check builds them elsewhere and compares
  docs [--check]   write the generated pages; --check compares
  bench            measure, as ratios; takes five minutes";

/// What every step answers: nothing, or one message for the person at the terminal.
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
        ["dist"] => dist::write()?,
        ["dist", "--check"] => dist::check()?,
        ["docs"] => docs::write()?,
        ["docs", "--check"] => docs::check()?,
        ["bench"] => test::bench()?,
        [] | ["help" | "--help" | "-h"] => println!("{USAGE}"),
        [command, ..] => {
            return Err(format!("unknown command or arguments: {command}\n\n{USAGE}").into());
        }
    }
    Ok(ExitCode::SUCCESS)
}
