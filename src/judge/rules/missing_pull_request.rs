//! ## What it does
//!
//! Requires an issue that is done (a `resolved-in` entry names a release, or the issue is closed as completed) to name the pull requests that fixed it. `#48123`, `GH-48123`, `kubernetes/kubernetes#48123` and the URL of a pull request count, in text and as the target of a link. References in code do not count.
//!
//! ## Why
//!
//! Pull requests show what changed and whether the change reached every branch.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! Fixed by the storage team.
//! ```
//!
//! … in an issue that is closed as completed
//!
//! ## Instead
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! ```

use crate::format::description::Fill;
use crate::format::template::HeldThings;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-pull-request",
    group: Group::Sections,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "the issue is done, but *PRs* names no pull request",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    found.extend(violation(subject));
}

fn violation(subject: &Subject<'_>) -> Option<Violation> {
    let description = subject.description()?;
    let section = description.section_holding(HeldThings::PullRequests)?;
    let is_owed = subject.is_called_done() && description.fill(section.name)? == Fill::Given;
    let is_named = !description.pull_requests.is_empty() || !description.bare_numbers.is_empty();
    (is_owed && !is_named).then(|| {
        let message = Message::text("the issue is done, but ")
            .and_code(description.title(section.name))
            .and(" names no pull request");
        let help =
            Message::text("list the pull requests that fixed it, such as ").and_code("- #48123");
        Violation::new(description.original(&section.heading), message, help)
    })
}
