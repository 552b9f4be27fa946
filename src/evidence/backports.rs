//! Backports: pull requests into a release branch that say what they bring there.

use crate::evidence::history::{History, RequestRecord};
use crate::evidence::release_branch::Base;
use crate::text::sort;

/// A backport of a listed pull request that is not listed itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backport<'a> {
    /// The backport.
    pub request: &'a RequestRecord,
    /// The number of the listed pull request.
    pub of: u64,
}

impl RequestRecord {
    /// Whether it says that it brings another to a release branch.
    pub(super) fn backports(&self, other: &Self) -> bool {
        matches!(self.base, Some(Base::Release(_)))
            && self.mentions.picks.name(other.number, other.merge_commit.as_deref())
    }
}

/// The backports of listed pull requests that are not listed, by number.
pub(super) fn find<'a>(history: &'a History, listed: &[&'a RequestRecord]) -> Vec<Backport<'a>> {
    let mut found = Vec::new();
    for of in listed {
        for request in history.speakers(of) {
            let is_listed = listed.iter().any(|listed| listed.number == request.number);
            if !is_listed && request.backports(of) {
                found.push(Backport { request, of: of.number });
            }
        }
    }
    sort::sort_by_key(&mut found, |backport| (backport.request.number, backport.of));
    found
}
