//! An issue, as GitHub's answers tell it.

use serde_json::Value;

use crate::json::{id, list, member, nodes, text};
use crate::judge::issue::{Issue, State};
use crate::text::date;

/// Reads the issue of an answer.
pub(super) fn read(issue: &Value) -> Issue {
    let state = match text(issue, "state") {
        Some("OPEN") => Some(State::Open),
        Some("CLOSED") => Some(State::Closed),
        _ => None,
    };
    Issue {
        number: member(issue, "number").as_u64().unwrap_or_default(),
        title: text(issue, "title").unwrap_or_default().to_owned(),
        description: text(issue, "body").map(str::to_owned),
        labels: label_names(issue),
        state,
        state_reason: text(issue, "stateReason").map(str::to_ascii_lowercase),
        html_url: text(issue, "url").map(str::to_owned),
        pull_request: text(issue, "__typename") == Some("PullRequest"),
        reopened_at: reopened_at(issue),
        last_edited_at: text(issue, "lastEditedAt").and_then(date::normal),
    }
}

/// When an issue was last reopened.
fn reopened_at(issue: &Value) -> Option<String> {
    let event = nodes(member(issue, "timelineItems")).last()?;
    text(event, "createdAt").and_then(date::normal)
}

/// The names of the labels of an issue or a pull request.
pub(super) fn label_names(labelled: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for label in nodes(member(labelled, "labels")) {
        names.extend(text(label, "name").map(str::to_owned));
    }
    names
}

/// Whether the issue, or a list of it that was asked for, is not there.
pub(super) fn lacks_part(issue: &Value) -> bool {
    if issue.is_null() {
        return true;
    }
    let lists = ["labels", "comments", "timelineItems"];
    let is_broken = |connection: &Value| {
        let nodes = member(connection, "nodes");
        !nodes.is_array() || list(nodes).iter().any(Value::is_null)
    };
    lists.iter().filter_map(|name| issue.get(*name)).any(is_broken) || lacks_comments(issue)
}

/// Whether an answer with comments does not say whether more follow, or which of them are ours. Without that, a comment
/// that is there would be posted again.
fn lacks_comments(issue: &Value) -> bool {
    let Some(comments) = issue.get("comments") else { return false };
    let has_next = member(member(comments, "pageInfo"), "hasNextPage");
    let is_nameless = |comment: &Value| {
        let is_ours = member(comment, "viewerDidAuthor").as_bool();
        is_ours != Some(false)
            && (is_ours.is_none() || id(member(comment, "fullDatabaseId")).is_none())
    };
    !has_next.is_boolean() || nodes(comments).iter().any(is_nameless)
}
