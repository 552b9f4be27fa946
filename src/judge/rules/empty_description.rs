//! ## What it does
//!
//! Finds descriptions that contain only whitespace and comments. No other problem with such a description is reported. Labels are still checked.
//!
//! ## Why
//!
//! The description contains everything that readers and bots need: which releases have the problem, which releases have the fix, and what to do in the meantime.
//!
//! ## Example
//!
//! ```markdown
//! <!-- nothing but a comment -->
//! ```
//!
//! ## Instead
//!
//! The whole [template](../template.md), filled in.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::{Content, Subject};
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "empty-description",
    group: Group::Description,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "the description is empty",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    if !matches!(subject.content, Content::Empty) {
        return;
    }
    let help = Message::text("replace the description with this template and fill it in:")
        .and_block(subject.policy.template());
    found.push(Violation::new(Span::default(), Message::text("the description is empty"), help));
}
