//! ## What it does
//!
//! Finds a second `introduced-in`, or a second `resolved-in`, for a branch that already has one. A branch is the first two numbers: `v1.6.5` and `v1.6.6` are both on `v1.6`. Every version after the first is reported.
//!
//! Several entries with the same key are valid when they name different branches. For example, cherry-picks can introduce a problem in `v1.7.14`, `v1.8.9` and `v1.9.4` at once.
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

use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
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
    summary: "two entries name different versions of the same branch",
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
