//! Random histories of issues, and dumps of them.

use std::collections::BTreeSet;

use proptest::prelude::*;
use serde_json::{Value, json};

/// A word that every text of an issue with withheld details contains, and nothing else.
pub(crate) const CANARY: &str = "s3cr3t";

/// A state in an issue's history. Each later one replaces the earlier.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub(crate) repository: usize,
    pub(crate) number: u64,
    /// The day of the last change.
    pub(crate) day: u32,
    introduced: Vec<String>,
    resolved: Vec<String>,
    labels: Vec<&'static str>,
    state: (&'static str, Option<&'static str>),
    is_complete: bool,
    edited: Option<u32>,
    pull_requests: Vec<u64>,
}

pub(crate) const REPOSITORIES: [&str; 2] = ["Example/engine", "example/Wheels"];

fn version() -> impl Strategy<Value = String> {
    let tail = prop::sample::select(vec!["", "", "", "", "-rc.1"]);
    (4u32..9, 0u32..5, tail).prop_map(|(minor, patch, tail)| format!("v1.{minor}.{patch}{tail}"))
}

fn reading() -> impl Strategy<Value = Reading> {
    let labels = prop::sample::subsequence(
        vec![
            "patch-release",
            "priority/critical-urgent",
            "priority/important-soon",
            "sig/node",
            "sig/a|b",
            "area/security",
        ],
        0..=6,
    );
    let states = vec![
        ("open", None),
        ("open", None),
        ("closed", Some("completed")),
        ("closed", Some("not_planned")),
        ("closed", Some("duplicate")),
        ("CLOSED", None),
    ];
    let entries = (prop::collection::vec(version(), 0..3), prop::collection::vec(version(), 0..3));
    let facts = (prop::option::of(1u32..28), prop::collection::vec(1u64..9, 0..3));
    (
        (0usize..2, 1u64..12, 1u32..28),
        entries,
        labels,
        prop::sample::select(states),
        any::<bool>(),
        facts,
    )
        .prop_map(
            |(
                (repository, number, day),
                (introduced, resolved),
                labels,
                state,
                is_complete,
                (edited, pull_requests),
            )| Reading {
                repository,
                number,
                day,
                introduced,
                resolved,
                labels,
                state,
                is_complete,
                edited,
                pull_requests,
            },
        )
}

/// No two different states of an issue have the same date: a number and a day identify a state.
pub(crate) fn history() -> impl Strategy<Value = Vec<Reading>> {
    prop::collection::vec(reading(), 0..24).prop_map(|mut readings| {
        let mut seen = BTreeSet::new();
        readings.retain(|reading| seen.insert((reading.repository, reading.number, reading.day)));
        readings
    })
}

impl Reading {
    fn is_secret(&self) -> bool {
        let is_completed =
            self.state.0 != "open" && self.state.1.is_none_or(|why| why == "completed");
        self.labels.contains(&"area/security")
            && !self.resolved.iter().any(|version| is_tag(version))
            && !is_completed
    }

    fn json(&self) -> Value {
        let words = if self.is_secret() { CANARY } else { "plain | `words` @all" };
        let lines = |key: &str, versions: &[String]| -> String {
            versions.iter().flat_map(|version| [key, "=", version, "\n"]).collect()
        };
        let requests: Vec<String> = self
            .pull_requests
            .iter()
            .map(|number| {
                format!(
                    "- #{number}
"
                )
            })
            .collect();
        let requests = requests.concat();
        let impact =
            if self.is_complete { format!("## Impact\n\n{words}\n\n") } else { String::new() };
        let body = format!(
            "```release\n{}{}```\n\n## Symptoms\n\n{words}\n\n## Root cause\n\nBinaries:\n- {}\n\n{words}\n\n{impact}## Resolution\n\n{words}\n\n## PRs\n\n{}",
            lines("introduced-in", &self.introduced),
            lines("resolved-in", &self.resolved),
            if self.is_secret() { CANARY } else { "kubelet" },
            if requests.is_empty() { "TBD\n" } else { &requests },
        );
        let mut labels: Vec<Value> =
            self.labels.iter().map(|name| json!({ "name": name })).collect();
        if self.day.is_multiple_of(2) {
            labels.reverse();
        }
        json!({
            "number": self.number,
            "title": format!("{words} {}", self.number),
            "body": body,
            "labels": labels,
            "state": self.state.0,
            "state_reason": self.state.1,
            "created_at": "2026-01-01T00:00:00Z",
            "updated_at": format!("2026-02-{:02}T00:00:00Z", self.day),
            "last_edited_at": self.edited.map(|day| format!("2026-01-{day:02}T00:00:00Z")),
            "last_commented_at": "2026-01-15T00:00:00Z",
        })
    }
}

/// Whether `surroundings` has a tag of this name.
fn is_tag(version: &str) -> bool {
    let is_release = !version.contains('-') && !version.ends_with(".4");
    is_release || version.ends_with(".0-rc.1")
}

/// The tags and pull requests of a repository.
fn surroundings(repository: usize) -> Vec<Value> {
    let mut parts = Vec::new();
    for minor in 4..9 {
        let pre = json!([{ "name": format!("v1.{minor}.0-rc.1"), "date": format!("2025-{minor:02}-01") }]);
        parts.push(json!({ "name": REPOSITORIES[repository], "tags": pre }));
        for patch in 0..4 {
            let month = minor + patch;
            let tags = json!([{ "name": format!("v1.{minor}.{patch}"), "date": format!("2025-{month:02}-02") }]);
            parts.push(json!({ "name": REPOSITORIES[repository].to_uppercase(), "tags": tags }));
        }
    }
    let requests = json!([
        { "number": 1, "merged": true, "merged_at": "2026-01-20T00:00:00Z", "base": "main" },
        { "number": 2, "merged": true, "merged_at": "2026-01-21T00:00:00Z", "base": "release-1.7" },
        { "number": 3, "state": "open", "base": "release-1.8" },
        { "number": 4, "state": "closed", "base": "release-1.8" },
    ]);
    parts.push(json!({ "name": REPOSITORIES[repository], "pullRequests": requests }));
    parts
}

/// The whole dump, in the smallest parts.
pub(crate) fn parts(history: &[Reading]) -> Vec<Value> {
    (0..2).flat_map(surroundings).chain(readings(history)).collect()
}

/// The issues alone, in the smallest parts.
pub(crate) fn readings(history: &[Reading]) -> Vec<Value> {
    let part = |reading: &Reading| json!({ "name": REPOSITORIES[reading.repository], "issues": [reading.json()] });
    history.iter().map(part).collect()
}

/// Tags and pull requests, which each part of a report has.
pub(crate) fn all_surroundings() -> Vec<Value> {
    (0..2).flat_map(surroundings).collect()
}
