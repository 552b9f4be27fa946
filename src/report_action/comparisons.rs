//! Asks which tags contain which commits, where dates cannot decide it.

use crate::github::errors::AnswerFault;
use crate::github::pull_requests;
use crate::json::member;
use crate::known_issues::Collection;
use crate::known_issues::collection::carried::Sampler;
use crate::known_issues::collection::wanted_comparisons::WantedComparison;
use crate::report_action::answer;
use crate::report_action::backoff::Backoff;
use crate::report_action::queries;
use crate::report_action::world::{SAMPLE, Stop, World};

/// How often answers may make further comparisons necessary.
const MOST_ROUNDS: usize = 4;

/// The comparisons of one round.
pub(super) struct Comparisons {
    wanted: Vec<WantedComparison>,
    pub(super) at: usize,
    round: usize,
}

impl Comparisons {
    /// Looks what is wanted, once tags and pull requests are read. `None` when nothing is.
    pub(super) fn of(collection: &mut Collection, sampler: &mut Sampler) -> Option<Self> {
        collection.set_comparisons_aside();
        Self::next(collection, sampler, 0)
    }

    fn next(collection: &mut Collection, sampler: &mut Sampler, round: usize) -> Option<Self> {
        let wanted = collection.wanted_comparisons(sampler, SAMPLE);
        (!wanted.is_empty() && round < MOST_ROUNDS).then_some(Self { wanted, at: 0, round })
    }

    pub(super) fn count(&self) -> usize {
        self.wanted.len()
    }

    /// What is asked at once: of one repository.
    pub(super) fn wanted(&self, backoff: &Backoff) -> &[WantedComparison] {
        let rest = self.wanted.get(self.at..).unwrap_or_default();
        let repository = rest.first().map(|first| &first.repository);
        let near = rest.iter().take_while(|wanted| Some(&wanted.repository) == repository).count();
        rest.get(..near.min(backoff.size(queries::COMPARISONS))).unwrap_or_default()
    }

    pub(super) fn take(
        &mut self,
        body: &str,
        backoff: &Backoff,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        let answers = answer::comparisons(body).map_err(|fault| match fault {
            AnswerFault::Incomplete(what) => Stop::Again(what),
            AnswerFault::Missing | AnswerFault::Forbidden => Stop::Again("no data".to_owned()),
        })?;
        let wanted = self.wanted(backoff);
        for (index, asked) in wanted.iter().enumerate() {
            let contains = pull_requests::contains(member(&answers, &format!("c{index}")));
            world.collection.add_comparison(asked, contains);
        }
        self.at += wanted.len();
        if self.at < self.wanted.len() {
            return Ok(false);
        }
        match Self::next(world.collection, world.sampler, self.round + 1) {
            Some(next) => *self = next,
            None => return Ok(true),
        }
        Ok(false)
    }
}
