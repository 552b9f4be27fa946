//! What a run of the action is given: the event and the inputs.

use serde::Deserialize;

use crate::issue::Issue;

/// A run's event, as JavaScript hands it over.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Event {
    /// The event's name, from `GITHUB_EVENT_NAME`.
    pub name: String,
    /// The event payload.
    pub payload: Payload,
    /// The action's inputs by name, as written in the workflow; an empty string is an absent input.
    pub inputs: Inputs,
}

/// The part of an event payload that we read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct Payload {
    /// The issue that the event is about.
    pub issue: Option<Issue>,
}

/// The action's inputs.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
pub struct Inputs {
    /// From which severity on the run fails: `error` (default), `warning` or `never`.
    pub fail_on: String,
}
