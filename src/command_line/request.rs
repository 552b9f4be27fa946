//! What the command line was asked, as JavaScript passes it on.

use serde::Deserialize;

use crate::issue::State;
use crate::policy::extends::Extends;
use crate::policy::level::{FailOn, Level, Severity};
use crate::policy::read::{Shared, extended};
use crate::policy::{All, Policy, Scope};
use crate::rules::{Group, RULES};
use crate::text::terminal::{self, Paint};
use crate::{Issue, PolicyError};

/// Where the output goes.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct Stream {
    /// Whether standard output is a terminal.
    pub(super) is_terminal: bool,
    /// Whether the reader wants colours.
    pub(super) has_colors: bool,
}

impl Stream {
    pub(super) fn paint(self) -> Paint {
        Paint(self.has_colors)
    }

    /// The exact bytes of a text, unless they would act on a terminal. Colours are for terminals, or for what shows text
    /// as one.
    pub(super) fn text(self, text: String) -> String {
        if self.is_terminal || self.has_colors { terminal::lines(&text) } else { text }
    }

    /// JSON, likewise.
    pub(super) fn json(self, json: String) -> String {
        if self.is_terminal { terminal::json(&json) } else { json }
    }
}

/// The format of the output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum OutputFormat {
    #[default]
    Text,
    Json,
    Github,
    Sarif,
}

/// What the options say about every issue.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct IssueOptions {
    /// The text of a policy file.
    policy: Option<String>,
    /// The policy file's name.
    policy_name: String,
    /// The text of the file that it extends.
    shared: Option<String>,
    title: Option<String>,
    /// Null if the labels of a description are not known.
    labels: Option<Vec<String>>,
    closed: bool,
}

/// `check`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct CheckRequest {
    pub(super) inputs: Vec<Input>,
    pub(super) options: IssueOptions,
    pub(super) format: OutputFormat,
    pub(super) fail_on: FailOn,
    pub(super) stream: Stream,
}

/// `fix`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FixRequest {
    pub(super) inputs: Vec<Input>,
    pub(super) options: IssueOptions,
    pub(super) write: bool,
    pub(super) diff: bool,
    pub(super) stream: Stream,
}

/// What an input contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum InputKind {
    /// A description: Markdown.
    Description,
    /// An issue: JSON in the format of GitHub's API.
    Issue,
    /// An issue that was read from GitHub.
    Remote,
    /// A policy file.
    Policy,
}

/// An input, or why it could not be read.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Input {
    /// As the user wrote it.
    pub(super) name: String,
    pub(super) kind: InputKind,
    #[serde(default)]
    pub(super) text: Option<String>,
    /// The text of the file that a policy file extends.
    #[serde(default)]
    pub(super) shared: Option<String>,
    /// Why there is no text.
    #[serde(default)]
    pub(super) error: Option<String>,
    /// Its address, percent-encoded: relative to the checkout if it is inside.
    #[serde(default)]
    pub(super) uri: String,
    /// Its path in the checkout; null outside.
    #[serde(default)]
    pub(super) path: Option<String>,
}

impl IssueOptions {
    /// The policy. Every named input is in scope.
    pub(super) fn policy(&self) -> Result<Policy, String> {
        let mut policy = match &self.policy {
            None => Policy::default(),
            Some(text) => read_policy(text, self.shared.as_deref())
                .map_err(|errors| PolicyError::all_in_file(&errors, &self.policy_name))?,
        };
        policy.scope = Scope::All(All::All);
        Ok(policy)
    }

    /// The policy for one input: without the rules about labels if its labels are not known.
    pub(super) fn policy_for(&self, policy: &Policy, input: &Input) -> Policy {
        let mut policy = policy.clone();
        if input.kind == InputKind::Description && self.labels.is_none() {
            let rules = RULES.iter().filter(|rule| rule.group == Group::Labels);
            policy.rules.splice(0..0, rules.map(|rule| (rule.name, Level::Off)));
        }
        policy
    }

    /// The issue of an input.
    pub(super) fn issue(&self, input: &Input, text: &str) -> Result<Issue, String> {
        let mut issue = match input.kind {
            InputKind::Issue | InputKind::Remote => read_issue(text)?,
            InputKind::Description | InputKind::Policy => {
                Issue { description: Some(text.to_owned()), ..Issue::default() }
            }
        };
        if let Some(title) = &self.title {
            issue.title.clone_from(title);
        }
        issue.labels.extend(self.labels.iter().flatten().cloned());
        if self.closed {
            issue.state = Some(State::Closed);
            issue.state_reason = None;
        }
        Ok(issue)
    }
}

/// Reads a policy file, and the file that it extends, if that was read.
pub(super) fn read_policy(text: &str, shared: Option<&str>) -> Result<Policy, Vec<PolicyError>> {
    let name = match extended(text) {
        Some(Extends::File(file)) => file.text(),
        _ => String::new(),
    };
    crate::read_policy_with(text, shared.map(|text| Shared { name: &name, text }))
}

fn read_issue(text: &str) -> Result<Issue, String> {
    let value = serde_json::from_str(text).map_err(|error| {
        format!("it is not JSON (line {}, column {})", error.line(), error.column())
    })?;
    crate::event_reader::issue(value)
}

/// The severity of a mistake in a policy file.
pub(super) const MISTAKE: Severity = Severity::Error;

/// The name of the rule that a mistake in a policy file breaks.
pub(super) const POLICY_RULE: &str = "invalid-policy";
