//! Annotations as the runner's workflow commands, escaped as `@actions/core` escapes them.

use crate::judge::diagnostic::Finding;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::policy::level::Severity;
use crate::render::plain;
use crate::text::position::Lines;
use crate::text::workflow_command::command;

/// GitHub shows ten annotations of each kind. The tenth says how many more there are.
const MOST: usize = 9;

/// An annotation for every finding, up to the number that GitHub shows.
pub(crate) fn annotations(judgement: &Judgement<'_>) -> Vec<String> {
    let lines = judgement.lines();
    let mut commands = Vec::new();
    for finding in judgement.findings.iter().take(MOST) {
        commands.push(annotation(finding, &lines));
    }
    let more = judgement.findings.len().saturating_sub(MOST);
    if more > 0 {
        let rest = judgement.findings.iter().skip(MOST);
        let is_error = rest.into_iter().any(|finding| finding.severity == Severity::Error);
        let severity = if is_error { Severity::Error } else { Severity::Warning };
        commands.push(command(
            severity.name(),
            None,
            &format!("and {more} more; the job summary lists them all"),
        ));
    }
    commands
}

fn annotation(finding: &Finding, lines: &Lines<'_>) -> String {
    let violation = &finding.violation;
    let place = violation.span.map(|span| lines.locate(span).start);
    let place = place
        .map_or(String::new(), |place| format!("line {}, column {}: ", place.line, place.column));
    let message = plain::message(&violation.message);
    let help = plain::message(&violation.help);
    let text = format!("{place}{message}\nhelp: {help}\n{}", links::rule_page(finding.rule));
    command(finding.severity.name(), Some(finding.rule), &text)
}
