//! What rules judge: an issue, what its labels and description say, and the policy.

use crate::description::entry::Key;
use crate::description::{Description, Fill, bound};
use crate::diagnostic::Span;
use crate::issue::Issue;
use crate::policy::{Policy, Scope};
use crate::template::SectionName;

/// An issue, read.
pub(crate) struct Subject<'a> {
    pub(crate) issue: &'a Issue,
    pub(crate) policy: &'a Policy,
    pub(crate) labels: Labels,
    pub(crate) content: Content<'a>,
    /// Whether the work is done: a release is named that has the fix, or the issue is closed as completed.
    pub(crate) is_done: bool,
    /// Whether the details of a security problem are, or should be, left out.
    pub(crate) is_withheld: bool,
}

/// The labels that matter, without their prefixes, in lower case, sorted.
#[derive(Debug)]
pub(crate) struct Labels {
    pub(crate) priorities: Vec<String>,
    pub(crate) sigs: Vec<String>,
    pub(crate) is_security: bool,
    pub(crate) is_scope: bool,
}

/// A description, as far as it can be read.
pub(crate) enum Content<'a> {
    /// Null, blank, or nothing but comments.
    Empty,
    /// Not read, and why: the place that nests too deep, or none when the text is too long.
    Unreadable(Option<Span>),
    Read(Box<Description<'a>>),
}

impl Labels {
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

/// What follows the prefix in the names that have it, sorted; a prefix alone is no such label.
fn behind_prefix(names: &[String], prefix: &str) -> Vec<String> {
    let prefix = prefix.to_ascii_lowercase();
    let mut sorted: Vec<String> = Vec::new();
    for name in names {
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
    pub(crate) fn read(issue: &'a Issue, description: &'a str, policy: &'a Policy) -> Option<Self> {
        let labels = Labels::read(issue, policy);
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
        Some(Self { issue, policy, labels, content, is_done, is_withheld })
    }

    /// The description, where it can be read and is not empty.
    pub(crate) fn description(&self) -> Option<&Description<'a>> {
        match &self.content {
            Content::Read(description) => Some(description),
            Content::Empty | Content::Unreadable(_) => None,
        }
    }

    /// Whether a section's text answers, in the state that the issue is in.
    pub(crate) fn accepts_deferred(&self, name: SectionName) -> bool {
        !self.is_done && name.is_deferrable()
    }

    /// Whether some section is answered.
    pub(crate) fn has_filled_section(&self) -> bool {
        let fill = |name| self.description()?.fill(name);
        SectionName::ALL.into_iter().any(|name| fill(name) == Some(Fill::Given))
    }
}

impl<'a> Content<'a> {
    fn read(text: &'a str) -> Self {
        if text.len() > bound::LONGEST {
            return Self::Unreadable(None);
        }
        if let Some(line) = bound::too_deep(text) {
            return Self::Unreadable(Some(Span { start: line.start, end: line.end }));
        }
        Self::Read(Box::new(Description::read(text)))
    }

    /// The content with what damage hid: a comment that never closes can hide all there is.
    fn repaired(self) -> Self {
        let Self::Read(description) = self else { return self };
        let description = description.repaired();
        if description.is_empty() { Self::Empty } else { Self::Read(Box::new(description)) }
    }

    fn names_fix(&self) -> bool {
        matches!(self, Self::Read(description) if !description.claims.of_key(Key::ResolvedIn).is_empty())
    }

    /// Whether the text says that the security team is at work, and no more.
    pub(crate) fn is_security_statement(&self, phrases: &[String]) -> bool {
        let Self::Read(description) = self else { return false };
        description.sections.all.is_empty() && says_any(description, phrases)
    }
}

/// Whether the description's text holds one of the policy's phrases.
pub(crate) fn says_any(description: &Description<'_>, phrases: &[String]) -> bool {
    let text = description.spoken_text();
    phrases.iter().any(|phrase| text.contains(&phrase.to_ascii_lowercase()))
}
