//! When something happened, as far as that is known.

/// A stretch of time in which something happened, as ISO 8601 dates in UTC that compare as text. A known date is a
/// stretch of no length; by default nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period<'a> {
    /// Not before this date.
    pub from: Option<&'a str>,
    /// Not after this date.
    pub to: Option<&'a str>,
}

impl<'a> From<Option<&'a str>> for Period<'a> {
    /// The date, where there is one.
    fn from(date: Option<&'a str>) -> Self {
        Self { from: date, to: date }
    }
}

impl Period<'_> {
    /// Whether this came after the other; `None` where that cannot be told. At the same time is not after.
    #[must_use]
    pub fn is_after(self, other: Period<'_>) -> Option<bool> {
        if self.from.zip(other.to).is_some_and(|(from, to)| from > to) {
            return Some(true);
        }
        self.to.zip(other.from).is_some_and(|(to, from)| to <= from).then_some(false)
    }
}
