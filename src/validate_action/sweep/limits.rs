//! How much a sweep may write, and how long it may take.

/// The most writes of a sweep. GitHub allows 500 an hour. JavaScript waits a second before each.
const MOST_WRITES: usize = 400;

/// How long a sweep begins to write, in milliseconds: 48 minutes. JavaScript stops after 50.
const LAST_WRITE: f64 = 2_880_000.0;

/// What was used up of the limits.
pub(super) struct Limits {
    /// When the sweep started, in milliseconds since 1970.
    start: f64,
    /// The attempts to write, and the writes that are planned next.
    writes: usize,
    is_over: bool,
}

impl Limits {
    pub(super) const fn from(start: f64) -> Self {
        Self { start, writes: 0, is_over: false }
    }

    /// Whether nothing more is written.
    pub(super) const fn is_over(&self) -> bool {
        self.is_over
    }

    /// Notes how often the sweep has attempted to write: GitHub counts every attempt.
    pub(super) fn note_sent(&mut self, sent: u32) {
        self.writes = sent as usize;
    }

    /// Whether there is room for some more writes, which then count. Once there is none, the sweep is over, so that
    /// issues are written by number.
    pub(super) fn allow(&mut self, writes: usize, now: f64) -> bool {
        self.is_over |= self.writes + writes > MOST_WRITES || now - self.start > LAST_WRITE;
        if !self.is_over {
            self.writes += writes;
        }
        !self.is_over
    }
}
