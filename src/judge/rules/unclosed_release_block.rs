//! ## What it does
//!
//! Finds a release block without a closing fence, or with another fence or a section's heading among its lines.
//!
//! The fix closes it behind its entries.
//!
//! ## Why
//!
//! What stands below it is read as entries, and shown as code.
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
    summary: "a release block never closes",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    subject.repairs(Damage::UnclosedReleaseBlock, found, || {
        (
            Message::text("this release block never closes"),
            Message::text("close it below its entries"),
        )
    });
}
