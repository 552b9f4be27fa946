//! Checks the properties of one report.

use std::collections::BTreeSet;

use patch_release_issues::affected::{CherryPicks, Status};
use patch_release_issues::evidence::{
    Base, Comparison, Evidence, History, IssueRecord, IssueState, Listed, RequestRecord,
    RequestState, TaggedVersion,
};
use patch_release_issues::known_issues::KnownIssues;
use patch_release_issues::known_issues::facts::{
    ComparisonFacts, MergeState, PullRequestFacts, RepositoryFacts, TagFacts,
};
use patch_release_issues::version::Version;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde_json::{Value, json};

use super::histories::{REPOSITORIES, Reading};
use super::written;

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// `OSV`'s own algorithm for ranges of semantic versions, as in its documentation.
fn osv_says_affected(record: &Value, version: &semver::Version) -> bool {
    record["affected"].as_array().unwrap().iter().any(|affected| {
        affected["ranges"].as_array().unwrap().iter().any(|range| {
            let mut events: Vec<(semver::Version, &str)> = Vec::new();
            for event in range["events"].as_array().unwrap() {
                for (kind, at) in event.as_object().unwrap() {
                    let at = at.as_str().unwrap();
                    let at = if at == "0" { "0.0.0-0" } else { at };
                    events.push((at.parse().unwrap(), kind));
                }
            }
            events.sort();
            let mut vulnerable = false;
            for (at, kind) in events {
                vulnerable = match kind {
                    "introduced" if *version >= at => true,
                    "fixed" if *version >= at => false,
                    "last_affected" if *version > at => false,
                    _ => vulnerable,
                };
            }
            vulnerable
        })
    })
}

/// What the rules and the history say of a version, asked one by one.
fn status(repository: &RepositoryFacts, issue: &Value, version: &str) -> (Status, &'static str) {
    let list = |name: &str| -> Vec<String> { serde_json::from_value(issue[name].clone()).unwrap() };
    let date = |name: &str| issue[name].as_str().map(str::to_owned);
    let requests: Vec<Value> = serde_json::from_value(issue["pullRequests"].clone()).unwrap();
    let listed = |request: &Value| Listed {
        repository: request["repository"].as_str().unwrap().to_owned(),
        number: request["number"].as_u64().unwrap(),
    };
    let mut introduced_in = list("introducedIn");
    introduced_in.extend(issue["unreadable"].as_bool().unwrap().then(String::new));
    let reason = issue["stateReason"].as_str();
    let record = IssueRecord {
        state: IssueState::read(issue["state"] == "closed", reason),
        reopened_at: date("reopenedAt"),
        edited_at: date("describedAt"),
        introduced_in,
        resolved_in: list("resolvedIn"),
        not_affected: list("notAffected"),
        wont_fix: list("wontFix"),
        pull_requests: requests.iter().map(listed).collect(),
        ..IssueRecord::default()
    };
    let history = history(repository);
    let evidence = Evidence::new(&history, &record, CherryPicks::MainFirst);
    let verdict = evidence.answer(&Version::parse(version).unwrap());
    (verdict.status, verdict.rule)
}

fn history(repository: &RepositoryFacts) -> History {
    let tag = |tag: &TagFacts| TaggedVersion {
        version: Version::parse(&tag.version).unwrap(),
        name: tag.version.clone(),
        date: tag.released.clone(),
        commit: tag.commit.clone(),
    };
    let request = |facts: &PullRequestFacts| RequestRecord {
        number: facts.number,
        state: match facts.state {
            MergeState::Open => RequestState::Open,
            MergeState::Closed => RequestState::Closed,
            MergeState::Merged => RequestState::Merged,
        },
        base: facts
            .base
            .as_deref()
            .map(|base| Base::of(base, repository.default_branch.as_deref())),
        merged_at: facts.merged_at.clone(),
        merge_commit: facts.merge_commit.clone(),
        title: facts.title.clone(),
        mentions: facts.mentions.clone(),
    };
    let own = repository.pull_requests.iter();
    let own = own.filter(|facts| facts.repository.eq_ignore_ascii_case(&repository.name));
    let comparison = |facts: &ComparisonFacts| Comparison {
        tag: facts.tag.clone(),
        commit: facts.commit.clone(),
        contains: facts.contains,
    };
    History::new(
        &repository.name,
        repository.tags.iter().map(tag).collect(),
        true,
        own.map(request).collect(),
        repository.comparisons.iter().map(comparison).collect(),
    )
}

pub(crate) fn check_osv(report: &KnownIssues) -> Result<(), TestCaseError> {
    let files = written(report);
    for repository in &report.repositories {
        for issue in &repository.issues {
            let path = format!("osv/{}~{}.json", repository.name.replace('/', "~"), issue.number);
            let record = files.iter().find(|(name, _)| *name == path);
            let facts = serde_json::to_value(issue).unwrap();
            let general = |rule| matches!(rule, "U2" | "U3" | "U4" | "U5" | "U6" | "U7" | "U16");
            for tag in &repository.tags {
                let (status, rule) = status(repository, &facts, &tag.version);
                let Some((_, record)) = record else {
                    prop_assert!(
                        general(rule)
                            || (issue.introduced_in.is_empty()
                                && matches!(rule, "D3" | "U14" | "U15")),
                        "{path} {rule}"
                    );
                    continue;
                };
                let record: Value = serde_json::from_str(record).unwrap();
                let version = tag.version.strip_prefix('v').unwrap().parse().unwrap();
                let expected = matches!(status, Status::Affected | Status::Unknown);
                prop_assert_eq!(
                    osv_says_affected(&record, &version),
                    expected,
                    "{} {} {}",
                    path,
                    tag.version,
                    rule
                );
            }
        }
    }
    Ok(())
}

/// The requested entries resolve the unknown answers.
pub(crate) fn check_settled(report: &KnownIssues) -> Result<(), TestCaseError> {
    let json = serde_json::to_value(report).unwrap();
    for (repository, shown) in
        report.repositories.iter().zip(json["repositories"].as_array().unwrap())
    {
        for answer in shown["report"]["answers"].as_array().unwrap() {
            let mut issues = shown["issues"].as_array().unwrap().iter();
            let issue = issues.find(|issue| issue["number"] == answer["issue"]).unwrap();
            for run in answer["branches"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|on| on["runs"].as_array().unwrap())
            {
                let Some(settle) = run["settle"].as_array() else { continue };
                for (entry, affected) in settle.iter().zip([true, false]) {
                    let (key, version) = entry.as_str().unwrap().split_once('=').unwrap();
                    let key = match key {
                        "introduced-in" => "introducedIn",
                        _ => "notAffected",
                    };
                    let mut issue = issue.clone();
                    issue[key].as_array_mut().unwrap().push(json!(version));
                    let (status, rule) = status(repository, &issue, run["to"].as_str().unwrap());
                    prop_assert_eq!(status == Status::Affected, affected, "{} {}", rule, run);
                    prop_assert!(status != Status::Unknown);
                }
            }
        }
    }
    Ok(())
}

pub(crate) fn check_partition(
    report: &KnownIssues,
    history: &[Reading],
) -> Result<(), TestCaseError> {
    for repository in &report.repositories {
        let asked: BTreeSet<u64> = history
            .iter()
            .filter(|reading| {
                REPOSITORIES[reading.repository].eq_ignore_ascii_case(&repository.name)
            })
            .map(|reading| reading.number)
            .collect();
        let read: BTreeSet<u64> = repository.read.iter().map(|(number, _)| *number).collect();
        prop_assert_eq!(&read, &asked);
        let known: BTreeSet<u64> = repository.issues.iter().map(|issue| issue.number).collect();
        let withheld: BTreeSet<u64> =
            repository.withheld.iter().map(|issue| issue.number).collect();
        prop_assert!(
            known.is_disjoint(&withheld) && known.is_subset(&read) && withheld.is_subset(&read)
        );
        let counts = repository.report.counts;
        prop_assert_eq!(counts.read, read.len());
        prop_assert_eq!(
            counts.read,
            counts.listed + counts.withheld + counts.invalid + counts.skipped
        );
    }
    Ok(())
}

/// Every listed release has the issues that follow from the rules, each once.
pub(crate) fn check_releases(report: &KnownIssues) -> Result<(), TestCaseError> {
    let json = serde_json::to_value(report).unwrap();
    for (repository, shown) in
        report.repositories.iter().zip(json["repositories"].as_array().unwrap())
    {
        for branch in shown["report"]["branches"].as_array().unwrap() {
            for release in branch["releases"].as_array().unwrap() {
                let version = release["version"].as_str().unwrap();
                for issue in shown["issues"].as_array().unwrap() {
                    let (status, _) = status(repository, issue, version);
                    for (name, wanted) in
                        [("affected", Status::Affected), ("unknown", Status::Unknown)]
                    {
                        let list = release[name].as_array().unwrap();
                        let count = list
                            .iter()
                            .filter(|other| number(other) == number(&issue["number"]))
                            .count();
                        prop_assert_eq!(
                            count,
                            usize::from(status == wanted),
                            "{} {}",
                            version,
                            &issue["number"]
                        );
                    }
                }
            }
        }
    }
    Ok(())
}
