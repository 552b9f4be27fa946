//! The boundary to JavaScript. No other module knows about JavaScript. Every export decodes its arguments, calls the
//! core, and encodes the result.
//!
//! Values are decoded by hand. An event has only ten members, and serde's decoder would add fifty kilobytes of error
//! messages and float formatting (bench/README.md).

use js_sys::JSON;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

pub mod draft;
#[cfg(feature = "report")]
mod report;
#[cfg(feature = "report")]
mod report_action;
#[cfg(not(feature = "report"))]
mod sweep;
mod value;

use crate::Issue;
use crate::plan::Plan;
use crate::policy::{Policy, PolicyError};
use crate::validate_action::event_reader;

/// The members of an issue that are read. GitHub sends forty more.
const ISSUE_MEMBERS: &[&str] =
    &["number", "title", "body", "labels", "state", "state_reason", "html_url", "pull_request"];

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Answer } from "./answer.js";
import type { DraftAnswer, DraftOptions, Event, Issue, Plan, VersionAnswer } from "./types.js";
export type { Answer, DraftAnswer, DraftOptions, Event, Issue, Plan, VersionAnswer };
export type { Answered, Done, Inputs, Query, Trouble, Write } from "./types.js";
"#;

/// Judges one issue. `issue` is an issue object as GitHub's REST API and webhooks return it. `policy` is the text of
/// a policy file; if left out, Kubernetes' rules apply.
///
/// # Errors
/// Throws an `Error` that names the wrong member if `issue` does not have the format of an issue. Throws an `Error`
/// that lists every mistake in `policy`, each on a line with its position, if `policy` is not valid.
#[wasm_bindgen(unchecked_return_type = "Answer")]
pub fn validate(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] policy: &JsValue,
) -> Result<JsValue, JsError> {
    let (issue, policy) = read_issue(issue, policy).map_err(|error| JsError::new(&error))?;
    let answer = crate::validate(&issue, &policy);
    // The answer has only one serializer, because the action also writes it as text.
    JSON::parse(&answer.to_json())
        .map_err(|_| JsError::new("internal error: the answer is not JSON"))
}

/// Corrects the description of an issue: applies every fix. Returns the description as it is if there is nothing to
/// fix, and an empty text if it was never written.
///
/// # Errors
/// As `validate`.
#[wasm_bindgen]
pub fn fix(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] policy: &JsValue,
) -> Result<String, JsError> {
    let (issue, policy) = read_issue(issue, policy).map_err(|error| JsError::new(&error))?;
    Ok(crate::fix(&issue, &policy))
}

/// Says whether a version has the problem that an issue tracks, as far as the issue's entries tell.
///
/// # Errors
/// As `validate`; also if `version` is not a string. Text that is not a version gets the answer unknown.
#[wasm_bindgen(unchecked_return_type = "VersionAnswer")]
pub fn affected(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string")] version: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] policy: &JsValue,
) -> Result<JsValue, JsError> {
    let version = version.as_string().ok_or_else(|| JsError::new("`version` is not a string"))?;
    let (issue, policy) = read_issue(issue, policy).map_err(|error| JsError::new(&error))?;
    encode(&crate::affected_version(&issue, &version, &policy))
}

/// The text that an issue's author starts with, which becomes a valid description once it is filled in: Markdown.
///
/// # Errors
/// Throws an `Error` that lists every mistake in `policy`.
#[wasm_bindgen]
pub fn template(
    #[wasm_bindgen(unchecked_optional_param_type = "string | null")] policy: &JsValue,
) -> Result<String, JsError> {
    let policy = read_policy(policy).map_err(|error| JsError::new(&error))?;
    Ok(policy.template())
}

/// Answers a question of the compose page. `question` is JSON, and so is the answer.
#[cfg(feature = "report")]
#[must_use]
#[wasm_bindgen]
pub fn compose(question: &str) -> String {
    crate::compose::answer(question)
}

/// Runs a command of the command line. `request` is JSON, and so is the result: what to print and to write, and the
/// exit code.
#[cfg(feature = "report")]
#[must_use]
#[wasm_bindgen(js_name = runCommand)]
pub fn run_command(request: &str) -> String {
    serde_json::to_string(&crate::command_line::run(request)).unwrap_or_default()
}

/// Decides what the action does for one event.
///
/// # Errors
/// Never for any JSON value: for an unusable event, the plan fails and says why.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Event")] event: &JsValue,
) -> Result<JsValue, JsError> {
    let plan = match event_reader::event(value::read(event)) {
        Ok(event) => crate::validate_action::plan(&event),
        Err(error) => {
            Plan::failure(&format!("the event payload does not have GitHub's format: {error}"))
        }
    };
    encode(&plan)
}

/// The plan of a run that cannot continue: prints `message`, escaped, and fails.
///
/// # Errors
/// Never.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn failure(message: &str) -> Result<JsValue, JsError> {
    encode(&Plan::failure(message))
}

fn read_issue(issue: &JsValue, policy: &JsValue) -> Result<(Issue, Policy), String> {
    let issue = event_reader::issue(value::members(issue, ISSUE_MEMBERS))?;
    Ok((issue, read_policy(policy)?))
}

fn encode<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn read_policy(policy: &JsValue) -> Result<Policy, String> {
    if value::is_absent(policy) {
        return Ok(Policy::default());
    }
    let text = policy.as_string().ok_or("`policy` is not a string")?;
    crate::judge::read_policy(&text).map_err(|errors| PolicyError::all_in_file(&errors, "policy"))
}
