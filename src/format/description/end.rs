//! The end of a description, where fixes append what is missing.

use crate::format::description::entry::{Entry, Key};
use crate::format::description::outline::LeafKind;
use crate::format::description::{Description, html};
use crate::text::edit::{Edit, Span};

impl Description<'_> {
    /// Whether no part of the template is present: neither an entry nor a section.
    pub(crate) fn lacks_template(&self) -> bool {
        let says_nothing = |entry: &Entry| entry.key == Key::ResolvedIn && entry.values.is_empty();
        self.sections.all.is_empty() && self.entries.iter().all(says_nothing)
    }

    /// The end of the description.
    pub(crate) fn end(&self) -> Span {
        let end = self.source.text().trim_end().len();
        self.original(&(end..end))
    }

    /// Adds `text`, whose lines end with LF, at the end. Adds nothing if it would become part of something unclosed.
    pub(crate) fn append(&self, text: &str) -> Vec<Edit> {
        if self.ends_open() {
            return Vec::new();
        }
        let source = &self.source;
        let end = source.text().trim_end().len();
        let below = format!("\n\n{text}").replace('\n', source.end_of_line());
        vec![source.edit(&(end..end), below)]
    }

    /// Whether text added at the end would become part of something unclosed.
    pub(crate) fn ends_open(&self) -> bool {
        self.outline.leaves.last().is_some_and(|leaf| match &leaf.kind {
            LeafKind::Fence(fence) => !fence.closed && leaf.place.is_top_level(),
            LeafKind::Html => html::is_open(self.source.slice(&leaf.span)),
            _ => false,
        })
    }
}
