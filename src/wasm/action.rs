//! The action's exports: what a run about one event does next.

use wasm_bindgen::prelude::*;

use super::{encode, value};
use crate::validate_action::event_reader;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Event, Plan } from "../types.js";
"#;

/// Decides what the action does for one event.
///
/// # Errors
/// Never for any JSON value: for an unusable event, the plan fails and says why.
#[wasm_bindgen(unchecked_return_type = "Plan")]
pub fn plan(
    #[wasm_bindgen(unchecked_param_type = "Event")] event: &JsValue,
) -> Result<JsValue, JsError> {
    encode(&crate::validate_action::plan_of(&event_reader::event(value::read(event))))
}
