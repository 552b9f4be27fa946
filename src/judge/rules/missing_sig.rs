//! ## What it does
//!
//! Requires at least one label that starts with `sig/`. Every group that is involved in the issue or its resolution should have one.
//!
//! ## Why
//!
//! The SIG labels show who owns the fix and its cherry-picks. Reports are grouped by SIG.
//!
//! ## Example
//!
//! Labels: `priority/important-soon`
//!
//! ## Instead
//!
//! Labels: `priority/important-soon`, `sig/node`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/sig node`; `/remove-sig node` removes one.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-sig",
    group: Group::Labels,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "the issue has no SIG label",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(asked) = subject.policy.sigs.as_ref() else { return };
    if !subject.labels.sigs.is_empty() {
        return;
    }
    let message =
        Message::text("the issue has no ").and_code(format!("{}*", asked.prefix)).and(" label");
    found.push(Violation::new(None, message, help::sig(subject)));
}
