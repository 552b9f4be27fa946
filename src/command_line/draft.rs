//! `draft`: a description in the format from an old one, in which versions stand in words.

use std::fmt::Write;

use serde::Deserialize;
use serde_json::Value;

use crate::command_line::json;
use crate::command_line::printed::{Printed, counted, error_line};
use crate::command_line::request::{Input, InputKind, IssueOptions, OutputFormat, Stream};
use crate::format::tags::TagPatterns;
use crate::format::version::Version;
use crate::known_issues::repository_name::is_repository;
use crate::text::quote::{code, shown};
use crate::text::terminal;
use crate::{Confidence, DraftAnswer, DraftFact, DraftOptions};

/// `draft`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DraftRequest {
    input: Input,
    options: IssueOptions,
    /// Tags, one a line; null if they are not known.
    releases: Option<String>,
    /// `owner/name`; null for the repository of the issue.
    repository: Option<String>,
    format: OutputFormat,
    stream: Stream,
}

pub(super) fn run(request: &DraftRequest) -> Printed {
    let name = &request.input.name;
    let is_json = request.format == OutputFormat::Json;
    let printed = answer(request).map(|answer| {
        let stdout = if is_json {
            let value: Value = serde_json::from_str(&answer.to_json()).unwrap_or_default();
            request.stream.json(json::result(name, &value))
        } else {
            request.stream.text(answer.description.clone())
        };
        Printed { stdout, stderr: told(name, &answer), ..Printed::default() }
    });
    printed.unwrap_or_else(|why| Printed {
        stdout: if is_json { request.stream.json(json::error(name, &why)) } else { String::new() },
        ..Printed::refused(&format!("{}: {why}", shown(name)))
    })
}

fn answer(request: &DraftRequest) -> Result<DraftAnswer, String> {
    let DraftRequest { input, options, .. } = request;
    let policy = options.policy()?;
    let Some(text) = &input.text else {
        return Err(input.error.clone().unwrap_or_else(|| "it cannot be read".to_owned()));
    };
    if input.kind == InputKind::Policy {
        return Err("a policy file is no issue".to_owned());
    }
    let own = input.name.split_once('#').filter(|_| input.kind == InputKind::Remote);
    let repository = request.repository.as_deref().or(own.map(|(repository, _)| repository));
    if let Some(name) = repository.filter(|name| !is_repository(name)) {
        return Err(format!("`--repository`: {} is not owner/name", code(name)));
    }
    let issue = options.issue(input, text)?;
    let releases =
        request.releases.as_ref().map(|text| releases(text, &policy.tags)).transpose()?;
    let about = DraftOptions { policy: &policy, releases: releases.as_deref(), repository };
    let answer = crate::draft(&issue, &about);
    if answer.withheld && input.kind == InputKind::Remote {
        return Err("it is a security issue, and its details are withheld".to_owned());
    }
    Ok(answer)
}

/// The tags that are versions. A list without any is a mistake.
fn releases(text: &str, tags: &TagPatterns) -> Result<Vec<Version>, String> {
    let mut releases = Vec::new();
    for line in text.lines() {
        releases.extend(tags.version(line.trim()));
    }
    if releases.is_empty() && !text.trim().is_empty() {
        let example = code(&tags.spelling().write("1.6.2"));
        return Err(format!("no line of the releases is a version such as {example}"));
    }
    Ok(releases)
}

/// What was read, a line a fact.
fn told(name: &str, answer: &DraftAnswer) -> String {
    let mut facts: Vec<(String, &DraftFact)> = Vec::new();
    for (key, fact) in &answer.entries {
        facts.push((format!("{key}={}", fact.value), fact));
    }
    for fact in answer.binaries.iter().chain(&answer.pull_requests) {
        facts.push((fact.value.clone(), fact));
    }
    let is_open = |fact: &&(String, &DraftFact)| fact.1.confidence == Confidence::ToConfirm;
    let open = facts.iter().filter(is_open).count();
    let found = match (facts.len() - open, open) {
        (0, 0) => "nothing was found in its words".to_owned(),
        (certain, 0) => format!("{} found", counted(certain, "fact")),
        (certain, open) => format!("{} found, {open} to confirm", counted(certain + open, "fact")),
    };
    let mut text = format!("{}: {found}\n", shown(name));
    for (what, fact) in &facts {
        let mark = if fact.confidence == Confidence::ToConfirm { "to confirm: " } else { "" };
        let place = fact.span.map(|span| format!("line {}, ", span.start.line)).unwrap_or_default();
        let _ = writeln!(text, "  {mark}{} ({place}from {})", shown(what), code(&fact.words));
    }
    if answer.withheld {
        text.push_str(&error_line(
            "it may be a security issue whose details are withheld: do not publish the draft",
        ));
    }
    terminal::lines(&text)
}
