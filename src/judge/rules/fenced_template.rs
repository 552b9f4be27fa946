//! ## What it does
//!
//! Finds a code fence that contains two or more sections that are missing outside it. This happens when the template is copied together with the fence around it.
//!
//! The fix removes the fence lines.
//!
//! ## Why
//!
//! Headings inside a code fence are code: readers see unformatted text and bots see no sections.
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
//! The same text without the first and last lines.

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
    summary: "sections are inside a code fence",
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
