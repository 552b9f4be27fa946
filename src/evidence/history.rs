//! What is known of a repository: its tags, its pull requests, and which tag contains which commit.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::mentions::Mentions;
use crate::evidence::release_branch::Base;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// Whether this build is ever given a history. The package's module is not, nor is that for runs that
/// ask GitHub nothing, and so the compiler drops what only a
/// history leads to: every answer below is then the one that an empty history gives.
pub(crate) const IS_GIVEN: bool =
    cfg!(any(not(target_arch = "wasm32"), feature = "action", feature = "report"));

/// The history of one repository, ready to be asked.
#[derive(Clone, Debug, Default)]
pub struct History {
    /// `owner/name`.
    name: String,
    /// By precedence, one a version.
    tags: Vec<TaggedVersion>,
    has_all_tags: bool,
    /// The branches that have a full release, oldest first.
    released: Vec<Branch>,
    /// The oldest branch newer than those.
    next_minor: Option<Branch>,
    /// Of this repository, by number.
    pull_requests: BTreeMap<u64, RequestRecord>,
    /// By the commit of the tag and the commit that was looked for: what was answered.
    comparisons: BTreeMap<String, BTreeMap<String, Option<bool>>>,
    /// Who speaks of a number: pull requests that pick it, and that revert it.
    speakers: BTreeMap<u64, Vec<u64>>,
    /// Who speaks of a commit, by what is written of it.
    commit_speakers: BTreeMap<String, Vec<u64>>,
    /// Who quotes a title as reverted.
    quoters: BTreeMap<String, Vec<u64>>,
    /// The branches that have a pull request into their release branch.
    bases: BTreeSet<Branch>,
}

/// A tag that is a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaggedVersion {
    /// The version.
    pub version: Version,
    /// The name of the tag.
    pub name: String,
    /// When it was made, as `YYYY-MM-DDTHH:MM:SSZ`; `None` where nobody knows.
    pub date: Option<String>,
    /// The commit that it points to, peeled.
    pub commit: Option<String>,
}

/// A pull request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestRecord {
    /// The number.
    pub number: u64,
    /// How far it is.
    pub state: RequestState,
    /// What it goes into; `None` where that is not known.
    pub base: Option<Base>,
    /// When it was merged, as the date of a tag.
    pub merged_at: Option<String>,
    /// The commit that it was merged as.
    pub merge_commit: Option<String>,
    /// The title.
    pub title: String,
    /// What title and body say of others.
    pub mentions: Mentions,
}

/// How far a pull request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestState {
    /// Not merged yet.
    Open,
    /// Given up.
    Closed,
    /// In its base.
    Merged,
}

/// Whether a tag contains a commit, as GitHub or a dump tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The commit of the tag.
    pub tag: String,
    /// The commit that is looked for.
    pub commit: String,
    /// `None` when it was asked for and cannot be told.
    pub contains: Option<bool>,
}

impl Comparison {
    /// What two answers about the same commits say together: one that is known counts more than one that cannot be
    /// told. Answers that contradict each other never say that the fix is there.
    #[must_use]
    pub fn weigh(one: Option<bool>, other: Option<bool>) -> Option<bool> {
        match (one, other) {
            (Some(one), Some(other)) => Some(one && other),
            (one, other) => one.or(other),
        }
    }
}

impl RequestRecord {
    /// Whether it was merged.
    #[must_use]
    pub fn is_merged(&self) -> bool {
        self.state == RequestState::Merged
    }

    /// Whether it may still be merged.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == RequestState::Open
    }
}

impl History {
    /// The history of the repository `name`, from its tags and its own pull requests.
    #[must_use]
    pub fn new(
        name: &str,
        mut tags: Vec<TaggedVersion>,
        has_all_tags: bool,
        pull_requests: Vec<RequestRecord>,
        comparisons: Vec<Comparison>,
    ) -> Self {
        sort::sort_by(&mut tags, |one, other| one.version.cmp(&other.version));
        tags.dedup_by(|one, other| one.version == other.version);
        let mut history = Self { name: name.to_owned(), has_all_tags, ..Self::default() };
        history.released = released(&tags);
        let newest = history.released.last().copied();
        let mut branches = tags.iter().map(|tag| tag.version.branch());
        history.next_minor = branches.find(|branch| Some(*branch) > newest);
        history.tags = tags;
        for Comparison { tag, commit, contains } in comparisons {
            let known = history.comparisons.entry(tag).or_default().entry(commit).or_default();
            *known = Comparison::weigh(*known, contains);
        }
        for request in pull_requests {
            history.add(request);
        }
        history
    }

    /// The branches that have a full release, oldest first.
    pub(crate) fn released_branches(&self) -> &[Branch] {
        if !IS_GIVEN {
            return &[];
        }
        &self.released
    }

    /// The next minor version: the oldest branch newer than all released ones that has only pre-releases.
    #[must_use]
    pub fn next_minor(&self) -> Option<Branch> {
        if !IS_GIVEN {
            return None;
        }
        self.next_minor
    }

    fn add(&mut self, request: RequestRecord) {
        let number = request.number;
        let Mentions { picks, reverts } = &request.mentions;
        for named in picks.numbers.iter().chain(&reverts.numbers) {
            self.speakers.entry(*named).or_default().push(number);
        }
        for commit in picks.commits.iter().chain(&reverts.commits) {
            self.commit_speakers.entry(commit.clone()).or_default().push(number);
        }
        if let Some(title) = quoted(&request.title) {
            self.quoters.entry(title.to_owned()).or_default().push(number);
        }
        if let Some(Base::Release(branch)) = request.base {
            self.bases.insert(branch);
        }
        self.pull_requests.insert(number, request);
    }

    /// Every tag, by precedence.
    #[must_use]
    pub fn tags(&self) -> &[TaggedVersion] {
        if !IS_GIVEN {
            return &[];
        }
        &self.tags
    }

    /// The tags of a branch, by precedence.
    pub(super) fn tags_of(&self, branch: Branch) -> &[TaggedVersion] {
        let tags = self.tags();
        let start = tags.partition_point(|tag| tag.version.branch() < branch);
        let end = tags.partition_point(|tag| tag.version.branch() <= branch);
        tags.get(start..end).unwrap_or_default()
    }

    /// The tag that is `version`.
    #[must_use]
    pub fn tag(&self, version: &Version) -> Option<&TaggedVersion> {
        if !IS_GIVEN {
            return None;
        }
        let at = self.tags().binary_search_by(|tag| tag.version.cmp(version));
        at.ok().and_then(|at| self.tags().get(at))
    }

    /// Whether every tag of the repository is known, and there is one: else its releases are made somewhere else.
    #[must_use]
    pub fn tells_all_tags(&self) -> bool {
        if !IS_GIVEN {
            return false;
        }
        self.has_all_tags && !self.tags().is_empty()
    }

    /// The repository, `owner/name`.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Whether `name` is this repository.
    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// What is known of pull request `number`.
    #[must_use]
    pub fn pull_request(&self, number: u64) -> Option<&RequestRecord> {
        if !IS_GIVEN {
            return None;
        }
        self.pull_requests.get(&number)
    }

    /// Whether there is a pull request into the release branch of `branch`.
    pub(super) fn has_base(&self, branch: Branch) -> bool {
        if !IS_GIVEN {
            return false;
        }
        self.bases.contains(&branch)
    }

    /// Whether a tag's commit contains another, as far as that was asked and answered.
    pub(super) fn comparison(&self, tag: &str, commit: &str) -> Option<bool> {
        if !IS_GIVEN {
            return None;
        }
        self.comparisons.get(tag)?.get(commit).copied().flatten()
    }

    /// Whether it was asked if a tag's commit contains another.
    pub(super) fn is_compared(&self, tag: &str, commit: &str) -> bool {
        if !IS_GIVEN {
            return false;
        }
        self.comparisons.get(tag).is_some_and(|answers| answers.contains_key(commit))
    }

    /// The pull requests that speak of `request`, by number: those that pick it and those that revert it.
    pub(super) fn speakers(&self, request: &RequestRecord) -> Vec<&RequestRecord> {
        if !IS_GIVEN {
            return Vec::new();
        }
        let mut numbers: BTreeSet<u64> = BTreeSet::new();
        numbers.extend(self.speakers.get(&request.number).into_iter().flatten());
        numbers.extend(self.quoters.get(request.title.trim()).into_iter().flatten());
        for length in 7..=request.merge_commit.as_ref().map_or(0, String::len) {
            let start = request.merge_commit.as_ref().and_then(|commit| commit.get(..length));
            let start = start.map(str::to_ascii_lowercase);
            let speakers = start.and_then(|start| self.commit_speakers.get(&start));
            numbers.extend(speakers.into_iter().flatten());
        }
        numbers.remove(&request.number);
        numbers.iter().filter_map(|number| self.pull_request(*number)).collect()
    }
}

/// The branches of full releases, of tags in order.
fn released(tags: &[TaggedVersion]) -> Vec<Branch> {
    let releases = tags.iter().filter(|tag| tag.version.is_release());
    let mut branches: Vec<Branch> = releases.map(|tag| tag.version.branch()).collect();
    branches.dedup();
    branches
}

/// The title that another title takes back: `Revert "…"`.
pub(super) fn quoted(title: &str) -> Option<&str> {
    let (before, rest) = title.split_once('"')?;
    let (quoted, _) = rest.rsplit_once('"')?;
    let word = before.trim_end().rsplit(char::is_whitespace).next()?;
    let is_revert = word.eq_ignore_ascii_case("revert") || word.eq_ignore_ascii_case("reverts");
    is_revert.then_some(quoted.trim())
}
