//! ## What it does
//!
//! Finds a second `introduced-in`, or a second `resolved-in`, for a branch that already has one. A branch is the first two numbers: `v1.6.5` and `v1.6.6` are both on `v1.6`. Every version after the first is reported.
//!
//! It also finds what cannot both be true of a branch: `not-affected` and any other entry, and `wont-fix` and `resolved-in`.
//!
//! Several entries of one key are right when they name different branches: a problem can come into `v1.7.14`, `v1.8.9` and `v1.9.4` at once, by cherry-picks.
//!
//! ## Why
//!
//! A problem is introduced on a branch once and resolved on it once, so one of the two versions is wrong. Only the author knows which one, so there is no automatic fix.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! resolved-in=v1.6.6
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! ```
//! ````

use std::collections::BTreeSet;

use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
use crate::format::version::Branch;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "conflicting-entries",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "two entries contradict each other about one branch",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for key in Key::ALL {
        let (mut first, mut last): (Option<&Claim>, Option<&Claim>) = (None, None);
        for claim in description.claims.of_key(key) {
            let branch = claim.version.branch();
            if last.is_none_or(|last| last.version.branch() != branch) {
                let same_branch = description.claims.on_branch(key, branch);
                first = same_branch.iter().min_by_key(|claim| claim.span.start);
            }
            let is_new = last.is_none_or(|last| last.version != claim.version);
            if let Some(first) = first.filter(|first| is_new && first.version != claim.version) {
                found.extend(conflict(description, claim, first));
            }
            last = Some(claim);
        }
    }
    for branch in branches(description) {
        let pair = description.claims.contradiction_on(branch);
        found.extend(pair.and_then(|(first, second)| contradiction(description, first, second)));
    }
}

/// The branches that entries name as branches.
fn branches(description: &Description<'_>) -> BTreeSet<Branch> {
    let claims = [Key::NotAffected, Key::WontFix].map(|key| description.claims.of_key(key));
    claims.into_iter().flatten().map(|claim| claim.version.branch()).collect()
}

/// `first` stands before `second`, and only one of them can be right.
fn contradiction(
    description: &Description<'_>,
    first: &Claim,
    second: &Claim,
) -> Option<Violation> {
    let (before, written) =
        (entry_values::claimed(description, first)?, entry_values::claimed(description, second)?);
    let message = Message::code(written.text()).and(" contradicts ").and_code(before.text());
    let help = Message::text("keep the one that is right");
    let note = Message::text("the other is ").and_code(before.text());
    let violation = Violation::new(written.span(), message, help);
    Some(violation.with_note(description.original(&first.span), note))
}

/// `first` comes before `claim` and is on the same branch.
fn conflict(description: &Description<'_>, claim: &Claim, first: &Claim) -> Option<Violation> {
    let key = claim.key.name();
    let written = entry_values::claimed(description, claim)?;
    let message = Message::code(written.text())
        .and(" conflicts with another ")
        .and_code(key)
        .and(format!(" on branch {}", claim.version.branch()));
    let help = Message::text("keep only the correct one: a branch has at most one such release");
    let note = Message::text("the first is ").and_code(format!("{key}={}", first.version));
    Some(
        Violation::new(written.span(), message, help)
            .with_note(description.original(&first.span), note),
    )
}
