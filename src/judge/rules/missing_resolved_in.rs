//! ## What it does
//!
//! Asks an issue that was closed as completed for the releases that have the fix, one a branch. An issue that is open, or closed as not planned or as a duplicate, need not have any. While a backport is open, `open-backport` tells that instead.
//!
//! ## Why
//!
//! Users read `resolved-in` to find out which version to upgrade to.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//! ````
//!
//! … in an issue that is closed as completed
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//! ````

use crate::format::description::entry::Key;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-resolved-in",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is closed as completed, but no `resolved-in` entry says which release has the fix",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let is_owed = description.tells_release() && !description.lacks_template();
    let is_missing =
        subject.issue.is_closed_as_completed() && !description.has_entry(Key::ResolvedIn);
    let is_on_its_way = !subject.evidence.open_backports(&subject.maintained).is_empty();
    if !is_owed || !is_missing || is_on_its_way {
        return;
    }
    let last = description.entries.last().map(|entry| entry.line.clone());
    let place = last
        .or_else(|| description.blocks.last().map(|block| description.source.first_line(block)));
    let message = Message::text("the issue is closed as completed, but no ")
        .and_code("resolved-in")
        .and(" entry says which release has the fix");
    let help = Message::text("add a line ")
        .and_code(format!("resolved-in={}", subject.policy.tags.spelling().write("X.Y.Z")))
        .and(" for each branch that was fixed, or close the issue as not planned");
    found.push(Violation::new(place.map(|place| description.original(&place)), message, help));
}
