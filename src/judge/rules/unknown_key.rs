//! ## What it does
//!
//! Finds keys other than `introduced-in`, `resolved-in`, `not-affected` and `wont-fix`.
//!
//! It is fixed where the key is plain: other dashes or case (`Introduced_In`), another word for it (`affected-since`, `affects-from`, `broken-in`, `first-affected`, `introduced`, `since`; `fix-version`, `fixed`, `fixed-by-version`, `fixed-in`, `patched-in`, `resolved`; `known-not-affected`, `never-affected`, `unaffected`; `no-fix`, `no-fix-planned`, `will-not-fix`, `wontfix`), or at most two wrong letters with a version or branch behind it (`introducd-in=v1.6.2`).
//!
//! ## Why
//!
//! A misspelled key is not read, so the issue looks as if it had no such entry.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! fixed_in=v1.6.5
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! ```
//! ````

use crate::format::description::Description;
use crate::format::description::entry::{Entry, Key};
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-key",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "an entry has an unknown key",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for key in &description.unknown_keys {
        let help = Message::text("use ")
            .and_choice(&Key::ALL.map(|key| key.name().to_owned()))
            .and(", or start a comment with ")
            .and_code("#");
        let message = message(description.source.slice(key));
        found.push(Violation::new(description.original(key), message, help));
    }
    for entry in &description.entries {
        found.extend(misspelled(description, entry));
    }
}

fn misspelled(description: &Description<'_>, entry: &Entry) -> Option<Violation> {
    let written = description.source.slice(&entry.key_span);
    let key = entry.key.name();
    (written != key).then(|| {
        let help = Message::text("write ").and_code(key);
        let violation =
            Violation::new(description.original(&entry.key_span), message(written), help);
        violation.with_edits(vec![description.source.edit(&entry.key_span, key)])
    })
}

fn message(key: &str) -> Message {
    Message::code(key).and(" is not a key of a release block")
}
