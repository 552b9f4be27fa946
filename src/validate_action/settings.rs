//! The action's inputs → settings.

use crate::validate_action::event::{Event, Inputs};

/// The settings of a run.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValidateSettings {
    pub(super) fail_on: FailOn,
    pub(super) comment: bool,
    pub(super) labels: bool,
    pub(super) facts: bool,
    /// The issue to judge, if it is not the event's issue.
    pub(super) issue_number: Option<u64>,
}

/// The lowest severity that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FailOn {
    Error,
    Warning,
    Never,
}

impl ValidateSettings {
    /// Reads the inputs. The message names the input that is not valid, and says what to write.
    pub(super) fn read(inputs: &Inputs) -> Result<Self, String> {
        Ok(Self {
            fail_on: fail_on(&inputs.fail_on)?,
            comment: switch("comment", &inputs.comment)?,
            labels: switch("labels", &inputs.labels)?,
            facts: switch("facts", &inputs.facts)?,
            issue_number: issue_number(&inputs.issue_number)?,
        })
    }

    /// Whether the run makes requests to GitHub.
    pub(super) fn asks(self, event: &Event) -> bool {
        event.has_token && (self.comment || self.labels || self.facts)
    }
}

fn fail_on(input: &str) -> Result<FailOn, String> {
    match input.trim() {
        "" | "error" => Ok(FailOn::Error),
        "warning" => Ok(FailOn::Warning),
        "never" => Ok(FailOn::Never),
        other => {
            Err(format!("the input `fail-on` is `{other}`: write `error`, `warning` or `never`"))
        }
    }
}

/// Reads a boolean as the toolkit does: the words of the YAML 1.2 core schema. An absent input is `true`.
fn switch(name: &str, input: &str) -> Result<bool, String> {
    match input.trim() {
        "" | "true" | "True" | "TRUE" => Ok(true),
        "false" | "False" | "FALSE" => Ok(false),
        other => Err(format!("the input `{name}` is `{other}`: write `true` or `false`")),
    }
}

fn issue_number(input: &str) -> Result<Option<u64>, String> {
    let number = input.trim().trim_start_matches('#');
    if number.is_empty() {
        return Ok(None);
    }
    match number.parse::<u32>() {
        Ok(number @ 1..) => Ok(Some(number.into())),
        _ => Err(format!(
            "the input `issue-number` is `{input}`: write the number of an issue, such as `43210`"
        )),
    }
}
