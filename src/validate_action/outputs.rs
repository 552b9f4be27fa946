//! What a run passes to the runner: the log and the step's outputs.

use serde::Serialize;

use crate::judge::judgement::Judgement;
use crate::policy::level::Severity;
use crate::render::answer::Answer;
use crate::render::{annotations, summary};
use crate::text::quote::code;
use crate::text::workflow_command;
use crate::validate_action::event::CompletedWrite;
use crate::validate_action::write::Write;

/// The most values that an output lists.
const MOST_LISTED: usize = 500;

/// The most bytes of the output `result`. A job may write 1 MB.
const LONGEST_RESULT: usize = 256 * 1024;

/// The annotations, and the verdict on one line.
pub(super) fn log(judgement: &Judgement<'_>) -> Vec<String> {
    let number = judgement.issue.number;
    if judgement.subject.is_none() {
        let why = summary::out_of_scope(judgement);
        return vec![workflow_command::command(
            "notice",
            None,
            &format!("#{number} is not validated: {why}"),
        )];
    }
    let mut log = annotations::annotations(judgement);
    let (errors, warnings) = (judgement.count(Severity::Error), judgement.count(Severity::Warning));
    log.push(match errors + warnings {
        0 => format!("#{number} is a complete patch-release issue."),
        _ => format!("#{number} has {}.", summary::counted(errors, warnings)),
    });
    log
}

/// What was written to GitHub, one sentence each.
pub(super) fn done(done: &[CompletedWrite], is_withheld: bool) -> Vec<String> {
    done.iter().map(|done| sentence(&done.write, false, is_withheld)).collect()
}

/// What was written, or would be, as a sentence. Labels can say which versions have the problem, so those of a withheld
/// issue are not named.
pub(super) fn sentence(write: &Write, would: bool, is_withheld: bool) -> String {
    let (past, verb, object) = match write {
        Write::CreateLabel { .. } if is_withheld => ("Created", "create", "a label".to_owned()),
        Write::AddLabels { .. } if is_withheld => ("Added", "add", "labels".to_owned()),
        Write::RemoveLabel { .. } if is_withheld => ("Removed", "remove", "a label".to_owned()),
        Write::CreateLabel { name, .. } => {
            ("Created", "create", format!("the label {}", code(name)))
        }
        Write::AddLabels { names } => {
            let mut list = String::new();
            for name in names {
                list.push_str(if list.is_empty() { "" } else { ", " });
                list.push_str(&code(name));
            }
            ("Added", "add", list)
        }
        Write::RemoveLabel { name } => ("Removed", "remove", code(name)),
        Write::PostComment { .. } => ("Commented", "comment", "on the issue".to_owned()),
        Write::UpdateComment { .. } => ("Updated", "update", "the comment".to_owned()),
        Write::DeleteComment { .. } => ("Deleted", "delete", "a comment of its own".to_owned()),
        Write::EditDescription { .. } => {
            ("Edited", "edit", "the description, as a comment asks".to_owned())
        }
        Write::AddReaction { reason, .. } if reason.is_empty() => {
            ("Carried out", "carry out", "the commands of a comment".to_owned())
        }
        Write::AddReaction { .. } => ("Refused", "refuse", "the commands of a comment".to_owned()),
    };
    if would { format!("Would {verb} {object}.") } else { format!("{past} {object}.") }
}

/// The outputs about one issue, in the order of `action.yml`.
pub(super) fn outputs(answer: &Answer) -> Vec<(&'static str, String)> {
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

/// Whether a name contains only letters, digits, `-`, `_`, `.`, `+` and `/`, and starts with a letter or digit, so that
/// it is safe to paste anywhere.
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

/// The first values, up to the limit: the outputs of a job may have 1 MB.
fn list(values: &[impl Serialize]) -> String {
    json(&values.get(..MOST_LISTED).unwrap_or(values))
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The answer as JSON on one line. If it is too long, it is shortened; if that is not enough, some diagnostics are left
/// out.
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
