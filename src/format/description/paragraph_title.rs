//! Reads the label at the start of a paragraph: `**Impact**` or `Impact:`.

use std::ops::Range;

use crate::format::description::outline;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind, Outline};
use crate::format::description::source::Source;
use crate::text::normalize;

/// The label at the start of a paragraph, and its place including the whitespace and colon after it.
pub(super) fn read(
    outline: &Outline,
    leaf: &Leaf,
    source: &Source<'_>,
) -> Option<(String, Range<usize>)> {
    let inlines = outline.inlines(leaf);
    let start = inlines.first()?.span.start;
    if leaf.kind != LeafKind::Paragraph || !leaf.place.is_top_level() || start != leaf.span.start {
        return None;
    }
    if inlines.first()?.kind == InlineKind::Strong {
        return bold_label(outline, leaf, source);
    }
    let line = source.line_at(start).end;
    let text = source.slice(&(start..line));
    // No section name is longer. Hostile lines stop here.
    let colon = text.find(':').filter(|colon| *colon <= LONGEST_LABEL)?;
    let end = behind_blanks(source, start + colon + 1);
    Some((normalize::without_marks(text.get(..colon)?), start..end))
}

/// Longer than any section name with decoration.
const LONGEST_LABEL: usize = 64;

fn bold_label(
    outline: &Outline,
    leaf: &Leaf,
    source: &Source<'_>,
) -> Option<(String, Range<usize>)> {
    let inlines = outline.inlines(leaf);
    let close = inlines.iter().position(|inline| inline.kind == InlineKind::StrongEnd)?;
    let bold = inlines.get(1..close)?;
    let label = outline::text(bold, source.text());
    let span = inlines.first()?.span.clone();
    let behind = source.slice(&(span.end..source.line_at(span.end).end)).trim_start();
    let colon =
        behind.strip_prefix(':').map_or(span.end, |rest| source.line_at(span.end).end - rest.len());
    Some((label, span.start..behind_blanks(source, colon)))
}

/// The offset after the whitespace at `at`, on the same line.
fn behind_blanks(source: &Source<'_>, at: usize) -> usize {
    let rest = source.slice(&(at..source.line_at(at).end));
    at + rest.len() - rest.trim_start().len()
}
