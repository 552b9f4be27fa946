//! What a run of the action is given: the event, the inputs, and what happened at GitHub since the run began.

use serde_json::{Map, Value};

use crate::issue::Issue;
use crate::plan::Write;

/// A run's event, as JavaScript hands it over, again after everything that happened.
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
    /// The action's inputs by name, as written in the workflow; an empty string is an absent input.
    pub inputs: Inputs,
    /// Whether there is a token; the token itself never gets here.
    pub has_token: bool,
    /// The text of the file in the workspace that the input `policy` names; `None` where there is none.
    pub policy: Option<String>,
    /// GitHub's answers to the queries that were planned, in order.
    pub answers: Vec<Answered>,
    /// How often writes were carried out in this run.
    pub round: usize,
    /// The writes that were carried out for certain, in order.
    pub done: Vec<Done>,
    /// What went wrong at GitHub, in order.
    pub troubles: Vec<Trouble>,
}

/// The part of an event payload that we read.
#[derive(Clone, Debug, Default)]
pub struct Payload {
    /// The issue that the event is about.
    pub issue: Option<Issue>,
    /// The repository's default branch, without `refs/heads/`.
    pub default_branch: Option<String>,
}

/// The action's inputs.
#[derive(Clone, Debug, Default)]
pub struct Inputs {
    /// From which severity on the run fails: `error` (default), `warning` or `never`.
    pub fail_on: String,
    /// Whether the issue gets a comment: `true` (default) or `false`.
    pub comment: String,
    /// Whether the issue gets the policy's labels: `true` (default) or `false`.
    pub labels: String,
    /// Whether GitHub is asked about tags and pull requests: `true` (default) or `false`.
    pub facts: String,
    /// The issue to judge, where it is not the event's.
    pub issue_number: String,
    /// The path of the policy file in the repository.
    pub policy: String,
}

/// An answer of GitHub's GraphQL API.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    /// [`Event::round`] when the query was planned.
    pub round: usize,
    /// The variables of the query.
    pub variables: Map<String, Value>,
    /// The body: `data` and `errors`.
    pub body: Value,
}

/// A write that was carried out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Done {
    /// What was written.
    pub write: Write,
    /// The id of the comment that was posted.
    pub id: Option<String>,
}

/// Something that went wrong at GitHub.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// What was tried: `read`, or the kind of a write.
    pub doing: String,
    /// What went wrong.
    pub kind: TroubleKind,
    /// The HTTP status, where there was an answer.
    pub status: Option<u64>,
    /// What GitHub or the system says about it: foreign text.
    pub detail: String,
}

/// What can go wrong at GitHub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TroubleKind {
    /// The token is not accepted: 401.
    Unauthorized,
    /// The token may not do this, or nobody may: 403.
    Forbidden,
    /// Too many requests, and the wait is longer than a run lasts.
    Limited,
    /// What was to be written to is not there: 404 or 410.
    Gone,
    /// It is somewhere else: a redirect.
    Moved,
    /// GitHub does not accept what was written: 422.
    Invalid,
    /// The write may have been carried out, or not.
    Doubtful,
    /// There is no answer, however often it was tried.
    Unavailable,
}

impl TroubleKind {
    const ALL: [(&'static str, Self); 8] = [
        ("unauthorized", Self::Unauthorized),
        ("forbidden", Self::Forbidden),
        ("limited", Self::Limited),
        ("gone", Self::Gone),
        ("moved", Self::Moved),
        ("invalid", Self::Invalid),
        ("doubtful", Self::Doubtful),
        ("unavailable", Self::Unavailable),
    ];

    /// The kind called `name`.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Some(Self::ALL.into_iter().find(|(other, _)| *other == name)?.1)
    }
}
