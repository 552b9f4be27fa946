//! Section 1: facts about tags and pull requests, and which pull requests bring the fix to a branch.

use super::answers::When;
use super::backports::{Called, is_backport, names_number, release_branch};
use super::dates::{months_later, seconds};
use super::versions::{Branch, Read, precedence, read, read_branch, release, spelled};
use super::world::{Maintained, PullRequest, World};

const HOUR: i64 = 3600;
/// Later than every tag, even than those of which nobody knows when they were made.
const AFTER_ALL: When = (i64::MAX, i64::MAX);

/// A tag that is a version.
pub(crate) struct Tag<'a> {
    pub(crate) version: Read,
    /// The name that comparisons call it by.
    name: &'a str,
    date: Option<i64>,
    /// When it was made: of an undated one, between its dated neighbours on the branch.
    pub(crate) when: When,
    commit: Option<&'a str>,
}

/// A pull request, and what it is for this issue.
pub(crate) struct Pull<'a> {
    pub(crate) facts: &'a PullRequest,
    /// The branch of its base; none when its base is the main branch.
    pub(crate) branch: Option<Branch>,
    pub(crate) merged: Option<i64>,
    pub(crate) is_listed: bool,
    /// The listed pull requests that it is a backport of.
    pub(crate) picks: Vec<u64>,
    /// Whether an introducing release contains it.
    pub(crate) is_culprit: bool,
}

/// The release that a carrier brings the fix to.
#[derive(Clone, Copy)]
pub(crate) enum Release<'a> {
    Tagged(&'a Tag<'a>),
    Next,
}

/// All facts.
pub(crate) struct Facts<'a> {
    pub(crate) world: &'a World,
    /// The tags, by precedence.
    pub(crate) tags: Vec<Tag<'a>>,
    pub(crate) pulls: Vec<Pull<'a>>,
}

impl Pull<'_> {
    pub(crate) fn is_open(&self) -> bool {
        self.merged.is_none() && self.facts.state == "open"
    }

    pub(crate) fn is_on_main(&self) -> bool {
        self.branch.is_none()
    }
}

fn tags(world: &World) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    for tag in &world.tags {
        let Some(version) = read(&tag.name) else { continue };
        let date = tag.date.as_deref().map(seconds);
        let (when, commit) = ((i64::MIN, i64::MAX - 1), tag.commit.as_deref());
        tags.push(Tag { version, name: &tag.name, date, when, commit });
    }
    tags.sort_by(|a, b| precedence(&a.version, &b.version));
    for at in 0..tags.len() {
        let branch = tags[at].version.branch;
        let date = |tag: &Tag<'_>| tag.date.filter(|_| tag.version.branch == branch);
        let earliest = tags[..=at].iter().rev().find_map(date);
        let latest = tags[at..].iter().find_map(date);
        let exact = tags[at].date;
        tags[at].when =
            (exact.or(earliest).unwrap_or(i64::MIN), exact.or(latest).unwrap_or(i64::MAX - 1));
    }
    tags
}

fn pulls(world: &World) -> Vec<Pull<'_>> {
    let listed = &world.issue.pull_requests;
    let commit = |number: u64| {
        let facts = world.pull_requests.iter().find(|facts| facts.number == number)?;
        facts.merged_at.as_ref().and(facts.merge_commit_sha.as_deref())
    };
    let pull = |facts| {
        let facts: &PullRequest = facts;
        let is_pick = |number: &u64| {
            let repository = &world.repository;
            let called = Called { repository, number: *number, commit: commit(*number) };
            *number != facts.number && is_backport(facts, &called)
        };
        Pull {
            facts,
            branch: release_branch(&facts.base),
            merged: facts.merged_at.as_deref().map(seconds),
            is_listed: listed.contains(&facts.number),
            picks: listed.iter().copied().filter(is_pick).collect(),
            is_culprit: false,
        }
    };
    world.pull_requests.iter().map(pull).collect()
}

impl<'a> Facts<'a> {
    pub(crate) fn of(world: &'a World) -> Self {
        let mut facts = Self { world, tags: tags(world), pulls: pulls(world) };
        let culprits: Vec<bool> = facts.pulls.iter().map(|pull| facts.is_culprit(pull)).collect();
        for (pull, is_culprit) in facts.pulls.iter_mut().zip(culprits) {
            pull.is_culprit = is_culprit;
        }
        facts
    }

    pub(crate) fn tag(&self, version: &Read) -> Option<&Tag<'a>> {
        self.tags.iter().find(|tag| precedence(&tag.version, version).is_eq())
    }

    /// The full releases of a branch, oldest first.
    pub(crate) fn releases(&self, branch: Branch) -> impl Iterator<Item = &Tag<'a>> {
        let is_release =
            move |tag: &&Tag<'a>| tag.version.branch == branch && tag.version.pre.is_empty();
        self.tags.iter().filter(is_release)
    }

    /// The branches that have a full release, newest first.
    pub(crate) fn released_branches(&self) -> Vec<Branch> {
        let full = self.tags.iter().filter(|tag| tag.version.pre.is_empty());
        let mut branches: Vec<Branch> = full.map(|tag| tag.version.branch).collect();
        branches.dedup();
        branches.reverse();
        branches
    }

    /// The oldest branch newer than all released ones that has only pre-releases.
    pub(crate) fn next_minor(&self) -> Option<Branch> {
        let newest = self.released_branches().first().copied();
        let branches = self.tags.iter().map(|tag| tag.version.branch);
        branches.filter(|branch| newest.is_none_or(|newest| *branch > newest)).min()
    }

    /// The next release of a branch: the patch after the newest full release; else the `.0` of a branch that has
    /// tags, or that comes right after the newest released one.
    pub(crate) fn next_release(&self, branch: Branch) -> Option<Read> {
        if let Some(newest) = self.releases(branch).last() {
            return Some(release(branch, newest.version.patch + 1));
        }
        let has_tags = self.tags.iter().any(|tag| tag.version.branch == branch);
        let newest = self.released_branches().first().copied();
        let follows = newest
            .is_some_and(|(major, minor)| branch == (major, minor + 1) || branch == (major + 1, 0));
        (has_tags || follows).then(|| release(branch, 0))
    }

    /// When a version was published. The `.0` of the next minor counts as later than every tag.
    pub(crate) fn published(&self, version: &Read) -> Option<When> {
        match self.tag(version) {
            Some(tag) => Some(tag.when),
            None if Some(version.branch) == self.next_minor() => {
                (*version == release(version.branch, 0)).then_some(AFTER_ALL)
            }
            None => None,
        }
    }

    /// The maintained branches.
    pub(crate) fn maintained(&self) -> Vec<Branch> {
        let branches = self.released_branches();
        match &self.world.policy.maintained {
            Maintained::Newest(newest) => branches.into_iter().take(*newest).collect(),
            Maintained::Listed(names) => {
                names.iter().filter_map(|name| read_branch(name)).collect()
            }
            Maintained::Overlapping { newest, overlap_months } => {
                let overlaps = usize::from(self.overlaps(*overlap_months));
                branches.into_iter().take(newest + overlaps).collect()
            }
        }
    }

    /// Whether the `.0` of the newest branch is younger than so many months.
    fn overlaps(&self, months: i64) -> bool {
        let newest = self.released_branches().first().copied();
        let first = newest.map(|branch| spelled(&release(branch, 0)));
        let is_first = |tag: &&super::world::Tag| Some(&tag.name) == first.as_ref();
        let date = self.world.tags.iter().find(is_first).and_then(|tag| tag.date.as_deref());
        date.is_some_and(|date| seconds(&self.world.now) < months_later(date, months))
    }

    /// Whether a tag contains a pull request; none where nobody can tell.
    pub(crate) fn contains(&self, tag: &Tag<'_>, pull: &Pull<'_>) -> Option<bool> {
        // Open, closed without a merge, or merged more than an hour after the tag's date.
        let Some(merged) = pull.merged else { return Some(false) };
        if merged.saturating_sub(HOUR) > tag.when.1 {
            return Some(false);
        }
        let commit = pull.facts.merge_commit_sha.as_deref()?;
        if tag.commit == Some(commit) {
            return Some(true);
        }
        let compared = self.world.comparisons.iter();
        let mut compared = compared.filter(|one| one.tag == tag.name && one.commit == commit);
        compared.find_map(|one| one.contains)
    }

    /// Whether an introducing release contains a pull request: by comparison; else, on that release's branch, merged
    /// before its date.
    fn is_culprit(&self, pull: &Pull<'_>) -> bool {
        let introduced = self.world.issue.introduced_in.iter().filter_map(|text| read(text));
        let mut tags = introduced.filter_map(|version| self.tag(&version));
        tags.any(|tag| {
            let on_its_branch = pull.branch == Some(tag.version.branch);
            let is_earlier = pull.merged.is_some_and(|merged| merged < tag.when.0);
            self.contains(tag, pull).unwrap_or(on_its_branch && is_earlier)
        })
    }

    /// Whether what is merged into the main branch is merged into this one: it is the next minor, and nothing shows
    /// that it was cut.
    pub(crate) fn is_main(&self, branch: Branch) -> bool {
        let has_newer = self.tags.iter().any(|tag| tag.version.branch > branch);
        let has_pull = self.pulls.iter().any(|pull| pull.branch == Some(branch));
        self.next_minor() == Some(branch) && !has_newer && !has_pull
    }

    /// Whether a pull request was taken back on a branch before a release was tagged.
    fn is_reverted(&self, pull: &Pull<'_>, branch: Branch, release: Release<'_>) -> bool {
        self.pulls.iter().any(|revert| {
            let is_here = revert.branch == Some(branch)
                || (revert.is_on_main() && pull.is_on_main() && self.is_main(branch));
            let Some(reverted) = revert.merged.filter(|_| is_here) else { return false };
            let is_later = pull.merged.is_some_and(|merged| merged <= reverted);
            let precedes = match release {
                Release::Tagged(tag) => tag.when.0 > reverted,
                Release::Next => true,
            };
            is_later && precedes && self.takes_back(revert.facts, pull.facts)
        })
    }

    /// Whether a title quotes another's, or a body says `Reverts #P`.
    fn takes_back(&self, revert: &PullRequest, pull: &PullRequest) -> bool {
        let between = revert.title.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
        let starts = revert.title.starts_with("Revert");
        let quotes = starts && between.is_some_and(|(title, _)| title == pull.title);
        let repository = &self.world.repository;
        let called = Called { repository, number: pull.number, commit: None };
        let says = |line: &str| line.contains("Reverts ") && names_number(line, &called);
        quotes || revert.body.as_deref().unwrap_or_default().lines().any(says)
    }

    /// Whether a pull request can bring the fix to a release of a branch: it mends something, and was not taken back.
    fn carries(&self, pull: &Pull<'_>, branch: Branch, release: Release<'_>) -> bool {
        !pull.is_culprit && !self.is_reverted(pull, branch, release)
    }

    /// The carriers whose base is the release branch: listed pull requests and backports.
    pub(crate) fn direct(&self, branch: Branch, release: Release<'_>) -> Vec<&Pull<'a>> {
        let is_direct = |pull: &&Pull<'a>| {
            pull.branch == Some(branch)
                && (pull.is_listed || !pull.picks.is_empty())
                && self.carries(pull, branch, release)
        };
        self.pulls.iter().filter(is_direct).collect()
    }

    /// The listed pull requests of the main branch that may carry the fix to a release of a branch.
    pub(crate) fn on_main(&self, branch: Branch, release: Release<'_>) -> Vec<&Pull<'a>> {
        let may_carry = |pull: &&Pull<'a>| {
            pull.is_on_main() && pull.is_listed && self.carries(pull, branch, release)
        };
        self.pulls.iter().filter(may_carry).collect()
    }

    /// Whether what is merged into the main branch is in a branch: a tag of it contains it, or it is the main branch.
    pub(crate) fn has_reached(&self, pull: &Pull<'_>, branch: Branch) -> bool {
        let mut tags = self.tags.iter().filter(|tag| tag.version.branch == branch);
        let is_merged = pull.merged.is_some();
        (is_merged && self.is_main(branch))
            || tags.any(|tag| self.contains(tag, pull) == Some(true))
    }
}
