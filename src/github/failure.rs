//! Failed requests, and the messages about them.

use crate::text::quote::code;

/// A request to GitHub that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FailedRequest {
    /// What was attempted: `read`, or the kind of write.
    pub doing: String,
    /// What went wrong.
    pub kind: FailureKind,
    /// The HTTP status, if there was an answer.
    pub status: Option<u64>,
    /// What GitHub or the system says about it: untrusted text.
    pub detail: String,
}

/// The ways in which a request can fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The token is not accepted: 401.
    Unauthorized,
    /// The token is not allowed to do this, or no one is: 403.
    Forbidden,
    /// Too many requests, and the required wait is longer than a run lasts.
    Limited,
    /// The target of the request does not exist: 404 or 410.
    Gone,
    /// The target has moved: a redirect.
    Moved,
    /// GitHub rejects what was written: 422.
    Invalid,
    /// The write may or may not have been carried out.
    Doubtful,
    /// There is no answer, even after retries.
    Unavailable,
}

impl FailureKind {
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

    /// The kind with this name.
    #[must_use]
    pub fn find(name: &str) -> Option<Self> {
        Some(Self::ALL.into_iter().find(|(other, _)| *other == name)?.1)
    }
}

/// What a user can do about failures that depend on the request. Each text completes a sentence.
pub(crate) struct Advice {
    /// After the words "longer than a run lasts (403): why. ".
    pub(crate) limited: &'static str,
    /// After the words "found nothing there (404)".
    pub(crate) gone: String,
    /// After the words "was sent elsewhere (301): ".
    pub(crate) moved: &'static str,
    /// After the words "failed (502): why".
    pub(crate) unavailable: &'static str,
    /// The permission that may be missing, such as `issues: write`.
    pub(crate) permission: &'static str,
}

impl FailedRequest {
    /// Whether the request may or may not have been carried out, or was not answered.
    pub(crate) fn is_in_doubt(&self) -> bool {
        matches!(self.kind, FailureKind::Doubtful | FailureKind::Unavailable)
    }

    /// What happened and what to do. `doing` is the subject, such as "reading from GitHub".
    pub(crate) fn sentence(&self, doing: &str, advice: &Advice) -> String {
        let status = self.status.map(|status| format!(" ({status})")).unwrap_or_default();
        let detail = &self.detail;
        let detail = if detail.is_empty() { String::new() } else { format!(": {}", code(detail)) };
        let Advice { limited, gone, moved, unavailable, permission } = advice;
        match self.kind {
            FailureKind::Unauthorized => format!(
                "GitHub does not accept the token{status}: check the input `token`, which may have expired"
            ),
            FailureKind::Forbidden if self.nobody_may() => {
                format!("{doing} is not possible{status}{detail}")
            }
            FailureKind::Forbidden => format!(
                "{doing} is not allowed{status}{detail}. Add `{permission}` to the `permissions:` of the job"
            ),
            FailureKind::Limited => format!(
                "{doing} must wait for GitHub's rate limit longer than a run lasts{status}{detail}. {limited}"
            ),
            FailureKind::Gone => format!("{doing} found nothing there{status}{gone}"),
            FailureKind::Moved => format!("{doing} was sent elsewhere{status}: {moved}"),
            FailureKind::Invalid => format!("{doing} was refused{status}{detail}"),
            FailureKind::Doubtful | FailureKind::Unavailable => {
                format!("{doing} failed{status}{detail}{unavailable}")
            }
        }
    }

    /// Whether no one may write there, with any token.
    pub(crate) fn nobody_may(&self) -> bool {
        let detail = self.detail.to_ascii_lowercase();
        ["locked", "archived", "2500", "2,500", "too many comments"]
            .iter()
            .any(|word| detail.contains(word))
    }
}
