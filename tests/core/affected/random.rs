//! Random choices that are the same on every run and machine.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

/// A linear congruential generator (Knuth's MMIX constants); its high bits are used.
pub(crate) struct Random(u64);

impl Random {
    /// The choices for a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number of at least 0 and less than `end`.
    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    /// One of the given things.
    pub(crate) fn one_of<T: Copy>(&mut self, things: &[T]) -> T {
        things[self.below(things.len())]
    }
}
