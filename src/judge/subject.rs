//! What rules judge: an issue, its labels and description as read, and the policy.

use std::collections::HashSet;

use crate::format::description::entry::Key;
use crate::format::description::pull_requests::Reference;
use crate::format::description::repair::Damage;
use crate::format::description::{Description, Fill, limits};
use crate::format::template::SectionName;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::policy::{Policy, Scope};
use crate::text::edit::Span;
use crate::text::sort;

/// An issue with its labels and description as read.
pub(crate) struct Subject<'a> {
    pub(crate) issue: &'a Issue,
    pub(crate) policy: &'a Policy,
    pub(crate) facts: &'a Facts,
    pub(crate) labels: IssueLabels,
    pub(crate) content: Content<'a>,
    /// Whether the work is done: an entry names a release with the fix, or the issue is closed as completed.
    pub(crate) is_done: bool,
    /// Whether the details of a security problem are, or should be, left out.
    pub(crate) is_withheld: bool,
}

/// A pull request that *PRs* names.
pub(crate) struct ListedPullRequest {
    pub(crate) reference: Reference,
    /// `owner/name` in lower case; `None` for the issue's own repository, even when it is named.
    pub(crate) repository: Option<String>,
}

/// The relevant labels, without their prefixes, in lower case, sorted.
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
        let is_scope = match &policy.scope {
            Scope::Labels { labels } => has_any(labels),
            Scope::All(_) => true,
        };
        Self {
            priorities: behind_prefix(&names, &policy.priorities.prefix),
            sigs: behind_prefix(&names, &policy.sigs.prefix),
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
        let content = Content::read(description);
        let tells_release =
            matches!(&content, Content::Read(description) if description.tells_release());
        if issue.pull_request || !(labels.is_scope || tells_release) {
            return None;
        }
        let content = content.repaired();
        let is_done = issue.is_closed_as_completed() || content.names_fix();
        let is_withheld = if labels.is_security {
            !is_done
        } else {
            content.is_security_statement(&policy.security.phrases)
        };
        Some(Self { issue, policy, facts, labels, content, is_done, is_withheld })
    }

    /// The description, if it can be read and is not empty.
    pub(crate) fn description(&self) -> Option<&Description<'a>> {
        match &self.content {
            Content::Read(description) => Some(description),
            Content::Empty | Content::Unreadable(_) => None,
        }
    }

    /// The pull requests that *PRs* names, once each, in order. The URL of number 1 in this repository, and a bare
    /// number 1, which has a fix, are the same as `#1`.
    pub(crate) fn pull_requests(&self) -> Vec<ListedPullRequest> {
        let Some(description) = self.description() else { return Vec::new() };
        let mut found = description.pull_requests.clone();
        for bare in &description.bare_numbers {
            for (number, span) in &bare.numbers {
                found.push(Reference { repository: None, number: *number, span: span.clone() });
            }
        }
        sort::sort(&mut found, |found| found.span.start);
        let own = self.issue.repository();
        let (mut requests, mut seen) = (Vec::new(), HashSet::new());
        for reference in found {
            let named = reference
                .repository
                .as_ref()
                .map(|(owner, repo)| format!("{owner}/{repo}").to_ascii_lowercase());
            let repository = named.filter(|named| Some(named) != own.as_ref());
            if seen.insert((repository.clone(), reference.number)) {
                requests.push(ListedPullRequest { reference, repository });
            }
        }
        requests
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

    /// Whether a section may still say that there is no answer yet, in the issue's state.
    pub(crate) fn accepts_deferred(&self, name: SectionName) -> bool {
        !self.is_done && name.is_deferrable()
    }

    /// Whether some section has content.
    pub(crate) fn has_filled_section(&self) -> bool {
        let fill = |name| self.description()?.fill(name);
        SectionName::ALL.into_iter().any(|name| fill(name) == Some(Fill::Given))
    }
}

impl<'a> Content<'a> {
    fn read(text: &'a str) -> Self {
        if text.len() > limits::LONGEST {
            return Self::Unreadable(None);
        }
        if let Some(line) = limits::too_deep(text) {
            return Self::Unreadable(Some(Span { start: line.start, end: line.end }));
        }
        Self::Read(Box::new(Description::read(text)))
    }

    /// The content after repairs. A comment that is never closed can hide all of it.
    fn repaired(self) -> Self {
        let Self::Read(description) = self else { return self };
        let description = description.repaired();
        if description.is_empty() { Self::Empty } else { Self::Read(Box::new(description)) }
    }

    fn names_fix(&self) -> bool {
        matches!(self, Self::Read(description) if !description.claims.of_key(Key::ResolvedIn).is_empty())
    }

    /// Whether the text says that the security team is working on it and has no sections.
    pub(crate) fn is_security_statement(&self, phrases: &[String]) -> bool {
        let Self::Read(description) = self else { return false };
        description.sections.all.is_empty() && says_any(description, phrases)
    }
}

/// Whether the description's text contains one of the policy's phrases.
pub(crate) fn says_any(description: &Description<'_>, phrases: &[String]) -> bool {
    let text = description.spoken_text();
    phrases.iter().any(|phrase| text.contains(&phrase.to_ascii_lowercase()))
}
