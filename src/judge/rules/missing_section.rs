//! ## What it does
//!
//! Asks for the five sections: Symptoms, Root cause, Impact, Resolution, PRs (also: PR, Pull requests). A section is a heading with that text; upper and lower case, emphasis, emoji and a colon at the end make no difference. Headings in code, quotes, lists and comments are none. You may add sections of your own.
//!
//! The fix adds the heading at its place, with what the template asks there.
//!
//! ## Why
//!
//! Each answers a question that a release manager would otherwise have to ask.
//!
//! ## Example
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//!
//! ## Root cause
//!
//! TBD
//!
//! ## Impact
//!
//! All nodes.
//!
//! ## Resolution
//!
//! TBD
//!
//! ## PRs
//!
//! TBD
//! ```

use crate::format::description::Description;
use crate::format::description::section::Section;
use crate::format::template::SectionName;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-section",
    group: Group::Sections,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a section is missing",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    if description.lacks_template() {
        return;
    }
    let mut next = None;
    let mut missing = Vec::new();
    for name in SectionName::ALL.into_iter().rev() {
        match description.sections.get(name) {
            Some(section) => next = Some(section),
            None => missing.push((name, next)),
        }
    }
    for (name, next) in missing.into_iter().rev() {
        found.push(violation(description, name, next));
    }
}

/// `next` is the section before which it belongs.
fn violation(
    description: &Description<'_>,
    name: SectionName,
    next: Option<&Section>,
) -> Violation {
    let message = Message::text("the section ").and_code(name.title()).and(" is missing");
    let help = Message::text("add ")
        .and_code(description.sections.heading(name))
        .and(format!(": {}", question(name)));
    match next.map(|next| description.source.line_start(next.heading.start)) {
        Some(at) => {
            let edit = insert(description, name, at);
            Violation::new(edit.span, message, help).with_edits(vec![edit])
        }
        None => Violation::new(description.end(), message, help)
            .with_edits(description.append(&text(description, name, "\n"))),
    }
}

const fn question(name: SectionName) -> &'static str {
    match name {
        SectionName::Symptoms => "what do users experience",
        SectionName::RootCause => "what causes it, and in which binaries",
        SectionName::Impact => "why is it worth a patch release",
        SectionName::Resolution => "how was it, or will it be, fixed",
        SectionName::PullRequests => "which pull requests fix it",
    }
}

fn insert(description: &Description<'_>, name: SectionName, at: usize) -> Edit {
    let end = description.source.end_of_line();
    description.source.edit(&(at..at), format!("{}{end}{end}", text(description, name, end)))
}

fn text(description: &Description<'_>, name: SectionName, end: &str) -> String {
    format!("{}{end}{end}{}", description.sections.heading(name), name.prompt().replace('\n', end))
}
