//! ## What it does
//!
//! Requires the machine-readable block that names the releases: a code fence that starts with three backticks and the word `release`. The rule fires when there is no such block and no entry anywhere else.
//!
//! ## Why
//!
//! Without it, neither people nor programs can tell which releases have the problem.
//!
//! ## Example
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//! ```
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//!
//! ## Symptoms
//!
//! Pods restart.
//! ````

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-release-block",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "the description has no release block",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    if description.tells_release() || description.lacks_template() {
        return;
    }
    let version = subject.policy.tags.spelling().write("X.Y.Z");
    let help = Message::text(
        "start the description with this block, and name the first release that has the problem:",
    )
    .and_block(format!("```release\nintroduced-in={version}\n```\n"));
    found.push(Violation::new(
        description.source.top(),
        Message::text("the description has no release block"),
        help,
    ));
}
