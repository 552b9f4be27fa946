//! The report's exports.
//!
//! A dump may be larger than this module's memory. So JavaScript passes it in parts, and only the facts of each part
//! are kept.

use js_sys::{Array, JSON, Object, Reflect};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::value;

use crate::known_issues::dump::{Dump, DumpIssue};
use crate::known_issues::{
    Collection, KnownIssues, Options, Schedule, is_span, read_schedule, vendor_build,
};
use crate::policy::PolicyError;
use crate::text::quote::code;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { KnownIssues } from "./known-issues.js";
import type { Dump, DumpIssue, DumpPullRequest, Files, Plan, PullRequestName, ReportOptions } from "./types.js";
export type { Dump, DumpIssue, DumpPullRequest, Files, KnownIssues, PullRequestName, ReportOptions };
"#;

/// Builds a report: `add` what is known, in any order and in parts of any size, then `finish` it.
#[wasm_bindgen(js_name = Report)]
#[derive(Debug)]
pub struct ReportHandle(Collection);

#[wasm_bindgen(js_class = Report)]
impl ReportHandle {
    /// Starts an empty report.
    ///
    /// # Errors
    /// Throws an `Error` that says what is wrong with `options`.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "ReportOptions")] options: &JsValue,
    ) -> Result<ReportHandle, JsError> {
        let member = |name| value::member(options, name);
        let versions = value::member(options, "versions");
        let text = |name| value::text(options, name);
        let read = || -> Result<Options, String> {
            let policy = super::read_policy(&member("policy"))?;
            let mut names = Vec::new();
            if Array::is_array(&versions) {
                for name in Array::from(&versions).iter() {
                    names.push(name.as_string().ok_or("`versions` are not all strings")?);
                }
            }
            Ok(Options {
                policy,
                versions: names,
                changes_since: text("changesSince")?.map(span).transpose()?,
                schedule: text("schedule")?.map(|text| schedule(&text)).transpose()?,
                now: text("now")?,
                server: text("server")?,
            })
        };
        let options = read().map_err(|error| JsError::new(&error))?;
        Ok(Self(Collection::new(options)))
    }

    /// Adds data: a dump, or a list of issues whose `html_url` names their repository. The list may also be a list of
    /// pages, as `gh api --paginate --slurp` prints. Pass JSON text as it is: that is faster than passing objects.
    ///
    /// # Errors
    /// Throws an `Error` if the data has another format. The report cannot be finished then: start a new one.
    pub fn add(
        &mut self,
        #[wasm_bindgen(
            unchecked_param_type = "Dump | readonly DumpIssue[] | readonly (readonly DumpIssue[])[] | string"
        )]
        part: &JsValue,
    ) -> Result<(), JsError> {
        let added = match DumpPart::read(part)? {
            DumpPart::Issues(issues) => self.0.add_issues(issues),
            DumpPart::Dump(dump) => self.0.add(dump),
        };
        added.map_err(|error| JsError::new(&error))
    }

    /// Continues an earlier `known-issues.json`, so that only later changes need to be added. Returns false, and adds
    /// nothing, if it was judged under another policy, by another version or for another server: then everything must be
    /// added.
    ///
    /// # Errors
    /// Throws an `Error` if the text is not a `known-issues.json`.
    pub fn previous(&mut self, text: &str) -> Result<bool, JsError> {
        Ok(self.0.previous(read(text)?))
    }

    /// Adds a `known-issues.json` of other repositories, or of another part of the same ones.
    ///
    /// # Errors
    /// Throws an `Error` if the text is not a `known-issues.json`.
    pub fn merge(&mut self, text: &str) -> Result<(), JsError> {
        self.0.merge(read(text)?);
        Ok(())
    }

    /// The date of the newest known change of an issue in a repository: older issues need not be fetched again.
    #[must_use]
    pub fn since(&self, repository: &str) -> Option<String> {
        self.0.since(repository).map(str::to_owned)
    }

    /// The pull requests that issues name and that are not known to be merged. Request these from GitHub.
    ///
    /// # Errors
    /// Never.
    #[wasm_bindgen(js_name = wantedPullRequests, unchecked_return_type = "PullRequestName[]")]
    pub fn wanted_pull_requests(&self) -> Result<JsValue, JsError> {
        super::encode(&self.0.wanted_pull_requests())
    }

    /// Writes the report. The object cannot be used afterwards.
    ///
    /// # Errors
    /// Throws an `Error` if the option `versions` names a vendor's build, such as `v1.9.4-gke.1`: it says which
    /// release to ask about instead. Throws one, too, if no tag of a repository is a version of the project, but some
    /// end in one.
    #[wasm_bindgen(unchecked_return_type = "Files")]
    pub fn finish(self) -> Result<JsValue, JsError> {
        if let Some(why) = self.0.refusal_without_tags() {
            return Err(JsError::new(&why));
        }
        let versions = self.0.versions().to_vec();
        let report = self.0.finish();
        if let Some(why) = vendor_build::refusal(&report, &versions) {
            return Err(JsError::new(&why));
        }
        let files = Array::new();
        // The files are passed one by one, because all of them at once may not fit into memory.
        report.write(|path, text| {
            files.push(&Array::of2(&path.into(), &text.into()).into());
        });
        let written = Object::new();
        let members = [
            ("files", files.into()),
            ("issueBody", report.issue_body().into()),
            ("summary", report.summary().into()),
        ];
        let mut done = Ok(true);
        for (name, value) in members {
            done = done.and(Reflect::set(&written, &name.into(), &value));
        }
        done.map(|_| written.into()).map_err(|_| JsError::new("internal error: no object"))
    }
}

fn span(text: String) -> Result<String, String> {
    if is_span(&text) {
        return Ok(text);
    }
    Err(format!(
        "`changesSince` is {}: write a number of days, such as `14`, or a date",
        code(&text)
    ))
}

fn schedule(text: &str) -> Result<Schedule, String> {
    read_schedule(text).map_err(|errors| PolicyError::all_in_file(&errors, "schedule"))
}

/// The data of one call of `add`.
enum DumpPart {
    Dump(Dump),
    Issues(Vec<DumpIssue>),
}

impl DumpPart {
    fn read(part: &JsValue) -> Result<Self, JsError> {
        let Some(text) = part.as_string() else { return Self::of_value(part) };
        if let Some(part) = Self::of_text(&text) {
            return Ok(part);
        }
        // This parser reports what is wrong, and accepts more: lone surrogates and duplicate members.
        let value = JSON::parse(&text).map_err(|_| JsError::new("the data is not JSON"))?;
        Self::of_value(&value)
    }

    fn of_text(text: &str) -> Option<Self> {
        if let Some(list) = text.trim_start().strip_prefix('[') {
            // Serde would read a page as an issue that is written as a list of its members' values.
            if list.trim_start().starts_with('[') {
                let pages: Vec<Vec<DumpIssue>> = serde_json::from_str(text).ok()?;
                return Some(Self::Issues(pages.into_iter().flatten().collect()));
            }
            return Some(Self::Issues(serde_json::from_str(text).ok()?));
        }
        Some(Self::Dump(serde_json::from_str(text).ok()?))
    }

    fn of_value(value: &JsValue) -> Result<Self, JsError> {
        if Array::is_array(value) {
            return Ok(Self::Issues(decode(&Array::from(value).flat(1))?));
        }
        Ok(Self::Dump(decode(value)?))
    }
}

pub(super) fn decode<T: DeserializeOwned>(part: &JsValue) -> Result<T, JsError> {
    serde_wasm_bindgen::from_value(part.clone())
        .map_err(|error| JsError::new(&format!("the data cannot be read: {error}")))
}

pub(super) fn read(text: &str) -> Result<KnownIssues, JsError> {
    KnownIssues::from_json(text).map_err(|error| JsError::new(&error))
}
