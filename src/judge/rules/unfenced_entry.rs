//! ## What it does
//!
//! Finds `introduced-in`, `resolved-in`, `not-affected` and `wont-fix` outside release blocks: on a line of their own in text or in a list, in a code fence of another kind when no release block has that key, and in HTML. Sentences that mention them are left alone.
//!
//! The fix puts a fence around them. Entries below the first section are moved to the top.
//!
//! ## Why
//!
//! Only release blocks are read. Elsewhere, an entry is ordinary text.
//!
//! ## Example
//!
//! ```markdown
//! introduced-in=v1.6.2
//!
//! ## Symptoms
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
//! ````

use std::ops::Range;

use crate::format::description::Description;
use crate::format::description::entry::Entry;
use crate::format::description::outline::{Leaf, LeafKind};
use crate::format::description::repair::Damage;
use crate::format::description::unfenced_entries::{Container, Unfenced};
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unfenced-entry",
    group: Group::Entries,
    level: Level::Error,
    has_fix: true,
    when_withheld: true,
    summary: "entries are outside a release block",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    subject.repairs(Damage::SwallowedFence, found, || {
        let message = Message::text("this release block is part of the HTML above it");
        (message, Message::text("put a blank line before it"))
    });
    for unfenced in &description.unfenced {
        found.push(violation(description, unfenced));
    }
}

fn violation(description: &Description<'_>, unfenced: &Unfenced) -> Violation {
    let source = &description.source;
    let entries = entries_in(description, &unfenced.span);
    let shown = entries.first().map(|entry| source.slice(&entry.line)).unwrap_or_default();
    let message = match entries.len() {
        0 | 1 => Message::code(shown).and(" is outside a release block"),
        2 => Message::code(shown).and(" and 1 more line are outside a release block"),
        more => Message::code(shown)
            .and(format!(" and {} more lines are outside a release block", more - 1)),
    };
    let help = Message::text("put it into a code fence whose first line ends in ")
        .and_code("release")
        .and(", above the first section");
    Violation::new(description.original(&unfenced.span), message, help)
        .with_edits(fence(description, unfenced))
}

fn fence(description: &Description<'_>, unfenced: &Unfenced) -> Vec<Edit> {
    let Some(leaf) = description.outline.leaves.get(unfenced.leaf) else { return Vec::new() };
    let is_movable = match unfenced.kind {
        // A line that is part of a list item, or of a setext heading, cannot be removed alone.
        Container::Text => unfenced.is_whole && leaf.place.lists < 2 || is_plain_paragraph(leaf),
        Container::Fence | Container::Html => leaf.place.is_top_level() && unfenced.is_whole,
    };
    let start = unfenced.runs.first().map_or(leaf.span.start, |run| run.start);
    let is_late = description.first_section().is_some_and(|first| first < start);
    match (&leaf.kind, is_movable) {
        (_, false) => Vec::new(),
        (LeafKind::Fence(_), true) if is_late => {
            move_up(description, unfenced, &[description.source.whole_lines(&leaf.span)])
        }
        (_, true) if is_late => move_up(description, unfenced, &unfenced.runs),
        (LeafKind::Fence(fence), true) => rename(description, unfenced, &leaf.span, &fence.info),
        _ => wrap(description, unfenced),
    }
}

fn is_plain_paragraph(leaf: &Leaf) -> bool {
    leaf.kind == LeafKind::Paragraph && leaf.place.lists == 0
}

/// Removes the lines and moves their entries to a release block at the top.
fn move_up(
    description: &Description<'_>,
    unfenced: &Unfenced,
    lines: &[Range<usize>],
) -> Vec<Edit> {
    let source = &description.source;
    let end = source.end_of_line();
    let block = format!("{}{end}", block(description, &unfenced.span));
    let mut edits = vec![source.edit(&(0..0), block)];
    for lines in lines {
        edits.push(source.edit(lines, ""));
    }
    edits
}

/// Turns a code fence that contains only entries into a release block.
fn rename(
    description: &Description<'_>,
    unfenced: &Unfenced,
    fence: &Range<usize>,
    info: &str,
) -> Vec<Edit> {
    let source = &description.source;
    let opener = source.first_line(fence);
    let marks = source.slice(&opener);
    let width = marks.len() - marks.trim_start_matches(['`', '~']).len();
    let info_place = if info.is_empty() {
        opener.start + width..opener.start + width
    } else {
        opener.start + width..opener.end
    };
    let mut edits = vec![source.edit(&info_place, "release")];
    for entry in entries_in(description, &unfenced.span) {
        if source.slice(&entry.separator).trim() != "=" {
            edits.push(source.edit(&entry.separator, "="));
        }
    }
    edits
}

/// Puts fences around the lines, and blank lines around the fences where they would otherwise be part of HTML.
fn wrap(description: &Description<'_>, unfenced: &Unfenced) -> Vec<Edit> {
    let end = description.source.end_of_line();
    let blank = if unfenced.kind == Container::Html { end } else { "" };
    let mut edits = Vec::new();
    for run in &unfenced.runs {
        let block = block(description, run);
        edits.push(description.source.edit(run, format!("{blank}{block}{blank}")));
    }
    edits
}

/// A release block with the entries in `lines`.
fn block(description: &Description<'_>, lines: &Range<usize>) -> String {
    let source = &description.source;
    let end = source.end_of_line();
    let mut block = format!("```release{end}");
    for entry in entries_in(description, lines) {
        block.push_str(&line(description, entry));
        block.push_str(end);
    }
    block + "```" + end
}

/// The entry as written in a release block, with its comment.
fn line(description: &Description<'_>, entry: &Entry) -> String {
    let source = &description.source;
    let rest = source.slice(&(entry.value.end..source.line_at(entry.value.end).end)).trim_end();
    let remark = if rest.trim_start().starts_with('#') { rest } else { "" };
    format!("{}={}{remark}", entry.key.name(), source.slice(&entry.value))
}

fn entries_in<'a>(description: &'a Description<'_>, lines: &Range<usize>) -> &'a [Entry] {
    let entries = &description.entries;
    let start = entries.partition_point(|entry| entry.line.start < lines.start);
    let end = entries.partition_point(|entry| entry.line.start < lines.end);
    entries.get(start..end).unwrap_or_default()
}
