//! What the entries of a draft amount to on each branch.

use crate::answer::Understood;
use crate::evidence::Maintained;
use crate::format::affected::{Basis, Doubts, KnownProblem, Period, Status, Verdict, affected_of};
use crate::format::version::{Branch, Version};
use crate::json::string;
use crate::policy::Policy;

/// The most branches that are shown.
const MOST_BRANCHES: usize = 20;

/// The branches that the entries name and those that are maintained, newest first: a list of
/// `{"branch", "status", "text"}`. `releases` are the known tags.
pub(super) fn branches(read: &Understood, releases: &[Version], policy: &Policy) -> String {
    let tags = &policy.tags;
    let mut named: Vec<Version> = Vec::new();
    for text in read.introduced_in.iter().chain(&read.resolved_in) {
        named.extend(tags.version(text));
    }
    let mut shown: Vec<Branch> = named.iter().map(Version::branch).collect();
    for text in read.not_affected.iter().chain(&read.wont_fix) {
        shown.extend(tags.branch(text));
    }
    if shown.is_empty() {
        return "[]".to_owned();
    }
    shown.extend(maintained(releases, policy));
    shown.sort_unstable_by(|one, other| other.cmp(one));
    shown.dedup();
    shown.truncate(MOST_BRANCHES);
    let mut rows = Vec::new();
    for branch in shown {
        let known = named.iter().chain(releases.iter().filter(|version| version.is_release()));
        let newest = known.filter(|version| version.branch() == branch).max();
        let asked = newest.cloned().unwrap_or_else(|| branch.first_release());
        let verdict = verdict(read, &asked, policy);
        let fix = named_fix(read, branch, policy);
        rows.push(row(branch, &verdict, fix.as_deref()));
    }
    format!("[{}]", rows.join(","))
}

/// The branches that still get releases, as far as the known tags tell.
fn maintained(releases: &[Version], policy: &Policy) -> Vec<Branch> {
    let newest = match &policy.maintained {
        Maintained::Listed(branches) => return branches.clone(),
        Maintained::Newest { newest, .. } => *newest,
    };
    let full = releases.iter().filter(|version| version.is_release());
    let mut branches: Vec<Branch> = full.map(Version::branch).collect();
    branches.sort_unstable_by(|one, other| other.cmp(one));
    branches.dedup();
    branches.truncate(newest);
    branches
}

fn verdict(read: &Understood, version: &Version, policy: &Policy) -> Verdict {
    let written = [&read.introduced_in, &read.resolved_in, &read.not_affected, &read.wont_fix]
        .map(|versions| versions.iter().map(String::as_str).collect::<Vec<_>>());
    let [introduced_in, resolved_in, not_affected, wont_fix] = &written;
    affected_of(
        &policy.tags,
        &version.to_string(),
        &KnownProblem {
            introduced_in,
            resolved_in,
            not_affected,
            wont_fix,
            doubts: &Doubts::default(),
            released: &|_| Period::default(),
            cherry_picks: policy.cherry_picks,
        },
    )
}

/// The release of a branch that is said to have the fix.
fn named_fix(read: &Understood, branch: Branch, policy: &Policy) -> Option<String> {
    let is_on =
        |text: &&String| policy.tags.version(text).is_some_and(|fix| fix.branch() == branch);
    read.resolved_in.iter().find(is_on).cloned()
}

fn row(branch: Branch, verdict: &Verdict, fix: Option<&str>) -> String {
    let (status, words) = match verdict.status {
        Status::Affected => ("affected", "affected".to_owned()),
        Status::Fixed => ("fixed", fix.map_or("fixed".to_owned(), |fix| format!("fixed in {fix}"))),
        Status::NotAffected => ("not-affected", "not affected".to_owned()),
        Status::Unknown => ("unknown", "unknown".to_owned()),
    };
    let basis = if verdict.basis == Basis::Inferred { ", inferred" } else { "" };
    format!(
        "{{\"branch\":{},\"status\":\"{status}\",\"text\":{}}}",
        string(&branch.to_string()),
        string(&format!("{words}{basis}"))
    )
}
