//! The list of issues: the only place for words. Each issue has its title, its labels, and its status on each branch.

use std::collections::BTreeSet;

use crate::format::affected::{Basis, Status};
use crate::known_issues::facts::{KnownIssue, RepositoryFacts};
use crate::known_issues::report::{BranchAnswer, IssueAnswer, ReleaseRange};
use crate::known_issues::settling_entries;

use crate::known_issues::page::issue_links::IssueLinks;
use crate::known_issues::page::matrix;
use crate::known_issues::page::named_fix::NamedFix;
use crate::known_issues::page::wording;
use crate::known_issues::page::wording::Settle;
use crate::known_issues::wording as common;

/// An issue.
pub(super) struct IssueSection {
    pub(super) number: u64,
    /// Untrusted text, with invisible characters made visible.
    pub(super) title: String,
    pub(super) anchor: String,
    pub(super) url: String,
    pub(super) critical: bool,
    /// Its state and labels, on one line.
    pub(super) about: String,
    pub(super) is_invalid: bool,
    pub(super) details: Option<IssueDetails>,
    pub(super) lines: Vec<IssueLine>,
}

/// What the page says of an issue where it has room.
pub(super) struct IssueDetails {
    /// Who works on it, who wrote it, and its milestone.
    pub(super) people: String,
    /// The first paragraphs of the leading sections, such as *Symptoms* and *Impact*: title and text.
    pub(super) paragraphs: Vec<(String, String)>,
    /// Pull requests: the page and the name.
    pub(super) pull_requests: Vec<(String, String)>,
}

/// The answers about an issue for a branch, or for several with the same.
#[derive(PartialEq)]
pub(super) struct IssueLine {
    pub(super) branches: Vec<String>,
    /// The class of the cell of the branch's last release, as in the table of releases and issues.
    pub(super) class: &'static str,
    pub(super) parts: Vec<LinePart>,
    pub(super) fix: Option<NamedFix>,
    /// What is said instead, if the branch is affected and no fix is named.
    pub(super) no_fix: Option<&'static str>,
}

/// Releases with the same answer.
#[derive(PartialEq)]
pub(super) struct LinePart {
    pub(super) word: &'static str,
    /// `v1.9.1 to v1.9.4`, or `in every release`.
    pub(super) releases: String,
    pub(super) is_inferred: bool,
    pub(super) settle: Option<SettleRemark>,
}

/// How an unknown answer is settled.
#[derive(PartialEq)]
pub(super) enum SettleRemark {
    /// In words.
    Words(Settle),
    /// By the rule, which a legend explains.
    Rule(&'static str),
}

/// The issues that affect or may affect releases, most urgent first, and after them the `others`.
pub(super) fn list(
    facts: &RepositoryFacts,
    others: &[u64],
    names: &IssueLinks<'_>,
) -> (Vec<IssueSection>, Vec<IssueSection>) {
    let mut room = names.limits.details;
    let answered = facts.report.answers.iter();
    let answered = answered.map(|answer| section(answer.issue, Some(answer), names, &mut room));
    let answered = answered.collect();
    let others = others.iter().map(|number| section(*number, None, names, &mut room)).collect();
    (answered, others)
}

fn section(
    number: u64,
    answer: Option<&IssueAnswer>,
    names: &IssueLinks<'_>,
    room: &mut usize,
) -> IssueSection {
    let facts = names.issue(number);
    let details = facts.map(|facts| IssueDetails::of(facts, names));
    let details = details.filter(|details| {
        let size = details.size();
        let fits = size <= *room;
        *room = if fits { *room - size } else { 0 };
        fits
    });
    let branches = answer.map(|answer| answer.branches.as_slice()).unwrap_or_default();
    let mut lines: Vec<IssueLine> = Vec::new();
    for branch in branches {
        let mut line = line(branch, details.is_some(), names);
        match lines.last_mut() {
            Some(last) if last.says_the_same(&line) => last.branches.append(&mut line.branches),
            _ => lines.push(line),
        }
    }
    IssueSection {
        number,
        title: facts.map(|facts| crate::text::quote::shown(&facts.title)).unwrap_or_default(),
        anchor: names.anchor(number),
        url: names.url(number),
        critical: names.is_urgent(number),
        about: facts.map(about).unwrap_or_default(),
        is_invalid: facts.is_some_and(KnownIssue::is_invalid),
        lines,
        details,
    }
}

/// The rules by which answers are unknown, with what settles them.
pub(super) fn remedies(issues: &[IssueSection]) -> Vec<(Vec<&'static str>, &'static str)> {
    let parts = issues.iter().flat_map(|issue| &issue.lines).flat_map(|line| &line.parts);
    let rules = parts.filter_map(|part| match part.settle {
        Some(SettleRemark::Rule(rule)) => Some(rule),
        _ => None,
    });
    let rules: BTreeSet<&'static str> = rules.collect();
    let mut remedies: Vec<(Vec<&str>, &str)> = Vec::new();
    for rule in rules {
        let remedy = settling_entries::remedy(rule);
        match remedies.iter_mut().find(|(_, same)| *same == remedy) {
            Some((rules, _)) => rules.push(rule),
            None => remedies.push((vec![rule], remedy)),
        }
    }
    remedies
}

impl IssueDetails {
    fn of(facts: &KnownIssue, names: &IssueLinks<'_>) -> Self {
        Self {
            people: people(facts),
            paragraphs: paragraphs(facts, names.sections()),
            pull_requests: names.pull_requests(&facts.pull_requests),
        }
    }

    /// About how many bytes it takes.
    fn size(&self) -> usize {
        let pairs = self.paragraphs.iter().chain(&self.pull_requests);
        self.people.len() + pairs.map(|(one, other)| one.len() + other.len() + 40).sum::<usize>()
    }
}

fn about(facts: &KnownIssue) -> String {
    let state = match facts.state {
        Some(_) if facts.is_open() => "open",
        Some(_) => "closed",
        None => "",
    };
    let priority = facts.priority.as_deref().map(crate::text::quote::shown).unwrap_or_default();
    let about = wording::about(&facts.sigs, &facts.binaries);
    let parts = [state.to_owned(), priority, about];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
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

impl IssueLine {
    /// Whether two lines differ in nothing but the branch.
    fn says_the_same(&self, other: &Self) -> bool {
        (self.class, &self.parts, &self.fix, self.no_fix)
            == (other.class, &other.parts, &other.fix, other.no_fix)
    }
}

fn line(answer: &BranchAnswer, has_details: bool, names: &IssueLinks<'_>) -> IssueLine {
    let is_open = answer.fixed_in.is_none() && answer.affected_since.is_some();
    let mut fix = NamedFix::of(answer, names);
    if !has_details && let Some(fix) = &mut fix {
        fix.shorten();
    }
    let is_whole = answer.runs.len() == 1 && names.has_every_release();
    let parts = answer.runs.iter().filter_map(|run| part(run, is_whole, has_details)).collect();
    IssueLine {
        branches: vec![answer.branch.clone()],
        class: answer.runs.last().map_or("n", |run| matrix::cell(&run.verdict).class),
        parts,
        fix,
        no_fix: is_open.then(|| common::no_fix(answer.gets_no_fix)),
    }
}

/// `is_whole` says that these are all releases of the branch.
fn part(run: &ReleaseRange, is_whole: bool, in_words: bool) -> Option<LinePart> {
    let (word, settle) = match run.verdict.status {
        Status::Affected => ("affected", None),
        Status::Unknown if in_words => {
            ("unknown", Some(SettleRemark::Words(Settle::of(&run.verdict))))
        }
        Status::Unknown => ("unknown", Some(SettleRemark::Rule(run.verdict.rule))),
        Status::Fixed | Status::NotAffected => return None,
    };
    let releases = match (is_whole, run.from == run.to) {
        (true, false) => "in every release".to_owned(),
        (_, true) => run.from.clone(),
        _ => format!("{} to {}", run.from, run.to),
    };
    let is_inferred = settle.is_none() && run.verdict.basis == Basis::Inferred;
    Some(LinePart { word, releases, is_inferred, settle })
}
