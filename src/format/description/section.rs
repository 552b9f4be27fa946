//! Outline → the sections of a description: the ones that were written well, and the ones that can be told
//! from what was written.

use std::ops::Range;

use crate::format::description::outline;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind, Outline};
use crate::format::description::paragraph_title;
use crate::format::description::source::Source;
use crate::format::template::SectionName;
use crate::text::normalize;
use crate::text::sort;

/// A section, and where it stands in the source.
#[derive(Debug)]
pub(crate) struct Section {
    pub(crate) name: SectionName,
    pub(crate) written: HeadingForm,
    /// The heading, or what stands for it, as the author wrote it.
    pub(crate) heading: Range<usize>,
    /// From the end of the heading to the next section.
    pub(crate) body: Range<usize>,
    /// The leaves in the body; the first may begin in the heading's own paragraph.
    pub(crate) leaves: Range<usize>,
}

/// How a section's heading was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HeadingForm {
    Heading {
        level: u8,
    },
    /// A heading whose text, at `text`, is only near the name.
    Misspelled {
        level: u8,
        text: Range<usize>,
    },
    /// A paragraph that starts with the name.
    Pseudo,
}

/// The sections of one description.
#[derive(Debug, Default)]
pub(crate) struct FoundSections {
    /// In the order of the description; a name that stands twice is here twice.
    pub(crate) all: Vec<Section>,
    /// The level at which most names stand; `None` when no heading has a section's name.
    pub(crate) own_level: Option<u8>,
    /// The levels of the headings that open no section, and where they stand.
    pub(crate) other_headings: Vec<(u8, usize)>,
    /// Where each section stands in `all` first, in template order.
    firsts: [Option<usize>; SectionName::ALL.len()],
}

impl Section {
    /// The heading's level, for what is a heading.
    pub(crate) fn level(&self) -> Option<u8> {
        match self.written {
            HeadingForm::Heading { level } | HeadingForm::Misspelled { level, .. } => Some(level),
            HeadingForm::Pseudo => None,
        }
    }
}

impl FoundSections {
    /// Reads the sections. Where a paragraph starts with a name, its text is cut to what stands behind it.
    pub(crate) fn read(outline: &mut Outline, source: &Source<'_>) -> Self {
        let headings = headings(outline, source);
        let own_level = own_level(&headings);
        let (named, unnamed) = split_by_name(headings, own_level);
        let mut starts = Starts::new(named);
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
        let mut sections = Self { own_level, other_headings, ..Self::default() };
        sections.all = sections.extents(starts.in_order(), outline, source);
        for (index, section) in sections.all.iter().enumerate().rev() {
            if let Some(first) = sections.firsts.get_mut(section.name as usize) {
                *first = Some(index);
            }
        }
        sections
    }

    /// The section of this name that is read: the first.
    pub(crate) fn get(&self, name: SectionName) -> Option<&Section> {
        let first = *self.firsts.get(name as usize)?;
        self.all.get(first?)
    }

    /// Whether `section` is the one of its name that is read.
    pub(crate) fn is_read(&self, section: &Section) -> bool {
        self.get(section.name).is_some_and(|first| std::ptr::eq(first, section))
    }

    /// The level that sections should have: their own where it is right, else the canonical one.
    pub(crate) fn right_level(&self) -> u8 {
        self.own_level.filter(|level| matches!(level, 2 | 3)).unwrap_or(CANONICAL_LEVEL)
    }

    /// Whether no other heading becomes part of a section, or ceases to be, when all sections stand at the right
    /// level.
    pub(crate) fn can_move(&self) -> bool {
        let (own, right) = (self.own_level.unwrap_or(CANONICAL_LEVEL), self.right_level());
        self.other_headings.iter().all(|(level, _)| (*level <= own) == (*level <= right))
    }

    /// A new heading line for `name`, without a line end.
    pub(crate) fn heading(&self, name: SectionName) -> String {
        let stays = self.own_level.filter(|_| !self.can_move());
        let level = stays.unwrap_or_else(|| self.right_level());
        format!("{} {}", "#".repeat(level.into()), name.title())
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

/// The level of the template's headings.
pub(crate) const CANONICAL_LEVEL: u8 = 2;

/// A heading of the description itself, not of a quote or a list.
struct Heading {
    leaf: usize,
    level: u8,
    folded: String,
    name: Option<SectionName>,
    span: Range<usize>,
}

impl Heading {
    fn starts(&self, name: SectionName, written: HeadingForm) -> Start {
        Start { name, written, leaf: self.leaf, heading: self.span.clone() }
    }
}

/// Where a section starts.
struct Start {
    name: SectionName,
    written: HeadingForm,
    leaf: usize,
    heading: Range<usize>,
}

fn headings(outline: &Outline, source: &Source<'_>) -> Vec<Heading> {
    let mut headings = Vec::new();
    for (index, leaf) in outline.leaves.iter().enumerate() {
        let LeafKind::Heading { level } = leaf.kind else { continue };
        if leaf.place.is_top_level() {
            let written = source.slice(&leaf.span).trim_end().len();
            let span = leaf.span.start..leaf.span.start + written;
            let folded = normalize::name(&outline::text(outline.inlines(leaf), source.text()));
            let name = SectionName::find(&folded);
            headings.push(Heading { leaf: index, level, name, folded, span });
        }
    }
    headings
}

/// The level at which most names stand; the shallower of two that tie.
fn own_level(headings: &[Heading]) -> Option<u8> {
    let (mut own, mut most) = (None, 0);
    for level in 1..=6 {
        let count = SectionName::ALL.iter().filter(|name| is_at(headings, level, **name)).count();
        if count > most {
            (own, most) = (Some(level), count);
        }
    }
    own
}

fn is_at(headings: &[Heading], level: u8, name: SectionName) -> bool {
    headings.iter().any(|heading| heading.name == Some(name) && heading.level == level)
}

/// Parts the headings that open the section they name from those that do not: those of other names, and those
/// deeper than the same name at the own level.
fn split_by_name(headings: Vec<Heading>, own_level: Option<u8>) -> (Vec<Start>, Vec<Heading>) {
    let mut at_own = SectionName::ALL.to_vec();
    at_own.retain(|name| own_level.is_some_and(|level| is_at(&headings, level, *name)));
    let (mut named, mut unnamed) = (Vec::new(), Vec::new());
    for heading in headings {
        match heading.name {
            Some(name) if Some(heading.level) <= own_level || !at_own.contains(&name) => {
                named.push(heading.starts(name, HeadingForm::Heading { level: heading.level }));
            }
            _ => unnamed.push(heading),
        }
    }
    (named, unnamed)
}

/// The places where sections start, and the sections that have none yet.
struct Starts {
    found: Vec<Start>,
    missing: Vec<SectionName>,
}

impl Starts {
    fn new(found: Vec<Start>) -> Self {
        let mut missing = SectionName::ALL.to_vec();
        missing.retain(|name| found.iter().all(|start| start.name != *name));
        Self { found, missing }
    }

    fn add(&mut self, start: Start) {
        self.missing.retain(|name| *name != start.name);
        self.found.push(start);
    }

    fn in_order(mut self) -> Vec<Start> {
        sort::sort(&mut self.found, |start| start.leaf);
        self.found
    }

    /// Takes the headings that nearly have one missing section's name; gives back the others.
    fn add_misspelled(
        &mut self,
        headings: Vec<Heading>,
        own_level: u8,
        outline: &Outline,
    ) -> Vec<Heading> {
        let mut other = Vec::new();
        for heading in headings {
            if heading.level > own_level || heading.name.is_some() {
                other.push(heading);
                continue;
            }
            let leaf = outline.leaves.get(heading.leaf);
            let text = leaf.and_then(|leaf| text_span(outline, leaf));
            match (self.meant_by(&heading.folded), text) {
                (Some(name), Some(text)) => {
                    let written = HeadingForm::Misspelled { level: heading.level, text };
                    self.add(heading.starts(name, written));
                }
                _ => other.push(heading),
            }
        }
        other
    }

    /// The one missing section that `folded` resembles.
    fn meant_by(&self, folded: &str) -> Option<SectionName> {
        let mut meant = None;
        for name in &self.missing {
            if resembles(folded, *name) {
                if meant.is_some() {
                    return None;
                }
                meant = Some(*name);
            }
        }
        meant
    }

    /// Takes the paragraphs that start with a missing section's name: `**Impact**` or `Impact:`.
    fn add_pseudo(&mut self, outline: &Outline, source: &Source<'_>) {
        for (leaf, paragraph) in outline.leaves.iter().enumerate() {
            if self.missing.is_empty() {
                return;
            }
            let Some((label, heading)) = paragraph_title::read(outline, paragraph, source) else {
                continue;
            };
            let folded = normalize::name(&label);
            let named = SectionName::find(&folded).filter(|_| folded != "pr");
            if let Some(name) = named.filter(|name| self.missing.contains(name)) {
                self.add(Start { name, written: HeadingForm::Pseudo, leaf, heading });
            }
        }
    }
}

/// The heading's text, without comments and tags around it.
fn text_span(outline: &Outline, leaf: &Leaf) -> Option<Range<usize>> {
    let mut span: Option<Range<usize>> = None;
    for inline in outline.inlines(leaf) {
        if inline.kind != InlineKind::Html && !inline.span.is_empty() {
            let (start, end) = span.map_or((inline.span.start, 0), |span| (span.start, span.end));
            span = Some(start..end.max(inline.span.end));
        }
    }
    span
}

/// Whether a heading is nearly a section's name, or holds it as whole words.
fn resembles(folded: &str, section: SectionName) -> bool {
    section.names().iter().any(|name| is_likely(folded, name) || holds_words(folded, name))
}

/// At most two slips, and at least 60 % alike; shorter names would match by chance.
fn is_likely(folded: &str, name: &str) -> bool {
    let longer = folded.chars().count().max(name.len());
    let alike = |distance: usize| 10 * (longer - distance.min(longer)) >= 6 * longer;
    name.len() >= 5 && normalize::distance(folded, name).is_some_and(alike)
}

fn holds_words(folded: &str, name: &str) -> bool {
    let mut words = String::from(" ");
    for word in folded.split(|character: char| !character.is_alphanumeric()) {
        if !word.is_empty() {
            words.push_str(word);
            words.push(' ');
        }
    }
    words.contains(&format!(" {name} "))
}
