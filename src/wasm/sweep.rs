//! The exports for sweeps.

use wasm_bindgen::prelude::*;

use super::value;
use crate::validate_action::event::{CompletedWrite, Event};
use crate::validate_action::{event_reader, sweep};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Done, Trouble } from "../types.js";
"#;

/// A run that sweeps: judges all issues again.
#[wasm_bindgen(js_name = Sweep)]
pub struct SweepHandle(sweep::Sweep);

#[wasm_bindgen(js_class = Sweep)]
impl SweepHandle {
    /// Starts a sweep for an event whose plan says so, at `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// Never: `plan` has read the same event.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Event")] event: &JsValue,
        now: f64,
    ) -> SweepHandle {
        let event: Event = event_reader::event(value::read(event)).unwrap_or_default();
        Self(sweep::Sweep::new(&event, now))
    }

    /// What to do next, at `now`, in milliseconds since 1970.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Plan")]
    pub fn next(&mut self, now: f64) -> Result<JsValue, JsError> {
        super::encode(&self.0.next(now))
    }

    /// Reads the JSON body of GitHub's answer to the planned query.
    pub fn take(&mut self, #[wasm_bindgen(unchecked_param_type = "object")] body: &JsValue) {
        self.0.take(value::read(body));
    }

    /// Notes that the planned query failed.
    ///
    /// # Errors
    /// Throws an `Error` if the value is not a `Trouble`.
    pub fn fail(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Trouble")] trouble: &JsValue,
    ) -> Result<(), JsError> {
        let failed = event_reader::failed(value::read(trouble));
        self.0.fail(&failed.map_err(|error| JsError::new(&error))?);
        Ok(())
    }

    /// Notes which of the planned writes were carried out, and why the next one failed. `sent` is how often the sweep has
    /// attempted to write so far.
    ///
    /// # Errors
    /// Throws an `Error` if the values have other types.
    pub fn wrote(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Done[]")] done: &JsValue,
        #[wasm_bindgen(unchecked_param_type = "Trouble | null")] trouble: &JsValue,
        sent: u32,
    ) -> Result<(), JsError> {
        let done: Result<Vec<CompletedWrite>, String> =
            event_reader::list(value::read(done), event_reader::completed);
        let done = done.map_err(|error| JsError::new(&error))?;
        let failed =
            (!value::is_absent(trouble)).then(|| event_reader::failed(value::read(trouble)));
        let failed = failed.transpose().map_err(|error| JsError::new(&error))?;
        self.0.wrote(done, failed, sent);
        Ok(())
    }
}
