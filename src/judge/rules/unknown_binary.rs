//! ## What it does
//!
//! Finds names under `Binaries:` that are not binaries of the project. The rule applies only when the policy lists the binaries (`binaries:`).
//!
//! ## Why
//!
//! A name that the project does not ship cannot be matched with what users run.
//!
//! ## Example
//!
//! ```markdown
//! ## Root cause
//!
//! Binaries:
//! - kublet
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Root cause
//!
//! Binaries:
//! - kubelet
//! ```

use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::normalize;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-binary",
    group: Group::Sections,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "a binary is not in the policy's list",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let (Some(description), Some(known)) = (subject.description(), &subject.policy.binaries) else {
        return;
    };
    let called = subject.policy.components;
    for binary in &description.binaries.named {
        if known.iter().any(|name| name.eq_ignore_ascii_case(&binary.name)) {
            continue;
        }
        let message =
            Message::code(&binary.name).and(format!(" is not a {} of this project", called.one()));
        let mut names = known.iter().map(|name| name.to_ascii_lowercase());
        let help = match names.find(|name| normalize::is_near(&binary.name, name)) {
            Some(near) => Message::text("did you mean ").and_code(near).and("?"),
            None => Message::text(format!(
                "name a released {}, or ask a maintainer to add this one to the policy",
                called.one()
            )),
        };
        found.push(Violation::new(description.original(&binary.span), message, help));
    }
}
