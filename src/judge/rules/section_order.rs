//! ## What it does
//!
//! Requires the sections to be in the order of the template: Symptoms, Root cause, Impact, Resolution, PRs. Only the first section that is out of order is reported. Other sections may be anywhere.
//!
//! ## Why
//!
//! People who read many issues find each section in the same place.
//!
//! ## Example
//!
//! ```markdown
//! ## Impact
//!
//! All users.
//!
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
//! ## Impact
//!
//! All users.
//! ```

use crate::format::description::section::Section;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "section-order",
    group: Group::Sections,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the sections are not in the order of the template",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let mut latest: Option<&Section> = None;
    for section in &description.sections.all {
        if !description.sections.is_read(section) {
            continue;
        }
        match latest {
            Some(later) if section.name < later.name => {
                let message = Message::code(description.title(section.name))
                    .and(" comes after ")
                    .and_code(description.title(later.name));
                let help =
                    Message::text("the order is ").and_list(subject.policy.sections.titles());
                found.push(Violation::new(description.original(&section.heading), message, help));
                return;
            }
            _ => latest = Some(section),
        }
    }
}
