//! ## What it does
//!
//! Looks up the pull requests that *PRs* names once the issue is done (a `resolved-in` names a release, or it is closed as completed), and finds those that are not merged. It is asked only where GitHub may be asked.
//!
//! ## Why
//!
//! Either the fix is not in yet, or another pull request replaced this one.
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
//! List the pull requests that were merged, and keep `resolved-in` empty until the fix is in.

use super::{Group, Rule};
use crate::answer::PullRequest;
use crate::diagnostic::{Message, Severity, Violation};
use crate::facts::PullRequestState;
use crate::subject::Subject;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unmerged-pull-request",
    group: Group::Facts,
    severity: Severity::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is done, and a pull request of *PRs* is not merged",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    if !subject.is_done {
        return;
    }
    for (span, reference, state) in super::listed(subject) {
        if matches!(state, PullRequestState::PullRequest { is_merged: false, .. }) {
            let message = Message::text("the issue is done, but ")
                .and_code(PullRequest::from(reference).to_string())
                .and(" is not merged");
            let help = Message::text("name the pull request that was merged instead, or empty ")
                .and_code("resolved-in")
                .and(" until the fix is in");
            found.push(Violation::new(span, message, help));
        }
    }
}
