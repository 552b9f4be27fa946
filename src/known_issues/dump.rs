//! What a report is made from: issues, tags and pull requests, as they are fetched or saved.
//!
//! Members are read in GitHub's two spellings, that of its REST API (`updated_at`) and that of its GraphQL API
//! (`updatedAt`); members that are not named here are ignored.

use serde::{Deserialize, Deserializer};

use crate::judge::issue::{label_names, present};

/// Everything known about some repositories: a file that needs no network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Dump {
    /// The version of this shape: 1. May be left out.
    pub schema: Option<u8>,
    /// When it was fetched, ISO 8601; without it the newest date in it counts as now.
    pub now: Option<String>,
    /// The repositories, in any order; one may be there several times, each time with a part of it.
    pub repositories: Vec<RepositoryDump>,
}

/// What is known of one repository, or a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RepositoryDump {
    /// `owner/name`.
    pub name: String,
    /// Open and closed issues; pull requests among them are dropped.
    pub issues: Vec<DumpIssue>,
    /// Tags; those that are no versions are dropped.
    pub tags: Vec<DumpTag>,
    /// The pull requests that issues name, this repository's and others'.
    #[serde(alias = "pull_requests")]
    pub pull_requests: Vec<DumpPullRequest>,
}

/// An issue, with the dates that a report takes beside what is judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpIssue {
    /// The number in its repository.
    pub number: u64,
    /// The title: untrusted text.
    pub title: String,
    /// The description; null when it was never written.
    pub body: Option<String>,
    /// Label names, or objects that have one.
    #[serde(deserialize_with = "label_names")]
    pub labels: Vec<String>,
    /// `open` or `closed`, in any case.
    pub state: Option<String>,
    /// `completed`, `not_planned`, `duplicate`, `reopened`, in any case.
    #[serde(alias = "stateReason")]
    pub state_reason: Option<String>,
    /// The issue's page; tells the repository where a plain list of issues does not.
    pub html_url: Option<String>,
    /// When it was written, as all dates ISO 8601.
    #[serde(alias = "createdAt")]
    pub created_at: Option<String>,
    /// When anything about it changed last. Of two readings of one issue the newer counts.
    #[serde(alias = "updatedAt")]
    pub updated_at: Option<String>,
    /// When it was closed.
    #[serde(alias = "closedAt")]
    pub closed_at: Option<String>,
    /// When the description was edited last: null is never; left out (the REST API does not tell) is unknown.
    #[serde(alias = "lastEditedAt", deserialize_with = "told")]
    pub last_edited_at: Told,
    /// When somebody commented last.
    #[serde(alias = "lastCommentedAt")]
    pub last_commented_at: Option<String>,
    /// Anything but null says that this is a pull request: GitHub's REST API calls both issues.
    #[serde(deserialize_with = "present")]
    pub pull_request: bool,
}

/// A date that may be null on purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// Nobody said.
    #[default]
    Unknown,
    /// It never happened.
    Never,
    /// When it happened.
    At(String),
}

/// A tag of a repository.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpTag {
    /// The tag's name, such as `v1.6.2`.
    pub name: String,
    /// When it was published, ISO 8601; null where nobody knows. A date alone is its first second.
    pub date: Option<String>,
}

/// What is known of a pull request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpPullRequest {
    /// `owner/name`; left out for the repository that it stands in.
    pub repository: Option<String>,
    /// The number.
    pub number: u64,
    /// `open` or `closed`, in any case; GraphQL's `merged` is fine, too.
    pub state: Option<String>,
    /// Whether it was merged; known from `mergedAt`, too.
    pub merged: Option<bool>,
    /// When it was merged.
    #[serde(alias = "mergedAt")]
    pub merged_at: Option<String>,
    /// When anything about it changed last. Of two readings the newer counts.
    #[serde(alias = "updatedAt")]
    pub updated_at: Option<String>,
    /// The branch it was made for, such as `main` or `release-1.7`: a name, or REST's object with a `ref`.
    #[serde(alias = "baseRefName", deserialize_with = "base_name")]
    pub base: Option<String>,
}

fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Told, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map_or(Told::Never, Told::At))
}

fn base_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum BaseName {
        Name(String),
        Object {
            #[serde(rename = "ref")]
            name: Option<String>,
        },
    }
    Ok(match Option::<BaseName>::deserialize(deserializer)? {
        Some(BaseName::Name(name)) => Some(name),
        Some(BaseName::Object { name }) => name,
        None => None,
    })
}
