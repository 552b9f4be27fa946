//! Descriptions, and what their authors see: `fixtures/<rule>/<case>.md`, and next to it the job summary.
//! `UPDATE_EXPECT=1 cargo test` rewrites the summaries. Read them before you commit them.
//!
//! The name of a case says what it shows: the rule `fires…` or fires `with-…` another mistake; in a `near-…` miss
//! it does not. `<case>.json` holds what differs from an open issue with good labels, the policy, and the facts, as
//! `fact_reader.rs` tells.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read its cases fails"
)]

use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::policy::level::Level;
use patch_release_issues::read_policy;
use patch_release_issues::{Facts, Issue, Policy, rules, summary, validate_with};
use serde_json::{Value, json};

use crate::fact_reader;

pub(crate) fn cases() -> Vec<PathBuf> {
    let folder = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/fixtures");
    let mut cases: Vec<PathBuf> = folder(&root)
        .iter()
        .flat_map(|rule| folder(rule))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| !path.to_string_lossy().ends_with(".summary.md"))
        .collect();
    cases.sort();
    cases
}

/// The issue, the policy and the facts of a case.
fn read(case: &Path) -> (Issue, Policy, Facts) {
    let (issue, policy, facts) = parts(case);
    let facts = facts.map(|facts| fact_reader::read(&facts)).unwrap_or_default();
    (serde_json::from_value(issue).unwrap(), read_policy(&policy.to_string()).unwrap(), facts)
}

/// The issue, the policy and the facts of a case, as JSON.
pub(crate) fn parts(case: &Path) -> (Value, Value, Option<Value>) {
    let mut issue = json!({
        "number": 43210,
        "title": "kubectl apply drops a field",
        "labels": ["priority/critical-urgent", "sig/cli", "patch-release"],
        "state": "open",
        "html_url": "https://github.com/kubernetes/kubernetes/issues/43210",
        "body": fs::read_to_string(case).unwrap(),
    });
    let mut policy = json!({});
    let mut facts = None;
    if let Ok(other) = fs::read_to_string(case.with_extension("json")) {
        let Value::Object(other) = serde_json::from_str(&other).unwrap() else {
            panic!("{}", case.display())
        };
        for (name, value) in other {
            match name.as_str() {
                "policy" => policy = value,
                "facts" => facts = Some(value),
                _ => issue[name] = value,
            }
        }
    }
    turn_on(&rule_of(case), &mut policy);
    (issue, policy, facts)
}

/// Turns on a rule that is off by default.
fn turn_on(rule: &str, policy: &mut Value) {
    let is_off = |known: &&rules::Rule| known.name == rule && known.level == Level::Off;
    if rules::RULES.iter().find(is_off).is_some() && policy["rules"][rule].is_null() {
        policy["rules"][rule] = json!("warning");
    }
}

/// The rule in whose folder a case is.
fn rule_of(case: &Path) -> String {
    name(case.parent().unwrap().file_name())
}

fn name(path: Option<&std::ffi::OsStr>) -> String {
    path.unwrap().to_string_lossy().into_owned()
}

#[test]
fn authors_see_what_is_expected() {
    for case in cases() {
        let (issue, policy, facts) = read(&case);
        let expected = expect_test::expect_file![case.with_extension("summary.md")];
        expected.assert_eq(&summary(&issue, &policy, &facts));
    }
}

#[test]
fn cases_show_what_their_names_say() {
    for case in cases() {
        let (issue, policy, facts) = read(&case);
        let rule = rule_of(&case);
        let fires = validate_with(&issue, &policy, &facts)
            .diagnostics
            .iter()
            .any(|found| found.rule == rule);
        let says = name(case.file_stem());
        match says.split('-').next() {
            Some("fires" | "with") => assert!(fires, "{rule}/{says} should fire"),
            Some("near") => assert!(!fires, "{rule}/{says} should not fire"),
            _ => panic!("{rule}/{says}: call it fires…, with-… or near-…"),
        }
    }
}

#[test]
fn every_rule_has_its_cases() {
    let cases = cases();
    for rule in rules::RULES {
        for kind in ["fires", "with-", "near-"] {
            let is_there = |case: &PathBuf| {
                rule_of(case) == rule.name && name(case.file_name()).starts_with(kind)
            };
            assert!(cases.iter().any(is_there), "{} has no case {kind}…", rule.name);
        }
    }
}

// The package's module is built without the code of these rules, because it is never given facts.
#[test]
fn rules_about_facts_find_nothing_without_facts() {
    for case in cases() {
        let (issue, policy, _) = read(&case);
        for found in validate_with(&issue, &policy, &Facts::default()).diagnostics {
            let is_about_facts =
                |rule: &rules::Rule| rule.name == found.rule && rule.group == rules::Group::Facts;
            assert!(!rules::RULES.iter().any(is_about_facts), "{}: {found:?}", case.display());
        }
    }
}
