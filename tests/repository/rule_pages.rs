//! Checks the rules' pages: each example triggers its rule, and the text under *Instead* does not.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use patch_release_issues::policy::level::Level;
use patch_release_issues::read_policy;
use patch_release_issues::rules::{RULES, Rule};
use patch_release_issues::{Facts, Issue, Policy, validate, validate_with};
use serde_json::json;

use crate::fact_reader;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The text under a heading of a rule's page.
fn part(rule: &Rule, heading: &str) -> String {
    let page = read(&format!("docs/rules/{}.md", rule.name));
    let (_, rest) = page.split_once(&format!("\n## {heading}\n")).unwrap();
    rest.split("\n## Instead\n").next().unwrap().split("\n---\n").next().unwrap().to_owned()
}

/// The issue that a part shows: a description in a fence, labels in a line of words. `None` when it is prose.
fn shown(part: &str) -> Option<Issue> {
    let description = fence(part);
    let labels = part.lines().find_map(|line| line.strip_prefix("Labels: "));
    if description.is_none() && labels.is_none() {
        return None;
    }
    let labels = labels.unwrap_or("`priority/important-soon`, `sig/node`").split('`');
    let labels: Vec<&str> = labels.skip(1).step_by(2).chain(["patch-release"]).collect();
    let state = if part.contains("closed as completed") { "closed" } else { "open" };
    let body = description.unwrap_or_else(|| GOOD.to_owned());
    let reopened = part.contains("was reopened").then_some("2017-12-01T12:00:00Z");
    let issue = json!({
        "number": 1, "title": "x", "body": body, "labels": labels, "state": state, "reopened_at": reopened,
    });
    Some(serde_json::from_value(issue).unwrap())
}

/// The text of the first code fence.
fn fence(part: &str) -> Option<String> {
    let mut lines = part.lines().skip_while(|line| !line.starts_with("```"));
    let end = lines.next()?.trim_end_matches("markdown").to_owned();
    Some(lines.take_while(|line| *line != end).flat_map(|line| [line, "\n"]).collect())
}

const GOOD: &str = "```release
introduced-in=v1.6.2
```

## Symptoms

Pods restart.

## Root cause

TBD

## Impact

All users.

## Resolution

TBD

## PRs

- #48123
";

/// What GitHub knows, as the pages tell it: `#48123` mends the main branch, `#48125` and `#48126` bring that to `v1.6` and
/// `v1.7`.
fn facts(part: &str) -> Facts {
    let request = |number: u64, base: &str, merged: &str| {
        let is_open = part.contains(&format!("`#{number}` is open"));
        json!({
            "state": if is_open { "open" } else { "merged" },
            "base": base,
            "mergedAt": (!is_open).then(|| format!("{merged}T12:00:00Z")),
            "mergeCommit": (!is_open).then(|| format!("{number}abc")),
            "body": format!("Cherry pick of #48123 on {base}."),
            "labels": ["sig/storage"],
        })
    };
    let tag = |name: &str, day: &str| json!({"name": name, "date": format!("{day}T12:00:00Z"), "commit": name});
    fact_reader::read(&json!({
        "tags": [
            tag("v1.6.0", "2017-03-28"),
            tag("v1.6.2", "2017-04-19"),
            tag("v1.6.4", "2017-05-19"),
            tag("v1.7.0", "2017-05-30"),
            tag("v1.6.5", "2017-06-14"),
            tag("v1.7.2", "2017-06-15"),
            tag("v1.7.3", "2017-08-03"),
            tag("v1.8.0", "2017-09-28"),
        ],
        "pullRequests": {
            "#48123": request(48_123, "master", "2017-06-01"),
            "#48125": request(48_125, "release-1.6", "2017-06-05"),
            "#48126": request(48_126, "release-1.7", "2017-07-20"),
            "#4812300": "missing",
        },
        "comparisons": [
            {"tag": "v1.6.5", "commit": "48125abc", "contains": true},
            {"tag": "v1.7.3", "commit": "48126abc", "contains": true},
            {"tag": "v1.8.0", "commit": "48123abc", "contains": true},
        ],
    }))
}

fn fires(rule: &Rule, issue: &Issue, part: &str) -> bool {
    let mut policy =
        json!({ "binaries": ["kubelet"], "sigs": { "known": ["node", "cli", "storage"] } });
    if rule.level == Level::Off {
        policy["rules"][rule.name] = json!("warning");
    }
    let policy = read_policy(&policy.to_string()).unwrap();
    validate_with(issue, &policy, &facts(part))
        .diagnostics
        .iter()
        .any(|found| found.rule == rule.name)
}

/// The rules for which `holds` is false for the issue that a part shows. Prose shows no issue.
fn untrue(heading: &str, holds: impl Fn(&Rule, &Issue, &str) -> bool) -> Vec<&'static str> {
    let is_untrue = |rule: &&Rule| {
        let part = part(rule, heading);
        shown(&part).is_some_and(|issue| !holds(rule, &issue, &part))
    };
    RULES.iter().filter(is_untrue).map(|rule| rule.name).collect()
}

#[test]
fn examples_set_off_their_rule() {
    assert_eq!(untrue("Example", fires), Vec::<&str>::new());
}

#[test]
fn what_to_write_instead_does_not() {
    assert_eq!(
        untrue("Instead", |rule, issue, part| !fires(rule, issue, part)),
        Vec::<&str>::new()
    );
}

#[test]
fn nearly_every_example_can_be_tried() {
    let prose = RULES.iter().filter(|rule| shown(&part(rule, "Example")).is_none());
    let prose: Vec<&str> = prose.map(|rule| rule.name).collect();
    assert_eq!(prose, ["unreadable-description"]);
}

#[test]
fn the_readmes_issue_is_valid() {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("\n## What it asks for\n").unwrap();
    let answer = validate(&shown(rest).unwrap(), &Policy::default());
    assert!(answer.in_scope && answer.diagnostics.is_empty(), "{:?}", answer.diagnostics);
}
