//! The format `github`: workflow commands, which the runner shows beside the line of the file.

use crate::answer::Diagnostic;
use crate::command_line::checked::{Checked, CheckedInput};
use crate::command_line::request::{MISTAKE, POLICY_RULE};
use crate::text::quote::shown;
use crate::text::workflow_command::command_at;

/// A command for each finding, one on a line.
pub(super) fn commands(checked: &[CheckedInput<'_>]) -> String {
    let mut text = String::new();
    for one in checked {
        for command in of(one) {
            text.push_str(&command);
            text.push('\n');
        }
    }
    text
}

fn of(one: &CheckedInput<'_>) -> Vec<String> {
    let mut commands = Vec::new();
    match &one.found {
        Checked::Issue(answer) => {
            for found in &answer.diagnostics {
                commands.push(diagnostic(one, found));
            }
        }
        Checked::Policy(answer) => {
            for mistake in &answer.mistakes {
                let place = Some((mistake.line, mistake.column));
                commands.push(at(one, MISTAKE.name(), POLICY_RULE, place, &mistake.message));
            }
        }
        Checked::Failed(why) => commands.push(at(one, "error", "unreadable", None, why)),
    }
    commands
}

fn diagnostic(one: &CheckedInput<'_>, found: &Diagnostic) -> String {
    let place = found.span.map(|span| (span.start.line, span.start.column));
    let text = format!("{}\nhelp: {}", found.message, found.help);
    at(one, found.severity.name(), found.rule, place, &text)
}

/// A command. Outside a checkout the runner knows no file, so the message names it.
fn at(
    one: &CheckedInput<'_>,
    severity: &str,
    rule: &str,
    place: Option<(usize, usize)>,
    message: &str,
) -> String {
    let place = place.filter(|_| one.has_places());
    let (line, column) = place.unwrap_or_default();
    let (line, column) = (line.to_string(), column.to_string());
    let mut properties = Vec::new();
    if let Some(path) = &one.input.path {
        properties.push(("file", path.as_str()));
        if place.is_some() {
            properties.extend([("line", line.as_str()), ("col", column.as_str())]);
        }
    }
    properties.push(("title", rule));
    let named = if one.input.path.is_some() {
        message.to_owned()
    } else {
        let place = place.map(|_| format!(":{line}:{column}")).unwrap_or_default();
        format!("{}{place}: {message}", shown(&one.input.name))
    };
    command_at(severity, &properties, &named)
}
