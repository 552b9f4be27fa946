//! ## What it does
//!
//! Finds section headings that occur more than once. A deeper heading with the same name (`#### Impact` inside another section) is ordinary text and is not reported.
//!
//! ## Why
//!
//! Only the first section is read, so the text of the second is missing from every report.
//!
//! ## Example
//!
//! ```markdown
//! ## Impact
//!
//! All users.
//!
//! ## Impact
//!
//! Only Windows.
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Impact
//!
//! Only Windows.
//! ```

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "duplicate-section",
    group: Group::Sections,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "a section occurs more than once",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for name in subject.policy.sections.all() {
        let mut first = None;
        for section in &description.sections.all {
            if section.name != name {
                continue;
            }
            let place = description.original(&section.heading);
            match first {
                None => first = Some(place),
                Some(first) => found.push(again(description.title(name), place, first)),
            }
        }
    }
}

fn again(title: &str, place: Span, first: Span) -> Violation {
    let message = Message::text("the section ").and_code(title).and(" occurs more than once");
    let help = Message::text("merge the two sections or rename this one");
    let note = Message::text("only the first is read");
    Violation::new(place, message, help).with_note(first, note)
}
