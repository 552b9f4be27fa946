//! What changed lately.

use crate::evidence::ClaimState;
use crate::format::affected::Status;
use crate::format::version::Version;
use crate::known_issues::index::{Index, KnownVersion, RankedIssue};
use crate::known_issues::report::{ChangedRelease, Changes};
use crate::text::date;
use crate::text::sort;

/// How many days count as lately, unless the report was asked for another span.
const DAYS: u64 = 7;

/// Whether a text is a span as `changes-since` takes it: a number of days, or a date.
pub(crate) fn is_span(text: &str) -> bool {
    text.parse::<u32>().is_ok() || date::normal(text).is_some()
}

/// What changed since the date that was asked for, or in the last seven days before now.
pub(super) fn all(index: &Index<'_>) -> Changes {
    let asked = index.repository.settings.changes_since.as_deref();
    let since = match asked.map(|span| (span, span.parse::<u64>())) {
        Some((_, Ok(days))) => index.now.and_then(|now| date::days_before(now, days)),
        Some((day, Err(_))) => date::normal(day),
        None => index.now.and_then(|now| date::days_before(now, DAYS)),
    };
    let Some(since) = since else { return Changes::default() };
    let is_new = |date: &Option<String>| date.as_deref().is_some_and(|date| date >= since.as_str());
    let issues = &index.repository.issues;
    let numbers = |dates: fn(&crate::known_issues::facts::KnownIssue) -> &Option<String>| {
        issues.iter().filter(|issue| is_new(dates(issue))).map(|issue| issue.number).collect()
    };
    let mut changes = Changes {
        new_issues: numbers(|issue| &issue.created_at),
        reopened: numbers(|issue| &issue.reopened_at),
        ..Changes::default()
    };
    for tag in index.tags.iter().filter(|tag| tag.released >= Some(since.as_str())) {
        changes.tags.push(tag.version.to_string());
        add_release(index, tag, &mut changes);
    }
    for problem in &index.problems {
        add_refuted(index, problem, &since, &mut changes);
    }
    for list in [&mut changes.newly_affected, &mut changes.newly_fixed, &mut changes.refuted] {
        sort::sort_by(list, Ord::cmp);
    }
    changes.since = Some(since);
    changes
}

/// Adds what a release brings and fixes, compared to the full release before it on its branch.
fn add_release(index: &Index<'_>, tag: &KnownVersion<'_>, changes: &mut Changes) {
    let (version, branch) = (&tag.version, tag.version.branch());
    let is_earlier = |other: &&KnownVersion<'_>| {
        other.version < *version && other.version.branch() == branch && other.version.is_release()
    };
    let Some(before) = index.tags.iter().rfind(is_earlier).filter(|_| version.is_release()) else {
        return;
    };
    for problem in &index.problems {
        let status = |version: &Version| problem.verdict_for(version).status;
        let change = ChangedRelease { issue: problem.issue.number, version: version.to_string() };
        match (status(&before.version), status(version)) {
            (Status::Affected, Status::Fixed) => changes.newly_fixed.push(change),
            (Status::NotAffected | Status::Fixed, Status::Affected) => {
                changes.newly_affected.push(change);
            }
            _ => {}
        }
    }
}

/// Adds the refuted claims of an issue whose release was made, or that itself changed, since a date.
fn add_refuted(index: &Index<'_>, problem: &RankedIssue<'_>, since: &str, changes: &mut Changes) {
    let read = &index.repository.read;
    let at = read.binary_search_by_key(&problem.issue.number, |(number, _)| *number).ok();
    let updated = at.and_then(|at| read.get(at)).map(|(_, updated)| updated.as_str());
    for claim in problem.evidence.claims() {
        let version = claim.version.to_string();
        let is_new = index.date(&version) >= Some(since) || updated >= Some(since);
        if claim.state == ClaimState::Refuted && is_new {
            changes.refuted.push(ChangedRelease { issue: problem.issue.number, version });
        }
    }
}
