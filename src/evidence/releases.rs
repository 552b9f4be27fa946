//! Releases: which are there, which come next, and when each was made.

use crate::evidence::history::{History, TaggedVersion};
use crate::format::affected::Period;
use crate::format::version::{Branch, Version};

/// Later than every tag: when the next minor version will be released.
const FUTURE: &str = "9999-12-31T23:59:59Z";

/// Not later than this a tag was made.
const BEFORE_FUTURE: &str = "9999-12-31T23:59:58Z";

impl History {
    /// The full releases of a branch, oldest first.
    pub(super) fn releases_of(
        &self,
        branch: Branch,
    ) -> impl DoubleEndedIterator<Item = &TaggedVersion> {
        self.tags_of(branch).iter().filter(|tag| tag.version.is_release())
    }

    /// The first release of a branch: its `.0`, unless the branch is known to begin with another one.
    pub(super) fn first_release(&self, branch: Branch) -> Version {
        let first = branch.first_release();
        let known = self.releases_of(branch).next().filter(|_| self.tag(&first).is_none());
        known.map_or(first, |tag| tag.version.clone())
    }

    /// The newest full release of a branch.
    #[must_use]
    pub fn newest_release(&self, branch: Branch) -> Option<&Version> {
        self.releases_of(branch).next_back().map(|tag| &tag.version)
    }

    /// The next release of a branch: the patch after its newest full release, or the `.0` of a branch that has only
    /// pre-releases. `None` for a branch without tags.
    #[must_use]
    pub fn next_release(&self, branch: Branch) -> Option<Version> {
        if let Some(newest) = self.releases_of(branch).next_back() {
            return Some(newest.version.next_patch());
        }
        (!self.tags_of(branch).is_empty()).then(|| branch.first_release())
    }

    /// Whether a version is neither a tag nor the next release of its branch. The branch that follows the newest
    /// released one has a next release before it has tags.
    pub(super) fn is_unreal(&self, version: &Version) -> bool {
        if !self.tells_all_tags() || self.tag(version).is_some() {
            return false;
        }
        let branch = version.branch();
        let next = self.next_release(branch).or_else(|| self.first_of_new(branch));
        next.as_ref() != Some(version)
    }

    /// The first release of a branch without tags that will be the next minor version.
    fn first_of_new(&self, branch: Branch) -> Option<Version> {
        let newest = self.released_branches().last().copied()?;
        let next = newest.next_minor();
        (self.next_minor().is_none() && branch == next).then(|| branch.first_release())
    }

    /// When a version was released, or that the next minor version is still to come. An undated release lies between
    /// its dated neighbours on the branch.
    #[must_use]
    pub fn period(&self, version: &Version) -> Period<'_> {
        let branch = version.branch();
        let Some(tag) = self.tag(version) else {
            let is_to_come =
                *version == branch.first_release() && self.next_minor() == Some(branch);
            return is_to_come.then_some(FUTURE).into();
        };
        if tag.date.is_some() {
            return tag.date.as_deref().into();
        }
        let tags = self.tags_of(branch);
        let at = tags.partition_point(|other| other.version < *version);
        let (before, after) = tags.split_at_checked(at).unwrap_or_default();
        let from = before.iter().rev().find_map(|tag| tag.date.as_deref());
        let to = after.iter().find_map(|tag| tag.date.as_deref());
        Period { from, to: to.or(Some(BEFORE_FUTURE)) }
    }

    /// Whether the release branch of the next minor version was cut: a newer minor version has tags, or a pull
    /// request goes into the branch. Until then the main branch is its branch.
    pub(super) fn is_cut(&self, branch: Branch) -> bool {
        let is_newer = |tag: &TaggedVersion| tag.version.branch() > branch;
        self.has_base(branch)
            || self.releases_of(branch).next().is_some()
            || self.tags().last().is_some_and(is_newer)
    }

    /// Whether what is merged into the main branch is merged into `branch`, too.
    pub(super) fn is_made_on_main(&self, branch: Branch) -> bool {
        let is_next = self.next_minor() == Some(branch) || self.first_of_new(branch).is_some();
        is_next && !self.is_cut(branch)
    }
}
