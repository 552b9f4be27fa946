//! GitHub's answers → issues, tags and pull requests. An incomplete answer is not used.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::github::errors::{AnswerFault, Errors};
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
    pub(super) all: Total,
    pub(super) issues: Connection<FetchedIssue>,
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
    comments: Nodes<FetchedComment>,
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
            last_commented_at: issue.comments.nodes.into_iter().next().map(|last| last.created_at),
            pull_request: false,
        }
    }
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
    committed_date: Option<String>,
    tagger: Option<Tagger>,
    target: Option<Box<TagTarget>>,
}

#[derive(Deserialize)]
struct Tagger {
    date: Option<String>,
}

impl From<FetchedTag> for DumpTag {
    /// When a tag was made: an annotated tag has a date, for any other tag its commit has.
    fn from(tag: FetchedTag) -> Self {
        let date = tag.target.and_then(|target| {
            let tagged = target.tagger.and_then(|tagger| tagger.date);
            let commit = || target.target.and_then(|commit| commit.committed_date);
            tagged.or(target.committed_date).or_else(commit)
        });
        Self { name: tag.name, date }
    }
}

/// Reads a pull request; `None` if it is not one.
pub(super) fn pull_request(repository: &str, number: u64, it: &Value) -> Option<DumpPullRequest> {
    let text = |name: &str| it.get(name).and_then(Value::as_str).map(str::to_owned);
    (text("__typename").as_deref() == Some("PullRequest")).then(|| {
        let merged_at = text("mergedAt");
        DumpPullRequest {
            repository: Some(repository.to_owned()),
            number,
            state: text("state"),
            merged: it.get("merged").and_then(Value::as_bool),
            // Comments after a merge change nothing, and a merged pull request is not requested again.
            updated_at: merged_at.clone().or_else(|| text("updatedAt")),
            merged_at,
            base: text("baseRefName"),
        }
    })
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

fn read(body: &str) -> Result<Value, AnswerFault> {
    serde_json::from_str(body).map_err(|error| AnswerFault::Incomplete(error.to_string()))
}
