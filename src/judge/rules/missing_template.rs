//! ## What it does
//!
//! Finds descriptions that contain no part of the template: no release entry and no section. This one diagnostic replaces those about each missing part.
//!
//! The fix adds the template below the text. Fill it in.
//!
//! ## Why
//!
//! One message is clearer than a list of eight missing parts.
//!
//! ## Example
//!
//! ```markdown
//! kubectl apply drops a field since v1.6.2.
//! ```
//!
//! ## Instead
//!
//! The same sentence under `## Symptoms` in the [template](../template.md).

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-template",
    group: Group::Description,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "the description has neither release entries nor sections",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    if !description.lacks_template() {
        return;
    }
    let message = Message::text("the description has neither release entries nor sections");
    let help = Message::text("add the template below what you wrote, and fill it in");
    let violation = Violation::new(description.end(), message, help);
    found.push(violation.with_edits(description.append(subject.policy.template().trim_end())));
}
