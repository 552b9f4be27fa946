//! `cargo xtask release`: makes a release, or tries what can be tried without GitHub. The release workflow runs the same
//! steps. They need no dependency, so the jobs that may publish run no foreign code but git, npm, gh and cargo.

mod changelog;
mod checks;
mod files;
mod manifests;
mod plan;
mod repository;
mod tag;

use crate::Outcome;
use crate::command::{command, output, succeed};
use crate::{dist, docs, fresh};
use plan::{Existing, Plan, Words};
use tag::Tag;

const USAGE: &str = "\
Usage: cargo xtask release --dry-run [TAG] [--skip-tests]
       cargo xtask release STEP TAG

With --dry-run it checks everything, makes the files, and shows the commands that would publish them. TAG is a tag such
as v1.2.3 or v1.3.0-rc.1. Without one, it is the tag of the version in Cargo.toml.

The release workflow runs the steps:
  check    refuse what must not be released
  files    make the files of the release from the committed ones, in target/release-files
  npm      publish the npm package
  github   make the release on GitHub, and move the tag of the major version";

/// Runs the command with its arguments.
pub(crate) fn run(arguments: &[&str]) -> Outcome {
    match arguments {
        ["--dry-run", rest @ ..] => dry_run(rest),
        ["check", tag] => check(&Tag::parse(tag)?, true).map(drop),
        ["files", tag] => {
            let tag = Tag::parse(tag)?;
            let notes = check(&tag, true)?;
            files::make(&repository::plan(&tag)?, &notes)
        }
        ["npm", tag] => npm(&checked(tag)?),
        ["github", tag] => github(&checked(tag)?),
        [] | ["--help"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(USAGE.into()),
    }
}

fn dry_run(arguments: &[&str]) -> Outcome {
    let is_option = |argument: &&&str| argument.starts_with('-');
    let (options, tags): (Vec<&str>, Vec<&str>) =
        arguments.iter().partition(|argument| is_option(argument));
    let tag = match tags[..] {
        [] => repository::tag()?,
        [tag] => Tag::parse(tag)?,
        _ => return Err(USAGE.into()),
    };
    let has_tests = match options[..] {
        [] => true,
        ["--skip-tests"] => false,
        _ => return Err(USAGE.into()),
    };
    let notes = check(&tag, false)?;
    docs::check()?;
    dist::check()?;
    if has_tests {
        fresh::succeed()?;
    }
    let plan = repository::plan(&tag)?;
    files::make(&plan, &notes)?;
    if !has_tests {
        println!("NOT TESTED: without --skip-tests, the README's commands run in a fresh clone");
    }
    println!("{}", plan.preview(&notes, &files::attached(&plan)?)?);
    Ok(())
}

/// The notes of the release. Fails if it must not be made.
fn check(tag: &Tag, is_real: bool) -> Outcome<String> {
    let state = repository::state(tag, is_real)?;
    let refusals = checks::refusals(&state);
    if refusals.is_empty() {
        return Ok(state.notes?);
    }
    Err(format!("{tag} cannot be released:\n  {}", refusals.join("\n  ")).into())
}

fn checked(tag: &str) -> Outcome<Plan> {
    let tag = Tag::parse(tag)?;
    check(&tag, true)?;
    repository::plan(&tag)
}

fn npm(plan: &Plan) -> Outcome {
    plan::check_npm(&ask(&["npm".to_owned(), "--version".to_owned()])?)?;
    let published = ask(&plan.npm_view()).ok().filter(|digest| !digest.is_empty());
    let commands = plan.npm(published.as_deref(), &files::tarball_digest(plan)?)?;
    if commands.is_empty() {
        println!("npm has these bytes already");
    }
    commands.iter().try_for_each(carry_out)
}

fn github(plan: &Plan) -> Outcome {
    let existing = match ask(&plan.github_view()).ok().as_deref() {
        Some("false") => Existing::Published,
        Some(_) => Existing::Draft,
        None => Existing::Absent,
    };
    let last = plan.move_major();
    plan.github(existing, &files::attached(plan)?).iter().try_for_each(|words| {
        let is_last = last.as_ref() == Some(words);
        carry_out(words).map_err(|error| {
            if is_last { format!("{error}\n{}", plan.move_by_hand()).into() } else { error }
        })
    })
}

/// Returns the output of a command.
fn ask(words: &[String]) -> Outcome<String> {
    let (program, arguments) = words.split_first().ok_or("a command has no words")?;
    output(command(program, &[]).args(arguments))
}

/// Shows a command and runs it.
fn carry_out(words: &Words) -> Outcome {
    let (program, arguments) = words.split_first().ok_or("a command has no words")?;
    println!("$ {}", words.join(" "));
    succeed(command(program, &[]).args(arguments))
}
