//! A small repository: commits, a main branch, release branches and tags. What contains what follows from ancestry.

use super::versions::Branch;

/// The number of a commit.
pub(crate) type Commit = usize;

/// Commits and their ancestors, at most 128.
#[derive(Default)]
pub(crate) struct Graph {
    /// The commits that each one reaches, itself included, a bit for each.
    reached: Vec<u128>,
}

impl Graph {
    pub(crate) fn commit(&mut self, parents: &[Commit]) -> Commit {
        let number = self.reached.len();
        assert!(number < 128, "a history is too long");
        let ancestors = parents.iter().fold(0, |all, parent| all | self.reached[*parent]);
        self.reached.push(ancestors | 1 << number);
        number
    }

    /// Whether `head` contains `commit`.
    pub(crate) fn contains(&self, head: Commit, commit: Commit) -> bool {
        self.reached[head] & 1 << commit != 0
    }

    /// Whether it can hold more history.
    pub(crate) fn has_room(&self) -> bool {
        self.reached.len() < 120
    }
}

/// The id of a commit: its first seven digits tell it from all others.
pub(crate) fn oid(commit: Commit) -> String {
    let mixed = (commit as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    format!("{mixed:016x}{:024x}", mixed.rotate_left(17))
}

/// A release branch.
pub(crate) struct Line {
    pub(crate) branch: Branch,
    pub(crate) head: Commit,
    /// How its bases are spelled.
    pub(crate) base: String,
    /// The patch that is tagged next; none before its `.0`.
    pub(crate) next: u64,
}

/// A tag.
pub(crate) struct Tagged {
    pub(crate) name: String,
    pub(crate) branch: Branch,
    pub(crate) commit: Commit,
    pub(crate) date: i64,
}
