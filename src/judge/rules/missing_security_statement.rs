//! ## What it does
//!
//! Applies to issues with a security label (`area/security`, `committee/security-response` or `committee/product-security`) that are not done and have no filled section. Requires such an issue to say who is working on it. Its text must contain one of these phrases: "product security team", "product security committee", "security response committee".
//!
//! ## Why
//!
//! Without this statement, it looks as if no one is working on the issue.
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
use crate::judge::help;
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
    summary: "a security issue contains neither details nor a statement that the security team is working on it",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let is_asked =
        subject.is_withheld && subject.labels.is_security && !subject.has_filled_section();
    if !is_asked || is_stated(subject) {
        return;
    }
    let message = Message::text(
        "the description does not say that the product security team is working on it",
    );
    let help = help::security_statement(subject.policy).and(", and leave out the details");
    found.push(Violation::new(Span::default(), message, help));
}

/// Whether the description contains the statement. A description that cannot be read is not asked for it.
fn is_stated(subject: &Subject<'_>) -> bool {
    match &subject.content {
        Content::Empty => false,
        Content::Unreadable(_) => true,
        Content::Read(description) => {
            subject::says_any(description, &subject.policy.security.phrases)
        }
    }
}
