//! Lists on the page. A page for hundreds of issues has the first rows of each list, and the numbers of the other
//! issues as data, which the script turns into rows.

use std::fmt::Write;

/// A page with more issues is large.
const MOST_ISSUES: usize = 150;

/// How long the lists of a page may be.
#[derive(Clone, Copy)]
pub(super) struct ListLimits {
    /// The most rows of a list.
    pub(super) rows: usize,
    /// The most rows of one of many lists.
    pub(super) group: usize,
    /// The most missing backports of a SIG.
    pub(super) missing: usize,
    /// The most rows of the table of releases and issues.
    pub(super) matrix: usize,
    /// The most bytes of details in the list of issues. The most urgent issues have theirs.
    pub(super) details: usize,
}

impl ListLimits {
    /// The limits of a page that names so many issues.
    pub(super) fn of(issues: usize) -> Self {
        let most = usize::MAX;
        if issues <= MOST_ISSUES {
            return Self { rows: most, group: most, missing: most, matrix: most, details: 100_000 };
        }
        let details = 100_000_usize.saturating_sub(100 * issues).max(10_000);
        Self { rows: 8, group: 5, missing: 3, matrix: 12, details }
    }
}

/// The first rows of a list, and what is left.
pub(super) struct ShortList<T> {
    pub(super) rows: Vec<T>,
    /// The numbers of the issues that are left.
    rest: Vec<u64>,
}

impl<T> ShortList<T> {
    /// The first `most` of `all`. `number` gives the number of an issue, and `row` makes the row.
    pub(super) fn of<A>(
        all: &[A],
        most: usize,
        number: impl Fn(&A) -> u64,
        row: impl FnMut(&A) -> T,
    ) -> Self {
        let (first, others) = all.split_at(most.min(all.len()));
        let mut rest: Vec<u64> = Vec::new();
        for number in others.iter().map(number) {
            // The rows of one issue are next to each other.
            if rest.last() != Some(&number) {
                rest.push(number);
            }
        }
        Self { rows: first.iter().map(row).collect(), rest }
    }

    /// How many issues are left.
    pub(super) fn more(&self) -> usize {
        self.rest.len()
    }

    /// Whether there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.rest.is_empty()
    }

    /// The numbers of the issues that are left, as JSON.
    pub(super) fn data(&self) -> String {
        let mut text = String::from("[");
        for (index, number) in self.rest.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(text, "{}{number}", if index == 0 { "" } else { "," });
        }
        text.push(']');
        text
    }
}
