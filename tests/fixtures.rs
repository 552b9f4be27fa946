//! Descriptions in, what their authors see out: `fixtures/<rule>/<case>.md`, and beside it what the job summary
//! shows. `UPDATE_EXPECT=1 cargo test` writes the latter anew; read it before you commit it.
//!
//! The name of a case says what it shows: the rule `fires…` or fires `with-…` another mistake; in a `near-…` miss
//! it does not. `<case>.json` holds what differs from an open issue with good labels, and the policy.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read its cases fails"
)]

use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::{Issue, Policy, rules, summary, validate};
use serde_json::{Value, json};

fn cases() -> Vec<PathBuf> {
    let folder = |path: &Path| -> Vec<PathBuf> {
        fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect()
    };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut cases: Vec<PathBuf> = folder(&root)
        .iter()
        .flat_map(|rule| folder(rule))
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| !path.to_string_lossy().ends_with(".summary.md"))
        .collect();
    cases.sort();
    cases
}

/// The issue and the policy of a case.
fn read(case: &Path) -> (Issue, Policy) {
    let mut issue = json!({
        "number": 43210,
        "title": "kubectl apply drops a field",
        "labels": ["priority/critical-urgent", "sig/cli", "patch-release"],
        "state": "open",
        "html_url": "https://github.com/kubernetes/kubernetes/issues/43210",
        "body": fs::read_to_string(case).unwrap(),
    });
    let mut policy = json!({});
    if let Ok(other) = fs::read_to_string(case.with_extension("json")) {
        let Value::Object(other) = serde_json::from_str(&other).unwrap() else {
            panic!("{}", case.display())
        };
        for (name, value) in other {
            match name.as_str() {
                "policy" => policy = value,
                _ => issue[name] = value,
            }
        }
    }
    (serde_json::from_value(issue).unwrap(), serde_json::from_value(policy).unwrap())
}

fn name(path: Option<&std::ffi::OsStr>) -> String {
    path.unwrap().to_string_lossy().into_owned()
}

#[test]
fn authors_see_what_is_expected() {
    for case in cases() {
        let (issue, policy) = read(&case);
        let expected = expect_test::expect_file![case.with_extension("summary.md")];
        expected.assert_eq(&summary(&issue, &policy));
    }
}

#[test]
fn cases_show_what_their_names_say() {
    for case in cases() {
        let (issue, policy) = read(&case);
        let rule = name(case.parent().unwrap().file_name());
        let fires = validate(&issue, &policy).diagnostics.iter().any(|found| found.rule == rule);
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
                name(case.parent().unwrap().file_name()) == rule.name
                    && name(case.file_name()).starts_with(kind)
            };
            assert!(cases.iter().any(is_there), "{} has no case {kind}…", rule.name);
        }
    }
}
