//! The input of a run of the action: the event, the inputs, and what has happened on GitHub since the run started.

use serde_json::{Map, Value};

use crate::github::failure::FailedRequest;
use crate::judge::issue::Issue;
use crate::validate_action::write::Write;

/// A run's event. JavaScript passes it again after each query and each round of writes.
#[derive(Clone, Debug, Default)]
pub struct Event {
    /// The event's name, from `GITHUB_EVENT_NAME`.
    pub name: String,
    /// The repository, `owner/name`, from `GITHUB_REPOSITORY`.
    pub repository: String,
    /// The branch or tag that the run is about, from `GITHUB_REF`.
    pub git_ref: String,
    /// The event payload.
    pub payload: Payload,
    /// The action's inputs by name, as written in the workflow. An empty string means that an input is absent.
    pub inputs: Inputs,
    /// When the run started, as ISO 8601. Without it, no commands are carried out.
    pub now: String,
    /// Whether there is a token. The token itself is never passed to the core.
    pub has_token: bool,
    /// The text of the file in the workspace that the input `policy` names; `None` if there is none.
    pub policy: Option<String>,
    /// GitHub's answers to the queries that were planned, in order.
    pub answers: Vec<QueryAnswer>,
    /// How often this run has carried out writes.
    pub round: usize,
    /// The writes that were certainly carried out, in order.
    pub done: Vec<CompletedWrite>,
    /// The requests to GitHub that failed, in order.
    pub troubles: Vec<FailedRequest>,
}

/// The part of an event payload that is read.
#[derive(Clone, Debug, Default)]
pub struct Payload {
    /// The issue that the event is about.
    pub issue: Option<Issue>,
    /// The text of the comment that the event is about.
    pub comment: Option<String>,
    /// The repository's default branch, without `refs/heads/`.
    pub default_branch: Option<String>,
}

/// The action's inputs.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// The lowest severity that fails the run: `error`, `warning` or `never`. If absent, `error` for a run about one
    /// issue, and `never` for a sweep.
    pub fail_on: String,
    /// Whether to comment on the issue: `true` (default) or `false`.
    pub comment: String,
    /// Whether to set the policy's labels: `true` (default) or `false`.
    pub labels: String,
    /// Whether to look up tags and pull requests on GitHub: `true` (default) or `false`.
    pub facts: String,
    /// The issue to judge, if it is not the event's issue.
    pub issue_number: String,
    /// The path of the policy file in the repository.
    pub policy: String,
    /// Whether an event without an issue starts a sweep: `true` (default) or `false`.
    pub sweep: String,
    /// Whether the run only shows what it would write: `true` or `false` (default).
    pub dry_run: String,
}

/// An answer of GitHub's GraphQL API.
#[derive(Clone, Debug, Default)]
pub struct QueryAnswer {
    /// [`Event::round`] when the query was planned.
    pub round: usize,
    /// The variables of the query.
    pub variables: Map<String, Value>,
    /// The body: `data` and `errors`.
    pub body: Value,
}

/// A write that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompletedWrite {
    /// What was written.
    pub write: Write,
    /// The id of the comment that was posted.
    pub id: Option<String>,
}
