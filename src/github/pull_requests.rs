//! Pull requests, tags and comparisons in answers → what evidence takes.

use serde_json::Value;

use crate::evidence::{Base, Mentions, RequestRecord, RequestState};
use crate::json::{member, nodes, text};

/// A pull request of the repository `name`; `None` for what has no number or no known state.
pub(crate) fn request(
    name: &str,
    default_branch: Option<&str>,
    it: &Value,
) -> Option<RequestRecord> {
    let (title, body) = (text(it, "title").unwrap_or_default(), text(it, "body"));
    Some(RequestRecord {
        number: member(it, "number").as_u64()?,
        state: match text(it, "state")? {
            "OPEN" => RequestState::Open,
            "CLOSED" => RequestState::Closed,
            "MERGED" => RequestState::Merged,
            _ => return None,
        },
        base: text(it, "baseRefName").map(|base| Base::of(base, default_branch)),
        merged_at: text(it, "mergedAt").map(str::to_owned),
        merge_commit: text(member(it, "mergeCommit"), "oid").map(str::to_owned),
        title: title.to_owned(),
        mentions: Mentions::read(name, title, body.unwrap_or_default()),
    })
}

/// The pull requests of the same repository that refer to a pull request.
pub(crate) fn referring<'a>(name: &str, it: &'a Value) -> Vec<&'a Value> {
    let mut found = Vec::new();
    for event in nodes(member(it, "timelineItems")) {
        let source = member(event, "source");
        let home = text(member(source, "repository"), "nameWithOwner");
        if home.is_some_and(|home| home.eq_ignore_ascii_case(name)) {
            found.push(source);
        }
    }
    found
}

/// Whether a tag contains a commit: what GitHub calls the commit, seen from the tag. `None` when it does not say.
pub(crate) fn contains(reference: &Value) -> Option<bool> {
    match text(member(reference, "compare"), "status")? {
        "BEHIND" | "IDENTICAL" => Some(true),
        "AHEAD" | "DIVERGED" => Some(false),
        _ => None,
    }
}

/// When a tag was made, and the commit that it points to. An annotated tag says so itself; for another, its commit
/// does. Tags of tags are peeled once.
pub(crate) fn tag_target(target: &Value) -> (Option<String>, Option<String>) {
    let peeled = member(target, "target");
    let commit = if peeled.is_object() { peeled } else { target };
    let annotated = text(member(target, "tagger"), "date");
    let date = annotated.or(text(commit, "committedDate"));
    (date.map(str::to_owned), text(commit, "oid").map(str::to_owned))
}
