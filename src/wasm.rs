//! The boundary to JavaScript. No other module knows about JavaScript. Every export decodes its arguments, calls the
//! core, and encodes the result.
//!
//! The core becomes four WebAssembly modules. Each has the exports of one user, so that the linker drops the rest: the
//! package's, which is the default; with the feature `offline`, those of an action that asks GitHub nothing; with
//! `action`, those of any other run of it; with `report`, those of reports and of the command line.
//!
//! Values are decoded by hand. An event has only ten members, and serde's decoder would add fifty kilobytes of error
//! messages and float formatting (bench/README.md).

#[cfg(not(feature = "offline"))]
use serde::Serialize;
#[cfg(not(feature = "offline"))]
use wasm_bindgen::prelude::*;

#[cfg(feature = "action")]
pub mod action;
#[cfg(not(any(feature = "action", feature = "offline", feature = "report")))]
pub mod draft;
#[cfg(feature = "offline")]
mod flat;
#[cfg(feature = "offline")]
pub mod offline;
#[cfg(not(any(feature = "action", feature = "offline", feature = "report")))]
pub mod package;
#[cfg(feature = "report")]
mod report;
#[cfg(feature = "report")]
mod report_action;
#[cfg(feature = "action")]
mod sweep;
#[cfg(not(feature = "offline"))]
mod value;

#[cfg(any(feature = "action", feature = "report"))]
use crate::plan::Plan;
#[cfg(not(any(feature = "action", feature = "offline")))]
use crate::policy::{Policy, PolicyError};

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

/// The plan of a run that cannot continue: prints `message`, escaped, and fails.
///
/// # Errors
/// Never.
#[cfg(any(feature = "action", feature = "report"))]
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn failure(message: &str) -> Result<JsValue, JsError> {
    encode(&Plan::failure(message))
}

#[cfg(not(feature = "offline"))]
fn encode<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

#[cfg(not(any(feature = "action", feature = "offline")))]
fn read_policy(policy: &JsValue) -> Result<Policy, String> {
    if value::is_absent(policy) {
        return Ok(Policy::default());
    }
    let text = value::string(policy).ok_or("`policy` is not a string")?;
    crate::judge::read_policy(&text).map_err(|errors| PolicyError::all_in_file(&errors, "policy"))
}
