//! What answers say about pull requests: which refer to one, and whether a tag contains a commit.

use serde_json::Value;

use crate::json::{member, nodes, text};

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
