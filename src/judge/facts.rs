//! What GitHub knows about the tags and pull requests that a description names. What was not looked up, or could not
//! be read, is unknown and is never reported.

use crate::evidence::{History, IS_GIVEN, Maintained, maintained};
use crate::format::version::{Branch, Version};

/// The facts about one issue; by default nothing is known.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// The tags and the pull requests of the issue's repository, and which tag contains which commit, as far as they
    /// were listed.
    pub history: History,
    /// Versions that were asked for one by one, and whether each is a tag.
    pub named: Vec<(Version, bool)>,
    /// What the numbers are that the description calls pull requests.
    pub numbers: Vec<KnownNumber>,
    /// Whether some of this was asked for and could not be read. A security issue is then withheld: that a release has
    /// the fix is not known.
    pub is_partial: bool,
    /// Whether the issue itself was asked for and could not be read. It may be withheld by now, so nothing of the copy
    /// that is judged instead is shown.
    pub is_unread: bool,
}

/// What GitHub knows about a number that a description calls a pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownNumber {
    /// `owner/name` in lower case; `None` for the issue's own repository.
    pub repository: Option<String>,
    /// Its number.
    pub number: u64,
    /// What it is.
    pub state: NumberMeaning,
}

/// What a number refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberMeaning {
    /// Neither an issue nor a pull request.
    Missing,
    /// An issue.
    Issue,
    /// A pull request.
    PullRequest {
        /// Whether it was merged.
        is_merged: bool,
        /// Its labels' names.
        labels: Vec<String>,
    },
}

impl Facts {
    /// Whether `version` is a tag; `None` where that is not known. A repository without a tag that is a version says
    /// nothing: its releases are made somewhere else, or have other names.
    #[must_use]
    pub fn is_tag(&self, version: &Version) -> Option<bool> {
        if self.history.tags().is_empty() {
            return None;
        }
        if self.history.tag(version).is_some() {
            return Some(true);
        }
        let written = version.to_string();
        let named = self.named.iter().filter(|(named, _)| named.to_string() == written);
        // A tag may have any of several spellings.
        let is_tag = named.map(|(_, is_tag)| *is_tag).max();
        is_tag.or(self.history.tells_all_tags().then_some(false))
    }

    /// The newest release of a branch, ignoring pre-releases.
    #[must_use]
    pub fn newest_release(&self, branch: Branch) -> Option<&Version> {
        self.history.newest_release(branch)
    }

    /// The branches that are maintained, newest first. There is no clock: the newest tag says when now is.
    #[must_use]
    pub fn maintained(&self, rule: &Maintained) -> Vec<Branch> {
        if !IS_GIVEN {
            return Vec::new();
        }
        let now = self.history.tags().iter().filter_map(|tag| tag.date.as_deref()).max();
        let mut branches = maintained(&self.history, rule, now);
        branches.retain(|branch| self.newest_release(*branch).is_some());
        branches
    }

    /// What number `number` of `repository`, `owner/name` in lower case, is.
    #[must_use]
    pub fn number(&self, repository: Option<&str>, number: u64) -> Option<&NumberMeaning> {
        if !IS_GIVEN {
            return None;
        }
        let is_it = |known: &&KnownNumber| {
            known.repository.as_deref() == repository && known.number == number
        };
        Some(&self.numbers.iter().find(is_it)?.state)
    }
}
