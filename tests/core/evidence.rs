//! The truth table of what a project's history shows.
#![expect(clippy::unwrap_used, reason = "a test may end where it stumbles")]

pub(crate) mod case;
pub(crate) mod verdict;
pub(crate) mod world;

#[test]
fn the_table_holds() {
    let cases = case::all();
    assert!(cases.len() > 130);
    let mut wrong = Vec::new();
    for case in cases {
        let found = verdict::of(&case, &case.expect);
        for (section, expected) in case.expect.as_object().unwrap() {
            if found[section] != *expected {
                wrong.push(format!(
                    "{} ({}): {section} {} ≠ {expected}",
                    case.id, case.why, found[section]
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A case of the table with further pull requests of v1.9, each merged at a time of 2018-03: number, title, body, time.
fn with_requests(id: &str, requests: &[(u64, &str, &str, &str)]) -> case::Case {
    let mut case = case::all().into_iter().find(|case| case.id == id).unwrap();
    for (number, title, body, time) in requests {
        case.pull_requests.push(case::CaseRequest {
            number: *number,
            base: "release-1.9".to_owned(),
            state: "closed".to_owned(),
            merged_at: Some(format!("2018-03-{time}:00:00Z")),
            merge_commit_sha: Some(format!("c{number}")),
            title: (*title).to_owned(),
            body: Some((*body).to_owned()),
            repository: None,
        });
    }
    case
}

const REVERT: &str = "Revert \"Automated cherry pick of #10: Fix the leak\"";

#[test]
fn what_was_taken_back_is_not_there() {
    let again = format!("Revert \"{REVERT}\"");
    for (requests, expected) in [
        (vec![], "proven"),
        (vec![(14, REVERT, "", "17T12")], "refuted"),
        (vec![(14, "Back", "Reverts kubernetes/kubernetes#11", "17T12")], "refuted"),
        (vec![(14, "Back", "Reverts other/repo#11", "17T12")], "proven"),
        (vec![(14, "Revert \"Fix the leak\"", "", "17T12")], "proven"),
        // After the tag.
        (vec![(14, REVERT, "", "20T12")], "proven"),
        // Older than what it would take back.
        (vec![(8, REVERT, "", "17T12")], "proven"),
        // Taken back itself.
        (vec![(14, REVERT, "", "17T12"), (15, again.as_str(), "", "18T12")], "proven"),
    ] {
        let case = with_requests("proven", &requests);
        let found = verdict::of(&case, &case.expect);
        assert_eq!(found["claims"]["v1.9"], expected, "{requests:?}");
    }
}

#[test]
fn what_was_taken_back_is_not_on_its_way() {
    let decision = |id: &str, requests: &[(u64, &str, &str, &str)], listed: bool| {
        let mut case = with_requests(id, requests);
        if listed {
            case.issue.list(14);
        }
        let found = verdict::of(&case, &case.expect);
        (found["claims"]["v1.9"].clone(), found["next"]["v1.9"]["reason"].clone())
    };
    let revert = [(14, REVERT, "", "20T11")];
    assert_eq!(decision("ready", &[], false), ("ready".into(), serde_json::Value::Null));
    assert_eq!(decision("ready", &revert, false), ("missing".into(), "promised".into()));
    // A revert that is listed brings nothing.
    assert_eq!(decision("ready", &revert, true), ("missing".into(), "promised".into()));
    assert_eq!(decision("in-hand-found", &[], false).1, serde_json::Value::Null);
    assert_eq!(decision("in-hand-found", &revert, false).1, "critical");
}

#[test]
fn a_backport_of_what_brought_the_problem_mends_nothing() {
    let mut case = with_requests("culprit-listed", &[(12, "Backport of #9", "", "20T10")]);
    case.issue.promise("v1.9.6");
    let found = verdict::of(&case, &case.expect);
    assert_eq!(found["backports"], serde_json::json!([[12, 9]]));
    assert_eq!(found["claims"]["v1.9"], "missing");
}

/// What was merged on the main branch before a release that has the problem, which was made there, is no fix.
#[test]
fn what_an_introducing_release_of_main_may_have_had_is_no_fix() {
    let told = |merged: &str| {
        serde_json::json!({
            "id": "made up", "why": "made up", "now": "2018-09-08T00:00:00Z", "allTagsKnown": true,
            "policy": { "maintained": 3, "cherry-picks": "main-first" },
            "repository": "kubernetes/kubernetes",
            "tags": [
                { "name": "v1.11.0", "date": "2018-06-27T00:00:00Z", "commit": "a" },
                { "name": "v1.12.0-alpha.1", "date": "2018-08-18T00:00:00Z", "commit": "b" },
            ],
            "pullRequests": [{
                "number": 10, "base": "master", "state": "closed", "merged_at": merged,
                "merge_commit_sha": "c", "title": "Fix the leak", "body": "",
            }],
            "comparisons": [],
            "issue": {
                "number": 1, "state": "open", "state_reason": null, "last_edited_at": null,
                "reopened_at": null, "labels": ["priority/critical-urgent"],
                "introduced_in": ["v1.12.0-alpha.1"], "resolved_in": [], "not_affected": [],
                "wont_fix": [], "pull_requests": [10],
            },
            "expect": { "answers": {} },
        })
    };
    for (merged, reason) in [
        ("2018-07-14T00:00:00Z", serde_json::json!("critical")),
        ("2018-08-20T00:00:00Z", serde_json::Value::Null),
    ] {
        let case: case::Case = serde_json::from_value(told(merged)).unwrap();
        let found = verdict::of(&case, &case.expect);
        assert_eq!(found["next"]["v1.12"]["reason"], reason, "merged {merged}");
    }
}
