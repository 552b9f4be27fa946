//! Issue numbers → names and links on the page.

use std::collections::{BTreeMap, BTreeSet};

use crate::known_issues::facts;
use crate::known_issues::facts::{KnownIssue, PullRequestName};
use crate::policy::Noun;

/// An issue in a list.
#[derive(Clone, Default)]
pub(super) struct IssueLink {
    pub(super) number: u64,
    /// Untrusted text, with invisible characters made visible.
    pub(super) title: String,
    /// Its anchor on this page if it has one, else its page on GitHub.
    pub(super) href: String,
    /// Whether it has the most urgent priority.
    pub(super) critical: bool,
}

/// The issues of one repository.
pub(super) struct IssueLinks<'a> {
    facts: &'a facts::RepositoryFacts,
    issues: BTreeMap<u64, &'a KnownIssue>,
    /// The issues that have an anchor on this page.
    here: BTreeSet<u64>,
    released: BTreeSet<&'a str>,
    /// The prefix of the repository's anchors on this page.
    pub(super) prefix: String,
}

impl<'a> IssueLinks<'a> {
    pub(super) fn of(facts: &'a facts::RepositoryFacts, prefix: String) -> Self {
        Self {
            facts,
            issues: facts.issues.iter().map(|issue| (issue.number, issue)).collect(),
            here: facts.report.answers.iter().map(|answer| answer.issue).collect(),
            released: facts.tags.iter().map(|tag| tag.version.as_str()).collect(),
            prefix,
        }
    }

    pub(super) fn issue(&self, number: u64) -> Option<&'a KnownIssue> {
        self.issues.get(&number).copied()
    }

    pub(super) fn named(&self, number: u64) -> IssueLink {
        let title = self.issue(number).map(|issue| crate::text::quote::shown(&issue.title));
        IssueLink { title: title.unwrap_or_default(), ..self.numbered(number) }
    }

    /// An issue without its title.
    pub(super) fn numbered(&self, number: u64) -> IssueLink {
        let href = if self.here.contains(&number) {
            format!("#{}", self.anchor(number))
        } else {
            self.url(number)
        };
        let critical = self.is_urgent(number);
        IssueLink { number, title: String::new(), href, critical }
    }

    pub(super) fn all(&self, numbers: &[u64]) -> Vec<IssueLink> {
        numbers.iter().map(|number| self.named(*number)).collect()
    }

    /// The names of the leading sections.
    pub(super) fn sections(&self) -> &[Option<String>; 2] {
        &self.facts.settings.words.sections
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

    pub(super) fn anchor(&self, number: u64) -> String {
        format!("{}issue-{number}", self.prefix)
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
