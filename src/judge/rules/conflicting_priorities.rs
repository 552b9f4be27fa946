//! ## What it does
//!
//! Finds an issue with two or more labels that start with `priority/`. Case does not matter. A label that is only `priority/` does not count.
//!
//! ## Why
//!
//! Release managers and reports would have to guess which one applies.
//!
//! ## Example
//!
//! Labels: `priority/critical-urgent`, `priority/important-soon`
//!
//! ## Instead
//!
//! Labels: `priority/critical-urgent`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/priority important-soon` or `/priority critical-urgent`; `/remove-priority backlog` removes one.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "conflicting-priorities",
    group: Group::Labels,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "the issue has several priority labels",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let priorities = &subject.labels.priorities;
    if priorities.len() < 2 {
        return;
    }
    let Some(asked) = &subject.policy.priorities else { return };
    let prefix = &asked.prefix;
    let names = priorities.iter().map(|name| format!("{prefix}{name}")).collect();
    let message =
        Message::text(format!("the issue has several {}: ", asked.noun.many)).and_list(names);
    let help = Message::text("keep the correct one and remove the others; ")
        .and_message(help::priority(subject));
    found.push(Violation::new(None, message, help));
}
