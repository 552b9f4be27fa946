//! `cargo xtask audit`: asks for known vulnerabilities of what we build with. They become known at any time, so this is
//! not one of the tests, which would then fail for changes that have nothing to do with it. What a dependency may be
//! (`deny.toml`) is a test.

use std::process::{Command, Stdio};

use crate::Outcome;
use crate::command::{cargo, command, name, root};
use crate::install;
use crate::step::Log;

/// The lock files of npm.
const NPM_LOCKS: &[&str] = &["package-lock.json", "tests/package/tools/package-lock.json"];

/// What these programs say when they cannot ask.
const UNREACHABLE: &[&str] =
    &["failed to fetch advisory database", "audit endpoint returned an error"];

#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Clean,
    Vulnerable,
    Unreachable,
}

/// Asks for the known vulnerabilities of all crates and npm packages. A database that cannot be reached is an error in
/// CI, and a note elsewhere.
pub(crate) fn run() -> Outcome {
    install::tools(&mut Log::default())?;
    let mut commands = vec![("Cargo.lock", cargo_deny(&["check", "advisories"]))];
    for lock in NPM_LOCKS {
        let mut npm = command("npm", &["audit", "--package-lock-only"]);
        npm.current_dir(root().join(lock).parent().unwrap_or(root()));
        commands.push((lock, npm));
    }
    let mut failed = Vec::new();
    for (lock, mut command) in commands {
        println!("== {lock}");
        match ask(&mut command)? {
            Verdict::Clean => {}
            Verdict::Unreachable if !install::is_ci() => {
                println!("NOT CHECKED: {lock}, because the database cannot be reached");
            }
            Verdict::Unreachable => failed.push(format!("{lock}: the database cannot be reached")),
            Verdict::Vulnerable => failed.push(format!("{lock}: see above")),
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("; ").into()) }
}

fn ask(command: &mut Command) -> Outcome<Verdict> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("{} cannot be run: {error}", name(command)))?;
    let text = [output.stdout, output.stderr].concat();
    let text = String::from_utf8_lossy(&text);
    println!("{}", text.trim_end());
    Ok(verdict(output.status.success(), &text))
}

fn verdict(succeeded: bool, text: &str) -> Verdict {
    match succeeded {
        true => Verdict::Clean,
        false if UNREACHABLE.iter().any(|words| text.contains(words)) => Verdict::Unreachable,
        false => Verdict::Vulnerable,
    }
}

/// Checks that every crate is one that `deny.toml` allows.
pub(crate) fn crates(log: &mut Log) -> Result<(), String> {
    if install::has(CARGO_DENY) {
        return log.run(cargo_deny(&["check", "bans", "licenses", "sources"]));
    }
    log.note("NOT TESTED: deny.toml, because cargo-deny is not installed".to_owned());
    Ok(())
}

const CARGO_DENY: &str = "cargo-deny";

fn cargo_deny(arguments: &[&str]) -> Command {
    let mut deny = command(install::program(CARGO_DENY), &["--locked", "--workspace"]);
    // It asks the cargo that is set here, or else the one on the path.
    deny.env("CARGO", cargo(&[]).get_program()).args(arguments);
    deny
}

#[cfg(test)]
mod tests {
    use super::{Verdict, verdict};

    #[test]
    fn what_cannot_be_asked_is_not_clean() {
        let cases = [
            (true, "advisories ok", Verdict::Clean),
            (false, "error[vulnerability]: a", Verdict::Vulnerable),
            (false, "[ERROR] failed to fetch advisory database https://x", Verdict::Unreachable),
            (false, "npm error audit endpoint returned an error", Verdict::Unreachable),
            (false, "", Verdict::Vulnerable),
        ];
        for (succeeded, text, wanted) in cases {
            assert_eq!(verdict(succeeded, text), wanted, "{text}");
        }
    }
}
