//! ## What it does
//!
//! Finds sections that contain only the template's text. A section that also contains other text is not reported, but the template's text should still be removed.
//!
//! ## Why
//!
//! The template's text is a question, not an answer.
//!
//! ## Example
//!
//! ```markdown
//! ## Symptoms
//!
//! What users are experiencing
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Symptoms
//!
//! `kubectl apply` drops a field without an error.
//! ```

use crate::format::description::Fill;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unfilled-section",
    group: Group::Sections,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "a section contains only the template's text",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for (name, section, fill) in description.filled() {
        if fill != Fill::Prompts || subject.policy.sections.is_optional(name) {
            continue;
        }
        let place = description.original(&description.source.trimmed(&section.body));
        let message = Message::text("the section ")
            .and_code(description.title(name))
            .and(" contains only the template's text");
        found.push(Violation::new(place, message, help::section(subject, name)));
    }
}
