//! The only file that knows JavaScript. Every export is decode, call, encode.

//!
//! Decoding is by hand: an event has ten members, and serde's decoder brings fifty kilobytes of error messages with
//! it, float formatting among them (bench/README.md).

use js_sys::{Array, JSON, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::event::{Event, Inputs, Payload};
use crate::issue::{Issue, State};
use crate::policy::Policy;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Answer } from "./answer.js";
import type { Event, Issue, Plan } from "./types.js";
export type { Answer, Event, Issue, Plan };
"#;

/// Judges one issue. `issue` is an issue object as GitHub's REST API and webhooks spell it.
///
/// # Errors
/// Throws an `Error` that names the member when `issue` does not have the shape of an issue.
#[wasm_bindgen(unchecked_return_type = "Answer")]
pub fn validate(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
) -> Result<JsValue, JsError> {
    let issue = read_issue(issue).map_err(|error| JsError::new(&error))?;
    let answer = crate::validate(&issue, &Policy::default());
    // One serializer for the answer: the action writes it as text, too.
    JSON::parse(&answer.to_json())
        .map_err(|_| JsError::new("internal error: the answer is not JSON"))
}

/// Decides what the action does about one event.
///
/// # Errors
/// Never for any JSON value: an event that cannot be used becomes a plan that fails and says why.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Event")] event: &JsValue,
) -> Result<JsValue, JsError> {
    let plan = match read_event(event) {
        Ok(event) => crate::plan(&event),
        Err(error) => {
            crate::Plan::failure(&format!("the event payload is not what GitHub sends: {error}"))
        }
    };
    encode(&plan)
}

/// The plan of a run that cannot go on: prints `message`, escaped, and fails.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn failure(message: &str) -> Result<JsValue, JsError> {
    encode(&crate::Plan::failure(message))
}

fn encode<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn read_event(event: &JsValue) -> Result<Event, String> {
    let issue = member(&member(event, "payload"), "issue");
    let issue = if is_absent(&issue) { None } else { Some(read_issue(&issue)?) };
    let fail_on = text(&member(event, "inputs"), "fail-on")?.unwrap_or_default();
    let name = text(event, "name")?.unwrap_or_default();
    Ok(Event { name, payload: Payload { issue }, inputs: Inputs { fail_on } })
}

fn read_issue(issue: &JsValue) -> Result<Issue, String> {
    if !issue.is_object() || Array::is_array(issue) {
        return Err("`issue` cannot be read: it is not an object".to_owned());
    }
    Ok(Issue {
        number: number(issue)?,
        title: text(issue, "title")?.unwrap_or_default(),
        description: text(issue, "body")?,
        labels: labels(issue)?,
        state: state(issue)?,
        state_reason: text(issue, "state_reason")?,
        html_url: text(issue, "html_url")?,
        pull_request: !is_absent(&member(issue, "pull_request")),
    })
}

fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

fn is_absent(value: &JsValue) -> bool {
    value.is_null() || value.is_undefined()
}

fn text(object: &JsValue, name: &str) -> Result<Option<String>, String> {
    let value = member(object, name);
    match value.as_string() {
        None if !is_absent(&value) => Err(format!("`{name}` is not a string")),
        text => Ok(text),
    }
}

fn number(issue: &JsValue) -> Result<u64, String> {
    let value = member(issue, "number");
    let whole =
        value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=9e15).contains(number));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range was checked"
    )]
    match whole {
        Some(number) => Ok(number as u64),
        None if is_absent(&value) => Ok(0),
        None => Err("`issue.number` is not a whole number".to_owned()),
    }
}

fn state(issue: &JsValue) -> Result<Option<State>, String> {
    match text(issue, "state")?.as_deref() {
        None => Ok(None),
        Some("open") => Ok(Some(State::Open)),
        Some("closed") => Ok(Some(State::Closed)),
        Some(_) => Err("`issue.state` is neither `open` nor `closed`".to_owned()),
    }
}

/// Labels are objects with a name, in older endpoints strings, and any of them may be null.
fn labels(issue: &JsValue) -> Result<Vec<String>, String> {
    let labels = member(issue, "labels");
    if is_absent(&labels) {
        return Ok(Vec::new());
    }
    if !Array::is_array(&labels) {
        return Err("`issue.labels` is not a list".to_owned());
    }
    let mut names = Vec::new();
    for label in Array::from(&labels).iter() {
        match label.as_string() {
            Some(name) => names.push(name),
            None if is_absent(&label) => {}
            None => names.extend(text(&label, "name")?),
        }
    }
    Ok(names)
}
