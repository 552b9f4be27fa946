//! How often a sweep asks again after an answer that cannot be used, and for how much.

/// How many unusable answers in a row are allowed.
const MOST_FAILURES: u32 = 3;

/// The unusable answers in a row. They mostly mean that GitHub did not finish the answer in time.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Patience {
    failures: u32,
}

impl Patience {
    /// How many items to ask for instead of `most`.
    pub(super) fn size(self, most: usize) -> usize {
        (most >> (2 * self.failures)).max(1)
    }

    /// The wait before the next question, in milliseconds.
    pub(super) fn delay(self) -> u32 {
        if self.failures == 0 { 0 } else { 1000 << self.failures }
    }

    /// Notes an answer that can be used.
    pub(super) fn succeeded(&mut self) {
        self.failures = 0;
    }

    /// Notes one that cannot. Returns whether to ask again.
    pub(super) fn failed(&mut self) -> bool {
        self.failures += 1;
        self.failures <= MOST_FAILURES
    }
}
