//! ## What it does
//!
//! Requires release blocks to come before the sections. Only the first block that comes after a section is reported.
//!
//! ## Why
//!
//! Readers look for the versions at the top and miss those that are further down.
//!
//! ## Example
//!
//! ````markdown
//! ## Symptoms
//!
//! Pods restart.
//!
//! ```release
//! introduced-in=v1.6.2
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//!
//! ## Symptoms
//!
//! Pods restart.
//! ````

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "late-release-block",
    group: Group::Entries,
    level: Level::Warning,
    has_fix: false,
    when_withheld: true,
    summary: "a release block comes after the first section",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let Some(first) = description.first_section() else { return };
    for block in &description.blocks {
        if block.start > first {
            let place = description.original(&description.source.first_line(block));
            let message = Message::text("this release block comes after the first section");
            let help = Message::text("move it to the top of the description");
            found.push(Violation::new(place, message, help));
            return;
        }
    }
}
