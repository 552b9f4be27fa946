//! Reads the sections of a description from its outline: those that are written correctly and those that can be
//! recognized.

use std::ops::Range;

use crate::format::description::outline::Outline;
use crate::format::description::section_start::{
    HeadingForm, Start, Starts, headings, own_level, split_by_name,
};
use crate::format::description::source::Source;
use crate::format::template::SectionName;
use crate::text::sort;

/// The level of the template's headings.
pub(crate) const CANONICAL_LEVEL: u8 = 2;

/// A section, and its place in the source.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: SectionName,
    pub(crate) written: HeadingForm,
    /// The heading, or the text used as one, as the author wrote it.
    pub(crate) heading: Range<usize>,
    /// From the end of the heading to the next section.
    pub(crate) body: Range<usize>,
    /// The leaves in the body; the first may begin in the heading's own paragraph.
    pub(crate) leaves: Range<usize>,
}

/// The sections of one description.
#[derive(Debug, Default)]
pub(crate) struct FoundSections {
    /// All sections in the order of the description, including repetitions.
    pub(crate) all: Vec<Section>,
    /// The most common level of headings with a section's name; `None` when there are none.
    pub(crate) own_level: Option<u8>,
    /// The levels and places of the headings that do not start a section.
    pub(crate) other_headings: Vec<(u8, usize)>,
    /// The first index of each section in `all`, in template order.
    firsts: Vec<Option<usize>>,
}

impl Section {
    /// The heading's level, if it is a heading.
    pub(crate) fn level(&self) -> Option<u8> {
        match self.written {
            HeadingForm::Heading { level } | HeadingForm::Misspelled { level, .. } => Some(level),
            HeadingForm::Pseudo => None,
        }
    }
}

impl FoundSections {
    /// Reads the sections. If a paragraph starts with a section's name, its text is cut to what follows the name.
    pub(crate) fn read(outline: &mut Outline, source: &Source<'_>) -> Self {
        let known = source.form.sections;
        let headings = headings(outline, source);
        let own_level = own_level(&headings, known);
        let (named, unnamed) = split_by_name(headings, own_level, known);
        let mut starts = Starts::new(named, known);
        let other = starts.add_misspelled(unnamed, own_level.unwrap_or(CANONICAL_LEVEL), outline);
        starts.add_pseudo(outline, source);
        for start in &starts.found {
            if start.written == HeadingForm::Pseudo {
                outline.cut(start.leaf, start.heading.end);
            }
        }
        let mut other_headings = Vec::new();
        for heading in other {
            other_headings.push((heading.level, heading.leaf));
        }
        let firsts = vec![None; known.all().len()];
        let mut sections = Self { own_level, other_headings, firsts, ..Self::default() };
        sections.all = sections.extents(starts.in_order(), outline, source);
        for (index, section) in sections.all.iter().enumerate().rev() {
            if let Some(first) = sections.firsts.get_mut(section.name.place()) {
                *first = Some(index);
            }
        }
        sections
    }

    /// The first section with this name, which is the one that is read.
    pub(crate) fn get(&self, name: SectionName) -> Option<&Section> {
        let first = *self.firsts.get(name.place())?;
        self.all.get(first?)
    }

    /// Whether `section` is the first one with its name, which is the one that is read.
    pub(crate) fn is_read(&self, section: &Section) -> bool {
        self.get(section.name).is_some_and(|first| std::ptr::eq(first, section))
    }

    /// The level that sections should have: their most common level if it is allowed, otherwise the canonical one.
    pub(crate) fn right_level(&self) -> u8 {
        self.own_level.filter(|level| matches!(level, 2 | 3)).unwrap_or(CANONICAL_LEVEL)
    }

    /// Whether all sections can be changed to the right level without moving another heading into or out of a section.
    pub(crate) fn can_move(&self) -> bool {
        let (own, right) = (self.own_level.unwrap_or(CANONICAL_LEVEL), self.right_level());
        self.other_headings.iter().all(|(level, _)| (*level <= own) == (*level <= right))
    }

    /// A new heading line with `title`, without a line end.
    pub(crate) fn heading(&self, title: &str) -> String {
        let stays = self.own_level.filter(|_| !self.can_move());
        let level = stays.unwrap_or_else(|| self.right_level());
        format!("{} {title}", "#".repeat(level.into()))
    }

    fn extents(&self, starts: Vec<Start>, outline: &Outline, source: &Source<'_>) -> Vec<Section> {
        let own_level = self.own_level.unwrap_or(CANONICAL_LEVEL);
        let mut bounds = Vec::new();
        for (level, leaf) in &self.other_headings {
            if *level <= own_level {
                bounds.push(*leaf);
            }
        }
        for start in &starts {
            bounds.push(start.leaf);
        }
        sort::sort(&mut bounds, |bound| *bound);
        let mut sections = Vec::with_capacity(starts.len());
        for start in starts {
            let next = bounds.get(bounds.partition_point(|bound| *bound <= start.leaf));
            let end = next.copied().unwrap_or(outline.leaves.len());
            let body_end =
                outline.leaves.get(end).map_or(source.text().len(), |leaf| leaf.span.start);
            let first = start.leaf + usize::from(start.written != HeadingForm::Pseudo);
            sections.push(Section {
                name: start.name,
                written: start.written,
                body: start.heading.end..body_end.max(start.heading.end),
                heading: start.heading,
                leaves: first..end.max(first),
            });
        }
        sections
    }
}
