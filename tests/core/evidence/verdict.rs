//! What the core says about a case, in the words of the truth table.

use patch_release_issues::affected::{Basis, Status};
use patch_release_issues::evidence::{
    Evidence, History, IssueRecord, decide, maintained, next_releases,
};
use patch_release_issues::version::{Branch, Version};
use serde_json::{Map, Value, json};

use super::case::Case;

/// All sections of what is expected. `answers` are about the versions that `expected` asks for.
pub(crate) fn of(case: &Case, expected: &Value) -> Value {
    let (history, issue) = (case.history(), case.issue());
    let evidence = Evidence::new(&history, &issue, case.policy.cherry_picks);
    let branches = maintained(&history, &case.maintained(), Some(&case.now));
    if case.is_security() && !evidence.is_done(&branches) {
        let next = next(case, &history, &[], std::slice::from_ref(&issue));
        return json!({ "claims": {}, "backports": [], "answers": {}, "next": next, "rules": [] });
    }
    let answers = answers(&evidence, expected);
    json!({
        "claims": claims(&evidence),
        "backports": backports(&evidence),
        "answers": answers,
        "rules": rules(case, &evidence, &branches),
        "next": next(case, &history, &[evidence], &[]),
    })
}

fn claims(evidence: &Evidence<'_>) -> Value {
    let mut claims = Map::new();
    for claim in evidence.claims() {
        claims.insert(claim.version.branch().to_string(), claim.state.name().into());
    }
    claims.into()
}

fn backports(evidence: &Evidence<'_>) -> Value {
    let pair = |backport: &patch_release_issues::evidence::Backport<'_>| {
        json!([backport.request.number, backport.of])
    };
    evidence.backports().iter().map(pair).collect()
}

fn answers(evidence: &Evidence<'_>, expected: &Value) -> Value {
    let mut answers = Map::new();
    for version in expected["answers"].as_object().unwrap().keys() {
        let verdict = evidence.answer(&Version::parse(version).unwrap());
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
        answers.insert(version.clone(), format!("{status} {basis} {}", verdict.rule).into());
    }
    answers.into()
}

fn next(
    case: &Case,
    history: &History,
    issues: &[Evidence<'_>],
    withheld: &[IssueRecord],
) -> Value {
    let mut decisions = Map::new();
    for version in next_releases(history, &case.maintained(), Some(&case.now)) {
        let decision = decide(&version, issues, withheld);
        let first = decision.reasons.first();
        let told = json!({
            "version": version.to_string(),
            "decision": if decision.holds() { "hold" } else { "go" },
            "reason": first.map(|reason| reason.kind.name()),
            "carried": first.and_then(|reason| reason.carried),
        });
        decisions.insert(decision.branch.to_string(), told);
    }
    decisions.into()
}

/// Which of the new rules fire, sorted.
fn rules(case: &Case, evidence: &Evidence<'_>, maintained: &[Branch]) -> Vec<&'static str> {
    let fire = [
        ("absent-fix", !evidence.absent_fixes().is_empty()),
        ("invalid-branch", case.has_invalid_branch()),
        ("open-backport", !evidence.open_backports(maintained).is_empty()),
        ("outdated-resolution", !evidence.outdated_resolutions().is_empty()),
        ("unlisted-pull-request", !evidence.unlisted_pull_requests().is_empty()),
        ("unlisted-resolution", !evidence.unlisted_resolutions(maintained).is_empty()),
    ];
    fire.into_iter().filter(|(_, fires)| *fires).map(|(rule, _)| rule).collect()
}
