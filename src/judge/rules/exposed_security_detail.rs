//! ## What it does
//!
//! Finds filled sections in an issue that has a security label (`area/security`, `committee/security-response` or `committee/product-security`) and is not done. An issue is done when a `resolved-in` entry names a release or when the issue is closed as completed. Until then, this action shows nothing of the issue's title or description. Of the other rules, only those about labels and about how entries are written apply.
//!
//! ## Why
//!
//! Details in a public issue help attackers before users can upgrade. Editing the description does not remove them, because anyone can read its edit history. Ask the security team whether the history must be deleted too.
//!
//! ## Example
//!
//! Labels: `area/security`, and a description with all its sections filled.
//!
//! ## Instead
//!
//! Labels: `area/security`
//!
//! ```markdown
//! I am working with the product security team on a resolution.
//! ```

use crate::format::description::Fill;
use crate::format::template::SectionName;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "exposed-security-detail",
    group: Group::Security,
    level: Level::Warning,
    has_fix: false,
    when_withheld: true,
    summary: "an unresolved security issue contains details",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    found.extend(violation(subject));
}

fn violation(subject: &Subject<'_>) -> Option<Violation> {
    let description =
        subject.description().filter(|_| subject.is_withheld && subject.labels.is_security)?;
    let is_filled = |name: &SectionName| description.fill(*name) == Some(Fill::Given);
    let section = description.sections.get(subject.policy.sections.all().find(is_filled)?)?;
    let message = Message::text("this section contains details of an unresolved security problem");
    let help = Message::text("remove the details, ")
        .and_message(help::security_statement(subject.policy))
        .and(", and ask the team whether the edit history must be deleted too");
    Some(Violation::new(description.original(&section.heading), message, help))
}
