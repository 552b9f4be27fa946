//! The policy of a sweep: what must be asked for it. Everything is read before anything is written.

use serde_json::Value;

use crate::github::errors::Errors;
use crate::github::policy_file::PolicyFile;
use crate::json::member;
use crate::policy::Policy;
use crate::validate_action::event::Event;
use crate::validate_action::policy::{self, FetchedFiles};
use crate::validate_action::question::Question;

/// The files that the policy is made of, as far as they were read.
#[derive(Debug, Default)]
pub(super) struct PolicyReading(FetchedFiles);

impl PolicyReading {
    /// Starts with the file in the workspace, if that can be trusted. `event` is what started the sweep.
    pub(super) fn of(event: &Event) -> Self {
        let own = policy::checked_out(event).map(|text| PolicyFile::Text(text.to_owned()));
        Self(FetchedFiles { own, ..FetchedFiles::default() })
    }

    /// What must still be asked. `None` if the policy can be told, or why there is none.
    pub(super) fn question<'a>(&self, base: &'a Event) -> Option<Question<'a>> {
        let path = base.inputs.policy.trim();
        let is_here = !path.is_empty() && policy::elsewhere(base).is_none();
        let policy = Some(path).filter(|_| is_here && self.0.own.is_none());
        let file = policy::needed(base, &self.0).filter(|_| policy.is_none());
        let is_asked = policy.is_some() || file.is_some();
        let repository = base.repository.as_str();
        is_asked.then(|| Question { repository, policy, file, ..Question::default() })
    }

    /// Reads an answer. Returns whether it can be used.
    pub(super) fn take(&mut self, base: &Event, body: &Value) -> bool {
        let Some(Question { file, .. }) = self.question(base) else { return false };
        let (data, errors) = (member(body, "data"), Errors::of(body));
        if let Some(name) = file {
            let found = PolicyFile::read_shared(data, &errors);
            self.0.others.extend(found.clone().map(|file| (name, file)));
            return found.is_some();
        }
        let repository = member(data, "repository");
        let fault = errors.at(&["repository", "policy"]);
        let file = PolicyFile::read(member(repository, "policy"), fault.as_ref());
        self.0.own = file.filter(|_| repository.is_object());
        self.0.own.is_some()
    }

    /// The policy.
    ///
    /// # Errors
    /// Why there is none.
    pub(super) fn policy(&self, base: &Event) -> Result<Policy, Vec<String>> {
        policy::read(base, &self.0)
    }
}
