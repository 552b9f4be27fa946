//! ## What it does
//!
//! Looks up every pull request that *PRs* names, and finds those that do not exist, and issues. It is asked only where GitHub may be asked; what lies in a repository that cannot be read is unknown, and no finding.
//!
//! ## Why
//!
//! Who wants to know what was changed ends at the wrong page.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! - #4812300
//! ```
//!
//! … where there is no pull request of this number
//!
//! ## Instead
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! ```

use super::{Group, Rule};
use crate::answer::PullRequest;
use crate::diagnostic::{Message, Severity, Violation};
use crate::facts::PullRequestState;
use crate::subject::Subject;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-pull-request",
    group: Group::Facts,
    severity: Severity::Error,
    has_fix: false,
    when_withheld: false,
    summary: "*PRs* names a pull request that does not exist, or an issue",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    for (span, reference, state) in super::listed(subject) {
        let what = match state {
            PullRequestState::Missing => " does not exist",
            PullRequestState::Issue => " is an issue, not a pull request",
            PullRequestState::PullRequest { .. } => continue,
        };
        let message = Message::code(PullRequest::from(reference).to_string()).and(what);
        let help = Message::text(
            "name the pull request that has the fix, with its repository where it is another: ",
        )
        .and_code("owner/repository#48123");
        found.push(Violation::new(span, message, help));
    }
}
