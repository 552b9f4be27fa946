//! ## What it does
//!
//! Looks up every pull request that *PRs* names, and finds numbers that do not exist or that belong to issues. The rule applies only when requests to GitHub are allowed. Pull requests in a repository that cannot be read are unknown and not reported.
//!
//! ## Why
//!
//! Readers who want to see what changed end up on the wrong page.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! - #4812300
//! ```
//!
//! … where no pull request has this number
//!
//! ## Instead
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! ```

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::facts::NumberMeaning;
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-pull-request",
    group: Group::Facts,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "*PRs* names a pull request that does not exist, or an issue",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    for (span, reference, state) in lookups::listed(subject) {
        let what = match state {
            NumberMeaning::Missing => " does not exist",
            NumberMeaning::Issue => " is an issue, not a pull request",
            NumberMeaning::PullRequest { .. } => continue,
        };
        let message = Message::code(reference.to_string()).and(what);
        let help = Message::text(
            "name the pull request that has the fix; if it is in another repository, include the repository: ",
        )
        .and_code("owner/repository#48123");
        found.push(Violation::new(span, message, help));
    }
}
