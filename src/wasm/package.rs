//! The package's exports, for Node and browsers: what one issue says. `draft` is in a file of its own.

use js_sys::{Array, JSON};
use serde_json::{Map, Value};
use wasm_bindgen::prelude::*;

use super::{encode, read_policy, value};
use crate::Issue;
use crate::policy::Policy;
use crate::validate_action::event_reader;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Answer } from "./answer.js";
import type { DraftAnswer, DraftOptions, Issue, VersionAnswer } from "./types.js";
export type { Answer, DraftAnswer, DraftOptions, Issue, VersionAnswer };
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
    let version =
        value::string(version).ok_or_else(|| JsError::new("`version` is not a string"))?;
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

fn read_issue(issue: &JsValue, policy: &JsValue) -> Result<(Issue, Policy), String> {
    Ok((self::issue(issue)?, read_policy(policy)?))
}

/// The members of an issue that are read. GitHub sends forty more.
const ISSUE_MEMBERS: &[&str] =
    &["number", "title", "body", "labels", "state", "state_reason", "html_url", "pull_request"];

pub(super) fn issue(issue: &JsValue) -> Result<Issue, String> {
    if !issue.is_object() || Array::is_array(issue) {
        return event_reader::issue(value::read(issue));
    }
    let mut members = Map::new();
    for name in ISSUE_MEMBERS {
        members.insert((*name).to_owned(), value::read(&value::member(issue, name)));
    }
    event_reader::issue(Value::Object(members))
}
