//! Words that the page and the Markdown share.

use crate::evidence::ClaimState;
use crate::known_issues::report::{Changes, NextPatch, Reason};
use crate::text::date;

/// What a hold of only carried issues means.
pub(crate) const NOTHING_WORSE: &str =
    "Every issue that holds it is carried: shipping makes nothing worse.";

/// The title of the section about changes, with the span that it is about; `None` when no date is known.
pub(crate) fn changes_title(changes: &Changes, as_of: Option<&str>) -> Option<String> {
    let since = changes.since.as_deref()?;
    let days = as_of.map(|now| (date::days_between(since, now), now));
    let exact = days.filter(|(days, now)| date::days_before(now, *days).as_deref() == Some(since));
    Some(match exact {
        Some((7, _)) => "What changed in the last seven days".to_owned(),
        Some((1, _)) => "What changed in the last day".to_owned(),
        Some((days, _)) => format!("What changed in the last {days} days"),
        None => format!("What changed since {}", since.get(..10).unwrap_or(since)),
    })
}

/// The mark and the word for what the history shows about a named fix.
pub(crate) const fn claim(state: ClaimState) -> (&'static str, &'static str) {
    match state {
        ClaimState::Proven => ("✔", "verified"),
        ClaimState::Unverified => ("?", "not verified"),
        ClaimState::Refuted => ("✘", "refuted: the release does not have the fix"),
        ClaimState::Reopened => ("↺", "reopened after this release"),
        ClaimState::Ready => ("➜", "ready: the fix is in the branch"),
        ClaimState::Waiting => ("…", "waiting for a pull request"),
        ClaimState::Missing => ("∅", "missing: no pull request brings it"),
        ClaimState::Planned => ("⇢", "planned for a later release"),
    }
}

/// Whether the claim says the fix is in a release that does not have it, or is not known to have it any more.
pub(crate) const fn is_doubted(state: ClaimState) -> bool {
    matches!(state, ClaimState::Refuted | ClaimState::Reopened)
}

/// Whether shipping makes it worse.
pub(crate) const fn novelty(carried: Option<bool>) -> &'static str {
    match carried {
        Some(true) => "carried",
        Some(false) => "new",
        None => "new or carried: unknown",
    }
}

/// Since when an issue is known: `known for 56 days`.
pub(crate) fn age(reason: &Reason) -> Option<String> {
    Some(match reason.age_days? {
        0 => "known since today".to_owned(),
        1 => "known for 1 day".to_owned(),
        days => format!("known for {days} days"),
    })
}

/// The remark about a closed issue that holds a release. `open` are the pull requests that are still open.
pub(crate) fn closed_but(reason: &Reason, open: &str) -> Option<String> {
    let is_contradiction = reason.closed && reason.holds;
    is_contradiction.then(|| match reason.details.len() {
        _ if reason.verdict.rule == "U14" => {
            "closed, but the release that it names does not have the fix".to_owned()
        }
        0 => "closed, but no pull request is known to bring the fix".to_owned(),
        1 => format!("closed, but {open} is open"),
        _ => format!("closed, but {open} are open"),
    })
}

/// What stands in place of a fix.
pub(crate) const fn no_fix(gets_none: bool) -> &'static str {
    if gets_none { "no fix planned" } else { "no fix yet" }
}

/// Whether nothing is to be said about a release.
pub(crate) fn is_quiet(next: &NextPatch) -> bool {
    next.reasons.is_empty() && next.withheld.is_empty()
}

/// The dates that the schedule gives a release: `backports until 2023-07-14, release on 2023-07-19`.
pub(crate) fn planned(next: &NextPatch) -> Option<String> {
    let planned = next.planned.as_ref()?;
    let dates = [
        ("backports until", &planned.cherry_pick_deadline),
        ("release on", &planned.target_date),
        ("end of life on", &planned.end_of_life),
    ];
    let known = dates.iter().filter_map(|(what, day)| Some(format!("{what} {}", day.as_ref()?)));
    Some(known.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())
}
