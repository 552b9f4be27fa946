//! What `validate` returns: the public JSON, versioned.

use std::fmt;

use serde::Serialize;

use crate::format::description::entry::Key;
use crate::format::description::pull_requests::{self, Reference};
use crate::judge::diagnostic::Finding;
use crate::judge::issue::{Issue, State};
use crate::judge::judgement::Judgement;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::policy::level::Severity;
use crate::render::plain;
use crate::text::position::{Lines, Location};

/// The most diagnostics that an answer lists. `errors` and `warnings` count all of them.
pub const MOST_DIAGNOSTICS: usize = 500;

/// The most values of each kind that a shortened answer lists.
const SHORT_LIST: usize = 200;

/// The answer about one issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "the format has these members")]
pub struct Answer {
    /// The version of this format: 1.
    pub schema: u8,
    /// Whether the issue is a patch-release issue. If not, it is not judged.
    pub in_scope: bool,
    /// Whether there are no errors.
    pub valid: bool,
    /// Whether the details of a security problem are withheld. If so, the answer contains no text from the title or the
    /// description.
    pub withheld: bool,
    /// How many diagnostics are errors.
    pub errors: usize,
    /// How many diagnostics are warnings.
    pub warnings: usize,
    /// What was read from the issue.
    pub issue: Understood,
    /// The diagnostics: those of the labels first, then by position. At most 500.
    pub diagnostics: Vec<Diagnostic>,
    /// The description with all fixes applied; null if there are no fixes.
    pub fixed_description: Option<String>,
    /// Present and true if something was left out because of its size.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub truncated: bool,
}

/// What was read from an issue. Members that are absent, out of scope or withheld are null or empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Understood {
    /// The issue's number.
    pub number: u64,
    /// Its title: untrusted text.
    pub title: Option<String>,
    /// Open or closed, if the event says so.
    pub state: Option<State>,
    /// The address of the issue's page.
    pub url: Option<String>,
    /// The priority label without its prefix, if there is exactly one.
    pub priority: Option<String>,
    /// The SIG labels without their prefix, sorted.
    pub sigs: Vec<String>,
    /// The versions that introduced the problem, in the order of the description, with fixes applied.
    pub introduced_in: Vec<String>,
    /// The versions that resolved the problem, in the order of the description, with fixes applied.
    pub resolved_in: Vec<String>,
    /// The branches that never had it, such as `v1.8`, likewise.
    pub not_affected: Vec<String>,
    /// The branches that have it and get no fix, likewise.
    pub wont_fix: Vec<String>,
    /// The binaries that have it, in lower case.
    pub binaries: Vec<String>,
    /// The pull requests that fix the problem.
    pub pull_requests: Vec<PullRequest>,
    /// The text of the sections, as Markdown: untrusted. Lines end with LF.
    pub sections: SectionTexts,
}

/// A pull request, as the description names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PullRequest {
    /// The repository's owner; null for the issue's own repository.
    pub owner: Option<String>,
    /// The repository; null for the issue's own.
    pub repo: Option<String>,
    /// The number.
    pub number: u64,
}

/// The text of each section, by its name in camel case; null if the section is missing. With the default policy:
/// `symptoms`, `rootCause`, `impact`, `resolution` and `prs`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionTexts(pub Vec<(String, Option<String>)>);

impl Serialize for SectionTexts {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, text)| (name, text)))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for SectionTexts {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "SectionTexts".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "The text of each section, by its name in camel case; null if the section is missing. With the default policy: `symptoms`, `rootCause`, `impact`, `resolution` and `prs`.",
            "type": "object",
            "additionalProperties": { "type": ["string", "null"] }
        })
    }
}

/// One diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// The name of the rule. Its page is `docs/rules/<rule>.md`.
    pub rule: &'static str,
    /// Whether it makes the issue invalid.
    pub severity: Severity,
    /// What is wrong. The user's words are in backticks.
    pub message: String,
    /// How to correct it.
    pub help: String,
    /// The position in the original description; null for labels.
    pub span: Option<Location>,
    /// A related place in the description.
    pub note: Option<Note>,
    /// Edits of the original description that correct it; null if a person must correct it.
    pub fix: Option<Fix>,
}

/// A related place of a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Note {
    /// The position.
    pub span: Location,
    /// What is at this position.
    pub message: String,
}

/// A machine-applicable fix: apply all of its edits, or none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Fix {
    /// The edits, in order.
    pub edits: Vec<Replacement>,
}

/// One edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replacement {
    /// The range to replace; empty to insert text.
    pub span: Location,
    /// The new text.
    pub text: String,
}

impl Answer {
    pub(crate) fn of(judgement: &Judgement<'_>) -> Self {
        let lines = judgement.lines();
        let mut diagnostics = Vec::new();
        for finding in judgement.findings.iter().take(MOST_DIAGNOSTICS) {
            diagnostics.push(Diagnostic::of(finding, &lines));
        }
        Self {
            schema: 1,
            in_scope: judgement.subject.is_some(),
            valid: judgement.is_valid(),
            withheld: judgement.is_withheld(),
            errors: judgement.count(Severity::Error),
            warnings: judgement.count(Severity::Warning),
            issue: Understood::of(judgement),
            diagnostics,
            fixed_description: judgement.fixed.clone(),
            truncated: judgement.findings.len() > MOST_DIAGNOSTICS,
        }
    }

    /// The answer as JSON, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The answer without long texts and with short lists, so that it fits into an output.
    pub(crate) fn shortened(mut self) -> Self {
        let issue = &mut self.issue;
        for names in [
            &mut issue.introduced_in,
            &mut issue.resolved_in,
            &mut issue.not_affected,
            &mut issue.wont_fix,
            &mut issue.binaries,
            &mut issue.sigs,
        ] {
            names.truncate(SHORT_LIST);
        }
        issue.pull_requests.truncate(SHORT_LIST);
        self.fixed_description = None;
        for (_, text) in &mut self.issue.sections.0 {
            *text = None;
        }
        self.truncated = true;
        self
    }
}

impl Diagnostic {
    fn of(finding: &Finding, lines: &Lines<'_>) -> Self {
        let violation = &finding.violation;
        let mut edits = Vec::new();
        for edit in &violation.edits {
            edits.push(Replacement { span: lines.locate(edit.span), text: edit.text.clone() });
        }
        Self {
            rule: finding.rule,
            severity: finding.severity,
            message: plain::message(&violation.message),
            help: plain::message(&violation.help),
            span: violation.span.map(|span| lines.locate(span)),
            note: violation.note.as_ref().map(|(span, message)| Note {
                span: lines.locate(*span),
                message: plain::message(message),
            }),
            fix: (!edits.is_empty()).then_some(Fix { edits }),
        }
    }
}

impl Understood {
    fn of(judgement: &Judgement<'_>) -> Self {
        let known = Self::known(judgement.issue, judgement.policy);
        match &judgement.subject {
            None => known,
            Some(subject) if subject.is_silent => known.with_labels(subject),
            Some(subject) => known.with_labels(subject).with_description(judgement.issue, subject),
        }
    }

    fn known(issue: &Issue, policy: &Policy) -> Self {
        let (number, state, url) = (issue.number, issue.state, issue.html_url.clone());
        let sections = policy.sections.list().map(|section| (section.key(), None)).collect();
        Self { number, state, url, sections: SectionTexts(sections), ..Self::default() }
    }

    fn with_labels(mut self, subject: &Subject<'_>) -> Self {
        if let [priority] = subject.labels.priorities.as_slice() {
            self.priority = Some(priority.clone());
        }
        self.sigs.clone_from(&subject.labels.sigs);
        self
    }

    fn with_description(mut self, issue: &Issue, subject: &Subject<'_>) -> Self {
        self.title = Some(issue.title.clone());
        let Some(description) = subject.description() else { return self };
        self.introduced_in = description.versions(Key::IntroducedIn);
        self.resolved_in = description.versions(Key::ResolvedIn);
        self.not_affected = description.versions(Key::NotAffected);
        self.wont_fix = description.versions(Key::WontFix);
        self.binaries = description.binary_names();
        for listed in subject.pull_requests() {
            self.pull_requests.push(PullRequest::from(listed.reference));
        }
        for (name, (_, text)) in subject.policy.sections.all().zip(&mut self.sections.0) {
            let section = description.sections.get(name);
            *text = section.map(|section| description.text(section).to_owned());
        }
        self
    }
}

impl fmt::Display for PullRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repository = self.owner.as_deref().zip(self.repo.as_deref());
        pull_requests::write(formatter, repository, self.number)
    }
}

impl From<Reference> for PullRequest {
    fn from(reference: Reference) -> Self {
        let (owner, repo) = reference.repository.unzip();
        Self { owner, repo, number: reference.number }
    }
}
