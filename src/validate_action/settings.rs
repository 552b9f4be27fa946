//! The action's inputs → settings.

use crate::policy::level::FailOn;
use crate::validate_action::event::{Event, Inputs};

/// Whether this build can ask GitHub and read a policy. The module for runs that do neither is built without.
pub(super) const CAN_ASK: bool = cfg!(not(all(target_arch = "wasm32", feature = "offline")));

/// The settings of a run.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a switch that is independent of the others"
)]
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ValidateSettings {
    /// The lowest severity that fails the run; `None` if the workflow does not say.
    pub(super) fail_on: Option<FailOn>,
    pub(super) comment: bool,
    pub(super) labels: bool,
    pub(super) facts: bool,
    /// The issue to judge, if it is not the event's issue.
    pub(super) issue_number: Option<u64>,
    /// Whether an event without an issue starts a sweep.
    pub(super) sweep: bool,
    /// Whether the run only shows what it would write.
    pub(super) dry_run: bool,
    /// Whether the run is about one issue of a sweep. Such a run posts new comments on open issues only.
    pub(super) is_part_of_sweep: bool,
}

impl ValidateSettings {
    /// Reads the inputs. The message names the input that is not valid, and says what to write.
    pub(super) fn read(inputs: &Inputs) -> Result<Self, String> {
        Ok(Self {
            fail_on: fail_on(&inputs.fail_on)?,
            comment: switch("comment", &inputs.comment, true)?,
            labels: switch("labels", &inputs.labels, true)?,
            facts: switch("facts", &inputs.facts, true)?,
            issue_number: issue_number(&inputs.issue_number)?,
            sweep: switch("sweep", &inputs.sweep, true)?,
            dry_run: switch("dry-run", &inputs.dry_run, false)?,
            is_part_of_sweep: false,
        })
    }

    /// Whether the run makes requests to GitHub.
    pub(super) fn asks(self, event: &Event) -> bool {
        CAN_ASK && event.has_token && (self.comment || self.labels || self.facts)
    }
}

fn fail_on(input: &str) -> Result<Option<FailOn>, String> {
    match input.trim() {
        "" => Ok(None),
        "error" => Ok(Some(FailOn::Error)),
        "warning" => Ok(Some(FailOn::Warning)),
        "never" => Ok(Some(FailOn::Never)),
        other => {
            Err(format!("the input `fail-on` is `{other}`: write `error`, `warning` or `never`"))
        }
    }
}

/// Reads a boolean as the toolkit does: the words of the YAML 1.2 core schema.
fn switch(name: &str, input: &str, absent: bool) -> Result<bool, String> {
    match input.trim() {
        "" => Ok(absent),
        "true" | "True" | "TRUE" => Ok(true),
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
