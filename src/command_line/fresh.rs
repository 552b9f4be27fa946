//! `new`: the text that an author starts with, with the entries that are known already.

use std::fmt::Write;

use serde::Deserialize;

use crate::PolicyError;
use crate::command_line::printed::{Printed, error_line};
use crate::command_line::request::Stream;
use crate::format::tags::TagPatterns;
use crate::template::release_blocks;
use crate::text::quote::{code, shown};
use crate::text::terminal;

/// `new`.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(super) struct NewRequest {
    /// The text of a policy file.
    policy: Option<String>,
    policy_name: String,
    /// Versions; the text around the number may be missing.
    introduced_in: Vec<String>,
    resolved_in: Vec<String>,
    /// Branches, likewise.
    not_affected: Vec<String>,
    stream: Stream,
}

pub(super) fn run(request: &NewRequest) -> Printed {
    let policy = match request.policy.as_deref().map(crate::read_policy).transpose() {
        Ok(policy) => policy.unwrap_or_default(),
        Err(errors) => {
            return Printed::refused(&PolicyError::all_in_file(&errors, &request.policy_name));
        }
    };
    let tags = &policy.tags;
    let (mut blocks, mut stderr) = (String::new(), String::new());
    let lists = [
        ("introduced-in", &request.introduced_in, version as ValueReader),
        ("resolved-in", &request.resolved_in, version),
        ("not-affected", &request.not_affected, branch),
    ];
    for (key, values, read) in lists {
        let mut entries = String::new();
        for value in values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()) {
            match read(value, tags) {
                Some(value) => drop(writeln!(entries, "{key}={value}")),
                None => stderr.push_str(&error_line(&refusal(key, value, tags))),
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
    let template = policy.template();
    let text = match template.strip_prefix(&release_blocks(tags.spelling())) {
        Some(rest) if !blocks.is_empty() => blocks + rest,
        _ => template,
    };
    let stdout = if request.stream.is_terminal { terminal::lines(&text) } else { text };
    Printed { stdout, ..Printed::default() }
}

fn refusal(key: &str, value: &str, tags: &TagPatterns) -> String {
    let written = |number: &str| shown(&tags.spelling().write(number));
    let example = if key == "not-affected" {
        format!("a branch such as {}", written("1.8"))
    } else {
        format!("a version such as {}", written("1.6.2"))
    };
    format!("`{key}`: {} is not {example}", code(value))
}

/// Reads a value that may lack what stands around the number in the project's tags, and writes it as they are.
type ValueReader = fn(&str, &TagPatterns) -> Option<String>;

fn version(text: &str, tags: &TagPatterns) -> Option<String> {
    tags.meant_version(text).map(|version| version.to_string())
}

fn branch(text: &str, tags: &TagPatterns) -> Option<String> {
    tags.meant_branch(text).map(|branch| branch.to_string())
}
