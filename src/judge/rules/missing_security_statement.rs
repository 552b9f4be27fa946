//! ## What it does
//!
//! Asks an issue with a security label (`area/security`, `committee/security-response` or `committee/product-security`), no filled section and no release that has the fix to say who works on it. One of these must stand in its text: "product security team", "product security committee", "security response committee".
//!
//! ## Why
//!
//! Without that sentence it looks like an issue that nobody works on.
//!
//! ## Example
//!
//! Labels: `area/security`, `priority/critical-urgent`, `sig/node`
//!
//! ```markdown
//! Details follow.
//! ```
//!
//! ## Instead
//!
//! Labels: `area/security`, `priority/critical-urgent`, `sig/node`
//!
//! ```markdown
//! I am working with the product security team on a resolution.
//! ```

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject;
use crate::judge::subject::{Content, Subject};
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-security-statement",
    group: Group::Security,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "a security issue neither tells details nor that the security team is at work",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let is_asked =
        subject.is_withheld && subject.labels.is_security && !subject.has_filled_section();
    if !is_asked || is_stated(subject) {
        return;
    }
    let message =
        Message::text("the description does not say that the product security team is at work");
    let help = Message::text(
        "write that you are working with the product security team, and leave the details out",
    );
    found.push(Violation::new(Span::default(), message, help));
}

/// Whether the statement is there; what cannot be read is not asked for it.
fn is_stated(subject: &Subject<'_>) -> bool {
    match &subject.content {
        Content::Empty => false,
        Content::Unreadable(_) => true,
        Content::Read(description) => {
            subject::says_any(description, &subject.policy.security.phrases)
        }
    }
}
