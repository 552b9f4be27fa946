//! The state that reading from GitHub changes, and what can stop the reading.

use std::collections::BTreeSet;

use crate::github::errors::AnswerFault;
use crate::known_issues::Collection;
use crate::known_issues::collection::carried::Sampler;
use crate::report_action::inputs::ReportRequest;

/// The state that reading changes.
pub(super) struct World<'a> {
    pub(super) settings: &'a ReportRequest,
    pub(super) collection: &'a mut Collection,
    /// Notes for the log.
    pub(super) notes: &'a mut Vec<String>,
    /// The tracking issue's description.
    pub(super) description: &'a mut String,
    pub(super) sampler: &'a mut Sampler,
}

/// How many issues, and how many comparisons, of an earlier report are read again in each repository.
pub(super) const SAMPLE: usize = 100;

impl World<'_> {
    /// The issues of an earlier report that are read again.
    pub(super) fn sample_issues(&mut self, repository: &str) -> Vec<u64> {
        self.collection.sample_issues(repository, self.sampler, SAMPLE)
    }
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

/// The cursors at which pages of one reading ended.
#[derive(Default)]
pub(super) struct SeenCursors(BTreeSet<String>);

impl SeenCursors {
    /// Checks that the list ends or goes on: that a page with more behind it is not empty, and ends where no page of
    /// this reading has ended.
    pub(super) fn check(
        &mut self,
        has_more: bool,
        count: usize,
        end: Option<&str>,
    ) -> Result<(), Stop> {
        if !has_more {
            return Ok(());
        }
        let Some(end) = end else {
            return Err(Stop::Again("a page does not say where the next one starts".to_owned()));
        };
        if count == 0 {
            return Err(Stop::Again("a page is empty, and yet more should follow".to_owned()));
        }
        if !self.0.insert(end.to_owned()) {
            return Err(Stop::Again("a page ends where an earlier one ended".to_owned()));
        }
        Ok(())
    }

    /// Starts a new reading.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }
}

/// How often all issues or tags of a repository are read if they keep changing in the meantime.
pub(super) const MOST_READINGS: usize = 3;

pub(super) fn changed(repository: &str, what: &str) -> String {
    format!("the {what} of `{repository}` kept changing while they were read: run this again")
}

/// Why an earlier report is not used.
pub(super) fn distrust(repository: &str, why: &str) -> String {
    format!(
        "{repository}: the previous report differs from GitHub ({why}): everything is read again"
    )
}
