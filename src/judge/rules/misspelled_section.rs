//! ## What it does
//!
//! Finds headings that are close to the name of a missing section: at most two letters are wrong (`## Symtoms`, `## Resolutions`), or the heading contains other words as well (`## Root cause analysis`, `## 1. Symptoms (required)`). A heading that could mean two missing sections is not reported.
//!
//! The fix replaces the heading's text with the section's name.
//!
//! ## Why
//!
//! Bots and readers look for the exact name.
//!
//! ## Example
//!
//! ```markdown
//! ## Root cause analysis
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Root cause
//! ```

use crate::format::description::Description;
use crate::format::description::section::Section;
use crate::format::description::section_start::HeadingForm;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "misspelled-section",
    group: Group::Sections,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a heading is close to a section's name",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for section in &description.sections.all {
        found.extend(violation(description, section));
    }
}

fn violation(description: &Description<'_>, section: &Section) -> Option<Violation> {
    let HeadingForm::Misspelled { text, .. } = &section.written else { return None };
    let source = &description.source;
    let title = description.title(section.name);
    let place = source.trimmed(text);
    let written = source.slice(&place);
    let message = Message::code(written).and(" is not the name of a section");
    let help = Message::text("rename it to ").and_code(title);
    let violation = Violation::new(description.original(&place), message, help);
    let edit = source.edit(&place, title);
    Some(if is_title(written, title) { violation.with_edits(vec![edit]) } else { violation })
}

/// Whether the title can replace what was written without losing text. A sentence is not a title.
fn is_title(written: &str, title: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    !written.contains('\n') && words(written) <= words(title) + 3
}
