//! The format `json`.

use serde::Serialize;

use crate::answer::Answer;
use crate::command_line::checked::{Checked, CheckedInput, PolicyAnswer};

/// What is printed: always of this form.
#[derive(Serialize)]
struct CommandResults<'a, A> {
    schema: u8,
    results: Vec<CommandResult<'a, A>>,
}

/// The result of one input: an answer or an error.
#[derive(Serialize)]
struct CommandResult<'a, A> {
    input: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<A>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<&'a str>,
}

/// An answer about an issue or a policy file.
#[derive(Serialize)]
#[serde(untagged)]
enum InputAnswer<'a> {
    Issue(&'a Answer),
    Policy(&'a PolicyAnswer),
}

/// The results of all inputs, in their order: one line.
pub(super) fn results(checked: &[CheckedInput<'_>]) -> String {
    let mut results = Vec::with_capacity(checked.len());
    for CheckedInput { input, found, .. } in checked {
        let (answer, error) = match found {
            Checked::Issue(answer) => (Some(InputAnswer::Issue(answer)), None),
            Checked::Policy(answer) => (Some(InputAnswer::Policy(answer)), None),
            Checked::Failed(why) => (None, Some(why.as_str())),
        };
        results.push(CommandResult { input: &input.name, answer, error });
    }
    of(results)
}

/// The result of a command about one input.
pub(super) fn result<A: Serialize>(input: &str, answer: &A) -> String {
    of(vec![CommandResult { input, answer: Some(answer), error: None }])
}

/// The error of a command about one input.
pub(super) fn error(input: &str, why: &str) -> String {
    of::<()>(vec![CommandResult { input, answer: None, error: Some(why) }])
}

fn of<A: Serialize>(results: Vec<CommandResult<'_, A>>) -> String {
    let all = CommandResults { schema: 1, results };
    serde_json::to_string(&all).unwrap_or_default() + "\n"
}
