//! Whether the next releases can be made: an overview, then for each release why, and whom to ask.

use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::markdown::cells::{
    NOTHING, basis, day, issue, issues, list, settled_by, titled, words,
};
use crate::known_issues::markdown::document::Document;
use crate::known_issues::report::{
    Decision, NextPatch, Progress, PullRequestProgress, Reason, ReasonKind, WithheldReason,
};
use crate::known_issues::wording;

/// What is written instead of assignees if there are none.
const NOBODY: &str = "nobody is assigned";

/// Whom to ask about a withheld issue.
const SECURITY_TEAM: &str = "the product security team";

/// The columns of the overview. The last one is left out if there is no schedule.
const COLUMNS: &[&str] = &["release", "decision", "held by", "whom to ask", "schedule"];

/// Writes the section.
pub(super) fn write(repository: &RepositoryFacts, document: &mut Document) {
    let report = &repository.report;
    let patches = report.branches.iter().filter_map(|branch| branch.next.as_ref());
    let all: Vec<&NextPatch> = report.next_minor.iter().chain(patches).collect();
    let title = "Next releases".to_owned();
    if all.is_empty() {
        document.words("###", title, "No maintained branch has a release.");
        return;
    }
    let has_schedule = repository.settings.schedule.is_some();
    let columns = COLUMNS.len() - usize::from(!has_schedule);
    document.table("###", title, "", COLUMNS.get(..columns).unwrap_or_default());
    for next in &all {
        let is_minor = report.next_minor.as_ref() == Some(*next);
        document.row(|| {
            let mut cells = overview(repository, next, is_minor);
            if has_schedule {
                cells.push(wording::planned(next).unwrap_or_else(|| NOTHING.to_owned()));
            }
            cells
        });
    }
    for next in all {
        details(repository, next, document);
    }
}

fn overview(repository: &RepositoryFacts, next: &NextPatch, is_minor: bool) -> Vec<String> {
    let minor = if is_minor { ", the next minor" } else { "" };
    let holding = next.reasons.iter().filter(|reason| reason.holds).map(|reason| reason.issue);
    let withheld = next.withheld.iter().filter(|one| one.holds).map(|one| one.issue);
    let held: Vec<u64> = holding.chain(withheld).collect();
    vec![
        format!("{}{minor}", words(&next.version)),
        decision(next).to_owned(),
        issues(repository, &held),
        whom(repository, next),
    ]
}

fn decision(next: &NextPatch) -> &'static str {
    match (next.decision, next.carried) {
        (Decision::Go, _) => "✅ **go**",
        (Decision::Hold, false) => "⛔ **hold**",
        (Decision::Hold, true) => "⛔ **hold**, all carried",
    }
}

/// Everybody who works on what holds a release, and how many issues nobody works on.
fn whom(repository: &RepositoryFacts, next: &NextPatch) -> String {
    let holding = || next.reasons.iter().filter(|reason| reason.holds);
    let mut people: Vec<String> = Vec::new();
    for name in holding().flat_map(|reason| &reason.assignees) {
        if !people.contains(name) {
            people.push(name.clone());
        }
    }
    let mut parts = Vec::new();
    if !people.is_empty() {
        parts.push(list(&people));
    }
    if next.withheld.iter().any(|one| one.holds) {
        parts.push(SECURITY_TEAM.to_owned());
    }
    let orphans: Vec<&Reason> = holding().filter(|reason| reason.assignees.is_empty()).collect();
    match orphans.as_slice() {
        [] => {}
        [one] => {
            let author = repository.issue(one.issue).and_then(|issue| issue.author.as_deref());
            let author = author.map(|name| format!(", written by {}", words(name)));
            let author = author.unwrap_or_default();
            parts.push(format!("nobody is assigned to #{}{author}", one.issue));
        }
        _ => parts.push(format!("nobody is assigned to {} issues", orphans.len())),
    }
    if parts.is_empty() { NOTHING.to_owned() } else { parts.join("; ") }
}

fn details(repository: &RepositoryFacts, next: &NextPatch, document: &mut Document) {
    if wording::is_quiet(next) {
        return;
    }
    let title = format!("{} {}", words(&next.version), decision(next));
    let text = if next.carried { wording::NOTHING_WORSE } else { "" };
    document.table("####", title, text, &["issue", "why", "who", "known", "pull requests"]);
    for reason in &next.reasons {
        document.row(|| reason_row(repository, reason));
    }
    for withheld in &next.withheld {
        document.row(|| withheld_row(repository, *withheld));
    }
}

fn reason_row(repository: &RepositoryFacts, reason: &Reason) -> Vec<String> {
    let mark = if reason.holds { "**holds**: " } else { "" };
    let why = format!("{mark}{}; {}", why_it_matters(repository, reason), basis(&reason.verdict));
    let requests = reason.pull_requests.iter().map(|request| pull_request(repository, request));
    let requests: Vec<String> = requests.collect();
    let requests = if requests.is_empty() { NOTHING.to_owned() } else { requests.join(", ") };
    vec![titled(repository, reason.issue), why, who(repository, reason), known(reason), requests]
}

/// Assignees, author and milestone; names as code, which mentions nobody.
fn who(repository: &RepositoryFacts, reason: &Reason) -> String {
    let assignees = match reason.assignees.as_slice() {
        [] => NOBODY.to_owned(),
        names => list(names),
    };
    let issue = repository.issue(reason.issue);
    let author = issue.and_then(|issue| issue.author.as_deref());
    let milestone = issue.and_then(|issue| issue.milestone.as_deref());
    let parts = [
        Some(assignees),
        author.map(|name| format!("written by {}", words(name))),
        milestone.map(|title| format!("milestone {}", words(title))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn known(reason: &Reason) -> String {
    let since = reason.known_since.as_deref().map(|date| format!(", since {}", day(date)));
    let age = wording::age(reason).map(|age| age + &since.unwrap_or_default() + "; ");
    format!("{}{}", age.unwrap_or_default(), wording::novelty(reason.carried))
}

/// How an issue concerns the next release.
fn why_it_matters(repository: &RepositoryFacts, reason: &Reason) -> String {
    let noun = repository.settings.words.priority.as_ref();
    let priority = noun.map_or("", |noun| &noun.one);
    let details = list(&reason.details);
    let closed = wording::closed_but(reason, &details);
    let closed = closed.map(|closed| format!(", {closed}")).unwrap_or_default();
    match reason.kind {
        ReasonKind::Critical => format!("most urgent, affects the branch{closed}"),
        ReasonKind::CriticalUnknown => {
            format!("most urgent{closed}; to settle it: {}", settled_by(&reason.verdict))
        }
        ReasonKind::Promised => {
            "names this version, but its fix is not known to be in the branch".to_owned()
        }
        ReasonKind::Untriaged => format!("has no {priority}, affects the branch or may{closed}"),
        ReasonKind::Resolved => "resolved in this version".to_owned(),
        ReasonKind::InHand => format!("fixed by {details}, not yet named"),
        ReasonKind::Planned => format!("most urgent, planned for {details}"),
        ReasonKind::Unsettled => {
            format!("most urgent, closed; to settle it: {}", settled_by(&reason.verdict))
        }
        ReasonKind::WontFix => "most urgent, gets no fix on this branch".to_owned(),
        ReasonKind::LessUrgent => "open, affects the branch".to_owned(),
    }
}

fn withheld_row(repository: &RepositoryFacts, withheld: WithheldReason) -> Vec<String> {
    let mark = if withheld.holds { "**holds**: " } else { "" };
    let nothing = || NOTHING.to_owned();
    vec![
        issue(repository, withheld.issue),
        format!("{mark}a security issue whose details are withheld"),
        SECURITY_TEAM.to_owned(),
        nothing(),
        nothing(),
    ]
}

fn pull_request(repository: &RepositoryFacts, request: &PullRequestProgress) -> String {
    let is_own = repository.name.eq_ignore_ascii_case(&request.repository);
    let name = if is_own { String::new() } else { words(&request.repository) + " " };
    let state = match request.state {
        Progress::Merged => "merged",
        Progress::MergedOnMain => "merged on main",
        Progress::MergedElsewhere => "merged elsewhere",
        Progress::Reverted => "merged and reverted",
        Progress::Older => "older than the problem",
        Progress::Open => "open",
        Progress::OpenElsewhere => "open for another branch",
        Progress::Closed => "closed",
        Progress::Unknown => "state unknown",
    };
    let url = format!("{}/{}/pull/{}", repository.server(), request.repository, request.number);
    format!("{name}[#{}]({url}) {state}", request.number)
}
