//! ## What it does
//!
//! Once the issue is done (a `resolved-in` entry names a release, or the issue is closed as completed), looks up the pull requests that *PRs* names and finds those that are not merged. The rule applies only when requests to GitHub are allowed.
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
//! List the pull requests that were merged, and leave `resolved-in` empty until the fix is merged.

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
    if !subject.is_done {
        return;
    }
    for (span, reference, state) in lookups::listed(subject) {
        if matches!(state, NumberMeaning::PullRequest { is_merged: false, .. }) {
            let message = Message::text("the issue is done, but ")
                .and_code(reference.to_string())
                .and(" is not merged");
            let help = Message::text("name the pull request that was merged instead, or leave ")
                .and_code("resolved-in")
                .and(" empty until the fix is merged");
            found.push(Violation::new(span, message, help));
        }
    }
}
