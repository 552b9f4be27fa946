//! Drafts, the command line and sweeps of projects that are not Kubernetes.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails says why")]

use patch_release_issues::affected::Status;
use patch_release_issues::command_line::run;
use patch_release_issues::event::{Event, Inputs};
use patch_release_issues::known_issues::{Collection, Options};
use patch_release_issues::sweep::Sweep;
use patch_release_issues::version::Version;
use patch_release_issues::{DraftOptions, Issue, affected_version, draft, read_policy, validate};
use serde_json::{Value, json};

const NUMBERS: &str = "tags: \"{version}\"\npriorities: null\nsigs: null\ncomponents: Packages\nsections:\n  - {name: What happens, prompt: What users see}\n  - {name: Affected setups, prompt: Which setups, holds: binaries, deferred: true}\n  - {name: Fix, prompt: How it is fixed, deferred: true}\n";

const ENGINE: &str = "name: engine\ntags: engine-v{version}\n";

/// The entries that are drafted; `?` after one that is to be confirmed; and the description.
fn drafted(policy: &str, text: &str, releases: &[Version]) -> (Vec<String>, String) {
    let policy = read_policy(policy).unwrap();
    let issue = Issue { description: Some(text.to_owned()), ..Issue::default() };
    let repository = Some("example/engine");
    let releases = Some(releases).filter(|releases| !releases.is_empty());
    let answer = draft(&issue, &DraftOptions { policy: &policy, releases, repository });
    let json: Value = serde_json::from_str(&answer.to_json()).unwrap();
    let entries = json["entries"].as_array().unwrap().iter().map(|entry| {
        let mark = if entry["confidence"] == "certain" { "" } else { "?" };
        format!("{}={}{mark}", entry["key"].as_str().unwrap(), entry["value"].as_str().unwrap())
    });
    (entries.collect(), answer.description)
}

const WORDS: &str =
    "It crashes.\n\n**Affected versions:**\n\n* 1.6.2\n\n**Fixed versions:**\n\n* 1.6.5\n";

#[test]
fn drafts_have_the_projects_versions_and_sections() {
    let (entries, text) = drafted(NUMBERS, WORDS, &[]);
    assert_eq!(entries, ["introduced-in=1.6.2", "resolved-in=1.6.5"]);
    assert!(
        text.starts_with("```release\nintroduced-in=1.6.2\nresolved-in=1.6.5\n```\n"),
        "{text}"
    );
    for title in ["## What happens\n", "## Affected setups\n", "## Fix\n"] {
        assert!(text.contains(title), "{text}");
    }
    for other in ["Symptoms", "PRs", "Binaries", "kubectl", "Pull requests"] {
        assert!(!text.contains(other), "{other}: {text}");
    }
    let releases = ["v1.6.2", "v1.6.5"].map(|text| Version::parse(text).unwrap());
    assert_eq!(drafted(NUMBERS, WORDS, &releases).0, entries);
    let policy = read_policy(NUMBERS).unwrap();
    let issue = Issue {
        description: Some(text),
        labels: vec!["patch-release".to_owned()],
        ..Issue::default()
    };
    assert_eq!(validate(&issue, &policy).issue.introduced_in, ["1.6.2"]);
}

#[test]
fn a_number_without_the_projects_name_is_confirmed_and_another_name_is_no_version() {
    let named = WORDS.replace("1.6.", "engine-v1.6.");
    let entries = ["introduced-in=engine-v1.6.2", "resolved-in=engine-v1.6.5"];
    assert_eq!(drafted(ENGINE, &named, &[]).0, entries);
    assert_eq!(drafted(ENGINE, &named.replace("-v", "-"), &[]).0, entries);
    assert_eq!(drafted(ENGINE, WORDS, &[]).0, entries.map(|entry| format!("{entry}?")));
    let other = WORDS.replace("1.6.", "ui-v1.6.");
    assert_eq!(drafted(ENGINE, &other, &[]).0, Vec::<String>::new());
}

#[test]
fn what_is_not_known_is_a_placeholder_of_the_project() {
    let (_, text) = drafted(ENGINE, "Fixed in engine-v1.6.5.\n", &[]);
    assert!(
        text.starts_with("```release\nintroduced-in=engine-vX.Y.Z\nresolved-in=engine-v1.6.5\n"),
        "{text}"
    );
}

#[test]
fn new_and_check_speak_of_the_projects_versions() {
    let new = |policy: &str, version: &str| {
        let request = json!({"command": "new", "policy": policy, "policyName": "p.yml", "introducedIn": [version], "notAffected": []});
        run(&request.to_string())
    };
    for (policy, written) in [(NUMBERS, "1.6.2"), (ENGINE, "engine-v1.6.2"), ("", "v1.6.2")] {
        for version in ["1.6.2", "v1.6.2", written] {
            let text = new(policy, version).stdout;
            assert!(
                text.starts_with(&format!("```release\nintroduced-in={written}\n```\n\n## ")),
                "{text}"
            );
        }
    }
    assert!(new(NUMBERS, "1.6.2").stdout.ends_with("## Fix\n\nHow it is fixed\n"));
    let refused = new(ENGINE, "ui-v1.6.2");
    assert_eq!(refused.exit_code, 2);
    assert!(
        refused.stderr.contains("is not a version such as engine-v1.6.2"),
        "{}",
        refused.stderr
    );
    let input = json!({"name": "x.md", "kind": "description", "text": "```release\nintroduced-in=v1.6.2\n```\n", "uri": "x.md"});
    let request = json!({
        "command": "check", "inputs": [input], "options": {"policy": NUMBERS, "policyName": "p.yml"},
        "format": "text", "failOn": "error", "stream": {},
    });
    let checked = run(&request.to_string()).stdout;
    assert!(checked.contains("introduced-in=1.6.2"), "{checked}");
    assert!(checked.contains("What happens") && !checked.contains("Symptoms"), "{checked}");
}

#[test]
fn the_command_line_says_that_a_shared_policy_cannot_be_read() {
    let policy = "extends: example/release:policy.yml@main\n";
    let request = json!({"command": "new", "policy": policy, "policyName": "p.yml"});
    let refused = run(&request.to_string());
    assert_eq!((refused.exit_code, refused.stdout.as_str()), (2, ""));
    assert!(refused.stderr.contains("p.yml"), "{}", refused.stderr);
}

/// Sweeps until GitHub is asked for something else than a policy: the variables of each query, and the last plan.
fn policy_queries(event: &Event, shared: &Value) -> (Vec<Value>, Value, Vec<String>) {
    let mut sweep = Sweep::new(event, 1_767_603_600_000.0);
    let mut asked = Vec::new();
    loop {
        let plan = sweep.next(1_767_603_600_000.0);
        let Some(query) = plan.query else { return (asked, Value::Null, plan.log) };
        let variables = Value::Object(query.variables);
        if variables["policy"].is_null() && variables["file"].is_null() {
            return (asked, variables, Vec::new());
        }
        let text = json!({"text": "extends: example/release:policy.yml@main\nname: engine\ntags: engine-v{version}\n"});
        sweep.take(json!({"data": {"repository": {"policy": text}, "file": {"policy": shared}}}));
        asked.push(variables);
    }
}

#[test]
fn a_sweep_reads_a_shared_policy_once_before_everything_else() {
    let inputs = Inputs { policy: "p.yml".to_owned(), ..Inputs::default() };
    let (name, repository) = ("schedule".to_owned(), "o/r".to_owned());
    let event = Event { name, repository, inputs, has_token: true, ..Event::default() };
    let shared = json!({"text": "labels: {affects: \"hits/{branch}\"}\n"});
    let (asked, next, _) = policy_queries(&event, &shared);
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0]["policy"], "HEAD:p.yml");
    assert_eq!(asked[1]["file"], "main:policy.yml");
    assert!(next.as_object().unwrap().values().any(|value| value == "hits/"), "{next}");

    let text = "extends: example/release:policy.yml@main\n";
    let here = Event { policy: Some(text.to_owned()), ..event.clone() };
    assert_eq!(policy_queries(&here, &shared).0.len(), 2, "the workspace's file was believed");

    let elsewhere =
        Inputs { policy: "example/release:policy.yml@main".to_owned(), ..Inputs::default() };
    let elsewhere = Event { inputs: elsewhere, ..event.clone() };
    assert_eq!(policy_queries(&elsewhere, &shared).0.len(), 1);

    let (_, next, log) = policy_queries(&event, &Value::Null);
    assert_eq!(next, Value::Null);
    assert!(log[0].contains("example/release:policy.yml@main"), "{log:?}");
}

/// The answer of `affected` about a report with one issue.
fn gate(policy: &str, version: &str, critical: bool) -> (u8, String, String) {
    let mut collection =
        Collection::new(Options { policy: read_policy(policy).unwrap(), ..Options::default() });
    let issue = json!({
        "number": 7, "title": "It crashes", "labels": ["patch-release"], "state": "open",
        "updated_at": "2026-01-05T09:00:00Z",
        "body": "```release\nintroduced-in=1.6.2\n```\n\n```release\nresolved-in=1.6.5\n```\n",
    });
    let tags = [json!({"name": "1.6.2"}), json!({"name": "1.6.5"})];
    let dump = json!({"repositories": [{"name": "o/r", "tags": tags, "issues": [issue]}]});
    collection.add(serde_json::from_value(dump).unwrap()).unwrap();
    let mut report = String::new();
    collection.finish().write(|path, text| {
        if path == "known-issues.json" {
            report = text;
        }
    });
    let request = json!({
        "command": "affected", "version": version, "report": report, "reportName": "known-issues.json",
        "critical": critical, "format": "text", "stream": {}, "now": "2026-01-06T09:00:00Z",
    });
    let printed = run(&request.to_string());
    (printed.exit_code, printed.stdout, printed.stderr)
}

#[test]
fn the_gate_reads_and_writes_versions_as_the_report_does() {
    for version in ["1.6.2", "v1.6.2"] {
        let (code, text, why) = gate(NUMBERS, version, false);
        assert_eq!(code, 1, "{why}");
        assert!(text.starts_with("o/r 1.6.2 is affected"), "{text}");
        assert!(text.contains("fixed in 1.6.5") && !text.contains("v1.6"), "{text}");
    }
    assert_eq!(gate(NUMBERS, "1.6.5", false).0, 0);
    let (code, _, why) = gate(NUMBERS, "x1.6.2", false);
    assert!(code == 2 && why.contains("is not a version such as `1.6.2`"), "{why}");
}

#[test]
fn the_gate_calls_nothing_safe_because_no_priority_is_known() {
    let (code, text, why) = gate(NUMBERS, "1.6.2", true);
    assert!(code == 2 && text.is_empty() && why.contains("no priorities"), "{code}: {text}{why}");
}

#[test]
fn a_version_is_asked_about_as_the_projects_tags_are() {
    for (policy, prefix) in [(NUMBERS, ""), (ENGINE, "engine-v")] {
        let policy = read_policy(policy).unwrap();
        let description = format!(
            "```release\nintroduced-in={prefix}1.6.2\nresolved-in={prefix}1.6.5\nnot-affected={prefix}1.7\n```\n"
        );
        let issue = Issue { description: Some(description), ..Issue::default() };
        for (version, status) in [
            ("1.6.1", Status::NotAffected),
            ("1.6.2", Status::Affected),
            ("v1.6.4", Status::Affected),
            ("1.6.5", Status::Fixed),
            ("1.7.0", Status::NotAffected),
            ("ui-v1.6.4", Status::Unknown),
        ] {
            assert_eq!(affected_version(&issue, version, &policy).status, status, "{version}");
        }
        let written = format!("{prefix}1.6.4");
        assert_eq!(affected_version(&issue, &written, &policy).status, Status::Affected);
    }
}
