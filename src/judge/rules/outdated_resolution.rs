//! ## What it does
//!
//! Finds a `resolved-in` of an open issue that was reopened after that release was made, when the description was not edited since.
//!
//! ## Why
//!
//! Whoever reopened the issue found that the problem is still there, or came back. Until somebody looks at the entry, reports call the release unknown.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//! ````
//!
//! … in an issue that was reopened after `v1.6.5`
//!
//! ## Instead
//!
//! Edit the description: correct the entry, or say why the issue was reopened although the release has the fix.

use crate::format::description::entry::Key;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "outdated-resolution",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "the issue was reopened after the release that a `resolved-in` names",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let outdated = subject.evidence.outdated_resolutions();
    for written in lookups::versions(subject, Key::ResolvedIn) {
        if !outdated.contains(&written.version) {
            continue;
        }
        let message = Message::text("the issue was reopened after ")
            .and_code(written.version.to_string())
            .and(", and its description was not edited since");
        let help = Message::text("correct the entry; if ")
            .and_code(written.version.to_string())
            .and(" does have the fix, say in the description why the issue was reopened");
        found.push(Violation::new(written.span, message, help));
    }
}
