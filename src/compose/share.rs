//! Drafts in the fragment of an address: `d1.`, then base64url of compressed JSON.

use std::fmt::Write;

use serde_json::Value;

use crate::compose::draft_issue;
use crate::compose::opening::is_repository;
use crate::compose::question::{refusal, words};
use crate::json::{member, string, strings, text};
use crate::judge::subject;
use crate::policy::Policy;
use crate::text::address::base64url;
use crate::text::deflate::deflate;

/// What a fragment starts with.
pub const START: &str = "d1.";

/// The longest fragment, in characters.
pub const LONGEST_FRAGMENT: usize = 100_000;

/// The longest draft, in bytes of JSON.
pub const LONGEST_DRAFT: usize = 300_000;

/// A draft that can be shared.
#[derive(Clone, Copy, Debug, Default)]
pub struct SharedDraft<'a> {
    /// The title.
    pub title: &'a str,
    /// The description.
    pub body: &'a str,
    /// The names of its labels.
    pub labels: &'a [&'a str],
    /// Whether it is closed.
    pub is_closed: bool,
    /// `owner/name`; empty for none.
    pub repository: &'a str,
}

impl SharedDraft<'_> {
    /// The fragment, without `#`; `None` if it would be too long. Its bytes depend on the draft alone.
    #[must_use]
    pub fn fragment(&self) -> Option<String> {
        let json = self.json();
        if json.len() > LONGEST_DRAFT {
            return None;
        }
        let fragment = format!("{START}{}", base64url(&deflate(json.as_bytes())));
        (fragment.len() <= LONGEST_FRAGMENT).then_some(fragment)
    }

    fn json(&self) -> String {
        let state = if self.is_closed { "closed" } else { "open" };
        let mut json = format!("{{\"title\":{},\"body\":{}", string(self.title), string(self.body));
        let _ = write!(
            json,
            ",\"labels\":{},\"state\":\"{state}\",\"repository\":{}}}",
            strings(self.labels),
            string(self.repository)
        );
        json
    }
}

/// The fragment of the draft in a question: `{"fragment"}`. A withheld draft has none.
pub(super) fn of_question(question: &Value, policy: &Policy) -> String {
    let issue = draft_issue::issue(question, policy);
    if subject::is_withheld(&issue, policy) {
        return refusal(
            "The details of this issue are withheld, so it is not put into an address.",
        );
    }
    let draft = member(question, "draft");
    let shared = SharedDraft {
        title: &issue.title,
        body: issue.description.as_deref().unwrap_or_default(),
        labels: &words(draft, "labels"),
        is_closed: text(draft, "state") == Some("closed"),
        repository: text(draft, "repository").filter(|name| is_repository(name)).unwrap_or(""),
    };
    match shared.fragment() {
        Some(fragment) => format!("{{\"fragment\":{}}}", string(&fragment)),
        None => refusal("This draft is too long for an address. Copy the description instead."),
    }
}

/// The draft that a fragment contained, of which only known members stay.
pub(super) fn read(json: &str) -> String {
    const FAULT: &str = "The address contains no draft that can be read.";
    let Ok(value) = serde_json::from_str::<Value>(json) else { return refusal(FAULT) };
    if json.len() > LONGEST_DRAFT || text(&value, "body").is_none() {
        return refusal(FAULT);
    }
    let draft = SharedDraft {
        title: text(&value, "title").unwrap_or_default(),
        body: text(&value, "body").unwrap_or_default(),
        labels: &words(&value, "labels"),
        is_closed: text(&value, "state") == Some("closed"),
        repository: text(&value, "repository").filter(|name| is_repository(name)).unwrap_or(""),
    };
    format!("{{\"draft\":{}}}", draft.json())
}
