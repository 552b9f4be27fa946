//! ## What it does
//!
//! Finds sections with text in an issue that has a security label (`area/security`, `committee/security-response` or `committee/product-security`) and is not done: no `resolved-in` names a release, and it is not closed as completed. Until then nothing of its title and description is shown by this action, and of the other rules only those about labels and about how entries are written are asked.
//!
//! ## Why
//!
//! What stands in a public issue helps attackers before users can upgrade. Editing does not remove it: everybody can read a description's history, so ask the security team whether that must go too.
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
    summary: "a security issue that is not resolved yet tells details",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    found.extend(violation(subject));
}

fn violation(subject: &Subject<'_>) -> Option<Violation> {
    let description =
        subject.description().filter(|_| subject.is_withheld && subject.labels.is_security)?;
    let is_filled = |name: &SectionName| description.fill(*name) == Some(Fill::Given);
    let section = description.sections.get(SectionName::ALL.into_iter().find(is_filled)?)?;
    let message =
        Message::text("a section tells details of a security problem that is not resolved yet");
    let help = Message::text(
        "remove the details, say that you are working with the product security team, and ask it whether the issue's history must go too",
    );
    Some(Violation::new(description.original(&section.heading), message, help))
}
