//! Reads the pull requests that issues name, several at a time.

use crate::github::errors::AnswerFault;
use crate::known_issues::Collection;
use crate::known_issues::facts::PullRequestName;
use crate::known_issues::issue_facts;
use crate::report_action::answer;
use crate::report_action::backoff::Backoff;
use crate::report_action::queries;
use crate::report_action::world::{Stop, World};

/// The pull requests that issues name, and those that refer to them.
pub(super) struct PullRequests {
    pub(super) names: Vec<PullRequestName>,
    pub(super) at: usize,
}

impl PullRequests {
    /// Collects the pull requests to read, once all issues have been read. `None` if there are none.
    pub(super) fn of(collection: &mut Collection) -> Option<Self> {
        collection.forget_pull_requests();
        let mut names = collection.named_pull_requests();
        // GraphQL's numbers have 32 bits: there is no pull request beyond.
        names.retain(|name| i32::try_from(name.number).is_ok());
        (!names.is_empty()).then_some(Self { names, at: 0 })
    }

    pub(super) fn wanted(&self, backoff: &Backoff) -> &[PullRequestName] {
        let rest = self.names.get(self.at..).unwrap_or_default();
        rest.get(..backoff.size(queries::PULL_REQUESTS)).unwrap_or(rest)
    }

    pub(super) fn take(
        &mut self,
        body: &str,
        backoff: &Backoff,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        let (data, forbidden) = answer::aliases(body).map_err(|fault| match fault {
            AnswerFault::Incomplete(what) => Stop::Again(what),
            AnswerFault::Missing | AnswerFault::Forbidden => Stop::Again("no data".to_owned()),
        })?;
        let wanted = self.wanted(backoff);
        let count = wanted.len();
        for (index, name) in wanted.iter().enumerate() {
            let alias = format!("p{index}");
            let is_own = name.repository.eq_ignore_ascii_case(&world.settings.own);
            if is_own && forbidden.contains(&alias) {
                let note = "the token may not read pull requests, so their state is unknown: add `pull-requests: read` to \
                            the `permissions:` of the job";
                if !world.notes.iter().any(|other| other == note) {
                    world.notes.push(note.to_owned());
                }
            }
            let it = data.get(&alias).and_then(|repository| repository.get("it"));
            let Some((it, referring)) =
                it.and_then(|it| answer::pull_request(&name.repository, name.number, it))
            else {
                continue;
            };
            let read = |dump| issue_facts::pull_request(dump, &name.repository);
            let referring: Vec<_> = referring.into_iter().filter_map(read).collect();
            if let Some(facts) = read(it) {
                world.collection.add_named_pull_request(&facts, &referring);
            }
        }
        self.at += count;
        Ok(self.at >= self.names.len())
    }
}
