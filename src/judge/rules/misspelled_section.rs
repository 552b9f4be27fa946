//! ## What it does
//!
//! Finds headings that mean a missing section but are not called so: at most two letters are wrong (`## Symtoms`, `## Resolutions`), or the name stands among other words (`## Root cause analysis`, `## 1. Symptoms (required)`). A heading that could mean two missing sections is left alone.
//!
//! The fix writes the section's name.
//!
//! ## Why
//!
//! Bots look for the name as it is; readers do too.
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
    summary: "a heading is nearly a section's name",
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
    let title = section.name.title();
    let place = source.trimmed(text);
    let written = source.slice(&place);
    let message = Message::code(written).and(" is not the name of a section");
    let help = Message::text("call it ").and_code(title);
    let violation = Violation::new(description.original(&place), message, help);
    let edit = source.edit(&place, title);
    Some(if is_title(written, title) { violation.with_edits(vec![edit]) } else { violation })
}

/// Whether nothing is lost when the title replaces what was written: a sentence is no title.
fn is_title(written: &str, title: &str) -> bool {
    let words = |text: &str| text.split_whitespace().count();
    !written.contains('\n') && words(written) <= words(title) + 3
}
