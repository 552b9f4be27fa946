//! `fix`: corrects descriptions.

use std::fmt::Write;

use crate::command_line::diff;
use crate::command_line::printed::{Printed, counted, error_line};
use crate::command_line::request::{FixRequest, Input, InputKind};
use crate::judge::judgement::Judgement;
use crate::policy::Policy;
use crate::policy::level::Severity;
use crate::text::quote::shown;
use crate::text::terminal::{Paint, Style};

/// A description, and what is left to do.
struct Corrected {
    old: String,
    new: String,
    /// How many errors remain.
    errors: usize,
}

pub(super) fn run(request: &FixRequest) -> Printed {
    let policy = match request.options.policy() {
        Ok(policy) => policy,
        Err(why) => return Printed::refused(&why),
    };
    let mut printed = Printed::default();
    for (index, input) in request.inputs.iter().enumerate() {
        match correct(request, &policy, input) {
            Ok(corrected) => add(&mut printed, request, index, &corrected),
            Err(why) => {
                printed.stderr.push_str(&error_line(&format!("{}: {why}", shown(&input.name))));
                printed.exit_code = 2;
            }
        }
    }
    printed
}

fn correct(request: &FixRequest, policy: &Policy, input: &Input) -> Result<Corrected, String> {
    let Some(text) = &input.text else {
        return Err(input.error.clone().unwrap_or_else(|| "it cannot be read".to_owned()));
    };
    if input.kind == InputKind::Policy {
        return Err("a policy file cannot be corrected: `check` lists its mistakes".to_owned());
    }
    if request.write && input.kind != InputKind::Description {
        return Err("only a file that contains a description can be written".to_owned());
    }
    let options = &request.options;
    let (issue, policy) = (options.issue(input, text)?, options.policy_for(policy, input));
    let facts = crate::Facts::default();
    let judgement = Judgement::of(&issue, &policy, &facts);
    if judgement.is_withheld() && input.kind == InputKind::Remote {
        return Err("it is a security issue, and its details are withheld".to_owned());
    }
    let old = judgement.description().to_owned();
    let Some(new) = judgement.fixed.clone() else {
        let errors = judgement.count(Severity::Error);
        return Ok(Corrected { new: old.clone(), old, errors });
    };
    let fixed = crate::Issue { description: Some(new.clone()), ..issue.clone() };
    let errors = Judgement::of(&fixed, &policy, &facts).count(Severity::Error);
    Ok(Corrected { old, new, errors })
}

fn add(printed: &mut Printed, request: &FixRequest, index: usize, corrected: &Corrected) {
    let Corrected { old, new, errors } = corrected;
    let name = request.inputs.get(index).map_or("", |input| input.name.as_str());
    if request.diff {
        let text = request.stream.text(diff::unified(name, old, new));
        printed.stdout.push_str(&painted(&text, request.stream.paint()));
    } else if !request.write {
        printed.stdout.push_str(&request.stream.text(new.clone()));
    }
    if request.write && old != new {
        printed.writes.push((index.to_string(), new.clone()));
    }
    if *errors > 0 {
        let remain = if *errors == 1 { "remains" } else { "remain" };
        let errors = counted(*errors, "error");
        let _ = writeln!(
            printed.stderr,
            "{}: {errors} {remain}: `patch-release-issues check` shows what to do",
            shown(name)
        );
        printed.exit_code = printed.exit_code.max(1);
    }
}

/// The lines of a diff in their colours.
fn painted(diff: &str, paint: Paint) -> String {
    if !paint.0 {
        return diff.to_owned();
    }
    let mut text = String::new();
    for line in diff.split_inclusive('\n') {
        let bare = line.trim_end_matches('\n');
        let style = match bare.get(..1) {
            Some("-") => Some(Style::Red),
            Some("+") => Some(Style::Green),
            Some("@") => Some(Style::Cyan),
            _ => None,
        };
        text.push_str(&style.map_or(bare.to_owned(), |style| paint.of(style, bare)));
        text.push_str(if line.ends_with('\n') { "\n" } else { "" });
    }
    text
}
