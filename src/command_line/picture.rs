//! What was found in an input, as a compiler shows it: the line with a mark under the place, help, and the fix as a diff.

use std::fmt::Write;

use crate::PolicyError;
use crate::answer::MOST_DIAGNOSTICS;
use crate::command_line::request::POLICY_RULE;
use crate::judge::diagnostic::Finding;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::policy::level::Severity;
use crate::render::{plain, snippet};
use crate::text::position::{Lines, Position};
use crate::text::quote::shown;
use crate::text::terminal::{Paint, Style, lines as visible};

/// The findings of an issue. `name` is its input's.
pub(super) fn of(judgement: &Judgement<'_>, name: &str, paint: Paint) -> String {
    if judgement.subject.is_none() {
        return format!("{}: a pull request, which is not judged\n", shown(name));
    }
    let lines = judgement.lines();
    let mut text = String::new();
    for finding in judgement.findings.iter().take(MOST_DIAGNOSTICS) {
        text.push_str(&diagnostic(judgement, finding, &lines, name, paint));
    }
    let more = judgement.findings.len().saturating_sub(MOST_DIAGNOSTICS);
    if more > 0 {
        let _ = writeln!(text, "… and {more} more\n");
    }
    text
}

fn diagnostic(
    judgement: &Judgement<'_>,
    finding: &Finding,
    lines: &Lines<'_>,
    name: &str,
    paint: Paint,
) -> String {
    let violation = &finding.violation;
    let message = plain::message(&violation.message);
    let mut text = head(finding.severity, finding.rule, &message, paint);
    let place = violation.span.map(|span| lines.locate(span).start);
    arrow(&mut text, name, place, paint);
    let is_shown = !judgement.is_withheld() && !judgement.description().trim().is_empty();
    if is_shown {
        add_snippet(&mut text, &snippet::snippet(finding, lines), finding.severity, paint);
    }
    hint(&mut text, "help", &plain::message(&violation.help), paint);
    hint(&mut text, "rule", &links::rule_page(finding.rule), paint);
    for line in snippet::diff(lines, &violation.edits).lines() {
        let style = if line.starts_with('-') { Style::Red } else { Style::Green };
        let _ = writeln!(text, "    {}", paint.of(style, line));
    }
    text + "\n"
}

/// The mistakes of a policy file.
pub(super) fn of_policy(text: &str, errors: &[PolicyError], name: &str, paint: Paint) -> String {
    let lines = Lines::new(text);
    let mut shown = String::new();
    for PolicyError { line, column, message, .. } in errors {
        shown.push_str(&head(Severity::Error, POLICY_RULE, message, paint));
        arrow(&mut shown, name, Some(Position { line: *line, column: *column }), paint);
        let marked = snippet::place(&lines, lines.offset(*line, *column));
        add_snippet(&mut shown, &marked, Severity::Error, paint);
        shown.push('\n');
    }
    shown
}

/// `error[rule]: message`.
fn head(severity: Severity, rule: &str, message: &str, paint: Paint) -> String {
    let style = style(severity);
    let start = paint.of(style, &format!("{}[{rule}]", severity.name()));
    format!("{start}{}\n", paint.of(Style::Bold, &format!(": {}", visible(message))))
}

const fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => Style::Red,
        Severity::Warning => Style::Yellow,
    }
}

/// ` --> name:line:column`.
fn arrow(text: &mut String, name: &str, place: Option<Position>, paint: Paint) {
    let place = place.map(|Position { line, column }| format!(":{line}:{column}"));
    let arrow = paint.of(Style::Cyan, " -->");
    let _ = writeln!(text, "{arrow} {}{}", shown(name), place.unwrap_or_default());
}

/// The marked lines. The marks are painted.
fn add_snippet(text: &mut String, snippet: &str, severity: Severity, paint: Paint) {
    for line in snippet.lines() {
        let (gutter, rest) = line.split_once('|').unwrap_or(("", line));
        let is_mark = gutter.trim().is_empty() && rest.contains('^');
        let rest = if is_mark { paint.of(style(severity), rest) } else { rest.to_owned() };
        let _ = writeln!(text, "{}{rest}", paint.of(Style::Cyan, &format!("{gutter}|")));
    }
}

/// `  = help: …`, with further lines indented.
fn hint(text: &mut String, name: &str, message: &str, paint: Paint) {
    let mark = paint.of(Style::Cyan, &format!("  = {name}:"));
    let _ = writeln!(text, "{mark} {}", visible(message.trim_end()).replace('\n', "\n    "));
}
