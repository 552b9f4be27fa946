//! ## What it does
//!
//! Requires a priority that fits a patch release: `priority/critical-urgent` or `priority/important-soon`.
//!
//! ## Why
//!
//! A patch release contains fixes that are critical or needed soon. `priority/backlog` says that the issue does not belong in a patch release or that no one has looked at it yet.
//!
//! ## Example
//!
//! Labels: `priority/backlog`
//!
//! ## Instead
//!
//! Labels: `priority/important-soon`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/priority important-soon` or `/priority critical-urgent`; `/remove-priority backlog` removes one.

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
    summary: "the priority label does not fit a patch release",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(priorities) = &subject.policy.priorities else { return };
    let [only] = subject.labels.priorities.as_slice() else { return };
    if priorities.accepted.iter().any(|accepted| accepted.to_ascii_lowercase() == *only) {
        return;
    }
    let message = Message::code(format!("{}{only}", priorities.prefix))
        .and(format!(" is not {} for patch releases", priorities.noun.with_article()));
    found.push(Violation::new(None, message, help::priority(subject)));
}
