//! GitHub's answers → issues, tags and pull requests. An incomplete answer is not used.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::github::errors::{AnswerFault, Errors};
use crate::github::pull_requests;
use crate::json::{self, member, text};
use crate::known_issues::dump::{DumpIssue, DumpPullRequest, DumpTag, Told};

/// A page of a list.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Connection<T> {
    pub(super) nodes: Vec<T>,
    page_info: PageInfo,
    /// How many items there are on all pages.
    #[serde(default)]
    pub(super) total_count: u64,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct PageInfo {
    has_next_page: bool,
    end_cursor: Option<String>,
}

impl<T> Connection<T> {
    /// The cursor of the last item, and whether more items follow.
    pub(super) fn end(&self) -> (Option<String>, bool) {
        (self.page_info.end_cursor.clone(), self.page_info.has_next_page)
    }
}

/// A page of issues.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct IssuePage {
    /// The repository's name as its owners spell it.
    pub(super) name_with_owner: String,
    pub(super) default_branch_ref: Option<NamedRef>,
    pub(super) all: Total,
    pub(super) issues: Connection<FetchedIssue>,
}

#[derive(Deserialize)]
pub(super) struct NamedRef {
    pub(super) name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Total {
    pub(super) total_count: u64,
}

#[derive(Deserialize)]
struct Nodes<T> {
    nodes: Vec<T>,
}

#[derive(Deserialize)]
struct FetchedLabel {
    name: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct FetchedComment {
    created_at: String,
    author: Option<Actor>,
}

/// Somebody; null where the account was deleted.
#[derive(Deserialize)]
struct Actor {
    #[serde(rename = "__typename")]
    kind: Option<String>,
    login: Option<String>,
}

#[derive(Deserialize)]
struct FetchedMilestone {
    title: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Reopening {
    created_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct FetchedIssue {
    number: u64,
    title: String,
    pub(super) body: String,
    state: String,
    state_reason: Option<String>,
    labels: Nodes<FetchedLabel>,
    created_at: String,
    updated_at: String,
    closed_at: Option<String>,
    last_edited_at: Option<String>,
    author: Option<Actor>,
    assignees: Nodes<Actor>,
    milestone: Option<FetchedMilestone>,
    comments: Nodes<FetchedComment>,
    timeline_items: Nodes<Reopening>,
}

impl From<FetchedIssue> for DumpIssue {
    fn from(issue: FetchedIssue) -> Self {
        Self {
            number: issue.number,
            title: issue.title,
            body: Some(issue.body),
            labels: issue.labels.nodes.into_iter().map(|label| label.name).collect(),
            state: Some(issue.state),
            state_reason: issue.state_reason,
            html_url: None,
            created_at: Some(issue.created_at),
            updated_at: Some(issue.updated_at),
            closed_at: issue.closed_at,
            last_edited_at: issue.last_edited_at.map_or(Told::Never, Told::At),
            last_commented_at: last_comment(issue.comments.nodes),
            reopened_at: issue.timeline_items.nodes.into_iter().find_map(|event| event.created_at),
            author: issue.author.and_then(|author| author.login),
            assignees: issue.assignees.nodes.into_iter().filter_map(|one| one.login).collect(),
            milestone: issue.milestone.map(|milestone| milestone.title),
            pull_request: false,
        }
    }
}

/// When a person commented last, as far as the last comments tell: those of bots are no activity.
fn last_comment(comments: Vec<FetchedComment>) -> Option<String> {
    let is_bot = |comment: &FetchedComment| {
        comment.author.as_ref().is_some_and(|author| author.kind.as_deref() == Some("Bot"))
    };
    comments.into_iter().rfind(|comment| !is_bot(comment)).map(|comment| comment.created_at)
}

impl FetchedIssue {
    pub(super) fn number(&self) -> u64 {
        self.number
    }
}

/// A page of tags; empty if the repository has no commit.
#[derive(Deserialize)]
pub(super) struct TagPage {
    pub(super) refs: Option<Connection<FetchedTag>>,
}

#[derive(Deserialize)]
pub(super) struct FetchedTag {
    pub(super) name: String,
    target: Option<TagTarget>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TagTarget {
    oid: Option<String>,
    committed_date: Option<String>,
    tagger: Option<Tagger>,
    target: Option<Box<TagTarget>>,
}

#[derive(Deserialize)]
struct Tagger {
    date: Option<String>,
}

impl From<FetchedTag> for DumpTag {
    /// An annotated tag says when it was made; for another, its commit does. Tags of tags are peeled once.
    fn from(tag: FetchedTag) -> Self {
        let Some(target) = tag.target else { return Self { name: tag.name, ..Self::default() } };
        let tagged = target.tagger.and_then(|tagger| tagger.date);
        let (date, commit) = match target.target {
            Some(commit) => (commit.committed_date, commit.oid),
            None => (target.committed_date, target.oid),
        };
        Self { name: tag.name, date: tagged.or(date), commit }
    }
}

/// Reads a pull request and those that refer to it; `None` for what is none.
pub(super) fn pull_request(
    repository: &str,
    number: u64,
    it: &Value,
) -> Option<(DumpPullRequest, Vec<DumpPullRequest>)> {
    if text(it, "__typename") != Some("PullRequest") {
        return None;
    }
    let mut referring = Vec::new();
    for source in pull_requests::referring(repository, it) {
        if let Some(number) = member(source, "number").as_u64() {
            referring.push(fetched_pull_request(repository, number, source));
        }
    }
    Some((fetched_pull_request(repository, number, it), referring))
}

fn fetched_pull_request(repository: &str, number: u64, it: &Value) -> DumpPullRequest {
    let text = |name: &str| text(it, name).map(str::to_owned);
    let merged_at = text("mergedAt");
    DumpPullRequest {
        repository: Some(repository.to_owned()),
        number,
        state: text("state"),
        merged: it.get("merged").and_then(Value::as_bool),
        // What is said after a merge changes nothing.
        updated_at: merged_at.clone().or_else(|| text("updatedAt")),
        merged_at,
        base: text("baseRefName"),
        merge_commit_sha: json::text(member(it, "mergeCommit"), "oid").map(str::to_owned),
        title: text("title"),
        body: text("body"),
        author: json::text(member(it, "author"), "login").map(str::to_owned),
    }
}

/// Reads an answer about one repository.
pub(super) fn repository<T: DeserializeOwned>(body: &str) -> Result<T, AnswerFault> {
    let mut body = read(body)?;
    if let Some(error) = Errors::of(&body).0.first() {
        return Err(error.fault());
    }
    let repository = body.pointer_mut("/data/repository").map(Value::take).unwrap_or_default();
    serde_json::from_value(repository).map_err(|error| AnswerFault::Incomplete(error.to_string()))
}

/// Reads an answer about pull requests: the data of each alias, and the aliases that the token may not read. Pull
/// requests with other errors are missing from the answer.
pub(super) fn aliases(body: &str) -> Result<(Value, Vec<String>), AnswerFault> {
    let mut body = read(body)?;
    let mut forbidden = Vec::new();
    for error in Errors::of(&body).0 {
        match error.fault() {
            AnswerFault::Missing => {}
            AnswerFault::Forbidden => {
                forbidden.extend(error.path.first().copied().flatten().map(str::to_owned));
            }
            fault @ AnswerFault::Incomplete(_) => return Err(fault),
        }
    }
    match body.get_mut("data").map(Value::take) {
        Some(data @ Value::Object(_)) => Ok((data, forbidden)),
        _ => Err(AnswerFault::Incomplete("no data".to_owned())),
    }
}

/// Reads an answer about `count` issues: each, or `None` for one that GitHub does not have.
pub(super) fn sampled_issues(
    body: &str,
    count: usize,
) -> Result<Vec<Option<FetchedIssue>>, AnswerFault> {
    let mut body = read(body)?;
    for error in Errors::of(&body).0 {
        let fault = error.fault();
        if error.path.len() != 2 || fault != AnswerFault::Missing {
            return Err(fault);
        }
    }
    let repository = body.pointer_mut("/data/repository").map(Value::take).unwrap_or_default();
    let mut issues = Vec::new();
    for index in 0..count {
        let issue = repository.get(format!("i{index}")).cloned();
        let issue = issue.ok_or_else(|| AnswerFault::Incomplete("no data".to_owned()))?;
        let issue = serde_json::from_value(issue);
        issues.push(issue.map_err(|error| AnswerFault::Incomplete(error.to_string()))?);
    }
    Ok(issues)
}

/// Reads an answer about comparisons: the repository's aliases. One that GitHub refuses, or cannot make, is null.
pub(super) fn comparisons(body: &str) -> Result<Value, AnswerFault> {
    let mut body = read(body)?;
    for error in Errors::of(&body).0 {
        // Without a path, or about the repository as a whole, the answer says nothing.
        if error.path.len() < 2 {
            return Err(error.fault());
        }
    }
    match body.pointer_mut("/data/repository").map(Value::take) {
        Some(repository @ Value::Object(_)) => Ok(repository),
        _ => Err(AnswerFault::Incomplete("no data".to_owned())),
    }
}

fn read(body: &str) -> Result<Value, AnswerFault> {
    serde_json::from_str(body).map_err(|error| AnswerFault::Incomplete(error.to_string()))
}
