//! Real history: `affected` on every release of Kubernetes, for regressions whose affected releases are known. An
//! answer may be unknown, but is never wrong.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use patch_release_issues::affected::{
    Basis, CherryPicks, Doubts, KnownProblem, Status, Verdict, affected,
};
use patch_release_issues::version::Version;
use serde::Deserialize;

/// A problem that Kubernetes had.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Regression {
    id: String,
    introduced_in: Vec<String>,
    resolved_in: Vec<String>,
    /// All releases that had it.
    affected: Vec<String>,
}

type Releases = BTreeMap<String, Option<String>>;

fn regressions() -> Vec<Regression> {
    serde_json::from_str(include_str!("history/regressions.json")).unwrap()
}

fn releases() -> Releases {
    serde_json::from_str(include_str!("history/releases.json")).unwrap()
}

/// The core's answer about every release.
fn answers(regression: &Regression, releases: &Releases) -> Vec<(String, Verdict)> {
    let introduced: Vec<&str> = regression.introduced_in.iter().map(String::as_str).collect();
    let resolved: Vec<&str> = regression.resolved_in.iter().map(String::as_str).collect();
    let day =
        |version: &Version| releases.get(&version.to_string()).and_then(Option::as_deref).into();
    let problem = KnownProblem {
        introduced_in: &introduced,
        resolved_in: &resolved,
        not_affected: &[],
        wont_fix: &[],
        doubts: &Doubts::default(),
        released: &day,
        cherry_picks: CherryPicks::MainFirst,
    };
    releases.keys().map(|release| (release.clone(), affected(release, &problem))).collect()
}

#[test]
fn no_answer_about_a_release_is_wrong() {
    let releases = releases();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for regression in regressions() {
        for (release, verdict) in answers(&regression, &releases) {
            let had_it = regression.affected.contains(&release);
            let is_right = match verdict.status {
                Status::Affected => had_it,
                Status::Fixed | Status::NotAffected => !had_it,
                Status::Unknown => true,
            };
            assert!(is_right, "{} in {release}: {verdict:?}", regression.id);
            *counts.entry(verdict.rule).or_default() += 1;
        }
    }
    assert_eq!(counts.values().sum::<usize>(), 13 * 508);
    // The unknown answers are listed exactly, so that the test also notices answers that become less precise.
    let counts: Vec<String> =
        counts.iter().map(|(rule, count)| format!("{rule} {count}")).collect();
    expect_test::expect!["D1 97, D2 37, D3 181, D4 1859, I1 1, I4 2680, U11 31, U12 1718"]
        .assert_eq(&counts.join(", "));
}

#[test]
fn every_affected_release_is_found() {
    let releases = releases();
    for regression in regressions() {
        for (release, verdict) in answers(&regression, &releases) {
            if regression.affected.contains(&release) {
                assert_eq!(verdict.status, Status::Affected, "{} in {release}", regression.id);
                assert_ne!(verdict.basis, Basis::None);
            }
        }
    }
}
