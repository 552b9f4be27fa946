//! ## What it does
//!
//! Requires full versions: `v`, then the major, minor and patch numbers separated by dots, then an optional pre-release. Examples are `v1.6.2` and `v1.7.0-beta.1`.
//!
//! There is a fix when only the form is wrong: a missing or capital `v` (`1.6.2`, `V1.6.2`), quotes, backticks or `<…>` around the version, punctuation or a remark in parentheses after it (`v1.6.5 (#123)`), or invisible characters.
//!
//! There is no fix when the value is something else: a branch (`v1.7`, `master`), a range (`v1.6.0-v1.6.3`, `< v1.16.13`), four numbers (`v1.18.0.0`) or a number with a leading zero (`v1.06.3`).
//!
//! ## Why
//!
//! Only full versions can be compared. Branches, ranges and words mean different things to different readers. For a range, name its first release. For a branch, name its first release with the problem.
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
    let help = Message::text("name one full version, such as ")
        .and_code(format!("{}=v1.6.2", written.entry.key.name()))
        .and(", with one line for each branch");
    let message = Message::code(written.text()).and(" does not name a version");
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
        message.and(" has extra characters around the version")
    };
    let help = Message::text("write ").and_code(format!("{}={version}", written.entry.key.name()));
    let edit = written.description.source.edit(&written.value.span, version);
    Violation::new(written.span(), message, help).with_edits(vec![edit])
}
