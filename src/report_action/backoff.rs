//! How much is asked for at once, and after which pause.

use crate::github::query::Query;

/// How often in a row an answer may be unusable.
const MOST_FAILURES: u32 = 3;

/// The least that is asked for at once.
const LEAST: usize = 6;

/// Pages shrink when GitHub cannot make them in time, which is what its unusable answers mostly mean.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    failures: u32,
    /// How often pages were made smaller.
    shrunk: u32,
}

impl Backoff {
    /// How many items to ask for where `most` would be right.
    pub(super) fn size(&self, most: usize) -> usize {
        (most >> (2 * self.shrunk).min(16)).clamp(LEAST, most)
    }

    /// The query, asked after a pause.
    pub(super) fn slow(&self, mut query: Query) -> Query {
        if self.failures > 0 {
            query.delay = 1000 << self.failures;
        }
        query
    }

    /// An answer was fine.
    pub(super) fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// An answer was not: whether to ask again.
    pub(super) fn failed(&mut self) -> bool {
        self.failures += 1;
        self.shrunk += 1;
        self.failures <= MOST_FAILURES
    }
}
