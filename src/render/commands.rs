//! Annotations as the runner's workflow commands, escaped as `@actions/core` escapes them.

use crate::description::position::Lines;
use crate::diagnostic::{Finding, Severity};
use crate::judgement::Judgement;
use crate::render::plain;

/// GitHub shows ten annotations of a kind; the tenth says how many more there are.
const MOST: usize = 9;

/// GitHub cuts messages at 4,096.
const LONGEST: usize = 4000;

/// An annotation for every finding, as far as GitHub shows them.
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
            &format!("and {more} more, all in the job summary"),
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
    let text = format!("{place}{message}\nhelp: {help}\n{}", crate::rules::page(finding.rule));
    command(finding.severity.name(), Some(finding.rule), &text)
}

/// The command `name`, complete.
pub(crate) fn command(name: &str, title: Option<&str>, message: &str) -> String {
    let title = title.map(|title| format!(" title={}", property(title))).unwrap_or_default();
    format!("::{name}{title}::{}", data(cut(message)))
}

/// Cut on a character.
fn cut(message: &str) -> &str {
    message.get(..message.floor_char_boundary(LONGEST)).unwrap_or_default()
}

/// The runner reads `##[…]` anywhere in a line as a command of its older syntax, and some Unicode line ends as
/// line ends; a word joiner keeps the one apart, and blanks replace the others.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.replace("##[", "##\u{2060}[")
        .replace(['\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], " ")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
