//! `new`: the text that an author starts with, with the entries that are known already.

use std::fmt::Write;

use serde::Deserialize;

use crate::PolicyError;
use crate::command_line::printed::{Printed, error_line};
use crate::command_line::request::Stream;
use crate::format::version::{Branch, Version, with_v};
use crate::template::{RELEASE_BLOCKS, template};
use crate::text::quote::code;
use crate::text::terminal;

/// `new`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct NewRequest {
    /// The text of a policy file.
    policy: Option<String>,
    policy_name: String,
    /// Versions; the `v` in front may be missing.
    introduced_in: Vec<String>,
    resolved_in: Vec<String>,
    /// Branches, likewise.
    not_affected: Vec<String>,
    stream: Stream,
}

pub(super) fn run(request: &NewRequest) -> Printed {
    if let Some(errors) = request.policy.as_deref().and_then(|text| crate::read_policy(text).err())
    {
        return Printed::refused(&PolicyError::all_in_file(&errors, &request.policy_name));
    }
    let (mut blocks, mut stderr) = (String::new(), String::new());
    let lists = [
        ("introduced-in", &request.introduced_in, version as fn(&str) -> Option<String>),
        ("resolved-in", &request.resolved_in, version),
        ("not-affected", &request.not_affected, branch),
    ];
    for (key, values, read) in lists {
        let mut entries = String::new();
        for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
            match read(value) {
                Some(value) => drop(writeln!(entries, "{key}={value}")),
                None => stderr.push_str(&error_line(&refusal(key, value))),
            }
        }
        if !entries.is_empty() {
            blocks.push_str(if blocks.is_empty() { "" } else { "\n" });
            let _ = writeln!(blocks, "```release\n{entries}```");
        }
    }
    if !stderr.is_empty() {
        return Printed { stderr, exit_code: 2, ..Printed::default() };
    }
    let text = match template().strip_prefix(RELEASE_BLOCKS) {
        Some(rest) if !blocks.is_empty() => blocks + rest,
        _ => template(),
    };
    let stdout = if request.stream.is_terminal { terminal::lines(&text) } else { text };
    Printed { stdout, ..Printed::default() }
}

fn refusal(key: &str, value: &str) -> String {
    let example =
        if key == "not-affected" { "a branch such as v1.8" } else { "a version such as v1.6.2" };
    format!("`{key}`: {} is not {example}", code(value))
}

fn version(text: &str) -> Option<String> {
    Version::parse(&with_v(text)).map(|version| version.to_string())
}

fn branch(text: &str) -> Option<String> {
    Branch::parse(&with_v(text)).map(|branch| branch.to_string())
}
