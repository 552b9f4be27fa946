//! `setup`: the files that a repository needs to use the action, and the labels to create.

use std::fmt::Write;

use serde::Deserialize;

use crate::command_line::diff;
use crate::command_line::printed::{NewLabel, Printed, counted, error_line};
use crate::command_line::request::Stream;
use crate::command_line::setup_files::{self, Repository};
use crate::format::version::Version;
use crate::policy::Policy;
use crate::text::quote::{code, shown};
use crate::text::terminal;

/// `setup`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct SetupRequest {
    /// The names of its tags; null if they are not known.
    #[serde(default)]
    tags: Option<Vec<String>>,
    /// The names of its labels; null if they are not known.
    #[serde(default)]
    labels: Option<Vec<String>>,
    /// The text of each file that exists, by path; null if it is something else than a file of text.
    files: Vec<(String, Option<String>)>,
    /// Whether to replace files that differ.
    force: bool,
    /// Whether to write no file.
    dry_run: bool,
    stream: Stream,
}

pub(super) fn run(request: &SetupRequest) -> Printed {
    let repository = Repository::of(request.labels.as_deref(), request.tags.as_deref());
    let mut printed = Printed::default();
    for (path, text) in setup_files::all(&repository) {
        add(&mut printed, request, path, text);
    }
    if let Some(mut note) = request.tags.as_deref().and_then(note_about_tags) {
        let told = repository.tags.as_ref();
        let told =
            told.map(|tags| format!(". The policy and the templates have the form {}", code(tags)));
        note.push_str(&told.unwrap_or_default());
        printed.stderr.push_str(&error_line(&note));
    }
    let policy = crate::read_policy(&setup_files::policy(&repository)).unwrap_or_default();
    printed.labels = labels(&policy, request.labels.as_deref());
    list_labels(&mut printed, request);
    if request.stream.is_terminal {
        printed.stdout = terminal::lines(&printed.stdout);
    }
    printed
}

/// Adds a file. One that is there and differs is kept, unless it may be replaced.
fn add(printed: &mut Printed, request: &SetupRequest, path: &str, text: String) {
    let there = request.files.iter().find(|(name, _)| name == path);
    let Some((_, old)) = there else {
        let done = if request.dry_run { "would be created" } else { "created" };
        let _ = writeln!(printed.stdout, "{path}: {done}");
        if request.dry_run {
            printed.stdout.push_str(&diff::unified(path, "", &text));
        }
        printed.writes.push((path.to_owned(), text));
        return;
    };
    let Some(old) = old else {
        printed.stderr.push_str(&error_line(&format!("{path}: it is not a file of text")));
        printed.exit_code = 2;
        return;
    };
    let (old, new) = (old.replace("\r\n", "\n"), text);
    if old == new {
        let _ = writeln!(printed.stdout, "{path}: unchanged");
        return;
    }
    let done = match (request.force, request.dry_run) {
        (true, false) => "replaced",
        (true, true) => "would be replaced",
        (false, _) => "kept, although it differs: --force replaces it",
    };
    let _ = write!(printed.stdout, "{path}: {done}\n{}", diff::unified(path, &old, &new));
    if request.force {
        printed.writes.push((path.to_owned(), new));
    } else {
        printed.exit_code = printed.exit_code.max(1);
    }
}

/// What to say if no tag can be read.
fn note_about_tags(tags: &[String]) -> Option<String> {
    let has_version = tags.iter().any(|tag| Version::parse(tag).is_some());
    let example = tags.first().filter(|_| !has_version)?;
    Some(format!(
        "no tag of this repository is a version such as `v1.6.2`: its tags look like {}",
        code(example)
    ))
}

/// The labels that the policy names and that are not there.
fn labels(policy: &Policy, there: Option<&[String]>) -> Vec<NewLabel> {
    let mut wanted = Vec::new();
    if let crate::policy::Scope::Labels { labels } = &policy.scope {
        for name in labels {
            let description = "Tracks a known problem of releases";
            wanted.push(NewLabel { name: name.clone(), color: "1d76db", description });
        }
    }
    if let Some(asked) = &policy.priorities {
        for name in &asked.accepted {
            let name = format!("{}{name}", asked.prefix);
            wanted.push(NewLabel { name, color: "d93f0b", description: "How urgent it is" });
        }
    }
    if let Some(name) = policy.labels.incomplete() {
        let description = "Labels or description lack what a patch release needs";
        wanted.push(NewLabel { name, color: "fbca04", description });
    }
    let is_there = |label: &NewLabel| {
        there.is_some_and(|there| there.iter().any(|name| name.eq_ignore_ascii_case(&label.name)))
    };
    wanted.retain(|label| !is_there(label));
    wanted
}

fn list_labels(printed: &mut Printed, request: &SetupRequest) {
    if printed.labels.is_empty() {
        return;
    }
    let count = counted(printed.labels.len(), "label");
    let known = if request.labels.is_some() { "" } else { ", unless they exist" };
    let mut text = format!("\n{count} to create{known} (--labels creates them):\n");
    for NewLabel { name, description, .. } in &printed.labels {
        let _ = writeln!(text, "  {}  {description}", shown(name));
    }
    printed.stdout.push_str(&text);
}
