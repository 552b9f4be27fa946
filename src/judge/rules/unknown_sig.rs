//! ## What it does
//!
//! Finds `sig/…` labels that do not name a SIG of the project. The rule applies only when the policy lists the SIGs (`sigs: known:`).
//!
//! ## Why
//!
//! A label for a SIG that was renamed or never existed reaches no one.
//!
//! ## Example
//!
//! Labels: `sig/kubelet`
//!
//! ## Instead
//!
//! Labels: `sig/node`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/sig node`; `/remove-sig node` removes one.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-sig",
    group: Group::Labels,
    level: Level::Warning,
    has_fix: false,
    when_withheld: true,
    summary: "a SIG label is not in the policy's list",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(sigs) = &subject.policy.sigs else { return };
    let Some(known) = &sigs.known else { return };
    for sig in &subject.labels.sigs {
        if !known.iter().any(|known| known.eq_ignore_ascii_case(sig)) {
            let message = Message::code(format!("{}{sig}", sigs.prefix))
                .and(format!(" is not {} of this project", sigs.noun.with_article()));
            found.push(Violation::new(None, message, help::sig(subject)));
        }
    }
}
