//! ## What it does
//!
//! Looks up the pull requests that *PRs* names, and finds `sig/…` labels that one of them has and the issue does not. The rule applies only when requests to GitHub are allowed. If the policy lists the SIGs of the project, other SIGs are ignored.
//!
//! ## Why
//!
//! The issue should have a label for every SIG that is involved in it or in its resolution. A SIG whose pull request fixes the issue is involved.
//!
//! ## Example
//!
//! Labels: `priority/important-soon`, `sig/node`
//!
//! … where the pull request that fixes it has the label `sig/storage`
//!
//! ## Instead
//!
//! Labels: `priority/important-soon`, `sig/node`, `sig/storage`
//!
//! People with triage permission set labels. Where Prow runs, anyone can comment `/sig storage`.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::NumberMeaning;
use crate::judge::help;
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject;
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unlisted-sig",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "a pull request in *PRs* has a SIG label that the issue does not have",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(sigs) = &subject.policy.sigs else { return };
    let mut seen = subject.labels.sigs.clone();
    for (_, reference, state) in lookups::listed(subject) {
        let NumberMeaning::PullRequest { labels, .. } = state else { continue };
        for sig in subject::behind_prefix(labels, &sigs.prefix) {
            let is_known =
                |known: &Vec<String>| known.iter().any(|known| known.eq_ignore_ascii_case(&sig));
            if seen.contains(&sig) || !sigs.known.as_ref().is_none_or(is_known) {
                continue;
            }
            let label = format!("{}{sig}", sigs.prefix);
            let message = Message::code(reference.to_string())
                .and(" has the label ")
                .and_code(label)
                .and(", which the issue does not have");
            let help = help::one_sig(subject, &sig);
            found.push(Violation::new(None, message, help));
            seen.push(sig);
        }
    }
}
