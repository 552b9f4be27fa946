//! How many items are requested at once, and after which pause.

use crate::github::query::Query;

/// How many unusable answers in a row are allowed.
const MOST_FAILURES: u32 = 3;

/// The smallest number of items that is requested at once.
const LEAST: usize = 6;

/// Shrinks pages after unusable answers, which mostly mean that GitHub did not finish the page in time.
#[derive(Debug, Default)]
pub(super) struct Backoff {
    failures: u32,
    /// How often pages were made smaller.
    shrunk: u32,
}

impl Backoff {
    /// How many items to request instead of `most`.
    pub(super) fn size(&self, most: usize) -> usize {
        (most >> (2 * self.shrunk).min(16)).clamp(LEAST, most)
    }

    /// The query, to be sent after a pause.
    pub(super) fn slow(&self, mut query: Query) -> Query {
        if self.failures > 0 {
            query.delay = 1000 << self.failures;
        }
        query
    }

    /// Records a usable answer.
    pub(super) fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// Records an unusable answer. Returns whether to try again.
    pub(super) fn failed(&mut self) -> bool {
        self.failures += 1;
        self.shrunk += 1;
        self.failures <= MOST_FAILURES
    }
}
