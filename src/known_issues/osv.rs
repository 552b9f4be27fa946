//! An issue → a record in the Open Source Vulnerability format, with one range per branch. Evaluating the record with
//! that format's algorithm gives the report's answer about every known version.
//!
//! The format cannot express *unknown*. A version that may be affected is written as affected, because calling an
//! affected version safe is the worse mistake. `database_specific` lists what is unknown and what is inferred. A
//! refuted or reopened claim writes no `fixed` event. An issue whose entries cannot be read, contradict each other or
//! lack an `introduced-in` has no record.

use serde::Serialize;

use crate::format::affected::{Basis, Status};
use crate::format::version::Branch;
use crate::format::version::Version;
use crate::known_issues::background::Background;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::index::{Index, KnownVersion, RankedIssue, insert};
use crate::known_issues::report::{ReleaseRange, ReportedVerdict};
use crate::text::sort;

/// The version of the format of the records.
const SCHEMA_VERSION: &str = "1.7.5";

/// A record, with the members that are written.
#[derive(Debug, Serialize)]
struct Record<'a> {
    schema_version: &'static str,
    id: String,
    modified: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<&'a str>,
    summary: &'a str,
    affected: [OsvAffected; 1],
    references: Vec<OsvReference>,
    database_specific: Specific<'a>,
}

#[derive(Debug, Serialize)]
struct OsvAffected {
    ranges: Vec<Range>,
}

#[derive(Debug, Serialize)]
struct Range {
    r#type: &'static str,
    events: [OsvEvent; 2],
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
enum OsvEvent {
    Introduced(String),
    Fixed(String),
    LastAffected(String),
}

#[derive(Debug, Serialize)]
struct OsvReference {
    r#type: &'static str,
    url: String,
}

/// Data for which the format has no member.
#[derive(Debug, Serialize)]
struct Specific<'a> {
    repository: &'a str,
    priority: Option<&'a str>,
    sigs: &'a [String],
    binaries: &'a [String],
    /// Versions that are affected because of how branches are cut; the issue does not say so.
    inferred: Vec<ReleaseRange>,
    /// Versions for which it is unknown; in `ranges` they count as affected.
    unknown: Vec<ReleaseRange>,
}

/// Stands between owner, name and number in ids and paths. The names cannot contain it, so no two records have the same
/// id: with a hyphen, issue 1 of `a/b-c` and of `a-b/c` would.
const SEPARATOR: char = '~';

/// `owner~name`.
fn stem(repository: &str) -> String {
    repository.chars().map(|one| if one == '/' { SEPARATOR } else { one }).collect()
}

/// Writes the records of a repository: the path and text of each.
pub(crate) fn write(repository: &RepositoryFacts, mut put: impl FnMut(String, String)) {
    let background = Background::of(repository);
    let index = Index::of(repository, &background, None);
    let branches = by_branch(&index.tags);
    let newest = index.tags.iter().filter_map(|tag| tag.released).max();
    let stem = stem(&repository.name);
    for problem in &index.problems {
        let issue = problem.issue;
        let Some(record) = record(&index, problem, &branches, newest) else { continue };
        let text = serde_json::to_string(&record).unwrap_or_default() + "\n";
        put(format!("osv/{stem}{SEPARATOR}{}.json", issue.number), text);
    }
}

/// Groups `versions`, which are sorted, by branch.
fn by_branch<'a>(tags: &[KnownVersion<'a>]) -> Vec<(Branch, Vec<KnownVersion<'a>>)> {
    let mut branches: Vec<(Branch, Vec<KnownVersion<'a>>)> = Vec::new();
    for tag in tags {
        let branch = tag.version.branch();
        match branches.last_mut() {
            Some((last, versions)) if *last == branch => versions.push(tag.clone()),
            _ => branches.push((branch, vec![tag.clone()])),
        }
    }
    branches
}

fn record<'a>(
    index: &Index<'a>,
    problem: &RankedIssue<'a>,
    branches: &[(Branch, Vec<KnownVersion<'a>>)],
    newest_tag: Option<&'a str>,
) -> Option<Record<'a>> {
    let issue = problem.issue;
    let found = found(problem, branches)?;
    let repository = index.repository;
    let read = &repository.read;
    let at = read.binary_search_by_key(&issue.number, |(number, _)| *number).ok();
    let changed = at.and_then(|at| read.get(at)).map(|(_, changed)| changed.as_str());
    let changed = changed.filter(|changed| !changed.is_empty());
    let only =
        |basis| found.runs.iter().filter(move |run| run.verdict.basis == basis).cloned().collect();
    Some(Record {
        schema_version: SCHEMA_VERSION,
        id: format!("x_patch-release-issues-{}{SEPARATOR}{}", stem(&repository.name), issue.number),
        // A new tag can change the answers about an old issue.
        modified: changed.max(newest_tag).unwrap_or("1970-01-01T00:00:00Z"),
        published: issue.created_at.as_deref(),
        summary: &issue.title,
        affected: [OsvAffected { ranges: found.ranges }],
        references: references(repository, problem),
        database_specific: Specific {
            repository: &repository.url,
            priority: issue.priority.as_deref(),
            sigs: &issue.sigs,
            binaries: &issue.binaries,
            inferred: only(Basis::Inferred),
            unknown: only(Basis::None),
        },
    })
}

/// The versions that are or may be affected.
struct IssueAnswers {
    ranges: Vec<Range>,
    /// The runs of versions among them that are not declared to be affected.
    runs: Vec<ReleaseRange>,
}

/// `None` if the entries determine nothing.
fn found(
    problem: &RankedIssue<'_>,
    branches: &[(Branch, Vec<KnownVersion<'_>>)],
) -> Option<IssueAnswers> {
    let entries = problem.evidence.entries()?;
    if !entries.are_conclusive() {
        return None;
    }
    let mut found = IssueAnswers { ranges: Vec::new(), runs: Vec::new() };
    let mut named: Vec<Branch> = entries.branches().collect();
    sort::sort_by(&mut named, Ord::cmp);
    named.dedup();
    for (branch, versions) in branches {
        match named.binary_search(branch) {
            Ok(at) => {
                named.remove(at);
                found.add(problem, *branch, &with_entries(problem, *branch, versions));
            }
            Err(_) => found.add(problem, *branch, versions),
        }
    }
    for branch in named {
        found.add(problem, branch, &with_entries(problem, branch, &[]));
    }
    Some(found)
}

/// The versions of a branch and those that its entries name, tagged or not.
fn with_entries<'a>(
    problem: &RankedIssue<'_>,
    branch: Branch,
    versions: &[KnownVersion<'a>],
) -> Vec<KnownVersion<'a>> {
    let mut versions = versions.to_vec();
    let Some(entries) = problem.evidence.entries() else { return versions };
    for version in
        [entries.introduced_on(branch), entries.resolved_on(branch)].into_iter().flatten()
    {
        insert(&mut versions, version);
    }
    versions
}

impl IssueAnswers {
    fn add(&mut self, problem: &RankedIssue<'_>, branch: Branch, versions: &[KnownVersion<'_>]) {
        let stretches = problem.stretches(branch, versions);
        let ends = stretches.iter().skip(1).map(|(start, _)| *start).chain([versions.len()]);
        let mut open: Option<String> = None;
        for ((start, verdict), end) in stretches.iter().zip(ends) {
            let (Some(first), Some(last)) = (versions.get(*start), versions.get(end - 1)) else {
                continue;
            };
            if matches!(verdict.status, Status::Affected | Status::Unknown) {
                open.get_or_insert_with(|| first.version.bare());
            } else if let Some(introduced) = open.take() {
                self.close(introduced, OsvEvent::Fixed(first.version.bare()));
            }
            let is_fixed = verdict.status == Status::Fixed;
            if verdict.basis != Basis::Declared && !is_fixed {
                let written = |version: &Version| {
                    let is_default = version.is_written_by_default();
                    if is_default { version.to_string() } else { version.bare() }
                };
                let (from, to) = (written(&first.version), written(&last.version));
                let verdict: ReportedVerdict = problem.reported(*verdict, &first.version);
                self.runs.push(ReleaseRange { from, to, verdict });
            }
        }
        if let (Some(introduced), Some(last)) = (open, versions.last()) {
            self.close(introduced, OsvEvent::LastAffected(last.version.bare()));
        }
    }

    fn close(&mut self, introduced: String, end: OsvEvent) {
        self.ranges
            .push(Range { r#type: "SEMVER", events: [OsvEvent::Introduced(introduced), end] });
    }
}

fn references(repository: &RepositoryFacts, problem: &RankedIssue<'_>) -> Vec<OsvReference> {
    let url = format!("{}/issues/{}", repository.url, problem.issue.number);
    let mut references = vec![OsvReference { r#type: "REPORT", url }];
    for request in &problem.issue.pull_requests {
        let url = format!("{}/{}/pull/{}", repository.server(), request.repository, request.number);
        references.push(OsvReference { r#type: "FIX", url });
    }
    references
}
