//! The contents of a section: its leaves, without the entries among them.

use std::ops::Range;

use crate::format::description::outline::{Inline, Leaf, Outline};
use crate::format::description::section::Section;
use crate::format::description::source::Source;
use crate::text::sort;

/// A section's body. Lines that are entries are never part of a section's text.
pub(super) struct Body<'a> {
    pub(super) section: &'a Section,
    pub(super) outline: &'a Outline,
    pub(super) source: &'a Source<'a>,
    /// The lines that belong to entries, in order.
    pub(super) taken: Vec<Range<usize>>,
}

impl<'a> Body<'a> {
    pub(super) fn leaves(&self) -> &'a [Leaf] {
        self.outline.leaves.get(self.section.leaves.clone()).unwrap_or_default()
    }

    /// The pieces of a leaf that belong to the body.
    pub(super) fn inlines(&self, leaf: &Leaf) -> impl Iterator<Item = &'a Inline> {
        self.outline.inlines(leaf).iter().filter(|inline| {
            let start = inline.span.start;
            start >= self.section.body.start && !self.is_taken(start)
        })
    }

    /// Whether a leaf, or a place in a leaf, belongs to entries.
    pub(super) fn is_taken(&self, at: usize) -> bool {
        sort::holds(&self.taken, at)
    }

    pub(super) fn text<'b>(&'b self, inline: &'b Inline) -> &'b str {
        inline.text(self.source.text())
    }
}
