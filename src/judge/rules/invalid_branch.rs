//! ## What it does
//!
//! Asks for a branch behind `not-affected` and `wont-fix`: `v`, then major and minor number with a dot between, such as `v1.8`.
//!
//! It is fixed where only the dressing is wrong (no `v` or a capital one, quotes, code marks or `<…>` around it, punctuation or a remark in parentheses behind it), and where a version of the branch is named (`v1.8.3`).
//!
//! It takes a person where the value says something else: another branch (`main`), a range (`v1.7-v1.8`), one number (`v1`), a placeholder (`v1.x`).
//!
//! ## Why
//!
//! Both entries speak of all releases of a branch. Without the branch, they say nothing.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! not-affected=1.8
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! not-affected=v1.8
//! ```
//! ````

use crate::format::description::branch_value::BranchReading;
use crate::format::description::value::ValueReading;
use crate::format::version::Branch;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values;
use crate::judge::entry_values::EntryValue;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "invalid-branch",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "the value of an entry is not a branch",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for written in entry_values::written(description) {
        match written.value.reading {
            ValueReading::Branch(BranchReading::Unreadable) => found.push(unreadable(written)),
            ValueReading::Branch(BranchReading::Dressed(branch)) => {
                found.push(dressed(written, branch));
            }
            _ => {}
        }
    }
}

fn unreadable(written: EntryValue<'_>) -> Violation {
    let key = written.entry.key.name();
    let help = Message::text("name one branch, such as ")
        .and_code(format!("{key}={}", written.example("1.8")))
        .and(", one a line");
    let message = Message::code(written.text()).and(" does not name a branch");
    Violation::new(written.span(), message, help)
}

fn dressed(written: EntryValue<'_>, branch: Branch) -> Violation {
    let help = Message::text("write ").and_code(format!("{}={branch}", written.entry.key.name()));
    let message = Message::code(written.text()).and(" is not how a branch is written");
    let edit = written.description.source.edit(&written.value.span, branch.to_string());
    Violation::new(written.span(), message, help).with_edits(vec![edit])
}
