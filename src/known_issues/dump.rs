//! The input of a report: issues, tags and pull requests, fetched or read from a file.
//!
//! Members may have the names of GitHub's REST API (`updated_at`) or of its GraphQL API (`updatedAt`). Unknown
//! members are ignored.

use serde::{Deserialize, Deserializer};

use crate::judge::issue::{label_names, present};

/// Everything known about some repositories. A report from this file needs no network.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Dump {
    /// The version of this format: 1. May be left out.
    pub schema: Option<u8>,
    /// When it was fetched, ISO 8601. If left out, the newest date in the file counts as now.
    pub now: Option<String>,
    /// The repositories, in any order. A repository may occur several times, each time with a part of its data.
    pub repositories: Vec<RepositoryDump>,
}

/// The data of one repository, or a part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RepositoryDump {
    /// `owner/name`.
    pub name: String,
    /// The default branch, such as `main`.
    #[serde(alias = "default_branch")]
    pub default_branch: Option<String>,
    /// Open and closed issues; pull requests among them are dropped.
    pub issues: Vec<DumpIssue>,
    /// Tags. Those that are not versions are ignored.
    pub tags: Vec<DumpTag>,
    /// The pull requests that issues name, in this and other repositories.
    #[serde(alias = "pull_requests")]
    pub pull_requests: Vec<DumpPullRequest>,
    /// Which tag contains which merge commit.
    pub comparisons: Vec<DumpComparison>,
    /// Whether it has `settings`: then it is a repository of a `known-issues.json`, which is no dump.
    #[serde(rename = "settings", deserialize_with = "present")]
    pub is_report: bool,
}

/// Whether a tag contains a commit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpComparison {
    /// The name of a tag of this dump that tells its commit, or the commit itself.
    pub tag: String,
    /// The commit that is looked for.
    pub commit: String,
    /// Whether the tag contains it; null when that was asked and cannot be told.
    pub contains: Option<bool>,
}

/// An issue: what is judged, and the dates that a report needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpIssue {
    /// The issue's number in its repository.
    pub number: u64,
    /// The title: untrusted text.
    pub title: String,
    /// The description; null if it was never written.
    pub body: Option<String>,
    /// Label names, or objects with a `name`.
    #[serde(deserialize_with = "label_names")]
    pub labels: Vec<String>,
    /// `open` or `closed`, in any case.
    pub state: Option<String>,
    /// `completed`, `not_planned`, `duplicate`, `reopened`, in any case.
    #[serde(alias = "stateReason")]
    pub state_reason: Option<String>,
    /// The address of the issue's page. In a plain list of issues, it determines the repository.
    pub html_url: Option<String>,
    /// When it was created. All dates are ISO 8601.
    #[serde(alias = "createdAt")]
    pub created_at: Option<String>,
    /// When anything about it last changed. Of two readings of one issue, the newer counts.
    #[serde(alias = "updatedAt")]
    pub updated_at: Option<String>,
    /// When it was closed.
    #[serde(alias = "closedAt")]
    pub closed_at: Option<String>,
    /// When the description was last edited. Null means never; left out (the REST API does not have it) means unknown.
    #[serde(alias = "lastEditedAt", deserialize_with = "told")]
    pub last_edited_at: Told,
    /// When it was reopened last.
    #[serde(alias = "reopenedAt", alias = "last_reopened_at", alias = "lastReopenedAt")]
    pub reopened_at: Option<String>,
    /// Who wrote it: a login, or an object that has one.
    #[serde(alias = "user", deserialize_with = "login")]
    pub author: Option<String>,
    /// Who works on it: logins, or objects that have one.
    #[serde(deserialize_with = "logins")]
    pub assignees: Vec<String>,
    /// Its milestone: a title, or an object that has one.
    #[serde(deserialize_with = "milestone_title")]
    pub milestone: Option<String>,
    /// When somebody commented last; bots do not count.
    #[serde(alias = "lastCommentedAt")]
    pub last_commented_at: Option<String>,
    /// Any value but null means that this is a pull request: GitHub's REST API lists both as issues.
    #[serde(deserialize_with = "present")]
    pub pull_request: bool,
}

/// A date for which null has a meaning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// Not known.
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
    /// When it was published, ISO 8601; null if unknown. A day without a time means its first second.
    pub date: Option<String>,
    /// The commit that it points to: its id, or REST's object with a `sha`.
    #[serde(deserialize_with = "commit_id")]
    pub commit: Option<String>,
}

/// The data of a pull request.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct DumpPullRequest {
    /// `owner/name`; may be left out for the repository that lists it.
    pub repository: Option<String>,
    /// The number.
    pub number: u64,
    /// `open` or `closed`, or GraphQL's `merged`, in any case.
    pub state: Option<String>,
    /// Whether it was merged. `mergedAt` implies it.
    pub merged: Option<bool>,
    /// When it was merged.
    #[serde(alias = "mergedAt")]
    pub merged_at: Option<String>,
    /// When anything about it last changed. Of two readings, the newer counts.
    #[serde(alias = "updatedAt")]
    pub updated_at: Option<String>,
    /// The branch it was made for, such as `main` or `release-1.7`: a name, or REST's object with a `ref`.
    #[serde(alias = "baseRefName", deserialize_with = "base_name")]
    pub base: Option<String>,
    /// The commit that it was merged as.
    #[serde(alias = "mergeCommit", alias = "merge_commit", deserialize_with = "commit_id")]
    pub merge_commit_sha: Option<String>,
    /// The title: untrusted text.
    pub title: Option<String>,
    /// The description: untrusted text. Only what it says of other pull requests is kept.
    pub body: Option<String>,
    /// Who opened it: a login, or an object that has one.
    #[serde(alias = "user", deserialize_with = "login")]
    pub author: Option<String>,
}

fn told<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Told, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.map_or(Told::Never, Told::At))
}

/// A word, or an object that has it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Wordy<T> {
    Word(String),
    Object(T),
}

/// Reads a word; `member` takes it from an object of type `T`.
fn word<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    deserializer: D,
    member: fn(T) -> Option<String>,
) -> Result<Option<String>, D::Error> {
    Ok(match Option::<Wordy<T>>::deserialize(deserializer)? {
        Some(Wordy::Word(word)) => Some(word),
        Some(Wordy::Object(object)) => member(object),
        None => None,
    })
}

#[derive(Deserialize)]
struct NamedBranch {
    r#ref: Option<String>,
}

#[derive(Deserialize)]
struct Account {
    login: Option<String>,
}

#[derive(Deserialize)]
struct NamedMilestone {
    title: Option<String>,
}

/// REST calls a commit's id `sha`, GraphQL `oid`.
#[derive(Deserialize)]
struct NamedCommit {
    sha: Option<String>,
    oid: Option<String>,
}

fn base_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    word(deserializer, |base: NamedBranch| base.r#ref)
}

fn login<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    word(deserializer, |account: Account| account.login)
}

fn milestone_title<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    word(deserializer, |milestone: NamedMilestone| milestone.title)
}

fn commit_id<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    word(deserializer, |commit: NamedCommit| commit.sha.or(commit.oid))
}

fn logins<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    let accounts = Option::<Vec<Option<Wordy<Account>>>>::deserialize(deserializer)?;
    let accounts = accounts.unwrap_or_default().into_iter().flatten();
    let login = |account: Wordy<Account>| match account {
        Wordy::Word(login) => Some(login),
        Wordy::Object(account) => account.login,
    };
    Ok(accounts.filter_map(login).collect())
}
