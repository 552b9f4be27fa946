//! ## What it does
//!
//! Finds a code fence with two or more sections inside that are missing outside. It comes from copying the template together with the fence around it.
//!
//! The fix removes the lines of the fence.
//!
//! ## Why
//!
//! In a code fence, headings are code: readers see grey text, and bots see no sections.
//!
//! ## Example
//!
//! ````markdown
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//!
//! ## Impact
//!
//! All users.
//! ```
//! ````
//!
//! ## Instead
//!
//! The same without the first and the last line.

use crate::format::description::repair::Damage;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "fenced-template",
    group: Group::Description,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "sections stand inside a code fence",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    subject.repairs(Damage::FencedTemplate, found, || {
        (
            Message::text("this code fence turns the sections in it into code"),
            Message::text("remove the fence lines around the sections"),
        )
    });
}
