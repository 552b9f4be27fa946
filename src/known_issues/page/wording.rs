//! The words of the page.

use crate::format::affected::Basis;
use crate::known_issues::facts::KnownIssue;
use crate::known_issues::report::{
    AttentionKind, PlannedDates, Progress, ReasonKind, ReportedVerdict,
};
use crate::known_issues::settling_entries;

/// How to settle an unknown answer.
#[derive(PartialEq)]
pub(super) struct Settle {
    /// The entries, either of which settles it.
    pub(super) entries: Vec<String>,
    /// What to correct if no single entry settles it.
    pub(super) correction: &'static str,
}

impl Settle {
    pub(super) fn of(verdict: &ReportedVerdict) -> Self {
        Self {
            entries: verdict.settle.clone(),
            correction: settling_entries::correction(verdict.rule),
        }
    }
}

/// The day of a date: `2017-04-19`.
pub(super) fn day(date: &str) -> &str {
    date.get(..10).unwrap_or(date)
}

/// `a`, `a and b`, `a, b and c`.
pub(super) fn listed(words: &[impl AsRef<str>]) -> String {
    let mut text = String::new();
    for (index, word) in words.iter().enumerate() {
        let is_last = index + 1 == words.len();
        text.push_str(if index == 0 {
            ""
        } else if is_last {
            " and "
        } else {
            ", "
        });
        text.push_str(word.as_ref());
    }
    text
}

/// The SIGs and binaries on one line, with invisible characters made visible.
pub(super) fn about(sigs: &[String], binaries: &[String]) -> String {
    let shown = |words: &[String]| {
        words.iter().map(|word| crate::text::quote::shown(word)).collect::<Vec<_>>().join(", ")
    };
    let parts = [shown(sigs), shown(binaries)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The basis of an answer; empty if it is declared.
pub(super) const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Declared => "",
        Basis::Inferred => "inferred",
        Basis::None => "unknown",
    }
}

/// `1 issue`, `2 issues`.
pub(super) fn counted(count: usize, word: &str) -> String {
    format!("{count} {word}{}", if count == 1 { "" } else { "s" })
}

/// `1 day`, `2 days`.
pub(super) fn counted_days(days: u64) -> String {
    format!("{days} day{}", if days == 1 { "" } else { "s" })
}

/// Who works on an issue, as plain names.
pub(super) fn assigned(assignees: &[String]) -> String {
    let names: Vec<String> = assignees.iter().map(|name| crate::text::quote::shown(name)).collect();
    if names.is_empty() {
        "nobody is assigned".to_owned()
    } else {
        format!("assigned to {}", listed(&names))
    }
}

/// Who wrote an issue, and its milestone.
pub(super) fn origin(issue: &KnownIssue) -> String {
    let shown = |text: &String, word| format!("{word} {}", crate::text::quote::shown(text));
    let author = issue.author.as_ref().map(|name| shown(name, "written by"));
    let milestone = issue.milestone.as_ref().map(|title| shown(title, "milestone"));
    author.into_iter().chain(milestone).collect::<Vec<_>>().join(" · ")
}

/// How an issue concerns the next release; `{}` stands for the details.
pub(super) const fn reason(kind: ReasonKind) -> &'static str {
    match kind {
        ReasonKind::Critical => "affects this branch",
        ReasonKind::CriticalUnknown => "whether it affects this branch is unknown",
        ReasonKind::Promised => "names this release, but its fix is not in the branch",
        ReasonKind::Untriaged => "without {priority}; affects this branch, or may",
        ReasonKind::Resolved => "fixed in this release",
        ReasonKind::InHand => "fixed by {}, not named yet",
        ReasonKind::Planned => "planned for {}",
        ReasonKind::Unsettled => "closed; whether it affects this branch is unknown",
        ReasonKind::WontFix => "gets no fix on this branch",
        ReasonKind::LessUrgent => "open, less urgent",
    }
}

/// The dates that the schedule gives a release; those that are over say so.
pub(super) fn planned(planned: &PlannedDates, today: Option<&str>) -> Option<String> {
    let dates = [
        ("backports until", &planned.cherry_pick_deadline),
        ("release on", &planned.target_date),
        ("end of life on", &planned.end_of_life),
    ];
    let known = dates.iter().filter_map(|(what, date)| {
        let date = date.as_deref()?;
        let is_over = today.is_some_and(|today| day(date) < day(today));
        Some(format!("{what} {date}{}", if is_over { " (passed)" } else { "" }))
    });
    Some(known.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())
}

/// The progress of a pull request.
pub(super) const fn progress(state: Progress) -> &'static str {
    match state {
        Progress::Merged => "merged into this branch",
        Progress::MergedOnMain => "merged on main, not cherry-picked here",
        Progress::MergedElsewhere => "merged into another branch",
        Progress::Reverted => "merged into this branch, and reverted",
        Progress::Older => "older than the problem: no fix",
        Progress::Open => "open",
        Progress::OpenElsewhere => "open for another branch",
        Progress::Closed => "closed without being merged",
        Progress::Unknown => "state unknown",
    }
}

/// Why an issue needs attention.
pub(super) const fn attention(kind: AttentionKind) -> &'static str {
    match kind {
        AttentionKind::Invalid => "The description or the labels are incomplete",
        AttentionKind::LabelWithoutRelease => "It has the label, but tells no release",
        AttentionKind::ReleaseWithoutLabel => "It tells releases, but lacks the label",
        AttentionKind::Refuted => "A release that it names does not have the fix",
        AttentionKind::Outdated => "It was reopened after the release that it names",
        AttentionKind::Older => "A pull request that it lists is older than the problem",
        AttentionKind::Unverified => "Nothing shows that a release it names has the fix",
        AttentionKind::Untagged => "It is done, but a release with the fix was never tagged",
        AttentionKind::Stale => "Comments or merges came after the last edit of the description",
    }
}
