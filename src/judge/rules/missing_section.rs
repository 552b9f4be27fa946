//! ## What it does
//!
//! Requires the five sections: Symptoms, Root cause, Impact, Resolution, PRs (also: PR, Pull requests). A section starts with a heading that has this text. Case, emphasis, emoji and a trailing colon are ignored. Headings in code, quotes, lists and comments do not count. You may add other sections.
//!
//! The fix adds the heading in the right place, with the template's prompt below it.
//!
//! ## Why
//!
//! Each section answers a question that a release manager would otherwise have to ask.
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
    for name in subject.policy.sections.all().rev() {
        match description.sections.get(name) {
            Some(section) => next = Some(section),
            None if subject.policy.sections.is_optional(name) => {}
            None => missing.push((name, next)),
        }
    }
    for (name, next) in missing.into_iter().rev() {
        found.push(violation(subject, description, name, next));
    }
}

/// The section belongs before `next`.
fn violation(
    subject: &Subject<'_>,
    description: &Description<'_>,
    name: SectionName,
    next: Option<&Section>,
) -> Violation {
    let message =
        Message::text("the section ").and_code(description.title(name)).and(" is missing");
    let help = Message::text("add ")
        .and_code(description.sections.heading(description.title(name)))
        .and(": ")
        .and_message(question(subject, name));
    match next.map(|next| description.source.line_start(next.heading.start)) {
        Some(at) => {
            let edit = insert(description, name, at);
            Violation::new(edit.span, message, help).with_edits(vec![edit])
        }
        None => Violation::new(description.end(), message, help)
            .with_edits(description.append(&text(description, name, "\n"))),
    }
}

fn question(subject: &Subject<'_>, name: SectionName) -> Message {
    let sections = &subject.policy.sections;
    match sections.get(name).and_then(|section| section.words) {
        Some(words) => Message::text(words.question),
        None => Message::code(sections.prompt(name)),
    }
}

fn insert(description: &Description<'_>, name: SectionName, at: usize) -> Edit {
    let end = description.source.end_of_line();
    description.source.edit(&(at..at), format!("{}{end}{end}", text(description, name, end)))
}

fn text(description: &Description<'_>, name: SectionName, end: &str) -> String {
    let prompt = description.source.form.sections.prompt(name).replace('\n', end);
    format!("{}{end}{end}{prompt}", description.sections.heading(description.title(name)))
}
