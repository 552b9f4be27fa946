//! The only file that knows JavaScript. Every export is decode, call, encode.

//!
//! Decoding is by hand: an event has ten members, and serde's decoder brings fifty kilobytes of error messages with
//! it, float formatting among them (bench/README.md).

use js_sys::{Array, JSON, Object, Reflect};
use serde::Serialize;
use serde_json::{Map, Value};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

#[cfg(feature = "report")]
mod report;
#[cfg(feature = "report")]
mod reporting;

use crate::event::{Answered, Done, Event, Inputs, Payload, Trouble, TroubleKind};
use crate::issue::{Issue, State};
use crate::plan::Write;
use crate::policy::Policy;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Answer } from "./answer.js";
import type { Event, Issue, Plan } from "./types.js";
export type { Answer, Event, Issue, Plan };
export type { Answered, Done, Inputs, Query, Trouble, Write } from "./types.js";
"#;

/// Judges one issue. `issue` is an issue object as GitHub's REST API and webhooks spell it; `policy` is the text of a
/// policy file, without which Kubernetes' rules hold.
///
/// # Errors
/// Throws an `Error` that names the member when `issue` does not have the shape of an issue, and one that tells every
/// mistake in `policy`, a line each, with its line and column.
#[wasm_bindgen(unchecked_return_type = "Answer")]
pub fn validate(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] policy: &JsValue,
) -> Result<JsValue, JsError> {
    let issue = read_issue(issue).map_err(|error| JsError::new(&error))?;
    let policy = read_policy(policy).map_err(|error| JsError::new(&error))?;
    let answer = crate::validate(&issue, &policy);
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
    let payload = member(event, "payload");
    let issue = member(&payload, "issue");
    let issue = if is_absent(&issue) { None } else { Some(read_issue(&issue)?) };
    let default_branch = text(&member(&payload, "repository"), "default_branch")?;
    Ok(Event {
        name: word(event, "name")?,
        repository: word(event, "repository")?,
        git_ref: word(event, "ref")?,
        payload: Payload { issue, default_branch },
        inputs: read_inputs(&member(event, "inputs"))?,
        has_token: member(event, "hasToken").is_truthy(),
        policy: text(event, "policy")?,
        answers: read_list(&member(event, "answers"), read_answer)?,
        round: count(event, "round")?,
        done: read_list(&member(event, "done"), read_done)?,
        troubles: read_list(&member(event, "troubles"), read_trouble)?,
    })
}

fn read_inputs(inputs: &JsValue) -> Result<Inputs, String> {
    Ok(Inputs {
        fail_on: word(inputs, "fail-on")?,
        comment: word(inputs, "comment")?,
        labels: word(inputs, "labels")?,
        facts: word(inputs, "facts")?,
        issue_number: word(inputs, "issue-number")?,
        policy: word(inputs, "policy")?,
    })
}

fn read_list<T>(list: &JsValue, read: fn(&JsValue) -> Result<T, String>) -> Result<Vec<T>, String> {
    let mut items = Vec::new();
    if Array::is_array(list) {
        for item in Array::from(list).iter() {
            items.push(read(&item)?);
        }
    }
    Ok(items)
}

fn read_answer(answer: &JsValue) -> Result<Answered, String> {
    let variables = read_value(&member(answer, "variables"), DEEPEST);
    Ok(Answered {
        round: count(answer, "round")?,
        variables: match variables {
            Value::Object(variables) => variables,
            _ => Map::new(),
        },
        body: read_value(&member(answer, "body"), DEEPEST),
    })
}

fn read_done(done: &JsValue) -> Result<Done, String> {
    Ok(Done { write: read_write(&member(done, "write"))?, id: text(done, "id")? })
}

fn read_write(write: &JsValue) -> Result<Write, String> {
    Ok(match word(write, "kind")?.as_str() {
        "create-label" => Write::CreateLabel {
            name: word(write, "name")?,
            color: word(write, "color")?,
            description: word(write, "description")?,
        },
        "add-labels" => {
            let mut names = Vec::new();
            for name in Array::from(&member(write, "names")).iter() {
                names.extend(name.as_string());
            }
            Write::AddLabels { names }
        }
        "remove-label" => Write::RemoveLabel { name: word(write, "name")? },
        "post-comment" => {
            Write::PostComment { body: word(write, "body")?, shorter: word(write, "shorter")? }
        }
        "update-comment" => Write::UpdateComment {
            id: word(write, "id")?,
            body: word(write, "body")?,
            shorter: word(write, "shorter")?,
        },
        "delete-comment" => Write::DeleteComment { id: word(write, "id")? },
        kind => return Err(format!("`{kind}` is no write")),
    })
}

fn read_trouble(trouble: &JsValue) -> Result<Trouble, String> {
    let kind = word(trouble, "kind")?;
    let status = number(trouble, "status")?;
    Ok(Trouble {
        doing: word(trouble, "doing")?,
        kind: TroubleKind::find(&kind).ok_or_else(|| format!("`{kind}` is no trouble"))?,
        status: (status > 0).then_some(status),
        detail: word(trouble, "detail")?,
    })
}

/// How deep GitHub's answers nest, and some more.
const DEEPEST: usize = 32;

/// A JSON value; what lies deeper than `depth` is null, and so is what JSON cannot say.
fn read_value(value: &JsValue, depth: usize) -> Value {
    if let Some(text) = value.as_string() {
        return Value::String(text);
    }
    if let Some(truth) = value.as_bool() {
        return Value::Bool(truth);
    }
    if value.as_f64().is_some() {
        return whole(value).map_or(Value::Null, Value::from);
    }
    if depth == 0 || !value.is_object() {
        return Value::Null;
    }
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in Array::from(value).iter() {
            items.push(read_value(&item, depth - 1));
        }
        return Value::Array(items);
    }
    let mut members = Map::new();
    for name in Object::keys(value.unchecked_ref::<Object>()).iter() {
        if let Some(name) = name.as_string() {
            let member = read_value(&member(value, &name), depth - 1);
            members.insert(name, member);
        }
    }
    Value::Object(members)
}

fn read_policy(policy: &JsValue) -> Result<Policy, String> {
    if is_absent(policy) {
        return Ok(Policy::default());
    }
    let text = policy.as_string().ok_or("`policy` is not a string")?;
    Policy::read(&text).map_err(|errors| {
        let mut told = String::new();
        for error in &errors {
            told.push_str(if told.is_empty() { "" } else { "\n" });
            told.push_str(&error.in_file("policy"));
        }
        told
    })
}

fn read_issue(issue: &JsValue) -> Result<Issue, String> {
    if !issue.is_object() || Array::is_array(issue) {
        return Err("`issue` cannot be read: it is not an object".to_owned());
    }
    Ok(Issue {
        number: number(issue, "number")?,
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

/// A string; empty where there is none.
fn word(object: &JsValue, name: &str) -> Result<String, String> {
    Ok(text(object, name)?.unwrap_or_default())
}

/// A whole number; 0 where there is none.
fn number(object: &JsValue, name: &str) -> Result<u64, String> {
    let value = member(object, name);
    match whole(&value) {
        Some(number) => Ok(number),
        None if is_absent(&value) => Ok(0),
        None => Err(format!("`{name}` is not a whole number")),
    }
}

fn count(object: &JsValue, name: &str) -> Result<usize, String> {
    Ok(usize::try_from(number(object, name)?).unwrap_or(usize::MAX))
}

fn whole(value: &JsValue) -> Option<u64> {
    let number =
        value.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=9e15).contains(number))?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range was checked"
    )]
    Some(number as u64)
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
