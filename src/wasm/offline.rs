//! The exports for runs of the action that ask GitHub nothing and read no policy: bytes in, bytes out.

use wasm_bindgen::prelude::*;

use super::flat;
use crate::plan::Plan;
use crate::validate_action::{event_reader, is_offline, plan_of};

/// Runs the action for one event, in the form that `flat` tells. `end` is a text that outputs may end with.
///
/// Returns the sizes of the log and of the summary in bytes and the exit code, on one line, then the log, the summary
/// and the outputs as the runner reads them. Returns nothing for a run that needs GitHub or a policy.
#[must_use]
#[wasm_bindgen]
pub fn run(event: &[u8], end: &[u8]) -> Vec<u8> {
    let event = event_reader::event(flat::read(event));
    match &event {
        Ok(event) if !is_offline(event) => Vec::new(),
        _ => written(&plan_of(&event), end),
    }
}

/// The end of a run that cannot continue, in the form of `run`: prints `message`, escaped, and fails.
#[must_use]
#[wasm_bindgen]
pub fn fail(message: &[u8]) -> Vec<u8> {
    written(&Plan::failure(&String::from_utf8_lossy(message)), b"")
}

fn written(plan: &Plan, end: &[u8]) -> Vec<u8> {
    let mut log = 0;
    for line in &plan.log {
        log += line.len() + 1;
    }
    let mut text = String::new();
    for number in [log, plan.summary.len(), plan.exit_code.into()] {
        text.push_str(&number.to_string());
        text.push(' ');
    }
    text.push('\n');
    for line in &plan.log {
        text.push_str(line);
        text.push('\n');
    }
    text.push_str(&plan.summary);
    let end = delimiter(plan, std::str::from_utf8(end).unwrap_or_default());
    for (name, value) in &plan.outputs {
        for part in [name, "<<", &end, "\n", value, "\n", &end, "\n"] {
            text.push_str(part);
        }
    }
    text.into_bytes()
}

/// A text that no output contains, which is what makes it safe.
fn delimiter(plan: &Plan, end: &str) -> String {
    let mut delimiter = format!("ghadelimiter_{end}");
    while plan
        .outputs
        .iter()
        .any(|(name, value)| value.contains(&delimiter) || name.contains(&delimiter))
    {
        delimiter.push('_');
    }
    delimiter
}
