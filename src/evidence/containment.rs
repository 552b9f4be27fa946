//! Is a pull request in a tag? By dates where they decide, else by comparisons; unknown is an answer.

use crate::evidence::history::{History, RequestRecord, TaggedVersion};
use crate::evidence::moment;
use crate::format::version::Version;

impl History {
    /// Whether a tag contains what a pull request brought; `None` where that cannot be told.
    ///
    /// One that was not merged, or more than an hour after the tag was made, is not in it, whatever is compared.
    pub(super) fn contains(&self, tag: &TaggedVersion, request: &RequestRecord) -> Option<bool> {
        if self.is_later(tag, request) {
            return Some(false);
        }
        let (tagged, merged) = (tag.commit.as_deref()?, request.merge_commit.as_deref()?);
        if tagged == merged {
            return Some(true);
        }
        self.comparison(tagged, merged)
    }

    /// Whether the tag of a version contains a pull request; `None` where that cannot be told.
    #[must_use]
    pub fn release_contains(&self, version: &Version, request: &RequestRecord) -> Option<bool> {
        self.contains(self.tag(version)?, request)
    }

    /// Whether dates say that a pull request is not in a tag.
    fn is_later(&self, tag: &TaggedVersion, request: &RequestRecord) -> bool {
        let tagged = self.period(&tag.version).to;
        let merged = request.merged_at.as_deref();
        let is_after = |(merged, tagged)| moment::is_more_than_an_hour_after(merged, tagged);
        !request.is_merged() || merged.zip(tagged).is_some_and(is_after)
    }

    /// Whether GitHub must be asked if a tag contains a pull request: it is not known, and was not asked.
    pub(super) fn must_be_compared(&self, tag: &TaggedVersion, request: &RequestRecord) -> bool {
        let commits = tag.commit.as_deref().zip(request.merge_commit.as_deref());
        let is_open = |(tagged, merged)| tagged != merged && !self.is_compared(tagged, merged);
        !self.is_later(tag, request) && commits.is_some_and(is_open)
    }
}
