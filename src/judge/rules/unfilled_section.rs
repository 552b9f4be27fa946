//! ## What it does
//!
//! Finds sections with nothing in them but the words of the template. Words of your own beside them are an answer; still, remove the template's.
//!
//! ## Why
//!
//! The template asks; it does not answer.
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
    summary: "a section still has the template's words",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for (name, section, fill) in description.filled() {
        if fill != Fill::Prompts {
            continue;
        }
        let place = description.original(&description.source.trimmed(&section.body));
        let message = Message::text("the section ")
            .and_code(name.title())
            .and(" still has the words of the template");
        found.push(Violation::new(place, message, help::section(name)));
    }
}
