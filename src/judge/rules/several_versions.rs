//! ## What it does
//!
//! Asks for one version, or one branch, an entry. Several are found between commas, semicolons, `&`, `/`, the word `and`, and blanks.
//!
//! The fix writes one line for each version. There is no fix when one of them cannot be read.
//!
//! ## Why
//!
//! With one fact per line, entries can be added, compared and removed separately.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5, v1.7.1
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! resolved-in=v1.7.1
//! ```
//! ````

use crate::format::description::Description;
use crate::format::description::entry::Entry;
use crate::format::description::value::{Naming, Value};
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "several-versions",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "one entry names several versions or branches",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for entry in &description.entries {
        if entry.values.len() > 1 {
            found.push(violation(description, entry));
        }
    }
}

fn violation(description: &Description<'_>, entry: &Entry) -> Violation {
    let value = description.source.slice(&entry.value);
    let (several, each) = match entry.key.names() {
        Naming::Version => (" names several versions", "write one line for each version, "),
        Naming::Branch => (" names several branches", "write one line for each branch, "),
    };
    let message = Message::code(format!("{}={value}", entry.key.name())).and(several);
    let help = Message::text(each).and_code(format!("{}=…", entry.key.name()));
    let violation = Violation::new(description.original(&entry.value), message, help);
    if entry.values.iter().all(Value::is_readable) {
        violation.with_edits(split(description, entry))
    } else {
        violation
    }
}

/// Breaks the line between the versions, and removes the text before the first and after the last.
fn split(description: &Description<'_>, entry: &Entry) -> Vec<Edit> {
    let source = &description.source;
    let indent = source.indent(entry.line.start);
    let next = format!("{}{indent}{}=", source.end_of_line(), entry.key.name());
    let mut edits = Vec::new();
    let mut from = entry.value.start;
    for (index, value) in entry.values.iter().enumerate() {
        let gap = from..value.span.start;
        if index > 0 {
            edits.push(source.edit(&gap, next.as_str()));
        } else if !gap.is_empty() {
            edits.push(source.edit(&gap, ""));
        }
        from = value.span.end;
    }
    if from < entry.value.end {
        edits.push(source.edit(&(from..entry.value.end), ""));
    }
    edits
}
