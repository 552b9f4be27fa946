//! ## What it does
//!
//! Finds descriptions that are longer than 262,144 bytes, and lines that are nested in more than 100 quotes and lists (each marker and every four spaces of indentation count as one level). No other problem with such a description is reported. Labels are still checked.
//!
//! ## Why
//!
//! No one reads such a description, and reading it would take more time than a run should take.
//!
//! ## Example
//!
//! A line of two hundred `>`.
//!
//! ## Instead
//!
//! The same text without the quote marks, or in a code fence.

use crate::format::description::limits;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::{Content, Subject};
use crate::policy::level::Level;
use crate::text::edit::Span;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unreadable-description",
    group: Group::Description,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "the description is too long or too deeply nested to be read",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Content::Unreadable(place) = &subject.content else { return };
    let violation = match place {
        None => Violation::new(
            Span::default(),
            Message::text(format!("the description is longer than {} bytes", limits::LONGEST)),
            Message::text("move logs and other long text to a comment or a gist"),
        ),
        Some(line) => Violation::new(
            *line,
            Message::text(format!(
                "this line is nested in more than {} quotes and lists",
                limits::DEEPEST
            )),
            Message::text("remove the markers and spaces at its start, or put it in a code fence"),
        ),
    };
    found.push(violation);
}
