//! ## What it does
//!
//! Requires *Root cause* to name the binaries that have the problem: a line `Binaries:` with a list below it or names after it (`Binaries: kubelet and kubectl`). `Binary:`, `Component:`, `Components:` and `Components / binaries:` work too. The label may be bold or a deeper heading.
//!
//! The name is the first code span of a list item, or its first word if there is no code span. `Binaries: none` is valid, for example for a problem in documentation or images. `TBD` is valid until the issue is done. The rule does not apply while the whole section says `TBD`.
//!
//! ## Why
//!
//! Users who run none of these binaries do not need to upgrade.
//!
//! ## Example
//!
//! ```markdown
//! ## Root cause
//!
//! The diff compared against the wrong side.
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Root cause
//!
//! Binaries:
//! - kubectl
//!
//! The diff compared against the wrong side.
//! ```

use crate::format::description::Fill;
use crate::format::template::HeldThings;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::policy::presets;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-binaries",
    group: Group::Sections,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "the root cause names no binaries",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    found.extend(violation(subject));
}

fn violation(subject: &Subject<'_>) -> Option<Violation> {
    let description = subject.description()?;
    let section = description.section_holding(HeldThings::Binaries)?;
    let binaries = &description.binaries;
    let is_said =
        !binaries.named.is_empty() || binaries.none || (binaries.deferred && !subject.is_done);
    let is_owed = description.fill(section.name)? == Fill::Given;
    (is_owed && !is_said).then(|| {
        let called = subject.policy.components;
        let message = Message::code(description.title(section.name))
            .and(format!(" does not name the {} that have the problem", called.many()));
        let known = subject.policy.binaries.as_ref().and_then(|known| known.first());
        let example = known.map_or_else(|| presets::component(called), String::as_str);
        let help = Message::text("add a line ")
            .and_code(format!("{}:", called.title()))
            .and(" with a list below it, such as ")
            .and_code(format!("- {example}"))
            .and(", or write ")
            .and_code(format!("{}: none", called.title()));
        Violation::new(description.original(&section.heading), message, help)
    })
}
