//! ## What it does
//!
//! Requires the first release that has the problem on at least one branch. An empty value or one such as `TBD` does not count.
//!
//! An `introduced-in` entry that cannot be read is reported by another rule and not by this one.
//!
//! ## Why
//!
//! Without it, every older release must be treated as affected.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! ```
//! ````
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
    name: "missing-introduced-in",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "no `introduced-in` entry says which release introduced the problem",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let is_owed = description.tells_release() && !description.lacks_template();
    if !is_owed || description.has_entry(Key::IntroducedIn) {
        return;
    }
    let entries = &description.entries;
    let deferred = entries.iter().find(|entry| entry.key == Key::IntroducedIn);
    let place = deferred.or(entries.first()).map(|entry| entry.line.clone());
    let place = place
        .or_else(|| description.blocks.first().map(|block| description.source.first_line(block)));
    let message = Message::text("no ")
        .and_code("introduced-in")
        .and(" entry says which release introduced the problem");
    let help = Message::text("add a line ")
        .and_code(format!("introduced-in={}", subject.policy.tags.spelling().write("X.Y.Z")))
        .and(" with the first release that has the problem, for each branch");
    found.push(Violation::new(place.map(|place| description.original(&place)), message, help));
}
