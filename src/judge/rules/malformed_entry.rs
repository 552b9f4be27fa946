//! ## What it does
//!
//! Requires every line of a release block to have the form `key=value`. Blank lines, lines that start with `#`, and comments after a value (`v1.6.5 # with #48123`) are allowed.
//!
//! There is a fix when the line can mean only one thing: `introduced-in: v1.6.2`, `introduced-in v1.6.2`, `- introduced-in=v1.6.2`.
//!
//! ## Why
//!
//! Lines in any other form are ignored.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in: v1.6.2
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//! ````

use crate::format::description::Description;
use crate::format::description::entry::Entry;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "malformed-entry",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "a line of a release block is not `key=value`",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    let version = subject.policy.tags.spelling().write("X.Y.Z");
    for line in &description.malformed {
        let help = Message::text("write ")
            .and_code(format!("introduced-in={version}"))
            .and(" or ")
            .and_code(format!("resolved-in={version}"))
            .and(", or start a comment with ")
            .and_code("#");
        let message = message(description.source.slice(line));
        found.push(Violation::new(description.original(line), message, help));
    }
    for entry in &description.entries {
        if entry.is_fenced && !entry.is_well_formed(&description.source) {
            found.push(mend(description, entry));
        }
    }
}

fn mend(description: &Description<'_>, entry: &Entry) -> Violation {
    let source = &description.source;
    let right = format!("{}={}", entry.key.name(), source.slice(&entry.value));
    let help = Message::text("write ").and_code(right);
    let violation =
        Violation::new(description.original(&entry.line), message(source.slice(&entry.line)), help);
    let mut edits = Vec::new();
    for (part, right) in [(&entry.marker, ""), (&entry.separator, "=")] {
        if source.slice(part).trim() != right {
            edits.push(source.edit(part, right));
        }
    }
    violation.with_edits(edits)
}

fn message(line: &str) -> Message {
    Message::code(line).and(" is not ").and_code("key=value")
}
