//! The state that reading from GitHub changes, and what can stop the reading.

use crate::github::errors::AnswerFault;
use crate::known_issues::Collection;
use crate::report_action::inputs::ReportRequest;

/// The state that reading changes.
pub(super) struct World<'a> {
    pub(super) settings: &'a ReportRequest,
    pub(super) collection: &'a mut Collection,
    /// Notes for the log.
    pub(super) notes: &'a mut Vec<String>,
    /// The tracking issue's description.
    pub(super) description: &'a mut String,
}

/// Why an answer was not read.
pub(super) enum Stop {
    /// Trying again may help.
    Again(String),
    /// Trying again does not help.
    Failure(String),
}

impl AnswerFault {
    /// What the fault means for the run.
    pub(super) fn stop(self, repository: &str, what: &str, permission: &str) -> Stop {
        match self {
            Self::Incomplete(why) => Stop::Again(why),
            Self::Missing => Stop::Failure(format!(
                "GitHub has no `{repository}` with {what}, or the token cannot see it: check the name and the input `token`"
            )),
            Self::Forbidden => Stop::Failure(format!(
                "the token may not read the {permission} of `{repository}`: add `{permission}: read` to the `permissions:` \
                 of the job; for another repository, use a token that may read it"
            )),
        }
    }
}

/// How often all issues or tags of a repository are read if they keep changing in the meantime.
pub(super) const MOST_READINGS: usize = 3;

pub(super) fn changed(repository: &str, what: &str) -> String {
    format!("the {what} of `{repository}` kept changing while they were read: run this again")
}
