//! ## What it does
//!
//! Finds maintained branches that are affected but have no `resolved-in`, although the issue is done. The entries determine whether a branch is affected: a branch that was cut while the problem was present has it too. The policy defines which branches are maintained. By default, these are the newest three that have a release. The rule applies only when requests to GitHub are allowed. An issue without any `resolved-in` is reported by `missing-resolved-in` instead.
//!
//! ## Why
//!
//! Users of this branch wait for a fix that no one has cherry-picked, or that exists but is not listed.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! resolved-in=v1.8.0
//! ```
//! ````
//!
//! … while `v1.7` is maintained
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! resolved-in=v1.7.3
//! resolved-in=v1.8.0
//! ```
//! ````

use crate::format::affected::{Basis, Status};
use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unresolved-branch",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is done, but a maintained branch is affected and has no `resolved-in`",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description().filter(|_| subject.is_done) else { return };
    if description.claims.of_key(Key::ResolvedIn).is_empty() {
        return;
    }
    for (newest, verdict) in lookups::maintained(subject) {
        let branch = newest.branch();
        let is_resolved = !description.claims.on_branch(Key::ResolvedIn, branch).is_empty();
        if verdict.status != Status::Affected || is_resolved {
            continue;
        }
        let basis = if verdict.basis == Basis::Inferred { "the entries imply that " } else { "" };
        let message = Message::text(basis)
            .and_code(newest.to_string())
            .and(" is affected, but its branch ")
            .and_code(branch.to_string())
            .and(" has no ")
            .and_code("resolved-in");
        let help = Message::text("add the release on this branch that has the fix, such as ")
            .and_code(format!("resolved-in={}", newest.next_patch()))
            .and("; if this branch was never affected, add the ")
            .and_code("introduced-in")
            .and(" of each affected branch");
        found.push(Violation::new(last_entry(description), message, help));
    }
}

/// Where another entry belongs.
fn last_entry(description: &Description<'_>) -> Option<Span> {
    description.entries.last().map(|entry| description.original(&entry.line))
}
