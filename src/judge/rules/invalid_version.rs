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
        .and_code(format!("{}={}", written.entry.key.name(), written.example("1.6.2")))
        .and(", with one line for each branch");
    let tags = written.description.source.form.tags;
    let has_zeros = !tags.is_default() && has_leading_zeros(&written);
    let why = if has_zeros { ": its numbers must not start with zeros" } else { "" };
    let message = Message::code(written.text()).and(format!(" does not name a version{why}"));
    Violation::new(written.span(), message, help)
}

/// How the version differs from the project's tags, and in what, if only in what stands before the number.
fn misspelling(written: &EntryValue<'_>, version: &str) -> Option<(&'static str, String)> {
    let spelling = written.description.source.form.tags.spelling();
    let before = spelling.before();
    let after = spelling.after();
    let number = version.strip_prefix(before)?;
    if !after.is_empty() && number.strip_suffix(after) == Some(written.value()) {
        return Some((" does not end with ", after.to_owned()));
    }
    let written_before = written.value().strip_suffix(number)?;
    let name = before.strip_suffix('v').filter(|_| spelling.has_v());
    if written_before.eq_ignore_ascii_case(before) {
        let is_capital = name.is_some_and(|name| written_before.strip_prefix(name) == Some("V"));
        return Some(if is_capital {
            (" starts with a capital ", "V".to_owned())
        } else {
            (" does not start with ", before.to_owned())
        });
    }
    match name {
        Some(name) if written_before == name => Some((" has no leading ", "v".to_owned())),
        None if written_before.strip_prefix(before).is_some_and(|v| matches!(v, "v" | "V")) => {
            Some((" has a leading ", written_before.get(before.len()..)?.to_owned()))
        }
        _ if matches!(written_before, "" | "v" | "V") => {
            Some((" does not start with ", before.to_owned()))
        }
        _ => None,
    }
}

/// Whether it is a version but for zeros at the start of its numbers.
fn has_leading_zeros(written: &EntryValue<'_>) -> bool {
    let number = written.description.source.form.tags.number(written.value());
    let parts: Vec<&str> = number.split('.').collect();
    let is_number =
        |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3
        && parts.iter().all(is_number)
        && parts.iter().any(|part| part.len() > 1 && part.starts_with('0'))
}

fn dressed(written: EntryValue<'_>, version: &str) -> Violation {
    let message = Message::code(written.text());
    let message = match misspelling(&written, version) {
        Some((text, code)) => message.and(text).and_code(code),
        None => message.and(" has extra characters around the version"),
    };
    let help = Message::text("write ").and_code(format!("{}={version}", written.entry.key.name()));
    let edit = written.description.source.edit(&written.value.span, version);
    Violation::new(written.span(), message, help).with_edits(vec![edit])
}
