//! ## What it does
//!
//! Requires a label that says how urgent the issue is: `priority/critical-urgent` or `priority/important-soon`.
//!
//! ## Why
//!
//! The priority decides whether a patch release is cut at once (`priority/critical-urgent`) or whether the fix waits for the next one (`priority/important-soon`). Without it, the release manager has to ask.
//!
//! ## Example
//!
//! Labels: `sig/cli`
//!
//! ## Instead
//!
//! Labels: `sig/cli`, `priority/important-soon`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/priority important-soon` or `/priority critical-urgent`; `/remove-priority backlog` removes one.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-priority",
    group: Group::Labels,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "the issue has no priority label",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(asked) = subject.policy.priorities.as_ref() else { return };
    if !subject.labels.priorities.is_empty() {
        return;
    }
    let message =
        Message::text("the issue has no ").and_code(format!("{}*", asked.prefix)).and(" label");
    found.push(Violation::new(None, message, help::priority(subject)));
}
