//! ## What it does
//!
//! Looks up the pull requests that *PRs* names once the issue is done (a `resolved-in` names a release, or it is closed as completed), and finds those that are not merged. One that the next release of a branch waits for, because a `resolved-in` names that release, may still be open. It is asked only where GitHub may be asked.
//!
//! ## Why
//!
//! Either the fix is not merged yet, or another pull request replaced this one.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! ```
//!
//! … in an issue that is closed as completed, while `#48123` is open
//!
//! ## Instead
//!
//! List the pull requests that were merged.

use crate::evidence::{ClaimState, WeighedClaim};
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::NumberMeaning;
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unmerged-pull-request",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is done, but a pull request in *PRs* is not merged",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    if !subject.is_called_done() {
        return;
    }
    let told = told_elsewhere(subject);
    for (span, reference, state) in lookups::listed(subject) {
        let is_unmerged = matches!(state, NumberMeaning::PullRequest { is_merged: false, .. });
        let is_told = reference.repository.is_none() && told.contains(&reference.number);
        if is_unmerged && !is_told {
            let message = Message::text("the issue is done, but ")
                .and_code(reference.to_string())
                .and(" is not merged");
            let help = Message::text("name the pull request that was merged instead");
            found.push(Violation::new(span, message, help));
        }
    }
}

/// The pull requests of which `absent-fix` or `open-backport` tells more, and those that a planned release waits for.
fn told_elsewhere(subject: &Subject<'_>) -> Vec<u64> {
    let mut told = Vec::new();
    for fix in subject.evidence.absent_fixes() {
        told.extend(fix.absent);
    }
    let waiting = |claim: &&WeighedClaim| claim.state == ClaimState::Waiting;
    for claim in subject.evidence.claims().iter().filter(waiting) {
        told.extend(&claim.shown_by);
    }
    for request in subject.evidence.open_backports(&subject.maintained) {
        told.push(request.number);
    }
    told
}
