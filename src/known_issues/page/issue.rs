//! An issue on the page: its details, and the answers for each branch.

use crate::format::affected::{Basis, Status};
use crate::known_issues::facts::KnownIssue;
use crate::known_issues::report::{BranchAnswer, IssueAnswer, ReleaseRange};

use crate::known_issues::page::issue_links::{IssueLink, IssueLinks};
use crate::known_issues::page::named_fix::NamedFix;
use crate::known_issues::page::wording;
use crate::known_issues::page::wording::Settle;
use crate::known_issues::wording as common;

/// An issue that affects or may affect a release of the report's branches.
pub(super) struct IssueSection {
    pub(super) named: IssueLink,
    pub(super) anchor: String,
    pub(super) url: String,
    pub(super) state: &'static str,
    pub(super) priority: String,
    pub(super) about: String,
    pub(super) is_invalid: bool,
    /// Who works on it, who wrote it, and its milestone.
    pub(super) people: String,
    /// The first paragraphs of the leading sections, such as *Symptoms* and *Impact*: title and text.
    pub(super) paragraphs: Vec<(String, String)>,
    /// Pull requests: the page and the name.
    pub(super) pull_requests: Vec<(String, String)>,
    pub(super) lines: Vec<IssueLine>,
}

/// The answers about an issue for one branch.
pub(super) struct IssueLine {
    pub(super) branch: String,
    pub(super) parts: Vec<LinePart>,
    pub(super) fix: Option<NamedFix>,
    /// What is said instead, if the branch is affected and no fix is named.
    pub(super) no_fix: Option<&'static str>,
}

/// Releases with the same answer.
pub(super) struct LinePart {
    /// The class of the cell, as in the table of releases and issues.
    pub(super) class: &'static str,
    pub(super) word: &'static str,
    pub(super) releases: String,
    pub(super) settle: Settle,
}

impl IssueSection {
    pub(super) fn of(answer: &IssueAnswer, names: &IssueLinks<'_>) -> Self {
        let number = answer.issue;
        let facts = names.issue(number);
        let text = |of: fn(&KnownIssue) -> String| facts.map(of).unwrap_or_default();
        Self {
            named: names.named(number),
            anchor: names.anchor(number),
            url: names.url(number),
            state: match facts {
                Some(facts) if facts.is_open() => "open",
                Some(facts) if facts.state.is_some() => "closed",
                _ => "",
            },
            priority: text(|facts| {
                facts.priority.as_deref().map(crate::text::quote::shown).unwrap_or_default()
            }),
            about: text(|facts| wording::about(&facts.sigs, &facts.binaries)),
            is_invalid: facts.is_some_and(KnownIssue::is_invalid),
            people: text(people),
            paragraphs: facts.map(|facts| paragraphs(facts, names.sections())).unwrap_or_default(),
            pull_requests: facts
                .map(|facts| names.pull_requests(&facts.pull_requests))
                .unwrap_or_default(),
            lines: answer.branches.iter().map(|one| line(one, names)).collect(),
        }
    }
}

fn people(facts: &KnownIssue) -> String {
    let parts = [wording::assigned(&facts.assignees), wording::origin(facts)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn paragraphs(facts: &KnownIssue, titles: &[Option<String>; 2]) -> Vec<(String, String)> {
    let told = titles.iter().flatten().zip([&facts.symptoms, &facts.impact]);
    let mut paragraphs = Vec::new();
    for (title, text) in told {
        paragraphs.extend(
            text.as_ref()
                .map(|text| (crate::text::quote::shown(title), crate::text::quote::shown(text))),
        );
    }
    paragraphs
}

fn line(answer: &BranchAnswer, names: &IssueLinks<'_>) -> IssueLine {
    let told = answer.runs.iter().filter_map(part).collect();
    let is_open = answer.fixed_in.is_none() && answer.affected_since.is_some();
    let fix = NamedFix::of(answer, names);
    let no_fix = is_open.then(|| common::no_fix(answer.gets_no_fix));
    IssueLine { branch: answer.branch.clone(), parts: told, fix, no_fix }
}

fn part(run: &ReleaseRange) -> Option<LinePart> {
    let (class, word) = match (run.verdict.status, run.verdict.basis) {
        (Status::Affected, Basis::Inferred) => ("a i", "affected, inferred"),
        (Status::Affected, _) => ("a", "affected"),
        (Status::Unknown, _) => ("u", "unknown"),
        (Status::Fixed | Status::NotAffected, _) => return None,
    };
    let releases =
        if run.from == run.to { run.from.clone() } else { format!("{} to {}", run.from, run.to) };
    Some(LinePart { class, word, releases, settle: Settle::of(&run.verdict) })
}
