//! ## What it does
//!
//! Finds branches that are still maintained and affected, but have no `resolved-in`, although the issue is done. That a branch is affected follows from the entries: a branch that was cut while the problem was there has it too. Branches count as maintained by the policy, by default the newest three that have a release. It is asked only where GitHub may be asked, and not of an issue without any `resolved-in`: `missing-resolved-in` is. A branch that `not-affected` or `wont-fix` names is left alone, and so is one of which `unlisted-resolution` or `open-backport` tells more.
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
use crate::format::version::Branch;
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
    let Some(description) = subject.description().filter(|_| subject.is_called_done()) else {
        return;
    };
    if description.claims.of_key(Key::ResolvedIn).is_empty() {
        return;
    }
    for (newest, verdict) in lookups::maintained(subject) {
        let branch = newest.branch();
        let is_answered = [Key::ResolvedIn, Key::NotAffected, Key::WontFix]
            .iter()
            .any(|key| !description.claims.on_branch(*key, branch).is_empty());
        let is_open = verdict.status == Status::Affected && !is_answered;
        if !is_open || is_told_elsewhere(subject, branch) {
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
            .and("; if it was never affected, add ")
            .and_code(format!("not-affected={branch}"))
            .and("; if it gets no fix, ")
            .and_code(format!("wont-fix={branch}"));
        found.push(Violation::new(last_entry(description), message, help));
    }
}

/// Whether `unlisted-resolution` names the release, or `open-backport` the pull request that the branch waits for.
fn is_told_elsewhere(subject: &Subject<'_>, branch: Branch) -> bool {
    let evidence = &subject.evidence;
    let is_released = !evidence.unlisted_resolutions(&[branch]).is_empty();
    is_released || !evidence.open_backports(&[branch]).is_empty()
}

/// Where a further entry should stand.
fn last_entry(description: &Description<'_>) -> Option<Span> {
    description.entries.last().map(|entry| description.original(&entry.line))
}
