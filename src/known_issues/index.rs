//! A repository's facts, prepared for queries: sorted versions, branches, and issues by urgency.

use crate::format::affected;
use crate::format::affected::{Entries, Status};
use crate::format::version::{Branch, Version};
use crate::known_issues::facts::{
    KnownIssue, MaintainedBranches, PullRequestFacts, PullRequestName, RepositoryFacts,
};
use crate::known_issues::report::ReportedVerdict;
use crate::known_issues::settling_entries;

/// The facts of one repository, prepared for queries.
pub(crate) struct Index<'a> {
    pub(crate) repository: &'a RepositoryFacts,
    /// Every tag, by precedence. Two tags that differ only in build metadata are both kept.
    pub(crate) tags: Vec<KnownVersion<'a>>,
    /// The issues, most urgent first.
    pub(crate) problems: Vec<RankedIssue<'a>>,
    /// The branches that a report covers, newest first.
    pub(crate) branches: Vec<IndexedBranch<'a>>,
}

/// A known version.
#[derive(Clone)]
pub(crate) struct KnownVersion<'a> {
    pub(crate) version: Version,
    pub(crate) released: Option<&'a str>,
}

/// A branch that a report covers.
pub(crate) struct IndexedBranch<'a> {
    pub(crate) branch: Branch,
    pub(crate) is_maintained: bool,
    /// Its releases and its requested versions, lowest first.
    pub(crate) releases: Vec<KnownVersion<'a>>,
    /// Which of them to report on; `None` means all.
    told: Option<Vec<Version>>,
    /// The patch release after the newest release; `None` if the branch has no release.
    pub(crate) next: Option<Version>,
}

/// An issue and its entries.
pub(crate) struct RankedIssue<'a> {
    pub(crate) issue: &'a KnownIssue,
    /// The entries, or the answer for every version if the entries determine nothing.
    pub(crate) entries: Result<Entries, affected::Verdict>,
    /// The index of its priority among the accepted ones.
    rank: usize,
}

impl<'a> Index<'a> {
    pub(crate) fn of(repository: &'a RepositoryFacts) -> Self {
        let mut index = Self::of_tags(repository);
        let priorities = &repository.settings.priorities;
        index.problems =
            repository.issues.iter().map(|issue| RankedIssue::of(issue, priorities)).collect();
        index.problems.sort_by_key(|problem| (problem.rank, problem.issue.number));
        index.branches = branches(repository, &index.tags);
        index
    }

    /// Reads only the tags, for callers that ask about one issue at a time.
    pub(crate) fn of_tags(repository: &'a RepositoryFacts) -> Self {
        let mut tags = Vec::new();
        for tag in &repository.tags {
            if let Some(version) = Version::parse(&tag.version) {
                tags.push(KnownVersion { version, released: tag.released.as_deref() });
            }
        }
        tags.sort_by(|one, other| one.version.cmp(&other.version));
        Self { repository, tags, problems: Vec::new(), branches: Vec::new() }
    }

    /// When a version was published.
    fn released(&self, version: &Version) -> Option<&'a str> {
        let at = self.tags.partition_point(|tag| tag.version < *version);
        self.tags.get(at).filter(|tag| tag.version == *version)?.released
    }

    /// Whether a version is a tag.
    pub(crate) fn is_tag(&self, version: &Version) -> bool {
        self.tags.binary_search_by(|tag| tag.version.cmp(version)).is_ok()
    }

    /// When a version that an entry names was published.
    pub(crate) fn date(&self, version: &str) -> Option<&'a str> {
        self.released(&Version::parse(version)?)
    }

    /// Whether a version has a problem.
    pub(crate) fn verdict_for(
        &self,
        problem: &RankedIssue<'_>,
        version: &Version,
    ) -> affected::Verdict {
        match &problem.entries {
            Ok(entries) => {
                let picks = self.repository.settings.cherry_picks;
                entries.answer(version, &|version| self.released(version), picks)
            }
            Err(verdict) => *verdict,
        }
    }

    /// The answer about a version, with the entries that would settle it.
    pub(crate) fn verdict(&self, problem: &RankedIssue<'_>, version: &Version) -> ReportedVerdict {
        with_settling_entries(self.verdict_for(problem, version), version)
    }

    /// Splits `versions`, which are sorted and of one branch, into runs with the same answer. Returns the start of each
    /// run and its answer. An answer can change only at the branch's entries and at its `.0`.
    pub(crate) fn stretches(
        &self,
        problem: &RankedIssue<'_>,
        branch: Branch,
        versions: &[KnownVersion<'_>],
    ) -> Vec<(usize, affected::Verdict)> {
        let from = |version: &Version| versions.partition_point(|known| known.version < *version);
        let mut starts = vec![0, from(&branch.first_release())];
        if let Ok(entries) = &problem.entries {
            starts.extend(entries.introduced_on(branch).map(from));
            starts.extend(entries.resolved_on(branch).map(from));
        }
        starts.sort_unstable();
        starts.dedup();
        let mut stretches: Vec<(usize, affected::Verdict)> = Vec::new();
        for start in starts {
            let Some(known) = versions.get(start) else { break };
            let verdict = self.verdict_for(problem, &known.version);
            if stretches.last().is_none_or(|(_, last)| *last != verdict) {
                stretches.push((start, verdict));
            }
        }
        stretches
    }

    /// What is known of a pull request.
    pub(crate) fn pull_request(&self, name: &PullRequestName) -> Option<&'a PullRequestFacts> {
        let known = &self.repository.pull_requests;
        let key = (name.repository.as_str(), name.number);
        let at =
            known.binary_search_by(|facts| (facts.repository.as_str(), facts.number).cmp(&key));
        at.ok().and_then(|at| known.get(at))
    }
}

impl<'a> RankedIssue<'a> {
    fn of(issue: &'a KnownIssue, priorities: &[String]) -> Self {
        let rank = match &issue.priority {
            Some(name) => priorities
                .iter()
                .position(|other| other.eq_ignore_ascii_case(name))
                .unwrap_or(priorities.len()),
            None => priorities.len() + 1,
        };
        Self { issue, entries: issue.entries(), rank }
    }

    /// A single issue. Its urgency does not matter.
    pub(crate) fn unranked(issue: &'a KnownIssue) -> Self {
        Self { issue, entries: issue.entries(), rank: 0 }
    }

    /// Whether it has the most urgent priority.
    pub(crate) fn is_critical(&self) -> bool {
        self.rank == 0
    }

    /// The version of a branch that an entry names as fixed.
    pub(crate) fn resolved_on(&self, branch: Branch) -> Option<&Version> {
        self.entries.as_ref().ok()?.resolved_on(branch)
    }
}

impl IndexedBranch<'_> {
    /// Whether to report on a version.
    pub(crate) fn tells(&self, version: &Version) -> bool {
        self.told.as_ref().is_none_or(|told| told.contains(version))
    }

    /// The release branch that `base` names, as `release-1.7`, `release/v1.7` or `1.7.x` do. `None` for other branches,
    /// such as `main`.
    pub(crate) fn of_base(base: &str) -> Option<Branch> {
        let at = base.find(|character: char| character.is_ascii_digit())?;
        let (prefix, numbers) = base.split_at_checked(at)?;
        let before = prefix.strip_suffix('v').unwrap_or(prefix);
        let stands_alone = !before.ends_with(|character: char| character.is_alphanumeric());
        let numbers = numbers.strip_suffix(".x").unwrap_or(numbers);
        stands_alone.then(|| Branch::parse(&format!("v{numbers}"))).flatten()
    }
}

/// An answer about `version`, with the entries that would settle it.
pub(crate) fn with_settling_entries(
    verdict: affected::Verdict,
    version: &Version,
) -> ReportedVerdict {
    let affected::Verdict { status, basis, rule } = verdict;
    let settle = if status == Status::Unknown {
        settling_entries::entries(rule, version)
    } else {
        Vec::new()
    };
    ReportedVerdict { status, basis, rule, settle }
}

fn branches<'a>(
    repository: &'a RepositoryFacts,
    tags: &[KnownVersion<'a>],
) -> Vec<IndexedBranch<'a>> {
    let mut releases: Vec<KnownVersion<'a>> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.version.is_release()) {
        if releases.last().is_none_or(|last| last.version != tag.version) {
            releases.push(tag.clone());
        }
    }
    let mut known: Vec<Branch> = releases.iter().map(|release| release.version.branch()).collect();
    known.dedup();
    let settings = &repository.settings;
    let maintained: Vec<Branch> = match &settings.maintained {
        MaintainedBranches::Newest(count) => known.iter().rev().take(*count).copied().collect(),
        MaintainedBranches::Branches(names) => {
            names.iter().filter_map(|name| Branch::parse(name)).collect()
        }
    };
    let asked = Asked::read(&settings.versions);
    let mut branches = maintained.clone();
    branches.extend(asked.branches.iter().copied());
    branches.extend(asked.versions.iter().map(Version::branch));
    branches.sort_unstable();
    branches.dedup();
    let index = |branch: Branch| {
        let of_branch = releases.iter().filter(|release| release.version.branch() == branch);
        let mut of_branch: Vec<KnownVersion<'a>> = of_branch.cloned().collect();
        let next = of_branch.last().map(|last| last.version.next_patch());
        let told = asked.of(branch);
        for version in told.iter().flatten() {
            insert(&mut of_branch, version);
        }
        let is_maintained = maintained.contains(&branch);
        IndexedBranch { branch, is_maintained, releases: of_branch, told, next }
    };
    branches.into_iter().rev().map(index).collect()
}

/// Inserts a version into `versions`, which are sorted, if it is missing.
pub(crate) fn insert(versions: &mut Vec<KnownVersion<'_>>, version: &Version) {
    let at = versions.partition_point(|known| known.version < *version);
    if versions.get(at).is_none_or(|known| known.version != *version) {
        versions.insert(at, KnownVersion { version: version.clone(), released: None });
    }
}

/// The requested releases and branches.
struct Asked {
    branches: Vec<Branch>,
    versions: Vec<Version>,
}

impl Asked {
    fn read(names: &[String]) -> Self {
        let (mut branches, mut versions) = (Vec::new(), Vec::new());
        for name in names {
            let bare = name.strip_prefix('v').unwrap_or(name);
            match Version::parse(&format!("v{bare}")) {
                Some(version) => versions.push(version),
                None => branches.extend(Branch::parse(&format!("v{bare}"))),
            }
        }
        versions.sort();
        versions.dedup();
        Self { branches, versions }
    }

    /// Which versions of a branch to report on; `None` means all its releases.
    fn of(&self, branch: Branch) -> Option<Vec<Version>> {
        let is_nothing_asked = self.versions.is_empty() && self.branches.is_empty();
        if is_nothing_asked || self.branches.contains(&branch) {
            return None;
        }
        let mut versions = self.versions.clone();
        versions.retain(|version| version.branch() == branch);
        Some(versions)
    }
}
