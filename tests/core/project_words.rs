//! A project's own words in what it is shown: they stay words. And what its versions may look like.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot read its cases fails"
)]

use patch_release_issues::known_issues::{Collection, Dump, Options};
use patch_release_issues::{Answer, Facts, Issue, Policy, read_policy, summary, validate};
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::{Value, json};

/// Words that GitHub would take for a mention, a reference, a link, an image, HTML or a command.
const HOSTILE: [&str; 9] = [
    "@octocat",
    "octo/repo#1",
    "GH-12",
    "www.example.com",
    "https://example.com/x",
    "<img src=x onerror=alert(1)>",
    "[click](https://example.com)",
    "![x](https://example.com/x.png)",
    "::error::forged",
];

fn policy(value: &Value) -> Policy {
    read_policy(&value.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"))
}

/// A policy with `word` wherever it takes one. As a heading, some are refused, because the heading would say less.
fn under(word: &str) -> Policy {
    let named = with_section(word, &format!("Seen by {word}"));
    read_policy(&named.to_string()).unwrap_or_else(|_| policy(&with_section(word, "Seen by all")))
}

fn with_section(word: &str, name: &str) -> Value {
    json!({
        "help": {"labels": format!("ask {word} for {{label}} or `{word} {{value}}`")},
        "security": {"phrases": [word]},
        "sections": [
            {"name": name, "prompt": "What users see"},
            {"name": "Fix", "prompt": "How it was fixed", "deferred": true},
        ],
    })
}

fn issue(body: &str, labels: &[&str]) -> Issue {
    let issue = json!({"number": 1, "title": "t", "body": body, "labels": labels, "state": "open"});
    serde_json::from_value(issue).unwrap()
}

/// The links, images and HTML of a Markdown text, and its running text.
fn dangers(markdown: &str) -> (Vec<String>, String) {
    let (mut dangers, mut words, mut in_link, mut in_fence) = (Vec::new(), String::new(), 0, false);
    for event in Parser::new_ext(markdown, Extensions::all()) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                in_link += 1;
                dangers.push(dest_url.to_string());
            }
            Event::End(pulldown_cmark::TagEnd::Link | pulldown_cmark::TagEnd::Image) => {
                in_link -= 1;
            }
            Event::Start(Tag::CodeBlock(_)) => in_fence = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_fence = false,
            Event::Html(html) | Event::InlineHtml(html) => dangers.push(html.to_string()),
            Event::Text(text) if in_link == 0 && !in_fence => words.push_str(&text),
            _ => {}
        }
    }
    (dangers, words)
}

#[test]
fn a_policy_cannot_mention_link_or_forge() {
    for word in HOSTILE {
        let policy = under(word);
        let bodies = ["```release\nintroduced-in=1.6\n```\n", "## Seen by\n\nTBD\n\n## Fix\n", ""];
        for labels in [&["patch-release"][..], &["patch-release", "area/security"]] {
            for body in bodies {
                let shown = summary(&issue(body, labels), &policy, &Facts::default());
                let (dangers, words) = dangers(&shown);
                for danger in dangers {
                    let is_ours = danger.starts_with("https://github.com/patch-release-issues/")
                        || ["<details>", "</details>", "<summary>"]
                            .iter()
                            .any(|tag| danger.starts_with(tag));
                    assert!(is_ours, "{word}: {danger}");
                }
                assert!(!words.contains(word), "{word} is running text in {shown}");
                assert!(!shown.lines().any(|line| line.starts_with("::")), "{shown}");
            }
        }
    }
}

#[test]
fn nouns_are_words_or_refused() {
    for word in HOSTILE.iter().chain(&["a  b", "-a", "a-", "", "x_y", "a.b", "a\u{202e}b"]) {
        let text = json!({"sigs": {"noun": word}}).to_string();
        assert!(read_policy(&text).is_err(), "{word}");
        let text = json!({"priorities": {"noun": {"one": "x", "many": word}}}).to_string();
        assert!(read_policy(&text).is_err(), "{word}");
    }
    for word in ["area", "working group", "Bereich", "sub-team"] {
        assert!(read_policy(&json!({"sigs": {"noun": word}}).to_string()).is_ok(), "{word}");
    }
}

/// What is wrong with entries under these tags, by rule.
fn rules(tags: &Value, entries: &str) -> Vec<(&'static str, String)> {
    let body = format!("```release\n{entries}\n```\n");
    let Answer { diagnostics, .. } = validate(&issue(&body, &[]), &policy(&json!({"tags": tags})));
    let of_entries = |rule: &&'static str| {
        rule.ends_with("-version")
            || rule.ends_with("-branch")
            || rule.contains("entry")
            || rule.contains("entries")
    };
    let found = diagnostics.into_iter().filter(|found| of_entries(&found.rule));
    found.map(|found| (found.rule, found.message)).collect()
}

#[test]
fn calendar_versions_are_versions_but_for_leading_zeros() {
    let tags = json!("{version}");
    assert_eq!(rules(&tags, "introduced-in=2024.1.3\nresolved-in=2024.1.10"), []);
    let found = rules(&tags, "introduced-in=2024.01.3");
    assert!(found[0].1.contains("must not start with zeros"), "{found:?}");
}

#[test]
fn mixed_tags_are_read_alike_and_written_one_way() {
    let tags = json!(["{version}", "v{version}"]);
    assert_eq!(rules(&tags, "introduced-in=1.6.2\nresolved-in=v1.6.5\nnot-affected=v1.5"), []);
    let repeated = rules(&tags, "introduced-in=1.6.2\nintroduced-in=v1.6.2");
    assert_eq!(repeated[0].0, "duplicate-entry", "{repeated:?}");
    let policy = policy(&json!({"tags": tags, "labels": {"affects": "affects/{branch}"}}));
    for label in ["affects/1.6", "affects/v1.6", "Affects/V1.6"] {
        assert!(policy.labels.can_be(label, &policy.tags), "{label}");
    }
    assert!(!policy.labels.can_be("affects/x1.6", &policy.tags));
}

#[test]
fn prefixes_of_each_other_stay_apart_in_entries() {
    let (ui, kit) = (json!("ui-v{version}"), json!("ui-kit-v{version}"));
    for (own, other) in [("ui-v1.2.3", "ui-kit-v1.2.3"), ("ui-kit-v1.2.3", "ui-v1.2.3")] {
        let tags = if own.starts_with("ui-v") { &ui } else { &kit };
        assert_eq!(rules(tags, &format!("introduced-in={own}")), []);
        let found = rules(tags, &format!("introduced-in={other}"));
        assert!(found[0].1.ends_with("does not name a version"), "{found:?}");
    }
}

fn report(tags: &Value, names: &[&str], entries: &str) -> Result<Value, String> {
    let policy = policy(&json!({"tags": tags, "maintained": 3, "priorities": null, "sigs": null}));
    let mut collection = Collection::new(Options { policy, ..Options::default() });
    let tags: Vec<Value> =
        names.iter().map(|name| json!({"name": name, "date": "2026-01-01"})).collect();
    let dump: Dump =
        serde_json::from_value(json!({"repositories": [{"name": "o/r", "tags": tags, "issues": [{
            "number": 1, "title": "t", "labels": ["patch-release"], "state": "open",
            "body": format!("```release\n{entries}\n```\n"),
        }]}]}))
        .unwrap();
    collection.add(dump).unwrap();
    match collection.refusal_without_tags() {
        Some(why) => Err(why),
        None => Ok(serde_json::to_value(collection.finish()).unwrap()["repositories"][0].clone()),
    }
}

#[test]
fn of_two_tags_that_are_one_version_the_earlier_pattern_counts() {
    let tags = json!(["{version}", "v{version}"]);
    let names = ["v1.6.0", "1.6.0", "v1.6.1", "v1.7.0"];
    let repository = report(&tags, &names, "introduced-in=1.6.0").unwrap();
    let written: Vec<&str> = repository["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| tag["version"].as_str().unwrap())
        .collect();
    assert_eq!(written, ["1.6.0", "v1.6.1", "v1.7.0"]);
    let branches = repository["report"]["branches"].as_array().unwrap();
    let called: Vec<&str> =
        branches.iter().map(|branch| branch["branch"].as_str().unwrap()).collect();
    assert_eq!(called, ["1.7", "1.6"]);
}

#[test]
fn a_report_without_any_version_says_which_pattern_most_tags_have() {
    let why = report(&json!("v{version}"), &["1.6.0", "1.6.1", "ui-1.0.0"], "introduced-in=v1.6.0");
    let why = why.unwrap_err();
    assert!(
        why.contains("no tag has the form `v{version}`") && why.contains("tags: \"{version}\""),
        "{why}"
    );
    assert!(report(&json!("v{version}"), &["nightly", "latest"], "introduced-in=v1.6.0").is_ok());
    assert!(report(&json!("v{version}"), &[], "introduced-in=v1.6.0").is_ok());
}

#[test]
fn without_priorities_only_what_is_promised_holds() {
    for (entries, holds) in
        [("introduced-in=1.6.0", false), ("introduced-in=1.6.0\nresolved-in=1.6.2", true)]
    {
        let repository = report(&json!("{version}"), &["1.6.0", "1.6.1"], entries).unwrap();
        let decision = &repository["report"]["branches"][0]["next"]["decision"];
        assert_eq!(decision == "hold", holds, "{entries}: {decision}");
    }
}

#[test]
fn the_json_has_every_section_and_no_other() {
    let policy = policy(&json!({"sections": [
        {"name": "What happens?", "prompt": "What users see"},
        {"name": "__proto__", "prompt": "How it was fixed"},
    ]}));
    let body = "```release\nintroduced-in=v1.6.0\n```\n\n## What happens?\n\nIt stops.\n";
    for (body, expected) in [
        (body, json!({"whatHappens": "It stops.", "proto": null})),
        ("", json!({"whatHappens": null, "proto": null})),
    ] {
        let answer: Value =
            serde_json::from_str(&validate(&issue(body, &[]), &policy).to_json()).unwrap();
        assert_eq!(answer["issue"]["sections"], expected);
    }
}

#[test]
fn short_names_match_alone_and_longer_ones_win() {
    let policy = policy(&json!({"sections": [
        {"name": "Fix", "prompt": "How it was fixed"},
        {"name": "Impact", "prompt": "Who is hit"},
        {"name": "Impact on users", "prompt": "How users are hit"},
    ]}));
    let missing = |heading: &str| -> Vec<String> {
        let body = format!("```release\nintroduced-in=v1.6.0\n```\n\n## {heading}\n\nText.\n");
        let found = validate(&issue(&body, &[]), &policy).diagnostics;
        let missing = found.into_iter().filter(|found| found.rule == "missing-section");
        missing.map(|found| found.message.split('`').nth(1).unwrap().to_owned()).collect()
    };
    assert_eq!(missing("2. Fix (required)"), ["Impact", "Impact on users"]);
    assert_eq!(missing("How to fix it"), ["Fix", "Impact", "Impact on users"]);
    assert_eq!(missing("Fixx"), ["Fix", "Impact", "Impact on users"]);
    assert_eq!(missing("The impact on users"), ["Fix", "Impact"]);
    assert_eq!(missing("Impact on our users"), ["Fix", "Impact on users"]);
}
