//! A repository's facts, prepared for queries: sorted versions, branches, and issues by urgency.

use crate::evidence::{Evidence, History, WeighedClaim};
use crate::format::affected;
use crate::format::affected::Status;
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::known_issues::background::Background;
use crate::known_issues::facts::{KnownIssue, PullRequestFacts, PullRequestName, RepositoryFacts};
use crate::known_issues::report::ReportedVerdict;
use crate::known_issues::settling_entries;
use crate::text::sort;

/// The facts of one repository, prepared for queries.
pub(crate) struct Index<'a> {
    pub(crate) repository: &'a RepositoryFacts,
    pub(crate) background: &'a Background,
    /// Every tag, by precedence; of two that differ in build metadata, both.
    pub(crate) tags: Vec<KnownVersion<'a>>,
    /// The issues, most urgent first.
    pub(crate) problems: Vec<RankedIssue<'a>>,
    /// The branches that a report covers, newest first.
    pub(crate) branches: Vec<IndexedBranch<'a>>,
    /// What counts as now.
    pub(crate) now: Option<&'a str>,
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
    /// The next release; `None` without any tag.
    pub(crate) next: Option<Version>,
}

/// An issue, weighed.
pub(crate) struct RankedIssue<'a> {
    pub(crate) issue: &'a KnownIssue,
    /// What the history shows about it.
    pub(crate) evidence: Evidence<'a>,
    /// The place of its priority among the accepted ones.
    pub(crate) rank: usize,
}

impl<'a> Index<'a> {
    /// Weighs the issues of a repository. `now` is what counts as now.
    pub(crate) fn of(
        repository: &'a RepositoryFacts,
        background: &'a Background,
        now: Option<&'a str>,
    ) -> Self {
        let mut tags = Vec::new();
        for tag in &repository.tags {
            if let Some(version) = repository.settings.tags.version(&tag.version) {
                tags.push(KnownVersion { version, released: tag.released.as_deref() });
            }
        }
        sort::sort_by(&mut tags, |one, other| one.version.cmp(&other.version));
        let mut problems = Vec::with_capacity(repository.issues.len());
        for (issue, record) in repository.issues.iter().zip(&background.records) {
            let picks = repository.settings.cherry_picks;
            let evidence = Evidence::new(&background.history, record, picks);
            problems.push(RankedIssue::of(issue, evidence, &repository.settings.priorities));
        }
        sort::sort_by_key(&mut problems, |problem| (problem.rank, problem.issue.number));
        let branches = branches(repository, &background.history, &tags, now);
        Self { repository, background, tags, problems, branches, now }
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
        self.released(&self.repository.settings.tags.version(version)?)
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
    fn of(issue: &'a KnownIssue, evidence: Evidence<'a>, priorities: &[String]) -> Self {
        let rank = match &issue.priority {
            Some(name) => priorities
                .iter()
                .position(|other| other.eq_ignore_ascii_case(name))
                .unwrap_or(priorities.len()),
            None => priorities.len() + 1,
        };
        Self { issue, evidence, rank }
    }

    /// Whether it has the most urgent priority.
    pub(crate) fn is_critical(&self) -> bool {
        self.rank == 0
    }

    /// Whether a version has the problem.
    pub(crate) fn verdict_for(&self, version: &Version) -> affected::Verdict {
        self.evidence.answer(version)
    }

    /// An answer about `version`, with what would settle it.
    pub(crate) fn reported(
        &self,
        verdict: affected::Verdict,
        version: &Version,
    ) -> ReportedVerdict {
        let affected::Verdict { status, basis, rule } = verdict;
        let settle = if status == Status::Unknown {
            settling_entries::entries(rule, version, &self.evidence.first_release(version.branch()))
        } else {
            Vec::new()
        };
        ReportedVerdict { status, basis, rule, settle }
    }

    /// The version of a branch that is declared to have the fix.
    pub(crate) fn resolved_on(&self, branch: Branch) -> Option<&Version> {
        self.evidence.entries()?.resolved_on(branch)
    }

    /// The claim about a branch.
    pub(crate) fn claim_on(&self, branch: Branch) -> Option<&WeighedClaim> {
        self.evidence.claims().iter().find(|claim| claim.version.branch() == branch)
    }

    /// The stretches of `versions`, which are of one branch and in order, that have the same answer: where each
    /// starts, and the answer. An answer can change only at entries of the branch and at its `.0`.
    pub(crate) fn stretches(
        &self,
        branch: Branch,
        versions: &[KnownVersion<'_>],
    ) -> Vec<(usize, affected::Verdict)> {
        let from = |version: &Version| versions.partition_point(|known| known.version < *version);
        let mut starts = vec![0, from(&branch.first_release())];
        if let Some(entries) = self.evidence.entries() {
            starts.extend(entries.introduced_on(branch).map(from));
            starts.extend(entries.resolved_on(branch).map(from));
        }
        sort::sort_by(&mut starts, Ord::cmp);
        starts.dedup();
        let mut stretches: Vec<(usize, affected::Verdict)> = Vec::new();
        for start in starts {
            let Some(known) = versions.get(start) else { break };
            let verdict = self.verdict_for(&known.version);
            if stretches.last().is_none_or(|(_, last)| *last != verdict) {
                stretches.push((start, verdict));
            }
        }
        stretches
    }
}

impl IndexedBranch<'_> {
    /// Whether to report on a version.
    pub(crate) fn tells(&self, version: &Version) -> bool {
        self.told.as_ref().is_none_or(|told| told.contains(version))
    }
}

fn branches<'a>(
    repository: &'a RepositoryFacts,
    history: &History,
    tags: &[KnownVersion<'a>],
    now: Option<&str>,
) -> Vec<IndexedBranch<'a>> {
    let mut releases: Vec<KnownVersion<'a>> = Vec::new();
    for tag in tags.iter().filter(|tag| tag.version.is_release()) {
        if releases.last().is_none_or(|last| last.version != tag.version) {
            releases.push(tag.clone());
        }
    }
    let settings = &repository.settings;
    let maintained = settings.maintained_branches(history, now);
    let asked = Asked::read(&settings.versions, &settings.tags);
    let mut branches = maintained.clone();
    branches.extend(asked.branches.iter().copied());
    branches.extend(asked.versions.iter().map(Version::branch));
    sort::sort_by(&mut branches, Ord::cmp);
    branches.dedup();
    let view = |branch: Branch| {
        let of_branch = releases.iter().filter(|release| release.version.branch() == branch);
        let mut of_branch: Vec<KnownVersion<'a>> = of_branch.cloned().collect();
        let next = history.next_release(branch);
        let told = asked.of(branch);
        for version in told.iter().flatten() {
            insert(&mut of_branch, version);
        }
        let is_maintained = maintained.contains(&branch);
        IndexedBranch { branch, is_maintained, releases: of_branch, told, next }
    };
    branches.into_iter().rev().map(view).collect()
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
    fn read(names: &[String], tags: &TagPatterns) -> Self {
        let (mut branches, mut versions) = (Vec::new(), Vec::new());
        for name in names {
            match tags.meant_version(name) {
                Some(version) => versions.push(version),
                None => branches.extend(tags.meant_branch(name)),
            }
        }
        sort::sort_by(&mut versions, Ord::cmp);
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
