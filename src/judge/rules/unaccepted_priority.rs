//! ## What it does
//!
//! Asks for a priority that fits a patch release: `priority/critical-urgent` or `priority/important-soon`.
//!
//! ## Why
//!
//! A patch release takes what is critical, and what should be fixed soon. `priority/backlog` says that the issue does not belong into one, or that nobody has looked yet.
//!
//! ## Example
//!
//! Labels: `priority/backlog`
//!
//! ## Instead
//!
//! Labels: `priority/important-soon`
//!
//! People with triage permission set labels. Where Prow runs, anybody can comment `/priority important-soon` or `/priority critical-urgent`; `/remove-priority backlog` takes one away.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unaccepted-priority",
    group: Group::Labels,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "the priority label is not one that patch releases know",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let priorities = &subject.policy.priorities;
    let [only] = subject.labels.priorities.as_slice() else { return };
    if priorities.accepted.iter().any(|accepted| accepted.to_ascii_lowercase() == *only) {
        return;
    }
    let message = Message::code(format!("{}{only}", priorities.prefix))
        .and(" is no priority of a patch release");
    found.push(Violation::new(None, message, help::priority(subject)));
}
