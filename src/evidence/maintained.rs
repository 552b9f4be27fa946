//! Which branches still get patch releases.

use super::{History, moment};
use crate::version::Branch;

/// How the maintained branches are told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Maintained {
    /// The newest ones that have a full release.
    Newest {
        /// How many.
        newest: usize,
        /// How many calendar months after the newest branch's `.0` the one before them is maintained, too.
        overlap_months: u32,
    },
    /// These.
    Listed(Vec<Branch>),
}

impl Default for Maintained {
    fn default() -> Self {
        Self::Newest { newest: 3, overlap_months: 3 }
    }
}

/// The maintained branches, newest first. `now` is needed for an overlap.
#[must_use]
pub fn maintained(history: &History, rule: &Maintained, now: Option<&str>) -> Vec<Branch> {
    let (newest, overlap_months) = match rule {
        Maintained::Listed(branches) => return newest_first(branches.clone()),
        Maintained::Newest { newest, overlap_months } => (*newest, *overlap_months),
    };
    let released = newest_first(history.released_branches().to_vec());
    let overlaps = released.first().is_some_and(|branch| {
        let first = history.tag(&branch.first_release());
        let date = first.and_then(|tag| tag.date.as_deref());
        let end = date.and_then(|date| moment::months_after(date, overlap_months));
        now.zip(end.as_deref()).is_some_and(|(now, end)| now < end)
    });
    released.into_iter().take(newest.saturating_add(usize::from(overlaps))).collect()
}

fn newest_first(mut branches: Vec<Branch>) -> Vec<Branch> {
    branches.sort_unstable_by(|one, other| other.cmp(one));
    branches.dedup();
    branches
}
