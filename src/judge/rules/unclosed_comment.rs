//! ## What it does
//!
//! Finds a `<!--` without a `-->` that hides a missing section or release entry.
//!
//! The fix closes the comment at the end of its line.
//!
//! ## Why
//!
//! No one sees the text after it, and the author may not notice.
//!
//! ## Example
//!
//! ```markdown
//! <!-- please fill in
//!
//! ## Symptoms
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! <!-- please fill in -->
//!
//! ## Symptoms
//! ```

use crate::format::description::repair::Damage;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unclosed-comment",
    group: Group::Description,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a comment is never closed and hides sections or entries",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    subject.repairs(Damage::UnclosedComment, found, || {
        (
            Message::text("this comment is never closed and hides everything after it"),
            Message::text("end the comment with `-->`"),
        )
    });
}
