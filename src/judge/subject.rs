//! What rules judge: an issue, its labels and description as read, and the policy.

use crate::evidence::Evidence;
use crate::format::description::repair::Damage;
use crate::format::description::{Description, Fill, limits};
use crate::format::template::SectionName;
use crate::format::version::Branch;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::listed_pull_requests::{ListedPullRequest, listed};
use crate::judge::record;
use crate::policy::{Policy, Scope};
use crate::text::edit::Span;

/// An issue with its labels and description as read.
pub(crate) struct Subject<'a> {
    pub(crate) issue: &'a Issue,
    pub(crate) policy: &'a Policy,
    pub(crate) facts: &'a Facts,
    pub(crate) labels: IssueLabels,
    pub(crate) content: Content<'a>,
    /// What the history of the repository shows about it.
    pub(crate) evidence: Evidence<'a>,
    /// The branches that are maintained, newest first.
    pub(crate) maintained: Vec<Branch>,
    /// Whether the work is done: a release is named that has the fix, as far as that can be told, or the issue is closed
    /// as completed and no maintained branch is left with the problem.
    pub(crate) is_done: bool,
    /// Whether the details of a security problem are, or should be, left out.
    pub(crate) is_withheld: bool,
    /// Whether nothing of the issue may be shown: it is withheld, or may be by now.
    pub(crate) is_silent: bool,
}

/// The labels that matter, without their prefixes, in lower case, sorted.
#[derive(Debug)]
pub(crate) struct IssueLabels {
    pub(crate) priorities: Vec<String>,
    pub(crate) sigs: Vec<String>,
    pub(crate) is_security: bool,
    pub(crate) is_scope: bool,
}

/// A description, if it can be read.
pub(crate) enum Content<'a> {
    /// Null, blank, or only comments.
    Empty,
    /// Not read. Contains the place that is too deeply nested, or `None` when the text is too long.
    Unreadable(Option<Span>),
    Read(Box<Description<'a>>),
}

impl IssueLabels {
    fn read(issue: &Issue, policy: &Policy) -> Self {
        let mut names = Vec::with_capacity(issue.labels.len());
        for name in &issue.labels {
            names.push(name.to_ascii_lowercase());
        }
        let has_any = |wanted: &[String]| {
            wanted.iter().any(|wanted| names.contains(&wanted.to_ascii_lowercase()))
        };
        let behind = |prefix: &str| behind_prefix(&names, prefix);
        let is_scope = match &policy.scope {
            Scope::Labels { labels } => has_any(labels),
            Scope::All(_) => true,
        };
        Self {
            priorities: policy
                .priorities
                .as_ref()
                .map_or(Vec::new(), |asked| behind(&asked.prefix)),
            sigs: policy.sigs.as_ref().map_or(Vec::new(), |asked| behind(&asked.prefix)),
            is_security: has_any(&policy.security.labels),
            is_scope,
        }
    }
}

/// What follows the prefix in the names that have it, sorted. A prefix alone does not count.
pub(crate) fn behind_prefix(names: &[String], prefix: &str) -> Vec<String> {
    let prefix = prefix.to_ascii_lowercase();
    let mut sorted: Vec<String> = Vec::new();
    for name in names {
        let name = name.to_ascii_lowercase();
        let Some(rest) = name.strip_prefix(&prefix) else { continue };
        if rest.trim().is_empty() {
            continue;
        }
        if let Err(at) = sorted.binary_search_by(|other| other.as_str().cmp(rest)) {
            sorted.insert(at, rest.to_owned());
        }
    }
    sorted
}

impl<'a> Subject<'a> {
    /// Reads an issue, whose description may have been corrected; `None` when it is out of scope.
    pub(crate) fn read(
        issue: &'a Issue,
        description: &'a str,
        policy: &'a Policy,
        facts: &'a Facts,
    ) -> Option<Self> {
        let labels = IssueLabels::read(issue, policy);
        let content = Content::read(description, policy);
        let tells_release = matches!(&content, Content::Read(description) if description.is_about(policy.name.is_some()));
        if issue.pull_request || !(labels.is_scope || tells_release) {
            return None;
        }
        Some(Self::of(issue, policy, facts, labels, content))
    }

    /// An issue, whether or not it is in scope.
    fn of(
        issue: &'a Issue,
        policy: &'a Policy,
        facts: &'a Facts,
        labels: IssueLabels,
        content: Content<'a>,
    ) -> Self {
        let content = content.repaired();
        let record = record::of(issue, policy, facts, content.description());
        let evidence = Evidence::owned(&facts.history, record, policy.cherry_picks);
        let maintained = facts.maintained(&policy.maintained);
        let is_done = evidence.is_done(&maintained);
        let is_withheld = if labels.is_security {
            !is_done || facts.is_partial
        } else {
            content.is_security_statement(issue, &policy.security.phrases)
        };
        let is_silent = is_withheld || facts.is_unread;
        Self {
            issue,
            policy,
            facts,
            labels,
            content,
            evidence,
            maintained,
            is_done,
            is_withheld,
            is_silent,
        }
    }

    /// The description, if it can be read and is not empty.
    pub(crate) fn description(&self) -> Option<&Description<'a>> {
        self.content.description()
    }

    /// The pull requests of *PRs*, each once, in order.
    pub(crate) fn pull_requests(&self) -> Vec<ListedPullRequest> {
        self.description().map(|description| listed(description, self.issue)).unwrap_or_default()
    }

    /// A violation for every repair of `damage`.
    pub(crate) fn repairs(
        &self,
        damage: Damage,
        found: &mut Vec<Violation>,
        words: fn() -> (Message, Message),
    ) {
        let Some(description) = self.description() else { return };
        for repair in &description.repairs {
            if repair.damage == damage {
                let (message, help) = words();
                let violation = Violation::new(repair.span, message, help);
                found.push(violation.with_edits(repair.edits.clone()));
            }
        }
    }

    /// Whether the work is done, or somebody who closed the issue says so.
    pub(crate) fn is_called_done(&self) -> bool {
        self.is_done || self.issue.is_closed_as_completed()
    }

    /// Whether a section's text answers, in the state that the issue is in.
    pub(crate) fn accepts_deferred(&self, name: SectionName) -> bool {
        !self.is_done && self.policy.sections.is_deferrable(name)
    }

    /// Whether some section has content.
    pub(crate) fn has_filled_section(&self) -> bool {
        let fill = |name| self.description()?.fill(name);
        self.policy.sections.all().any(|name| fill(name) == Some(Fill::Given))
    }
}

impl<'a> Content<'a> {
    fn description(&self) -> Option<&Description<'a>> {
        match self {
            Self::Read(description) => Some(description),
            Self::Empty | Self::Unreadable(_) => None,
        }
    }

    fn read(text: &'a str, policy: &'a Policy) -> Self {
        if text.len() > limits::LONGEST {
            return Self::Unreadable(None);
        }
        if let Some(line) = limits::too_deep(text) {
            return Self::Unreadable(Some(Span { start: line.start, end: line.end }));
        }
        Self::Read(Box::new(Description::read(text, policy.form())))
    }

    /// The content after repairs. A comment that is never closed can hide all of it.
    fn repaired(self) -> Self {
        let Self::Read(description) = self else { return self };
        let description = description.repaired();
        if description.is_empty() { Self::Empty } else { Self::Read(Box::new(description)) }
    }

    /// Whether the text says that the security team is at work, and no more. Of a text that cannot be read, nobody knows
    /// what else it says.
    fn is_security_statement(&self, issue: &Issue, phrases: &[String]) -> bool {
        match self {
            Self::Read(description) => {
                description.sections.all.is_empty() && says_any(description, phrases)
            }
            Self::Unreadable(_) => {
                contains_any(&words(issue.description.as_deref().unwrap_or_default()), phrases)
            }
            Self::Empty => false,
        }
    }
}

/// The words of a text whose Markdown is not read, in lower case, each after one space.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    let is_mark = |character: char| character.is_whitespace() || ">*_`~#<".contains(character);
    for word in text.split(is_mark).filter(|word| !word.is_empty()) {
        words.push(' ');
        words.push_str(&word.to_ascii_lowercase());
    }
    words
}

/// Whether the details of an issue are withheld, whether or not it is in scope.
pub(crate) fn is_withheld(issue: &Issue, policy: &Policy) -> bool {
    let facts = Facts::default();
    let content = Content::read(issue.description.as_deref().unwrap_or_default(), policy);
    Subject::of(issue, policy, &facts, IssueLabels::read(issue, policy), content).is_withheld
}

/// Whether the description's text contains one of the policy's phrases.
pub(crate) fn says_any(description: &Description<'_>, phrases: &[String]) -> bool {
    contains_any(&description.spoken_text(), phrases)
}

fn contains_any(text: &str, phrases: &[String]) -> bool {
    phrases.iter().any(|phrase| text.contains(&phrase.to_ascii_lowercase()))
}
