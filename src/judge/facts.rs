//! What GitHub knows about the tags and pull requests that a description names. What was not looked up, or could not
//! be read, is unknown and is never reported.

use crate::format::version::{Branch, Version};
use crate::policy::Maintained;

/// The facts about one issue; by default nothing is known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The tags that are versions, newest first. May be incomplete.
    pub tags: Vec<Tag>,
    /// Whether `tags` contains every tagged version.
    pub has_all_tags: bool,
    /// Versions that were looked up one by one, and whether each is a tag.
    pub named: Vec<(Version, bool)>,
    /// The pull requests that were looked up.
    pub pull_requests: Vec<KnownNumber>,
}

/// A tag that is a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tag {
    /// The version that it names.
    pub version: Version,
    /// When it was created, as an ISO 8601 date; `None` when GitHub does not say.
    pub date: Option<String>,
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
    /// Whether `version` is a tag; `None` when that is not known. It is never known for a repository in which no tag
    /// is a version, because its releases are made elsewhere or are named differently.
    #[must_use]
    pub fn is_tag(&self, version: &Version) -> Option<bool> {
        if self.tags.is_empty() {
            return None;
        }
        if self.tags.iter().any(|tag| tag.version == *version) {
            return Some(true);
        }
        let named = self.named.iter().find(|(named, _)| named.to_string() == version.to_string());
        named.map(|(_, is_tag)| *is_tag).or(self.has_all_tags.then_some(false))
    }

    /// When `version` was tagged, if that is known.
    #[must_use]
    pub fn date(&self, version: &Version) -> Option<&str> {
        self.tags.iter().find(|tag| tag.version == *version)?.date.as_deref()
    }

    /// The newest release of a branch, ignoring pre-releases.
    #[must_use]
    pub fn newest_release(&self, branch: Branch) -> Option<&Version> {
        let mut newest: Option<&Version> = None;
        for tag in &self.tags {
            let version = &tag.version;
            if version.branch() == branch && version.is_release() && newest < Some(version) {
                newest = Some(version);
            }
        }
        newest
    }

    /// The maintained branches, newest first: those that the policy lists, or the newest ones, as many as the policy
    /// says. Branches without a release are not included.
    #[must_use]
    pub fn maintained(&self, maintained: &Maintained) -> Vec<Branch> {
        let mut branches: Vec<Branch> = Vec::new();
        for tag in &self.tags {
            let branch = tag.version.branch();
            let at = branches.partition_point(|other| *other > branch);
            if tag.version.is_release() && branches.get(at) != Some(&branch) {
                branches.insert(at, branch);
            }
        }
        match maintained {
            Maintained::Newest(count) => branches.truncate(*count),
            Maintained::Listed(listed) => branches.retain(|branch| listed.contains(branch)),
        }
        branches
    }

    /// What is known about pull request `number` of `repository`, `owner/name` in lower case.
    #[must_use]
    pub fn pull_request(&self, repository: Option<&str>, number: u64) -> Option<&NumberMeaning> {
        let is_it = |known: &&KnownNumber| {
            known.repository.as_deref() == repository && known.number == number
        };
        Some(&self.pull_requests.iter().find(is_it)?.state)
    }
}
