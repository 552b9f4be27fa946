//! ## What it does
//!
//! Finds a release block that has no closing fence, or that contains another fence or a section heading.
//!
//! The fix closes the block after its entries.
//!
//! ## Why
//!
//! The text after the entries is read as entries and shown as code.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//!
//! ## Symptoms
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
//! ````

use crate::format::description::repair::Damage;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unclosed-release-block",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "a release block is never closed",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    subject.repairs(Damage::UnclosedReleaseBlock, found, || {
        (
            Message::text("this release block is never closed"),
            Message::text("close it after its entries"),
        )
    });
}
