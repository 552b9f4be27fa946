//! Finds in the outline where sections start: at headings that have a section's name, at headings that are close to
//! one, and at text that only looks like a heading.

use std::ops::Range;

use crate::format::description::outline;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind, Outline};
use crate::format::description::paragraph_title;
use crate::format::description::source::Source;
use crate::format::template::{SectionName, Sections};
use crate::text::{normalize, sort};

/// How a section's heading was written.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum HeadingForm {
    Heading {
        level: u8,
    },
    /// A heading whose text, at `text`, is close to the name.
    Misspelled {
        level: u8,
        text: Range<usize>,
    },
    /// A paragraph that starts with the name.
    Pseudo,
}

/// A heading of the description itself, not in a quote or a list.
pub(super) struct Heading {
    pub(super) leaf: usize,
    pub(super) level: u8,
    folded: String,
    pub(super) name: Option<SectionName>,
    span: Range<usize>,
}

impl Heading {
    fn starts(&self, name: SectionName, written: HeadingForm) -> Start {
        Start { name, written, leaf: self.leaf, heading: self.span.clone() }
    }
}

/// Where a section starts.
pub(super) struct Start {
    pub(super) name: SectionName,
    pub(super) written: HeadingForm,
    pub(super) leaf: usize,
    pub(super) heading: Range<usize>,
}

pub(super) fn headings(outline: &Outline, source: &Source<'_>) -> Vec<Heading> {
    let mut headings = Vec::new();
    for (index, leaf) in outline.leaves.iter().enumerate() {
        let LeafKind::Heading { level } = leaf.kind else { continue };
        if leaf.place.is_top_level() {
            let written = source.slice(&leaf.span).trim_end().len();
            let span = leaf.span.start..leaf.span.start + written;
            let folded = normalize::name(&outline::text(outline.inlines(leaf), source.text()));
            let name = source.form.sections.find(&folded);
            headings.push(Heading { leaf: index, level, name, folded, span });
        }
    }
    headings
}

/// The most common level of headings with a section's name; in a tie, the shallower one.
pub(super) fn own_level(headings: &[Heading], names: &Sections) -> Option<u8> {
    let (mut own, mut most) = (None, 0);
    for level in 1..=6 {
        let count = names.all().filter(|name| is_at(headings, level, *name)).count();
        if count > most {
            (own, most) = (Some(level), count);
        }
    }
    own
}

fn is_at(headings: &[Heading], level: u8, name: SectionName) -> bool {
    headings.iter().any(|heading| heading.name == Some(name) && heading.level == level)
}

/// Separates the headings that start the section they name from those that do not: those with other names, and those
/// that are deeper than a heading with the same name at the most common level.
pub(super) fn split_by_name(
    headings: Vec<Heading>,
    own_level: Option<u8>,
    known: &Sections,
) -> (Vec<Start>, Vec<Heading>) {
    let mut at_own: Vec<SectionName> = known.all().collect();
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

/// The places where sections start, and the sections without a start so far.
pub(super) struct Starts<'s> {
    names: &'s Sections,
    pub(super) found: Vec<Start>,
    missing: Vec<SectionName>,
}

impl<'s> Starts<'s> {
    pub(super) fn new(found: Vec<Start>, names: &'s Sections) -> Self {
        let mut missing: Vec<SectionName> = names.all().collect();
        missing.retain(|name| found.iter().all(|start| start.name != *name));
        Self { names, found, missing }
    }

    fn add(&mut self, start: Start) {
        self.missing.retain(|name| *name != start.name);
        self.found.push(start);
    }

    pub(super) fn in_order(mut self) -> Vec<Start> {
        sort::sort(&mut self.found, |start| start.leaf);
        self.found
    }

    /// Takes the headings that are close to the name of one missing section, and returns the others.
    pub(super) fn add_misspelled(
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

    /// The one missing section that `folded` resembles. Of two whose names match, one within the other, the longer.
    fn meant_by(&self, folded: &str) -> Option<SectionName> {
        let mut meant: Option<(SectionName, &str)> = None;
        for name in &self.missing {
            let Some(matching) = self.resembling(folded, *name) else { continue };
            meant = match meant {
                Some((_, other)) if matching.contains(other) => Some((*name, matching)),
                Some((_, other)) if !other.contains(matching) => return None,
                Some(other) => Some(other),
                None => Some((*name, matching)),
            };
        }
        meant.map(|(name, _)| name)
    }

    /// The longest name of a section that a heading is close to, or contains as whole words.
    fn resembling(&self, folded: &str, section: SectionName) -> Option<&'s str> {
        let is_loose = self.names.is_loose(section);
        let names = self.names.names(section).iter().filter(|name| {
            is_likely(folded, name)
                || if is_loose || name.chars().count() >= SHORTEST_LIKELY {
                    holds_words(folded, name)
                } else {
                    is_numbered(folded, name)
                }
        });
        names.max_by_key(|name| name.len()).map(String::as_str)
    }

    /// Takes the paragraphs that start with a missing section's name: `**Impact**` or `Impact:`.
    pub(super) fn add_pseudo(&mut self, outline: &Outline, source: &Source<'_>) {
        for (leaf, paragraph) in outline.leaves.iter().enumerate() {
            if self.missing.is_empty() {
                return;
            }
            let Some((label, heading)) = paragraph_title::read(outline, paragraph, source) else {
                continue;
            };
            let folded = normalize::name(&label);
            let named = self.names.find(&folded).filter(|_| folded != "pr");
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

/// At most two typos and at least 60 % similar. Otherwise short names would match by chance.
fn is_likely(folded: &str, name: &str) -> bool {
    let longer = folded.chars().count().max(name.chars().count());
    let alike = |distance: usize| 10 * (longer - distance.min(longer)) >= 6 * longer;
    name.chars().count() >= SHORTEST_LIKELY && normalize::distance(folded, name).is_some_and(alike)
}

/// Shorter names match by chance: what is close to them, or contains them, is another word.
const SHORTEST_LIKELY: usize = 5;

/// Whether a heading is a name with no more than a number or a parenthesis beside it: `2. Fix (required)`.
fn is_numbered(folded: &str, name: &str) -> bool {
    let is_number = |character: char| character.is_ascii_digit() || ".)(:# ".contains(character);
    let rest = folded.trim_start_matches(is_number);
    let rest = rest.split_once('(').map_or(rest, |(before, remark)| {
        if remark.trim_end().ends_with(')') { before } else { rest }
    });
    rest.trim_end_matches(is_number) == name
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
