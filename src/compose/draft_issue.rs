//! The draft of a question, as an issue.

use serde_json::Value;

use crate::compose::question::words;
use crate::issue::State;
use crate::json::{member, text};
use crate::{Issue, Policy};

/// The issue that a question is about. It is in scope, whatever its labels are: its author means it to be.
pub(super) fn issue(question: &Value, policy: &Policy) -> Issue {
    let draft = member(question, "draft");
    let mut labels = Vec::new();
    for label in words(draft, "labels") {
        labels.push(label.to_owned());
    }
    let is_there =
        |label: &&str| labels.iter().any(|other: &String| other.eq_ignore_ascii_case(label));
    if let Some(label) = policy.scope_label().filter(|label| !is_there(label)) {
        labels.push(label.to_owned());
    }
    let is_closed = text(draft, "state") == Some("closed");
    Issue {
        title: text(draft, "title").unwrap_or_default().to_owned(),
        description: text(draft, "body").map(str::to_owned),
        labels,
        state: Some(if is_closed { State::Closed } else { State::Open }),
        ..Issue::default()
    }
}
