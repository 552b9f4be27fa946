//! What must be done: the decisions that JavaScript carries out.

use serde::Serialize;

use crate::answer::Answer;
use crate::diagnostic::Severity;
use crate::event::{Event, Inputs};
use crate::issue::Issue;
use crate::judgement::Judgement;
use crate::policy::Policy;
use crate::render::{commands, summary};

/// Everything a run does, in order. JavaScript adds nothing and decides nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// The process's exit code: 0 or 1.
    pub exit_code: u8,
    /// Lines for standard output, workflow commands among them: complete and escaped.
    pub log: Vec<String>,
    /// Step outputs, in order: name and value. No value holds a line break.
    pub outputs: Vec<(&'static str, String)>,
    /// The job summary: Markdown, at most 900 KiB.
    pub summary: String,
}

/// From which severity on a run fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum FailOn {
    Error,
    Warning,
    Never,
}

/// How many values an output lists.
const MOST_LISTED: usize = 500;

/// The longest `result` that is written, in bytes; a job may write 1 MB.
const LONGEST_RESULT: usize = 256 * 1024;

impl Plan {
    /// The plan of a run that cannot go on: it says why and fails.
    #[must_use]
    pub fn failure(message: &str) -> Self {
        let log = vec![commands::command("error", None, &crate::render::shown(message))];
        Self { exit_code: 1, log, outputs: Vec::new(), summary: String::new() }
    }
}

/// Decides what a run does about `event`. An event that carries no issue, and an input that means nothing,
/// become a plan that fails and says what to do.
#[must_use]
pub fn plan(event: &Event) -> Plan {
    let fail_on = match fail_on(&event.inputs) {
        Ok(fail_on) => fail_on,
        Err(message) => return Plan::failure(&message),
    };
    let Some(issue) = &event.payload.issue else {
        let name = &event.name;
        return Plan::failure(&format!(
            "the event `{name}` carries no issue: run this action on `issues` or `issue_comment` events"
        ));
    };
    of_issue(issue, fail_on)
}

fn fail_on(inputs: &Inputs) -> Result<FailOn, String> {
    match inputs.fail_on.trim() {
        "" | "error" => Ok(FailOn::Error),
        "warning" => Ok(FailOn::Warning),
        "never" => Ok(FailOn::Never),
        other => {
            Err(format!("the input `fail-on` is `{other}`: write `error`, `warning` or `never`"))
        }
    }
}

fn of_issue(issue: &Issue, fail_on: FailOn) -> Plan {
    let policy = Policy::default();
    let judgement = Judgement::of(issue, &policy);
    let fails = match fail_on {
        FailOn::Error => judgement.count(Severity::Error) > 0,
        FailOn::Warning => !judgement.findings.is_empty(),
        FailOn::Never => false,
    };
    Plan {
        exit_code: fails.into(),
        log: log(&judgement),
        outputs: outputs(&Answer::of(&judgement)),
        summary: summary::summary(&judgement),
    }
}

fn log(judgement: &Judgement<'_>) -> Vec<String> {
    let number = judgement.issue.number;
    if judgement.subject.is_none() {
        let why = summary::out_of_scope(judgement);
        return vec![commands::command(
            "notice",
            None,
            &format!("#{number} is not validated: {why}"),
        )];
    }
    let mut log = commands::annotations(judgement);
    let (errors, warnings) = (judgement.count(Severity::Error), judgement.count(Severity::Warning));
    log.push(match errors + warnings {
        0 => format!("#{number} is a complete patch-release issue."),
        _ => format!("#{number} has {}.", summary::counted(errors, warnings)),
    });
    log
}

fn outputs(answer: &Answer) -> Vec<(&'static str, String)> {
    let issue = &answer.issue;
    vec![
        ("in-scope", answer.in_scope.to_string()),
        ("valid", answer.valid.to_string()),
        ("withheld", answer.withheld.to_string()),
        ("errors", answer.errors.to_string()),
        ("warnings", answer.warnings.to_string()),
        ("introduced-in", list(&issue.introduced_in)),
        ("resolved-in", list(&issue.resolved_in)),
        ("sigs", plain(&issue.sigs)),
        ("priority", issue.priority.clone().filter(|name| is_plain(name)).unwrap_or_default()),
        ("binaries", plain(&issue.binaries)),
        ("pull-requests", list(&issue.pull_requests)),
        ("result", result(answer)),
    ]
}

/// Letters, digits, `-`, `_`, `.`, `+` and `/`, a letter or digit first: safe to paste anywhere.
fn is_plain(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.len() <= 100
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.+/".contains(&byte))
}

/// The names that are safe to paste.
fn plain(names: &[String]) -> String {
    let mut names = names.to_vec();
    names.retain(|name| is_plain(name));
    list(&names)
}

/// The first values, as far as outputs have room: a job may write 1 MB.
fn list(values: &[impl Serialize]) -> String {
    json(&values.get(..MOST_LISTED).unwrap_or(values))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The answer as JSON on one line; shortened, and at last without some diagnostics, where it would be too long.
fn result(answer: &Answer) -> String {
    let whole = answer.to_json();
    if whole.len() <= LONGEST_RESULT {
        return whole;
    }
    let mut answer = answer.clone().shortened();
    let mut text = answer.to_json();
    while text.len() > LONGEST_RESULT && !answer.diagnostics.is_empty() {
        answer.diagnostics.truncate(answer.diagnostics.len() / 2);
        text = answer.to_json();
    }
    text
}
