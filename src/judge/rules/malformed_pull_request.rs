//! ## What it does
//!
//! Finds list items and paragraphs in *PRs* that contain only numbers. A checkbox and the word PR are ignored (`- [x] PR 23456`).
//!
//! The fix adds the `#`.
//!
//! ## Why
//!
//! GitHub turns `#23456` into a link, but not `23456`. Neither bots nor readers can follow a bare number.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! - 23456
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## PRs
//!
//! - #23456
//! ```

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "malformed-pull-request",
    group: Group::Sections,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a pull request is written as a bare number",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let source = &description.source;
    for bare in &description.bare_numbers {
        let message =
            Message::code(source.slice(&bare.span)).and(" does not link to a pull request");
        let (mut right, mut edits) = (Vec::new(), Vec::new());
        for (_, place) in &bare.numbers {
            right.push(format!("#{}", source.slice(place)));
            edits.push(source.edit(&(place.start..place.start), "#"));
        }
        let help = Message::text("write ").and_list(right);
        let violation = Violation::new(description.original(&bare.span), message, help);
        found.push(violation.with_edits(edits));
    }
}
