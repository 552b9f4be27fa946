//! The truth table of *Is version V affected?*, and further properties.

mod differential;
mod entries;
pub(crate) mod random;

use std::collections::BTreeMap;

use patch_release_issues::affected::{
    Basis, CherryPicks, Doubts, KnownProblem, Status, Verdict, affected,
};
use patch_release_issues::version::Version;
use proptest::prelude::*;
use serde_json::Value;

type Dates = BTreeMap<String, String>;

fn ask(
    version: &str,
    introduced: &[&str],
    resolved: &[&str],
    dates: &Dates,
    picks: CherryPicks,
) -> Verdict {
    let released = |version: &Version| dates.get(&version.to_string()).map(String::as_str).into();
    let problem = KnownProblem {
        introduced_in: introduced,
        resolved_in: resolved,
        not_affected: &[],
        wont_fix: &[],
        doubts: &Doubts::default(),
        released: &released,
        cherry_picks: picks,
    };
    affected(version, &problem)
}

fn words(verdict: Verdict) -> [&'static str; 3] {
    let status = match verdict.status {
        Status::Affected => "affected",
        Status::Fixed => "fixed",
        Status::NotAffected => "not-affected",
        Status::Unknown => "unknown",
    };
    let basis = match verdict.basis {
        Basis::Declared => "declared",
        Basis::Inferred => "inferred",
        Basis::None => "none",
    };
    [status, basis, verdict.rule]
}

#[test]
fn the_table_holds() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("affected/cases.json")).unwrap();
    assert!(cases.len() > 40);
    for case in cases {
        let list = |name: &str| -> Vec<String> {
            serde_json::from_value(case.get(name).unwrap().clone()).unwrap()
        };
        let text = |name: &str| case.get(name).unwrap().as_str().unwrap();
        let (introduced, resolved) = (list("introducedIn"), list("resolvedIn"));
        let introduced: Vec<&str> = introduced.iter().map(String::as_str).collect();
        let resolved: Vec<&str> = resolved.iter().map(String::as_str).collect();
        let dates: Dates = serde_json::from_value(case.get("released").unwrap().clone()).unwrap();
        let verdict = ask(text("version"), &introduced, &resolved, &dates, CherryPicks::MainFirst);
        assert_eq!(words(verdict), [text("status"), text("basis"), text("rule")], "{case}");
    }
}

#[test]
fn independent_branches_infer_no_fix() {
    let ask = |resolved: &[&str]| {
        ask("v1.8.0", &["v1.6.2"], resolved, &Dates::new(), CherryPicks::Independent).rule
    };
    assert_eq!(ask(&["v1.6.5", "v1.7.0"]), "U10");
    assert_eq!(ask(&[]), "I3");
}

#[test]
fn two_versions_of_one_branch_are_not_guessed() {
    let ask = |introduced: &[&str]| {
        ask("v1.6.4", introduced, &[], &Dates::new(), CherryPicks::MainFirst).rule
    };
    assert_eq!(ask(&["v1.6.2", "v1.6.3"]), "U3");
    assert_eq!(ask(&["v1.6.2", "v1.6.2+build"]), "D2");
}

fn version() -> impl Strategy<Value = String> {
    (5_u8..9, 0_u8..6, prop::option::weighted(0.1, Just("-rc.1")))
        .prop_map(|(minor, patch, pre)| format!("v1.{minor}.{patch}{}", pre.unwrap_or_default()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_hold(
        introduced in prop::collection::vec(version(), 0..4),
        resolved in prop::collection::vec(version(), 0..4),
    ) {
        let mut introduced: Vec<&str> = introduced.iter().map(String::as_str).collect();
        let mut resolved: Vec<&str> = resolved.iter().map(String::as_str).collect();
        let dates = Dates::new();
        for minor in 5..9 {
            let mut last = 0;
            for patch in 0..7 {
                let question = format!("v1.{minor}.{patch}");
                let verdict = ask(&question, &introduced, &resolved, &dates, CherryPicks::MainFirst);
                let at = [Status::NotAffected, Status::Affected, Status::Fixed].iter().position(|status| *status == verdict.status);
                prop_assert!(at.is_none_or(|at| at >= last), "{question} {introduced:?} {resolved:?}");
                last = at.unwrap_or(last);
                prop_assert!(verdict.basis != Basis::Inferred || verdict.status != Status::NotAffected);
                introduced.reverse();
                resolved.reverse();
                let asked_otherwise = ask(&format!("1.{minor}.{patch}+vendor.7"), &introduced, &resolved, &dates, CherryPicks::MainFirst);
                prop_assert_eq!(verdict, asked_otherwise);
            }
        }
        for (entries, status) in [(&introduced, Status::Affected), (&resolved, Status::Fixed)] {
            for entry in entries {
                let verdict = ask(entry, &introduced, &resolved, &dates, CherryPicks::MainFirst);
                prop_assert!(verdict.status == status || verdict.status == Status::Unknown);
            }
        }
    }
}
