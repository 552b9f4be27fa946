//! ## What it does
//!
//! Finds placeholders: letters instead of numbers (`vX.Y.Z`, `vX.Y+1.Z`, `v1.6.x`) and words in angle brackets (`<version>`). If all releases of a branch have the problem, name the first one.
//!
//! In an open issue, leave `resolved-in` empty or omit the line until the release is known.
//!
//! ## Why
//!
//! A program cannot tell whether `v1.6.x` means all releases of the branch or one release that is not known yet.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.x
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.0
//! ```
//! ````

use crate::format::description::entry::Key;
use crate::format::description::value::ValueReading;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values::{self, EntryValue};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unfilled-version",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "an entry contains a placeholder instead of a version",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for written in entry_values::written(description) {
        if matches!(written.value.reading, ValueReading::Unfilled) {
            let message = Message::code(written.text()).and(" is a placeholder");
            found.push(Violation::new(written.span(), message, help(written)));
        }
    }
}

fn help(written: EntryValue<'_>) -> Message {
    match written.entry.key {
        Key::IntroducedIn => Message::text("name the first release that has the problem, such as ")
            .and_code(format!("introduced-in={}", written.example("1.6.0"))),
        _ => Message::text("name the first release that has the fix, such as ")
            .and_code(format!("resolved-in={}", written.example("1.6.5")))
            .and(", or remove the line until there is one"),
    }
}
