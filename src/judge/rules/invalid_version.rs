//! ## What it does
//!
//! Asks for full versions: `v`, then major, minor and patch number with dots between, and if need be a pre-release: `v1.6.2`, `v1.7.0-beta.1`.
//!
//! It is fixed where only the dressing is wrong: no `v` or a capital one (`1.6.2`, `V1.6.2`), quotes, code marks or `<…>` around it, punctuation or a remark in parentheses behind it (`v1.6.5 (#123)`), invisible characters.
//!
//! It takes a person where the value says something else: a branch (`v1.7`, `master`), a range (`v1.6.0-v1.6.3`, `< v1.16.13`), four numbers (`v1.18.0.0`), a leading zero (`v1.06.3`).
//!
//! ## Why
//!
//! Only full versions can be compared: branches, ranges and words mean something else to every reader. For a range, name its first release; for a branch, its first release with the problem.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=1.6.2
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

use crate::format::description::value::ValueReading;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values;
use crate::judge::entry_values::EntryValue;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "invalid-version",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "the value of an entry is not a version",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for written in entry_values::written(description) {
        match &written.value.reading {
            ValueReading::Version(_) | ValueReading::Unfilled | ValueReading::Branch(_) => {}
            ValueReading::Unreadable => found.push(unreadable(written)),
            ValueReading::Dressed(version) => found.push(dressed(written, &version.to_string())),
        }
    }
}

fn unreadable(written: EntryValue<'_>) -> Violation {
    let help = Message::text("name one full release, such as ")
        .and_code(format!("{}=v1.6.2", written.entry.key.name()))
        .and(", one line a branch");
    let message = Message::code(written.text()).and(" does not name a release");
    Violation::new(written.span(), message, help)
}

fn dressed(written: EntryValue<'_>, version: &str) -> Violation {
    let message = Message::code(written.text());
    let number = version.strip_prefix('v');
    let message = if number == Some(written.value()) {
        message.and(" has no leading ").and_code("v")
    } else if number == written.value().strip_prefix('V') {
        message.and(" starts with a capital ").and_code("V")
    } else {
        message.and(" has something around the version")
    };
    let help = Message::text("write ").and_code(format!("{}={version}", written.entry.key.name()));
    let edit = written.description.source.edit(&written.value.span, version);
    Violation::new(written.span(), message, help).with_edits(vec![edit])
}
