//! What was merged and taken back.

use crate::evidence::history::{History, RequestRecord, TaggedVersion, quoted};
use crate::evidence::release_branch::Base;
use crate::format::version::Branch;

impl History {
    /// Whether what a pull request brought is in a tag and was not taken back before; `None` where that cannot be told.
    pub(super) fn carries(&self, tag: &TaggedVersion, request: &RequestRecord) -> Option<bool> {
        match (self.contains(tag, request), self.is_reverted(tag, request)) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        }
    }

    /// Whether what a pull request brought will be in the next release of a branch: it is merged there, or into the
    /// main branch where the branch is made on it, or a tag of the branch contains it; and it was not taken back.
    pub(super) fn is_in_branch(&self, branch: Branch, request: &RequestRecord) -> bool {
        let reached = match request.base {
            Some(Base::Release(base)) => base == branch && request.is_merged(),
            Some(Base::Main) if self.is_made_on_main(branch) => request.is_merged(),
            Some(Base::Main) => self.is_in_a_tag(branch, request),
            _ => false,
        };
        let is_here = |revert: &&RequestRecord| self.is_in_branch(branch, revert);
        reached && !self.reverts(branch, request).iter().any(is_here)
    }

    fn is_in_a_tag(&self, branch: Branch, request: &RequestRecord) -> bool {
        self.tags_of(branch).iter().any(|tag| self.contains(tag, request) == Some(true))
    }

    /// Whether a pull request was taken back before a tag was made.
    fn is_reverted(&self, tag: &TaggedVersion, request: &RequestRecord) -> Option<bool> {
        let mut answer = Some(false);
        for revert in self.reverts(tag.version.branch(), request) {
            match (self.precedes(tag, revert), self.is_reverted(tag, revert)) {
                (Some(false), _) | (_, Some(true)) => {}
                (Some(true), Some(false)) => return Some(true),
                _ => answer = None,
            }
        }
        answer
    }

    /// Whether a tag was made after a revert was merged: it contains it, or, on its own branch, it is younger.
    fn precedes(&self, tag: &TaggedVersion, revert: &RequestRecord) -> Option<bool> {
        let contains = self.contains(tag, revert);
        if contains.is_some() || revert.base == Some(Base::Main) {
            return contains;
        }
        self.period(&tag.version).is_after(revert.merged_at.as_deref().into())
    }

    /// Whether a pull request took back another.
    pub(super) fn is_revert(&self, revert: &RequestRecord, request: &RequestRecord) -> bool {
        let is_there = |branch| self.reverts(branch, request).contains(&revert);
        match (revert.base, request.base) {
            (Some(Base::Release(branch)), _) | (_, Some(Base::Release(branch))) => is_there(branch),
            _ => revert.is_merged() && revert.number > request.number && says(revert, request),
        }
    }

    /// The merged reverts of a pull request on a branch, or on the main branch of what was merged there. A revert is
    /// younger than what it takes back, so that no two take back each other.
    pub(super) fn reverts(&self, branch: Branch, request: &RequestRecord) -> Vec<&RequestRecord> {
        let mut reverts = self.speakers(request);
        reverts.retain(|revert| {
            let is_here = match revert.base {
                Some(Base::Release(base)) => base == branch,
                Some(Base::Main) => request.base == Some(Base::Main),
                _ => false,
            };
            is_here && revert.is_merged() && revert.number > request.number && says(revert, request)
        });
        reverts
    }
}

/// Whether a pull request says that it reverts another.
fn says(revert: &RequestRecord, request: &RequestRecord) -> bool {
    let quotes = quoted(&revert.title).is_some_and(|title| title == request.title.trim());
    quotes || revert.mentions.reverts.name(request.number, request.merge_commit.as_deref())
}
