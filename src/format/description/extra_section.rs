//! A part of a description that no policy asks for, found by its name: a heading, or a paragraph that starts with it.

use std::ops::Range;

use crate::format::description::html;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind};
use crate::format::description::{Description, outline, paragraph_title};
use crate::text::normalize;

/// A part of a description under a name.
#[derive(Debug)]
pub(crate) struct ExtraSection {
    /// The heading, or the text used as one.
    pub(crate) heading: Range<usize>,
    /// The visible text, on one line.
    pub(crate) text: String,
    /// Whether there is something other than text, such as an image or code.
    pub(crate) has_more: bool,
}

impl Description<'_> {
    /// The first part with one of these names, which are folded.
    pub(crate) fn extra_section(&self, names: &[&str]) -> Option<ExtraSection> {
        let leaves = &self.outline.leaves;
        let found = leaves.iter().enumerate().find_map(|(index, leaf)| {
            let (label, heading, level) = self.title_of(leaf)?;
            names.contains(&normalize::name(&label).as_str()).then_some((index, heading, level))
        });
        let (index, heading, level) = found?;
        let mut part = ExtraSection { heading, text: String::new(), has_more: false };
        // A paragraph that starts with the name goes on behind it.
        let first = if level.is_none() { index } else { index + 1 };
        for leaf in leaves.get(first..).unwrap_or_default() {
            let ends = match leaf.kind {
                LeafKind::Heading { level: next } if leaf.place.is_top_level() => {
                    level.is_none_or(|level| next <= level)
                }
                _ => self.sections.all.iter().any(|section| {
                    section.heading.start == leaf.span.start && leaf.span.start > part.heading.start
                }),
            };
            if ends {
                break;
            }
            self.add_leaf(&mut part, leaf);
        }
        Some(part)
    }

    /// The title that a leaf is or starts with, where that is, and the level of a heading.
    fn title_of(&self, leaf: &Leaf) -> Option<(String, Range<usize>, Option<u8>)> {
        match leaf.kind {
            LeafKind::Heading { level } if leaf.place.is_top_level() => {
                let text = outline::text(self.outline.inlines(leaf), self.source.text());
                Some((text, self.source.trimmed(&leaf.span), Some(level)))
            }
            LeafKind::Paragraph => {
                let (label, heading) = paragraph_title::read(&self.outline, leaf, &self.source)?;
                Some((label, heading, None))
            }
            _ => None,
        }
    }

    fn add_leaf(&self, part: &mut ExtraSection, leaf: &Leaf) {
        match &leaf.kind {
            LeafKind::Heading { .. } | LeafKind::Rule => {}
            LeafKind::Fence(fence) => part.has_more |= !fence.is_release(),
            LeafKind::IndentedCode => part.has_more = true,
            LeafKind::Html => {
                let block = self.source.slice(&leaf.span);
                part.has_more |= html::shows_picture(block);
                part.text.push_str(&html::text(block));
            }
            LeafKind::Paragraph | LeafKind::TableCell => {
                for inline in self.outline.inlines(leaf) {
                    part.has_more |= inline.kind == InlineKind::Image;
                    let shown = inline.text(self.source.text());
                    let taken = part.heading.end.saturating_sub(inline.span.start);
                    let is_title = inline.span.end <= part.heading.end;
                    part.text.push_str(match shown.get(taken..) {
                        _ if is_title => "",
                        Some(rest) => rest,
                        None => "",
                    });
                }
            }
        }
        part.text.push(' ');
    }
}
