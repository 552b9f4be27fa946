//! What four kinds of owners write about a problem, and what is known of it on a day.

use super::dates::written;
use super::problems::{Fix, Problem, Releases};
use super::versions::{Read, spelled};
use super::world::{Comparison, Issue, Maintained, Policy, PullRequest, Tag, World};

/// How an owner keeps an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Names the fix when its backport opens.
    Early,
    /// Names it after the release.
    Late,
    /// Never names it; GitHub closes the issue when the pull request of main is merged.
    Never,
    /// The same, and lists no backport.
    Silent,
}

/// What is known of a problem at a moment.
pub(crate) fn world(problem: &Problem, owner: Owner, now: i64, releases: &Releases) -> World {
    let oldest = problem.introduced.iter().map(|version| version.branch).min().unwrap();
    let is_there = |version: &Read| releases.appeared(version) <= now;
    let is_told = |version: &Read| version.branch.1 + 5 > oldest.1 && is_there(version);
    let told: Vec<&Read> = releases
        .all()
        .iter()
        .map(|(version, _)| version)
        .filter(|version| is_told(version))
        .collect();
    let opened: Vec<&Fix> = problem.fixes.iter().filter(|fix| fix.opened <= now).collect();
    World {
        now: written(now),
        policy: Policy {
            maintained: Maintained::Overlapping { newest: 3, overlap_months: 3 },
            cherry_picks: "main-first".to_owned(),
        },
        repository: "kubernetes/kubernetes".to_owned(),
        all_tags_known: true,
        tags: told.iter().map(|version| tag(version, releases)).collect(),
        pull_requests: opened.iter().map(|fix| pull_request(fix, now)).collect(),
        comparisons: comparisons(problem, &told, now, releases),
        issue: issue(problem, owner, now, releases),
    }
}

fn tag(version: &Read, releases: &Releases) -> Tag {
    let name = spelled(version);
    let date = releases.date(version).map(written);
    Tag { commit: Some(format!("tag-{name}")), name, date }
}

fn pull_request(fix: &Fix, now: i64) -> PullRequest {
    let is_merged = fix.merged <= now;
    let base = fix.branch.map(|(major, minor)| format!("release-{major}.{minor}"));
    PullRequest {
        number: fix.number,
        base: base.unwrap_or_else(|| "master".to_owned()),
        state: if is_merged { "closed" } else { "open" }.to_owned(),
        merged_at: is_merged.then(|| written(fix.merged)),
        merge_commit_sha: is_merged.then(|| commit(fix)),
        title: fix.title.clone(),
        body: Some(String::new()),
    }
}

fn commit(fix: &Fix) -> String {
    format!("merge-of-{}", fix.number)
}

fn comparisons(
    problem: &Problem,
    told: &[&Read],
    now: i64,
    releases: &Releases,
) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for fix in problem.fixes.iter().filter(|fix| fix.merged <= now) {
        for version in told {
            let contains = Some(problem.is_in(fix, version, releases));
            let (tag, commit) = (spelled(version), commit(fix));
            comparisons.push(Comparison { tag, commit, contains });
        }
    }
    comparisons
}

/// The releases that an owner names on a day.
pub(crate) fn named(problem: &Problem, owner: Owner, now: i64, releases: &Releases) -> Vec<Read> {
    let is_named = |version: &&Read| match owner {
        Owner::Early => {
            problem.fixes.iter().any(|fix| fix.branch == Some(version.branch) && fix.opened <= now)
        }
        Owner::Late => releases.appeared(version) <= now,
        Owner::Never | Owner::Silent => false,
    };
    problem.resolved.iter().filter(is_named).cloned().collect()
}

fn issue(problem: &Problem, owner: Owner, now: i64, releases: &Releases) -> Issue {
    let is_closed = match owner {
        Owner::Early | Owner::Late => problem.ended(releases) <= now,
        Owner::Never | Owner::Silent => problem.fixes[0].merged <= now,
    };
    let spell = |versions: &[Read]| versions.iter().map(spelled).collect();
    let introduced: Vec<Read> = problem
        .introduced
        .iter()
        .filter(|version| releases.appeared(version) <= now)
        .cloned()
        .collect();
    let is_listed =
        |fix: &&Fix| fix.opened <= now && (owner != Owner::Silent || fix.branch.is_none());
    let priority = if problem.is_critical { "critical-urgent" } else { "important-soon" };
    Issue {
        number: 1,
        state: if is_closed { "closed" } else { "open" }.to_owned(),
        state_reason: is_closed.then(|| "completed".to_owned()),
        created_at: written(problem.created),
        last_edited_at: None,
        reopened_at: None,
        labels: vec!["patch-release".to_owned(), format!("priority/{priority}")],
        introduced_in: spell(&introduced),
        resolved_in: spell(&named(problem, owner, now, releases)),
        not_affected: Vec::new(),
        wont_fix: Vec::new(),
        pull_requests: problem.fixes.iter().filter(is_listed).map(|fix| fix.number).collect(),
    }
}
