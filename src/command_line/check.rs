//! `check`: judges every input, and prints what it found.

use crate::command_line::checked::{Checked, CheckedInput};
use crate::command_line::printed::{Printed, counted, error_line};
use crate::command_line::request::{CheckRequest, OutputFormat};
use crate::command_line::{github, json, sarif};
use crate::render::summary;
use crate::text::quote::shown;

pub(super) fn run(request: &CheckRequest) -> Printed {
    let policy = match request.options.policy() {
        Ok(policy) => policy,
        Err(why) => return Printed::refused(&why),
    };
    let paint = (request.format == OutputFormat::Text).then(|| request.stream.paint());
    let mut checked = Vec::with_capacity(request.inputs.len());
    for input in &request.inputs {
        checked.push(CheckedInput::of(input, &request.options, &policy, paint));
    }
    let stdout = match request.format {
        OutputFormat::Text => text(&checked),
        OutputFormat::Json => request.stream.json(json::results(&checked)),
        OutputFormat::Github => github::commands(&checked),
        OutputFormat::Sarif => request.stream.json(sarif::log(&checked)),
    };
    let (errors, warnings) = sum(&checked);
    let stderr = failures(&checked);
    let exit_code = match (stderr.is_empty(), request.fail_on.fails(errors, warnings)) {
        (false, _) => 2,
        (true, true) => 1,
        (true, false) => 0,
    };
    Printed { stdout, stderr, exit_code, ..Printed::default() }
}

fn sum(checked: &[CheckedInput<'_>]) -> (usize, usize) {
    let (mut errors, mut warnings) = (0, 0);
    for (more_errors, more_warnings) in checked.iter().map(CheckedInput::counts) {
        errors += more_errors;
        warnings += more_warnings;
    }
    (errors, warnings)
}

/// A line for each input that could not be read.
fn failures(checked: &[CheckedInput<'_>]) -> String {
    let mut text = String::new();
    for one in checked {
        if let Checked::Failed(why) = &one.found {
            text.push_str(&error_line(&format!("{}: {why}", shown(&one.input.name))));
        }
    }
    text
}

/// Every picture, then the sum.
fn text(checked: &[CheckedInput<'_>]) -> String {
    let mut text = String::new();
    for one in checked {
        text.push_str(&one.picture);
    }
    let (errors, warnings) = sum(checked);
    let read = checked.iter().filter(|one| !matches!(one.found, Checked::Failed(_))).count();
    if read == 0 {
        return text;
    }
    let inputs = counted(read, "input");
    if errors + warnings == 0 {
        return text + &format!("Found no mistakes in {inputs}.\n");
    }
    let is_fixable = |one: &&CheckedInput<'_>| match &one.found {
        Checked::Issue(answer) => answer.fixed_description.is_some(),
        _ => false,
    };
    let fixable = checked.iter().filter(is_fixable).count();
    let hint = if fixable > 0 { " `patch-release-issues fix` corrects some of them." } else { "" };
    text + &format!("Found {} in {inputs}.{hint}\n", summary::counted(errors, warnings))
}
