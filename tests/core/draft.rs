//! What is drafted from old descriptions. A case is a text and what a careful person would write about it; `?` after a
//! fact means that it is to be confirmed.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test that cannot read its cases fails"
)]

use std::fs;
use std::path::PathBuf;

use patch_release_issues::version::Version;
use patch_release_issues::{
    Confidence, DraftAnswer, DraftFact, DraftOptions, Issue, Policy, draft, read_policy, validate,
};
use serde_json::{Value, json};

/// The releases of cases that give none: every patch from `.0` to `.20`.
const BRANCHES: [(u64, u64); 8] =
    [(0, 9), (1, 0), (1, 6), (1, 7), (1, 8), (1, 9), (1, 24), (1, 25)];

fn releases() -> Vec<Version> {
    let version = |major, minor, patch| format!("v{major}.{minor}.{patch}");
    let all = BRANCHES
        .iter()
        .flat_map(|(major, minor)| (0..=20).map(move |patch| version(major, minor, patch)));
    all.map(|text| Version::parse(&text).unwrap()).collect()
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/core/draft")
}

fn cases(path: &PathBuf) -> Vec<Value> {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

/// The issue of a case. Members that it lacks are those of an open issue of Kubernetes.
fn issue(case: &Value, text: &str) -> Issue {
    let mut issue = json!({ "number": 43210, "title": "It breaks", "labels": [], "state": "open", "body": text });
    for name in ["number", "title", "labels", "state", "pull_request"] {
        if !case[name].is_null() {
            issue[name] = case[name].clone();
        }
    }
    serde_json::from_value(issue).unwrap()
}

fn drafted(case: &Value, issue: &Issue, releases: Option<&[Version]>) -> DraftAnswer {
    let policy = case["policy"].as_object().map_or_else(Policy::default, |policy| {
        read_policy(&Value::from(policy.clone()).to_string()).unwrap()
    });
    let repository = case["repository"].as_str();
    draft(issue, &DraftOptions { policy: &policy, releases, repository })
}

/// A fact as a case writes it.
fn written(fact: &DraftFact) -> String {
    let mark = if fact.confidence == Confidence::Certain { "" } else { "?" };
    format!("{}{mark}", fact.value)
}

fn found(answer: &DraftAnswer) -> Value {
    let entries: Vec<String> =
        answer.entries.iter().map(|(key, fact)| format!("{key}={}", written(fact))).collect();
    let binaries: Vec<String> = answer.binaries.iter().map(written).collect();
    let prs: Vec<String> = answer.pull_requests.iter().map(written).collect();
    json!({ "entries": entries, "binaries": binaries, "prs": prs })
}

fn expected(case: &Value) -> Value {
    let list = |name: &str| if case[name].is_null() { json!([]) } else { case[name].clone() };
    json!({ "entries": list("entries"), "binaries": list("binaries"), "prs": list("prs") })
}

#[test]
fn cases_draft_what_they_say() {
    let all = releases();
    let mut wrong = Vec::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("history.json") {
            continue;
        }
        for case in cases(&path) {
            let text = case["text"].as_str().unwrap();
            let releases = (case["releases"] != json!(false)).then_some(all.as_slice());
            let answer = drafted(&case, &issue(&case, text), releases);
            let (found, expected) = (found(&answer), expected(&case));
            if found != expected {
                wrong.push(format!("{text:?}\n   found {found}\nexpected {expected}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// The folder that `PATCH_RELEASE_CORPUS` names, else `shared/corpus` beside the project.
fn corpus() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("PATCH_RELEASE_CORPUS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

#[test]
fn real_descriptions_draft_what_a_person_would_write() {
    let Some(corpus) = corpus() else {
        println!("skipped: no corpus; name its folder in PATCH_RELEASE_CORPUS");
        return;
    };
    let known = kubernetes_releases();
    for case in cases(&folder().join("history.json")) {
        let path = corpus.join(case["body"].as_str().unwrap());
        let text = fs::read_to_string(&path).unwrap();
        let mut about: Value =
            serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap())
                .unwrap();
        let number = path.file_stem().unwrap().to_string_lossy();
        let digits = number.rsplit(|character: char| !character.is_ascii_digit()).next().unwrap();
        about["number"] = json!(digits.parse().unwrap_or(1));
        if about["kind"] == "pull_request" {
            about["pull_request"] = json!({});
        }
        let releases = (case["repository"] == "kubernetes/kubernetes").then_some(known.as_slice());
        let answer = drafted(&case, &issue(&about, &text), releases);
        assert_eq!(found(&answer), expected(&case), "{}", path.display());
    }
}

/// The releases of Kubernetes up to the newest that the cases name. Those before v1.6 stand for all.
fn kubernetes_releases() -> Vec<Version> {
    let mut releases = Vec::new();
    for minor in 0..30 {
        for patch in 0..25 {
            releases.extend(Version::parse(&format!("v1.{minor}.{patch}")));
        }
    }
    releases
}

#[test]
fn a_proposal_is_no_claim_wherever_it_stands() {
    let proposals = "# introduced-in=v1.0.0 (to confirm: \"<= v1.24.13\")\n\
                     # resolved-in=v1.7.14 (to confirm: \"v1.7.14\")\n\
                     # binaries: kubelet (to confirm: \"kubelet\")\n\
                     # pull request: #12 (to confirm: \"#12\")\n";
    let item = proposals.replace("# ", "- # ");
    for text in [
        proposals.to_owned(),
        item,
        format!("```release\n{proposals}```\n"),
        format!("```text\n{proposals}```\n"),
        format!("```release\n{proposals}"),
        format!("<p>\n{proposals}</p>\n"),
        format!("## Root cause\n\n{proposals}\n## PRs\n\n```release\n{proposals}```\n"),
    ] {
        let mut issue = issue(&Value::Null, &text);
        issue.labels = vec!["patch-release".to_owned()];
        let mut texts = vec![text];
        let answer = validate(&issue, &Policy::default());
        assert!(answer.issue.introduced_in.is_empty(), "{:?}", issue.description);
        assert!(answer.issue.resolved_in.is_empty(), "{:?}", issue.description);
        texts.extend(answer.fixed_description);
        for text in texts {
            issue.description = Some(text);
            let answer = validate(&issue, &Policy::default());
            assert!(answer.issue.introduced_in.is_empty(), "{:?}", issue.description);
            assert!(answer.issue.resolved_in.is_empty(), "{:?}", issue.description);
        }
    }
}

#[test]
fn taking_the_mark_and_the_remark_away_confirms_a_proposal() {
    let text = "Affected versions: kubelet <= v1.24.13\n\nIt will be fixed in v1.24.14.\n";
    let all = releases();
    let answer = drafted(&Value::Null, &issue(&Value::Null, text), Some(&all));
    let mut confirmed = String::new();
    for line in answer.description.lines() {
        let entry = line.strip_prefix("# ").and_then(|line| line.split_once(" (to confirm"));
        confirmed.push_str(entry.map_or(line, |(entry, _)| entry));
        confirmed.push('\n');
    }
    let mut issue = issue(&Value::Null, &confirmed);
    issue.labels = vec!["patch-release".to_owned()];
    let answer = validate(&issue, &Policy::default());
    assert_eq!(answer.issue.introduced_in, ["v1.0.0"]);
    assert_eq!(answer.issue.resolved_in, ["v1.24.14"]);
    assert_eq!(answer.issue.binaries, ["kubelet"]);
    let is_entry = |rule: &str| rule.contains("version") || rule.contains("entr");
    assert!(answer.diagnostics.iter().all(|found| !is_entry(found.rule)), "{confirmed}");
}

#[test]
fn a_withheld_issue_says_so_and_gets_no_draft_from_the_action() {
    let text = "Affected versions: kubelet v1.7.3 - v1.7.13\n\nFixed in v1.7.14.\n";
    let case = json!({ "labels": ["committee/security-response", "patch-release"] });
    let issue = issue(&case, text);
    let answer = drafted(&case, &issue, None);
    assert!(answer.withheld && answer.entries.len() == 2);
    let judged = validate(&issue, &Policy::default());
    assert!(judged.withheld && judged.fixed_description.is_none());
}

#[test]
fn nothing_that_is_drafted_decides_scope_or_done() {
    let case = json!({ "labels": ["sig/node"] });
    let text = "Affected versions: v1.7.3 - v1.7.13\n\nFixed in v1.7.14.\n";
    let answer = validate(&issue(&case, text), &Policy::default());
    assert!(!answer.in_scope && answer.issue.introduced_in.is_empty());
    let case = json!({ "labels": ["sig/node", "patch-release"] });
    let answer = validate(&issue(&case, text), &Policy::default());
    assert!(answer.in_scope && answer.issue.resolved_in.is_empty());
    let fixed = answer.fixed_description.unwrap_or_default();
    assert!(
        fixed.starts_with("```release\nintroduced-in=v1.7.3\nresolved-in=v1.7.14\n```\n\nAffected")
    );
}
