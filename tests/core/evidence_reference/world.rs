//! What is known on a day about one issue and its repository, in the words of the cases; and what follows from it.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// What is known on a day about one issue and its repository.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct World {
    pub(crate) now: String,
    pub(crate) policy: Policy,
    pub(crate) repository: String,
    pub(crate) all_tags_known: bool,
    pub(crate) tags: Vec<Tag>,
    pub(crate) pull_requests: Vec<PullRequest>,
    pub(crate) comparisons: Vec<Comparison>,
    pub(crate) issue: Issue,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Policy {
    pub(crate) maintained: Maintained,
    pub(crate) cherry_picks: String,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Maintained {
    Newest(usize),
    Listed(Vec<String>),
    #[serde(rename_all = "kebab-case")]
    Overlapping {
        newest: usize,
        overlap_months: i64,
    },
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) date: Option<String>,
    pub(crate) commit: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct PullRequest {
    pub(crate) number: u64,
    pub(crate) base: String,
    pub(crate) state: String,
    pub(crate) merged_at: Option<String>,
    pub(crate) merge_commit_sha: Option<String>,
    pub(crate) title: String,
    pub(crate) body: Option<String>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Comparison {
    pub(crate) tag: String,
    pub(crate) commit: String,
    pub(crate) contains: Option<bool>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Issue {
    pub(crate) number: u64,
    pub(crate) state: String,
    pub(crate) state_reason: Option<String>,
    pub(crate) created_at: String,
    pub(crate) last_edited_at: Option<String>,
    pub(crate) reopened_at: Option<String>,
    pub(crate) labels: Vec<String>,
    pub(crate) introduced_in: Vec<String>,
    pub(crate) resolved_in: Vec<String>,
    pub(crate) not_affected: Vec<String>,
    pub(crate) wont_fix: Vec<String>,
    pub(crate) pull_requests: Vec<u64>,
}

/// What follows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Decisions {
    /// The state of each branch's `resolved-in`.
    pub(crate) claims: BTreeMap<String, String>,
    /// The backports that are not listed, each with the listed pull request that it picks.
    pub(crate) backports: BTreeSet<(u64, u64)>,
    /// Status, basis and rule, by version: of every tag, and of the next release of every branch.
    pub(crate) answers: BTreeMap<String, String>,
    /// The decision about the next release, by branch.
    pub(crate) next: BTreeMap<String, Next>,
    /// Which of the rules of evidence fire.
    pub(crate) rules: BTreeSet<String>,
}

/// Whether a release can be made, as far as one issue is concerned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Next {
    pub(crate) version: String,
    pub(crate) decision: String,
    pub(crate) reason: Option<String>,
    pub(crate) carried: Option<bool>,
}
