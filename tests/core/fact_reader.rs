//! What GitHub knows about a case, from JSON:
//!
//! ```json
//! {
//!   "repository": "owner/name",
//!   "tags": ["v1.7.0", {"name": "v1.6.5", "date": "2018-03-19T12:00:00Z", "commit": "c0ffee1"}],
//!   "pullRequests": {
//!     "#1": "missing", "#2": "issue", "#3": "open", "#4": ["sig/node"], "o/r#5": "open",
//!     "#6": {"state": "merged", "base": "release-1.6", "mergedAt": "2018-03-12T12:00:00Z", "mergeCommit": "a94a8fe",
//!            "title": "Fix it", "body": "Cherry pick of #4 on release-1.6.", "labels": []}
//!   },
//!   "comparisons": [{"tag": "v1.6.5", "commit": "a94a8fe", "contains": true}]
//! }
//! ```
//!
//! The tags are all there are. A pull request is `missing`, an `issue`, `open`, or merged with these labels; or it is
//! told with its `state` (`open`, `closed`, `merged`) and the branch that it goes into, which evidence needs. All but
//! these two may be missing. A comparison names a tag, or the commit of one; `contains` may be null.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot read its cases fails")]

use patch_release_issues::Facts;
use patch_release_issues::evidence::{
    Base, Comparison, History, Mentions, RequestRecord, RequestState, TaggedVersion,
};
use patch_release_issues::facts::{KnownNumber, NumberMeaning};
use patch_release_issues::tags::TagPatterns;
use serde_json::Value;

/// Reads the facts; see the top of this file.
pub(crate) fn read(facts: &Value) -> Facts {
    read_spelled(facts, &TagPatterns::default())
}

/// Reads the facts of a project whose tags are written like these.
pub(crate) fn read_spelled(facts: &Value, patterns: &TagPatterns) -> Facts {
    let repository = facts["repository"].as_str().unwrap_or("kubernetes/kubernetes");
    let tags: Vec<TaggedVersion> =
        list(&facts["tags"]).iter().map(|one| tag(one, patterns)).collect();
    let comparisons = list(&facts["comparisons"]).iter();
    let comparisons = comparisons.map(|comparison| read_comparison(comparison, &tags)).collect();
    let (mut requests, mut numbers) = (Vec::new(), Vec::new());
    for (name, state) in facts["pullRequests"].as_object().into_iter().flatten() {
        let (other, number) = name.split_once('#').unwrap();
        let number = number.parse().unwrap();
        let is_own = other.is_empty();
        if state.is_object() && is_own {
            requests.push(request(repository, number, state, patterns));
        }
        let other = (!is_own).then(|| other.to_owned());
        numbers.push(KnownNumber { repository: other, number, state: meaning(state) });
    }
    let history = History::new(repository, tags, true, requests, comparisons);
    Facts { history, named: Vec::new(), numbers, is_partial: false, is_unread: false }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn tag(tag: &Value, patterns: &TagPatterns) -> TaggedVersion {
    let name = tag.as_str().or(tag["name"].as_str()).unwrap();
    TaggedVersion {
        version: patterns.version(name).unwrap(),
        name: name.to_owned(),
        date: text(&tag["date"]),
        commit: text(&tag["commit"]),
    }
}

fn read_comparison(comparison: &Value, tags: &[TaggedVersion]) -> Comparison {
    let named = comparison["tag"].as_str().unwrap();
    let tag = tags.iter().find(|tag| tag.version.to_string() == named);
    let commit = tag.map(|tag| tag.commit.clone().unwrap());
    Comparison {
        tag: commit.unwrap_or_else(|| named.to_owned()),
        commit: text(&comparison["commit"]).unwrap(),
        contains: comparison["contains"].as_bool(),
    }
}

fn request(
    repository: &str,
    number: u64,
    request: &Value,
    patterns: &TagPatterns,
) -> RequestRecord {
    let title = request["title"].as_str().unwrap_or_default();
    let body = request["body"].as_str().unwrap_or_default();
    RequestRecord {
        number,
        state: match request["state"].as_str() {
            Some("open") => RequestState::Open,
            Some("closed") => RequestState::Closed,
            Some("merged") => RequestState::Merged,
            _ => panic!("#{number} is neither open nor closed nor merged"),
        },
        base: Some(Base::read(request["base"].as_str().unwrap(), Some("master"), patterns)),
        merged_at: text(&request["mergedAt"]),
        merge_commit: text(&request["mergeCommit"]),
        title: title.to_owned(),
        mentions: Mentions::read(repository, title, body),
    }
}

fn meaning(state: &Value) -> NumberMeaning {
    let labels = |labels: &[Value]| labels.iter().filter_map(text).collect();
    match state {
        Value::Array(names) => {
            NumberMeaning::PullRequest { is_merged: true, labels: labels(names) }
        }
        Value::Object(_) => NumberMeaning::PullRequest {
            is_merged: state["state"] == "merged",
            labels: labels(list(&state["labels"])),
        },
        _ if state == "missing" => NumberMeaning::Missing,
        _ if state == "issue" => NumberMeaning::Issue,
        _ if state == "open" => NumberMeaning::PullRequest { is_merged: false, labels: Vec::new() },
        _ => panic!("{state} is no pull request"),
    }
}
