//! Places in a text, and replacements of them.

use crate::text::sort;

/// A range of bytes in the original description. Other ranges refer to the *source*, which may have been repaired. Only
/// the source of a description converts between the two.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

/// One replacement in the original description.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// What is replaced; empty when text is inserted.
    pub span: Span,
    /// The new text.
    pub text: String,
}

/// Sorts edits by place. At the same place, insertions come before replacements.
pub(crate) fn put_in_order(edits: &mut [&Edit]) {
    sort::sort(edits, |edit| 2 * edit.span.start + usize::from(edit.span.end > edit.span.start));
}

/// Applies `edits`, which are sorted and do not overlap.
pub(crate) fn replace(text: &str, edits: &[&Edit]) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut from = 0;
    for edit in edits {
        replaced.push_str(text.get(from..edit.span.start).unwrap_or_default());
        replaced.push_str(&edit.text);
        from = edit.span.end.max(from);
    }
    replaced + text.get(from..).unwrap_or_default()
}
