//! What reading from GitHub changes, and what can stop it.

use crate::github::errors::AnswerFault;
use crate::known_issues::Collection;
use crate::report_action::inputs::ReportRequest;

/// What reading changes.
pub(super) struct World<'a> {
    pub(super) settings: &'a ReportRequest,
    pub(super) collection: &'a mut Collection,
    /// What readers of the log must know.
    pub(super) notes: &'a mut Vec<String>,
    /// The tracking issue's description.
    pub(super) description: &'a mut String,
}

/// What taking an answer may end in.
pub(super) enum Stop {
    /// Asking again may help.
    Again(String),
    /// Nothing helps.
    Failure(String),
}

impl AnswerFault {
    /// What it means for the run.
    pub(super) fn stop(self, repository: &str, what: &str, permission: &str) -> Stop {
        match self {
            Self::Incomplete(why) => Stop::Again(why),
            Self::Missing => Stop::Failure(format!(
                "GitHub has no `{repository}` with {what}, or the token may not see it: check the name and the input `token`"
            )),
            Self::Forbidden => Stop::Failure(format!(
                "the token may not read the {permission} of `{repository}`: add `{permission}: read` to the `permissions:` \
                 of the job; for another repository, give a token of its own"
            )),
        }
    }
}

/// How often all issues or tags of a repository are read when they keep changing meanwhile.
pub(super) const MOST_READINGS: usize = 3;

pub(super) fn changed(repository: &str, what: &str) -> String {
    format!("the {what} of `{repository}` kept changing while they were read: run this again")
}
