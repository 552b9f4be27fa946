//! The rules: one a file, listed here once, in the order of the format's table.
//!
//! A rule asks what should be there and compares; it never formats, and never reads Markdown.

use crate::description::Description;
use crate::description::claim::Claim;
use crate::description::entry::{Entry, Key};
use crate::description::order;
use crate::description::pull_requests::Reference;
use crate::description::repair::Damage;
use crate::description::value::Value;
use crate::diagnostic::{Edit, Finding, Message, Severity, Span, Violation};
use crate::facts::PullRequestState;
use crate::subject::{Listed, Subject};
use crate::template::SectionName;
use crate::version::Version;

mod conflicting_entries;
mod conflicting_priorities;
mod duplicate_entry;
mod duplicate_section;
mod empty_description;
mod empty_section;
mod exposed_security_detail;
mod fenced_template;
mod heading_level;
mod invalid_version;
mod late_release_block;
mod malformed_entry;
mod malformed_pull_request;
mod missing_binaries;
mod missing_introduced_in;
mod missing_priority;
mod missing_pull_request;
mod missing_release_block;
mod missing_resolved_in;
mod missing_section;
mod missing_security_statement;
mod missing_sig;
mod missing_template;
mod misspelled_section;
mod pseudo_heading;
mod resolved_before_introduced;
mod section_order;
mod several_versions;
mod unaccepted_priority;
mod unclosed_comment;
mod unclosed_fence;
mod unclosed_release_block;
mod unfenced_entry;
mod unfilled_section;
mod unfilled_version;
mod unknown_binary;
mod unknown_key;
mod unknown_pull_request;
mod unknown_resolution;
mod unknown_sig;
mod unlisted_sig;
mod unmerged_pull_request;
mod unreadable_description;
mod unreleased_version;
mod unresolved_branch;

/// A rule.
pub struct Rule {
    /// Its name, as policies, links and filters write it.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// Its severity, unless the policy says otherwise.
    pub severity: Severity,
    /// Whether some of its violations come with a fix.
    pub has_fix: bool,
    /// Whether it is asked of a withheld security issue.
    pub when_withheld: bool,
    /// The rule in one line; about a withheld issue, the only message.
    pub summary: &'static str,
    /// Adds what it finds.
    check: fn(&Subject<'_>, &mut Vec<Violation>),
}

/// What rules are about, in the order of the format's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// The labels.
    Labels,
    /// The description as a whole.
    Description,
    /// The release blocks and their entries.
    Entries,
    /// The sections and what stands in them.
    Sections,
    /// Issues whose details must wait.
    Security,
    /// What GitHub knows about tags and pull requests.
    Facts,
}

/// Every rule, in the order of the format's table.
pub const RULES: &[Rule] = &[
    missing_priority::RULE,
    unaccepted_priority::RULE,
    conflicting_priorities::RULE,
    missing_sig::RULE,
    unknown_sig::RULE,
    empty_description::RULE,
    unreadable_description::RULE,
    missing_template::RULE,
    fenced_template::RULE,
    unclosed_fence::RULE,
    unclosed_comment::RULE,
    missing_release_block::RULE,
    missing_introduced_in::RULE,
    missing_resolved_in::RULE,
    unfilled_version::RULE,
    invalid_version::RULE,
    several_versions::RULE,
    unknown_key::RULE,
    malformed_entry::RULE,
    duplicate_entry::RULE,
    conflicting_entries::RULE,
    resolved_before_introduced::RULE,
    unfenced_entry::RULE,
    unclosed_release_block::RULE,
    late_release_block::RULE,
    missing_section::RULE,
    empty_section::RULE,
    unfilled_section::RULE,
    duplicate_section::RULE,
    misspelled_section::RULE,
    pseudo_heading::RULE,
    section_order::RULE,
    heading_level::RULE,
    missing_binaries::RULE,
    unknown_binary::RULE,
    missing_pull_request::RULE,
    malformed_pull_request::RULE,
    missing_security_statement::RULE,
    exposed_security_detail::RULE,
    unreleased_version::RULE,
    unknown_resolution::RULE,
    unresolved_branch::RULE,
    unknown_pull_request::RULE,
    unmerged_pull_request::RULE,
    unlisted_sig::RULE,
];

/// Where a rule is explained.
#[must_use]
pub fn page(rule: &str) -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/rules/{rule}.md")
}

/// Where the template is shown.
pub(crate) fn template_page() -> String {
    format!("https://github.com/{HOME}/blob/v1/docs/template.md")
}

/// The public name of the action: the one place where it is written.
pub const HOME: &str = "patch-release-issues/action";

/// Asks every rule. Findings come in order of position, labels first, ties in the order of the table.
pub(crate) fn judge(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rank, rule) in RULES.iter().enumerate() {
        rule.judge(rank, subject, &mut findings);
    }
    order::sort(&mut findings, |finding| finding.violation.span.map_or(0, |span| span.start + 1));
    findings
}

impl Rule {
    fn judge(&self, rank: usize, subject: &Subject<'_>, findings: &mut Vec<Finding>) {
        let Some(severity) = subject.policy.severity(self.name, self.severity) else { return };
        if subject.is_withheld && !self.when_withheld {
            return;
        }
        let mut violations = Vec::new();
        (self.check)(subject, &mut violations);
        for violation in violations {
            let violation = if subject.is_withheld { self.silent(violation) } else { violation };
            findings.push(Finding { rule: self.name, rank, severity, violation });
        }
    }

    /// A violation that quotes nothing: all that is said about a withheld issue. What labels and the security
    /// rules ask for is the same for every issue.
    fn silent(&self, violation: Violation) -> Violation {
        let page = || {
            Message::text(
                "the rule's page tells what to do; of a withheld issue nothing is shown here",
            )
        };
        let entry = || {
            let help = Message::text("write one ")
                .and_code("key=value")
                .and(" a line, in a code fence of ");
            help.and_code("release").and(", each with a full version such as ").and_code("v1.6.2")
        };
        let (message, help) = match self.group {
            Group::Security => (violation.message, violation.help),
            Group::Labels => (Message::text(self.summary), violation.help),
            Group::Entries => (Message::text(self.summary), entry()),
            _ => (Message::text(self.summary), page()),
        };
        Violation::new(violation.span, message, help)
    }
}

/// A value of an entry, with where it stands.
#[derive(Clone, Copy)]
struct Written<'a> {
    description: &'a Description<'a>,
    entry: &'a Entry,
    value: &'a Value,
}

impl Written<'_> {
    fn span(&self) -> Span {
        self.description.original(&self.value.span)
    }

    /// The value as its author wrote it.
    fn value(&self) -> &str {
        self.description.source.slice(&self.value.span)
    }

    /// The words `key=value`, with the key that was meant.
    fn text(&self) -> String {
        format!("{}={}", self.entry.key.name(), self.value())
    }
}

/// Every value that entries name, in the order of the description.
fn written<'a>(description: &'a Description<'a>) -> Vec<Written<'a>> {
    let mut written = Vec::new();
    for entry in &description.entries {
        for value in &entry.values {
            written.push(Written { description, entry, value });
        }
    }
    written
}

/// What `claim` was made from.
fn claimed<'a>(description: &'a Description<'a>, claim: &Claim) -> Option<Written<'a>> {
    let entry = description.entries.get(claim.entry)?;
    Some(Written { description, entry, value: entry.values.get(claim.value)? })
}

/// A version that an entry names, and where.
struct Named<'a> {
    version: &'a Version,
    span: Span,
}

/// Every version that entries of `key` name, each once, where it stands first.
fn versions<'a>(subject: &'a Subject<'_>, key: Key) -> Vec<Named<'a>> {
    let mut versions: Vec<Named<'a>> = Vec::new();
    let Some(description) = subject.description() else { return versions };
    for Claim { version, span, .. } in description.claims.of_key(key) {
        if versions.last().is_none_or(|last| last.version != version) {
            versions.push(Named { version, span: description.original(span) });
        }
    }
    versions
}

/// Every pull request that *PRs* names and GitHub knows about: where it stands, how it is written, what it is.
fn listed<'a>(subject: &'a Subject<'_>) -> Vec<(Span, Reference, &'a PullRequestState)> {
    let mut known = Vec::new();
    let Some(description) = subject.description() else { return known };
    if subject.facts.pull_requests.is_empty() {
        return known;
    }
    for Listed { reference, repository } in subject.pull_requests() {
        let state = subject.facts.pull_request(repository.as_deref(), reference.number);
        if let Some(state) = state {
            known.push((description.original(&reference.span), reference, state));
        }
    }
    known
}

/// Whether nothing of the template can be found: neither an entry nor a section.
fn lacks_template(description: &Description<'_>) -> bool {
    let says_nothing = |entry: &Entry| entry.key == Key::ResolvedIn && entry.values.is_empty();
    description.sections.all.is_empty() && description.entries.iter().all(says_nothing)
}

/// The end of the description.
fn end(description: &Description<'_>) -> Span {
    let end = description.source.text().trim_end().len();
    description.original(&(end..end))
}

/// Adds `text`, lines ended by LF, below everything; nothing where something open would swallow it.
fn append(description: &Description<'_>, text: &str) -> Vec<Edit> {
    if description.ends_open() {
        return Vec::new();
    }
    let source = &description.source;
    let end = source.text().trim_end().len();
    let below = format!("\n\n{text}").replace('\n', source.end_of_line());
    vec![source.edit(&(end..end), below)]
}

/// A violation for every repair of `damage`.
fn repairs(
    subject: &Subject<'_>,
    damage: Damage,
    found: &mut Vec<Violation>,
    words: fn() -> (Message, Message),
) {
    let Some(description) = subject.description() else { return };
    for repair in &description.repairs {
        if repair.damage == damage {
            let (message, help) = words();
            let violation = Violation::new(repair.span, message, help);
            found.push(violation.with_edits(repair.edits.clone()));
        }
    }
}

/// Who sets a priority label, and how.
fn help_priority(subject: &Subject<'_>) -> Message {
    let priorities = &subject.policy.priorities;
    let (mut labels, mut commands) = (Vec::new(), Vec::new());
    for name in &priorities.accepted {
        labels.push(format!("{}{name}", priorities.prefix));
        commands.push(format!("/priority {name}"));
    }
    Message::text("people with triage permission set ")
        .and_choice(&labels)
        .and("; where Prow runs, anybody can comment ")
        .and_choice(&commands)
}

/// Who sets a SIG label, and how.
fn help_sig(subject: &Subject<'_>) -> Message {
    Message::text(
        "people with triage permission set a label for every SIG that is involved, such as ",
    )
    .and_code(format!("{}node", subject.policy.sigs.prefix))
    .and("; where Prow runs, anybody can comment ")
    .and_code("/sig node")
}

/// What a section should tell.
fn help_section(name: SectionName) -> Message {
    Message::text(match name {
        SectionName::Symptoms => "write what users experience",
        SectionName::RootCause => "write what causes it, and the binaries that have it",
        SectionName::Impact => {
            "write why it is worth a patch release instead of the next minor release"
        }
        SectionName::Resolution => "write how it was or will be fixed",
        SectionName::PullRequests => "list the pull requests that fix it",
    })
}
