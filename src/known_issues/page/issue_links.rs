//! Issue numbers → names and links on the page.

use std::collections::{BTreeMap, BTreeSet};

use crate::known_issues::facts;
use crate::known_issues::facts::{KnownIssue, PullRequestName};
use crate::policy::Noun;

use crate::known_issues::page::short_list::{ListLimits, ShortList};

/// An issue in a list: by its number, because each title stands on the page once, in the list of issues.
#[derive(Clone, Default)]
pub(super) struct IssueLink {
    pub(super) number: u64,
    /// Its place in the list of issues if it is there, else its page on GitHub.
    pub(super) href: String,
    /// Whether it has the most urgent priority.
    pub(super) critical: bool,
}

/// The issues of one repository.
pub(super) struct IssueLinks<'a> {
    facts: &'a facts::RepositoryFacts,
    issues: BTreeMap<u64, &'a KnownIssue>,
    /// The issues in the list of issues.
    here: BTreeSet<u64>,
    released: BTreeSet<&'a str>,
    /// The day of the report.
    pub(super) today: Option<&'a str>,
    pub(super) limits: ListLimits,
}

impl<'a> IssueLinks<'a> {
    /// `others` are the issues that the page names and that affect none of its releases.
    pub(super) fn of(
        facts: &'a facts::RepositoryFacts,
        others: &[u64],
        today: Option<&'a str>,
    ) -> Self {
        let answered = facts.report.answers.iter().map(|answer| answer.issue);
        let here: BTreeSet<u64> = answered.chain(others.iter().copied()).collect();
        Self {
            facts,
            issues: facts.issues.iter().map(|issue| (issue.number, issue)).collect(),
            limits: ListLimits::of(here.len()),
            here,
            released: facts.tags.iter().map(|tag| tag.version.as_str()).collect(),
            today,
        }
    }

    pub(super) fn issue(&self, number: u64) -> Option<&'a KnownIssue> {
        self.issues.get(&number).copied()
    }

    pub(super) fn link(&self, number: u64) -> IssueLink {
        let href = if self.here.contains(&number) {
            format!("#{}", self.anchor(number))
        } else {
            self.url(number)
        };
        IssueLink { number, href, critical: self.is_urgent(number) }
    }

    /// Links to issues, as many as one of many lists may have.
    pub(super) fn links(&self, numbers: &[u64]) -> ShortList<IssueLink> {
        ShortList::of(numbers, self.limits.group, |number| *number, |number| self.link(*number))
    }

    /// The names of the leading sections.
    pub(super) fn sections(&self) -> &[Option<String>; 2] {
        &self.facts.settings.words.sections
    }

    /// Whether the report is about all releases of its branches.
    pub(super) fn has_every_release(&self) -> bool {
        self.facts.settings.versions.is_empty()
    }

    /// What a priority is called, with its article.
    pub(super) fn priority(&self) -> String {
        let noun = self.facts.settings.words.priority.as_ref();
        noun.map(Noun::with_article).unwrap_or_default()
    }

    /// Whether an issue is of the most urgent priority.
    pub(super) fn is_urgent(&self, number: u64) -> bool {
        self.issue(number).is_some_and(|issue| self.is_critical(issue))
    }

    fn is_critical(&self, issue: &KnownIssue) -> bool {
        issue.priority.is_some()
            && issue.priority.as_ref() == self.facts.settings.priorities.first()
    }

    /// Its place in the list of issues: `owner/name/43210`.
    pub(super) fn anchor(&self, number: u64) -> String {
        format!("{}/{number}", self.facts.name)
    }

    /// `fixed in v1.6.5`, and whether that is not released yet.
    pub(super) fn fixed_in(&self, version: &str) -> String {
        let remark = if self.released.contains(version) { "" } else { ", not released yet" };
        format!("fixed in {version}{remark}")
    }

    /// An issue's page on GitHub.
    pub(super) fn url(&self, number: u64) -> String {
        format!("{}/issues/{number}", self.facts.url)
    }

    /// A pull request of this repository: page and name.
    pub(super) fn own_pull_request(&self, number: u64) -> (String, String) {
        (format!("{}/pull/{number}", self.facts.url), format!("#{number}"))
    }

    /// A pull request's page on GitHub, and its name as seen from this repository.
    pub(super) fn pull_request(&self, repository: &str, number: u64) -> (String, String) {
        if repository.eq_ignore_ascii_case(&self.facts.name) {
            return self.own_pull_request(number);
        }
        let server = self.facts.url.strip_suffix(&self.facts.name).unwrap_or("https://github.com/");
        (format!("{server}{repository}/pull/{number}"), format!("{repository}#{number}"))
    }

    pub(super) fn pull_requests(&self, names: &[PullRequestName]) -> Vec<(String, String)> {
        names.iter().map(|name| self.pull_request(&name.repository, name.number)).collect()
    }
}
