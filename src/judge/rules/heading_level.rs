//! ## What it does
//!
//! Requires all section headings to have the same level: `##`, or `###` as GitHub's issue forms write them. If most section headings have one of these levels, that level is expected. Otherwise `##` is expected.
//!
//! The fix changes only section headings. There is no fix when the change would move another heading into or out of a section.
//!
//! ## Why
//!
//! A section with a deeper heading than the others looks like part of the section before it.
//!
//! ## Example
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//!
//! #### Impact
//!
//! All users.
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

use crate::format::description::Description;
use crate::format::description::section::Section;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "heading-level",
    group: Group::Sections,
    level: Level::Warning,
    has_fix: true,
    when_withheld: false,
    summary: "a section heading has the wrong level",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let right = description.sections.right_level();
    let mut first: Option<&Section> = None;
    let mut edits = Vec::new();
    for section in &description.sections.all {
        if section.level().is_some_and(|level| level != right) {
            first = first.or(Some(section));
            add_edits(&mut edits, description, section, right);
        }
    }
    let Some(first) = first else { return };
    let message = Message::text("the heading ")
        .and_code(description.source.slice(&description.source.first_line(&first.heading)))
        .and(" has the wrong level for a section");
    let help = Message::text("write all section headings with ").and_code("#".repeat(right.into()));
    let violation = Violation::new(description.original(&first.heading), message, help);
    let can_move = description.sections.can_move();
    found.push(if can_move { violation.with_edits(edits) } else { violation });
}

fn add_edits(edits: &mut Vec<Edit>, description: &Description<'_>, section: &Section, right: u8) {
    let source = &description.source;
    let text = source.slice(&section.heading);
    let marks = text.len() - text.trim_start_matches('#').len();
    let hashes = "#".repeat(right.into());
    if marks > 0 {
        let place = section.heading.start..section.heading.start + marks;
        edits.push(source.edit(&place, hashes));
        return;
    }
    // A setext heading: its text on one or more lines, and a line below them.
    let mut lines = source.lines(&section.heading).peekable();
    let Some(mut line) = lines.next() else { return };
    let start = section.heading.start..section.heading.start;
    edits.push(source.edit(&start, hashes + " "));
    while let Some(next) = lines.next() {
        let edit = if lines.peek().is_some() {
            source.edit(&(line.end..next.start), " ")
        } else {
            source.edit(&(line.end..section.heading.end), "")
        };
        edits.push(edit);
        line = next;
    }
}
