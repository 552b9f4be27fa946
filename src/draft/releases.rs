//! The releases of a project, as far as they are known.

use crate::format::version::{Branch, Version};

/// The releases that exist.
pub(super) struct Releases<'a>(Option<&'a [Version]>);

impl<'a> Releases<'a> {
    /// `None`, or no release at all, means that they are not known.
    pub(super) fn new(known: Option<&'a [Version]>) -> Self {
        Self(known.filter(|known| !known.is_empty()))
    }

    /// Whether a version is a release; `None` when the releases are not known.
    pub(super) fn is_release(&self, version: &Version) -> Option<bool> {
        self.0.map(|known| known.contains(version))
    }

    /// Whether a version is a release or the next one: of its branch, or of a new branch.
    pub(super) fn is_release_or_next(&self, version: &Version) -> Option<bool> {
        let known = self.0?;
        let newest = |branch: Branch| {
            known.iter().filter(|one| one.branch() == branch && one.is_release()).max()
        };
        let is_next = match newest(version.branch()) {
            Some(newest) => *version == newest.next_patch(),
            None => known.iter().filter(|one| one.is_release()).max().is_none_or(|newest| {
                let newest = newest.branch();
                let next = [newest.next_minor(), Branch::new(newest.major + 1, 0)];
                next.iter().any(|branch| *version == branch.first_release())
            }),
        };
        Some(known.contains(version) || is_next)
    }

    /// The lowest full release, from major version 1 on if there is one.
    pub(super) fn lowest(&self) -> Option<&'a Version> {
        let full = || self.0.unwrap_or_default().iter().filter(|one| one.is_release());
        full().filter(|one| one.branch().major > 0).min().or_else(|| full().min())
    }
}
