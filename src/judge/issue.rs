//! What GitHub says about an issue.

use serde::{Deserialize, Deserializer};

/// An issue in the form of GitHub's REST API and webhook payloads. Unused members are ignored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Issue {
    /// The issue's number in its repository.
    pub number: u64,
    /// The title, as its author wrote it: untrusted text.
    pub title: String,
    /// The description, which GitHub calls the body: untrusted text. `None` when it was never written.
    #[serde(rename = "body")]
    pub description: Option<String>,
    /// The label names, in any order.
    #[serde(deserialize_with = "label_names")]
    pub labels: Vec<String>,
    /// Open or closed; `None` for events that do not say, such as `pinned`.
    pub state: Option<State>,
    /// Why it was closed, when GitHub says so.
    pub state_reason: Option<String>,
    /// When it was last reopened, as `YYYY-MM-DDTHH:MM:SSZ`; webhooks do not say.
    pub reopened_at: Option<String>,
    /// When its description was last edited, likewise.
    pub last_edited_at: Option<String>,
    /// The issue's page.
    pub html_url: Option<String>,
    /// Present when the "issue" is a pull request: GitHub's API calls both issues.
    #[serde(deserialize_with = "present")]
    pub pull_request: bool,
}

/// Whether an issue is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Still being worked on.
    Open,
    /// Closed, for the reason in [`Issue::state_reason`].
    Closed,
}

impl Issue {
    /// Whether the issue is closed as completed: GitHub says `completed` or, for old issues, nothing.
    #[must_use]
    pub fn is_closed_as_completed(&self) -> bool {
        self.state == Some(State::Closed)
            && self.state_reason.as_deref().is_none_or(|reason| reason == "completed")
    }
}

impl Issue {
    /// The repository, `owner/name` in lower case, if the URL of the issue's page contains it.
    pub(crate) fn repository(&self) -> Option<String> {
        let mut parts = self.html_url.as_deref()?.split('/').skip(3);
        Some(format!("{}/{}", parts.next()?, parts.next()?).to_ascii_lowercase())
    }
}

/// GitHub writes labels as objects with a name; older endpoints write plain strings. Either may be null.
pub(crate) fn label_names<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Vec<String>, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Label {
        Name(String),
        Object { name: Option<String> },
    }
    let labels = Option::<Vec<Option<Label>>>::deserialize(deserializer)?.unwrap_or_default();
    Ok(labels
        .into_iter()
        .flatten()
        .filter_map(|label| match label {
            Label::Name(name) => Some(name),
            Label::Object { name } => name,
        })
        .collect())
}

pub(crate) fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
    Ok(Option::<serde::de::IgnoredAny>::deserialize(deserializer)?.is_some())
}
