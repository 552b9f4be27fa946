//! ## What it does
//!
//! Looks up the pull requests that *PRs* names, and finds `sig/…` labels that one of them carries and the issue lacks. It is asked only where GitHub may be asked. Where the policy lists the SIGs of the project, others do not count.
//!
//! ## Why
//!
//! The issue should carry a label for every SIG that is involved in it or in its resolution: who fixed it, is.
//!
//! ## Example
//!
//! Labels: `priority/important-soon`, `sig/node`
//!
//! … where the pull request that fixes it carries `sig/storage`
//!
//! ## Instead
//!
//! Labels: `priority/important-soon`, `sig/node`, `sig/storage`
//!
//! People with triage permission set labels. Where Prow runs, anybody can comment `/sig storage`.

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::NumberMeaning;
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
    summary: "a pull request of *PRs* carries a SIG label that the issue lacks",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let sigs = &subject.policy.sigs;
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
                .and(" carries ")
                .and_code(label.clone())
                .and(", which the issue lacks");
            let help = Message::text("people with triage permission set ")
                .and_code(label)
                .and("; where Prow runs, anybody can comment ")
                .and_code(format!("/sig {sig}"));
            found.push(Violation::new(None, message, help));
            seen.push(sig);
        }
    }
}
