//! ## What it does
//!
//! Finds missing sections whose name is bold text (`**Impact**`) or a word with a colon (`Impact:`, with or without text behind it) at the start of a paragraph.
//!
//! The fix makes a heading of it.
//!
//! ## Why
//!
//! Only headings make sections: bold text looks alike, but nothing can be told from it.
//!
//! ## Example
//!
//! ```markdown
//! **Impact**
//!
//! All users.
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Impact
//!
//! All users.
//! ```

use crate::format::description::Description;
use crate::format::description::outline::{LeafKind, Outline};
use crate::format::description::section::Section;
use crate::format::description::section_start::HeadingForm;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "pseudo-heading",
    group: Group::Sections,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a section's name is written as text, not as a heading",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for section in &description.sections.all {
        if section.written == HeadingForm::Pseudo {
            found.push(violation(description, section));
        }
    }
}

fn violation(description: &Description<'_>, section: &Section) -> Violation {
    let source = &description.source;
    let written = source.slice(&section.heading).trim_end();
    let heading = description.sections.heading(section.name);
    let message = Message::code(written).and(" is not a heading");
    let help = Message::text("write ").and_code(&heading);
    let place = section.heading.start..section.heading.start + written.len();
    let violation = Violation::new(description.original(&place), message, help);
    let behind = source.slice(&(section.heading.end..source.line_at(section.heading.end).end));
    let end = source.end_of_line();
    match behind {
        "" => violation.with_edits(vec![source.edit(&section.heading, heading)]),
        text if is_plain(text) => {
            violation.with_edits(vec![source.edit(&section.heading, heading + end + end)])
        }
        _ => violation,
    }
}

/// Whether `text` stays what it is when it starts a line: a paragraph, or a comment.
fn is_plain(text: &str) -> bool {
    let outline = Outline::read(text);
    outline.leaves.first().is_some_and(|leaf| match leaf.kind {
        LeafKind::Paragraph => leaf.place.is_top_level(),
        LeafKind::Html => text.starts_with("<!--") && text.trim_end().ends_with("-->"),
        _ => false,
    })
}
