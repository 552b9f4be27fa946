//! Two texts → where their lines differ.

use std::ops::Range;

/// Lines that stand in the place of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The lines of the old text, from 0; empty if lines were added.
    pub(crate) old: Range<usize>,
    /// The lines of the new text, likewise.
    pub(crate) new: Range<usize>,
}

/// The differences, in order. Up to `farthest` lines of both texts are looked at for the end of a difference; one that
/// is longer reaches to the end of the texts.
pub(crate) fn differences(old: &[&str], new: &[&str], farthest: usize) -> Vec<Difference> {
    let mut differences = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    while old_at < old.len() || new_at < new.len() {
        let (old_rest, new_rest) = (old.get(old_at..), new.get(new_at..));
        let (old_rest, new_rest) = (old_rest.unwrap_or_default(), new_rest.unwrap_or_default());
        let (removed, added) = distance(old_rest, new_rest, farthest);
        if removed + added == 0 {
            (old_at, new_at) = (old_at + 1, new_at + 1);
            continue;
        }
        let (old_end, new_end) = (old_at + removed, new_at + added);
        differences.push(Difference { old: old_at..old_end, new: new_at..new_end });
        (old_at, new_at) = (old_end, new_end);
    }
    differences
}

/// After how many lines of each the texts go on alike; the fewest in all.
fn distance(old: &[&str], new: &[&str], farthest: usize) -> (usize, usize) {
    for both in 0..farthest {
        for removed in 0..=both.min(old.len()) {
            let added = both - removed;
            if added <= new.len() && old.get(removed) == new.get(added) {
                return (removed, added);
            }
        }
    }
    (old.len(), new.len())
}
