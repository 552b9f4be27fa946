//! What a report says about one version: the issues that affect it, and what to upgrade to.

use serde::Serialize;

use crate::format::affected::{Basis, Status};
use crate::format::version::Version;
use crate::known_issues::index::{Index, RankedIssue};

/// What a report says about a version.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VersionReport {
    schema: u8,
    pub(super) repository: String,
    pub(super) version: String,
    /// `affected`, `unknown` if only that cannot be told, else `not-affected`.
    pub(super) status: Status,
    /// The newest date that the report knows.
    pub(super) as_of: Option<String>,
    /// How many days ago that was.
    pub(super) age_in_days: Option<u64>,
    /// How many security issues are withheld: they may affect the version.
    pub(super) withheld: usize,
    /// The issues that affect it, most urgent first.
    pub(super) affected: Vec<VersionIssue>,
    /// The issues for which that is unknown.
    pub(super) unknown: Vec<VersionIssue>,
    /// The first later release such that no known issue affects it or a later release of its branch: of the same branch
    /// if there is one, else of the next.
    pub(super) upgrade_to: Option<String>,
    /// For how many issues it is unknown whether they affect that release.
    pub(super) upgrade_unknown: usize,
}

/// An issue that affects a version, or may.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct VersionIssue {
    pub(super) number: u64,
    pub(super) url: String,
    pub(super) title: String,
    pub(super) priority: Option<String>,
    pub(super) basis: Basis,
    /// The first version of the same branch with the fix, released or only named.
    pub(super) fixed_in: Option<String>,
    /// All versions that are named as fixed.
    pub(super) resolved_in: Vec<String>,
    /// The entries, either of which would settle an unknown answer.
    pub(super) settle: Vec<String>,
}

impl VersionReport {
    pub(super) fn of(index: &Index<'_>, version: &Version, is_critical: bool) -> Self {
        let (mut affected, mut unknown) = (Vec::new(), Vec::new());
        for problem in problems(index, is_critical) {
            match problem.verdict_for(version).status {
                Status::Affected => affected.push(VersionIssue::of(index, problem, version)),
                Status::Unknown => unknown.push(VersionIssue::of(index, problem, version)),
                Status::Fixed | Status::NotAffected => {}
            }
        }
        let status = match (affected.is_empty(), unknown.is_empty()) {
            (false, _) => Status::Affected,
            (true, false) => Status::Unknown,
            (true, true) => Status::NotAffected,
        };
        let better =
            if status == Status::Affected { upgrade(index, version, is_critical) } else { None };
        let upgrade_unknown = better.as_ref().map_or(0, |better| {
            let is_unknown =
                |one: &&RankedIssue<'_>| one.verdict_for(better).status == Status::Unknown;
            problems(index, is_critical).filter(is_unknown).count()
        });
        Self {
            schema: 1,
            repository: index.repository.name.clone(),
            version: version.to_string(),
            status,
            as_of: None,
            age_in_days: None,
            withheld: index.repository.withheld.len(),
            affected,
            unknown,
            upgrade_to: better.map(|version| version.to_string()),
            upgrade_unknown,
        }
    }

    /// Whether the gate is closed.
    pub(super) fn fails(&self, is_strict: bool) -> bool {
        !self.affected.is_empty() || (is_strict && !self.unknown.is_empty())
    }
}

fn problems<'a, 'b>(
    index: &'b Index<'a>,
    is_critical: bool,
) -> impl Iterator<Item = &'b RankedIssue<'a>> {
    index.problems.iter().filter(move |problem| !is_critical || problem.is_critical())
}

/// The first later release such that no issue affects it or a later release of its branch, on the nearest branch.
fn upgrade(index: &Index<'_>, version: &Version, is_critical: bool) -> Option<Version> {
    let later: Vec<&Version> = index
        .tags
        .iter()
        .map(|tag| &tag.version)
        .filter(|tag| tag.is_release() && *tag > version)
        .collect();
    let is_good = |release: &Version| {
        let affects =
            |problem: &RankedIssue<'_>| problem.verdict_for(release).status == Status::Affected;
        !problems(index, is_critical).any(affects)
    };
    let branches = later.chunk_by(|one, other| one.branch() == other.branch());
    branches.into_iter().find_map(|releases| {
        let good = releases.iter().rev().take_while(|release| is_good(release));
        good.last().map(|release| (*release).clone())
    })
}

impl VersionIssue {
    fn of(index: &Index<'_>, problem: &RankedIssue<'_>, version: &Version) -> Self {
        let issue = problem.issue;
        let reported = problem.reported(problem.verdict_for(version), version);
        let branch = version.branch();
        let inferred = || {
            let mut later = index.tags.iter().map(|tag| &tag.version);
            later.find(|tag| {
                *tag > version
                    && tag.branch() == branch
                    && problem.verdict_for(tag).status == Status::Fixed
            })
        };
        let fixed_in = problem.resolved_on(branch).filter(|fix| *fix > version).or_else(inferred);
        Self {
            number: issue.number,
            url: format!("{}/issues/{}", index.repository.url, issue.number),
            title: issue.title.clone(),
            priority: issue.priority.clone(),
            basis: reported.basis,
            fixed_in: fixed_in.map(ToString::to_string),
            resolved_in: issue.resolved_in.clone(),
            settle: reported.settle,
        }
    }
}
