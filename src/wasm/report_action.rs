//! The exports for the report action.

use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::prelude::*;

use super::value;
use crate::validate_action::event_reader;

use crate::report_action;
use crate::wasm::report::{decode, read};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Query, ReportingEnd, ReportingInputs, Trouble } from "./types.js";
export type { ReportingEnd, ReportingInputs };
"#;

/// A run of the report action: reads data, decides what to request from GitHub, and what to write at the end.
#[wasm_bindgen(js_name = Reporting)]
pub struct ReportingHandle(report_action::Reporting);

#[wasm_bindgen(js_class = Reporting)]
impl ReportingHandle {
    /// Starts a run.
    ///
    /// # Errors
    /// Throws an `Error` that lists every mistake in the inputs and the policy, one per line.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ReportingInputs")] inputs: &JsValue,
    ) -> Result<ReportingHandle, JsError> {
        let text = JSON::stringify(inputs).ok().and_then(|text| text.as_string());
        let inputs = serde_json::from_str(text.as_deref().unwrap_or("{}"))
            .map_err(|error| JsError::new(&format!("the inputs cannot be read: {error}")))?;
        let run = report_action::Reporting::new(&inputs);
        run.map(Self).map_err(|mistakes| JsError::new(&mistakes.join("\n")))
    }

    /// The query for the file at `path` in `repository`: a policy or a schedule.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(js_name = fileQuery, unchecked_return_type = "Query")]
    pub fn file_query(repository: &str, path: &str) -> Result<JsValue, JsError> {
        super::encode(&report_action::file_query(repository, path))
    }

    /// The text of the file in GitHub's answer, which is passed as text. `input` is the input that names the file.
    ///
    /// # Errors
    /// Throws an `Error` that says why there is none.
    #[wasm_bindgen(js_name = fileText)]
    pub fn file_text(input: &str, path: &str, body: &str) -> Result<String, JsError> {
        report_action::file_text(input, path, body).map_err(|error| JsError::new(&error))
    }

    /// The file of another repository that a policy extends, `owner/name:path@ref`; empty if it extends none.
    #[must_use]
    #[wasm_bindgen(js_name = extendedFile)]
    pub fn extended_file(policy: &str) -> String {
        report_action::extended_file(policy)
    }

    /// Why a file cannot be read without a token. `input` is the input that names it.
    #[must_use]
    #[wasm_bindgen(js_name = fileWithoutToken)]
    pub fn file_without_token(input: &str, path: &str) -> String {
        report_action::file_without_token(input, path)
    }

    /// The message about a final failure of a request to GitHub. It may contain untrusted text.
    ///
    /// # Errors
    /// Throws an `Error` if the value is not a `Trouble`.
    #[wasm_bindgen(js_name = explain)]
    pub fn explain(
        #[wasm_bindgen(unchecked_param_type = "Trouble")] trouble: &JsValue,
    ) -> Result<String, JsError> {
        let failed =
            event_reader::failed(value::read(trouble)).map_err(|error| JsError::new(&error))?;
        Ok(report_action::explain(&failed))
    }

    /// Adds a part of a dump, as `Report.add` does.
    ///
    /// # Errors
    /// Throws an `Error` if it has another format.
    pub fn add(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Dump | readonly DumpIssue[]")] part: &JsValue,
    ) -> Result<(), JsError> {
        let collection = self.0.collection();
        let added = if Array::is_array(part) {
            collection.add_issues(decode(part)?)
        } else {
            collection.add(decode(part)?)
        };
        added.map_err(|error| JsError::new(&error))
    }

    /// Continues an earlier `known-issues.json`. If that is not possible, the log says so and everything is read again.
    pub fn previous(&mut self, text: &str) {
        self.0.previous(text);
    }

    /// Adds a `known-issues.json` of other repositories, or of another part of the same ones.
    ///
    /// # Errors
    /// Throws an `Error` if the text is not a `known-issues.json`.
    pub fn merge(&mut self, text: &str) -> Result<(), JsError> {
        self.0.collection().merge(read(text)?);
        Ok(())
    }

    /// Adds a note to the log: plain text without untrusted parts.
    pub fn note(&mut self, text: &str) {
        self.0.note(text);
    }

    /// The next query to GitHub; null if everything has been read.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(unchecked_return_type = "Query | null")]
    pub fn ask(&mut self) -> Result<JsValue, JsError> {
        super::encode(&self.0.ask())
    }

    /// Reads GitHub's answer: the text of its body, JSON.
    ///
    /// # Errors
    /// Throws an `Error` that says why there can be no report.
    pub fn take(&mut self, body: &str) -> Result<(), JsError> {
        self.0.take(body).map_err(|error| JsError::new(&error))
    }

    /// Handles a failure that came instead of an answer.
    ///
    /// # Errors
    /// Throws an `Error` that says why there can be no report.
    pub fn fail(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Trouble")] trouble: &JsValue,
    ) -> Result<(), JsError> {
        let failed =
            event_reader::failed(value::read(trouble)).map_err(|error| JsError::new(&error))?;
        self.0.fail(&failed).map_err(|error| JsError::new(&error))
    }

    /// The progress of the run: one line for the log, without untrusted text.
    #[must_use]
    pub fn progress(&self) -> String {
        self.0.progress()
    }

    /// Ends the run and returns its result. The object cannot be used afterwards.
    ///
    /// # Errors
    /// Throws an `Error` that says why there can be no report.
    #[wasm_bindgen(unchecked_return_type = "ReportingEnd")]
    pub fn finish(self) -> Result<JsValue, JsError> {
        let outcome = self.0.finish().map_err(|error| JsError::new(&error))?;
        let (files, mut paths) = (Array::new(), Vec::new());
        // The files are passed one by one, because all of them at once may not fit into memory.
        outcome.write(|path, text| {
            files.push(&Array::of2(&path.as_str().into(), &text.into()).into());
            paths.push(path);
        });
        let end = Object::new();
        let description = match &outcome.description {
            Some((number, body)) => super::encode(&TrackedDescription { number: *number, body })?,
            None => JsValue::NULL,
        };
        let members = [
            ("files", files.into()),
            ("description", description),
            ("log", super::encode(&outcome.log)?),
            ("outputs", super::encode(&outcome.outputs(&paths))?),
            ("summary", outcome.summary().into()),
        ];
        for (name, value) in members {
            Reflect::set(&end, &name.into(), &value)
                .map_err(|_| JsError::new("internal error: no object"))?;
        }
        Ok(end.into())
    }
}

/// The new description of the tracking issue.
#[derive(serde::Serialize)]
struct TrackedDescription<'a> {
    number: u64,
    body: &'a str,
}
