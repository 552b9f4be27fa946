//! ## What it does
//!
//! Finds missing sections whose name is written as bold text (`**Impact**`) or as a word with a colon (`Impact:`, with or without text after it) at the start of a paragraph.
//!
//! The fix turns it into a heading.
//!
//! ## Why
//!
//! Only a heading starts a section. Bold text looks similar, but programs cannot recognize it reliably.
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
    let heading = description.sections.heading(description.title(section.name));
    let message = Message::code(written).and(" is not a heading");
    let help = Message::text("write ").and_code(&heading);
    let place = section.heading.start..section.heading.start + written.len();
    let violation = Violation::new(description.original(&place), message, help);
    let rest = source.slice(&(section.heading.end..source.line_at(section.heading.end).end));
    let end = source.end_of_line();
    match rest {
        "" => violation.with_edits(vec![source.edit(&section.heading, heading)]),
        text if is_plain(text) => {
            violation.with_edits(vec![source.edit(&section.heading, heading + end + end)])
        }
        _ => violation,
    }
}

/// Whether `text` is still a paragraph or a comment when it starts a line.
fn is_plain(text: &str) -> bool {
    let outline = Outline::read(text);
    outline.leaves.first().is_some_and(|leaf| match leaf.kind {
        LeafKind::Paragraph => leaf.place.is_top_level(),
        LeafKind::Html => text.starts_with("<!--") && text.trim_end().ends_with("-->"),
        _ => false,
    })
}
