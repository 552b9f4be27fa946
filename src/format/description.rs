//! Reads a description's text. Reading never fails: it returns what was understood and what is wrong.
//!
//! The steps are `source`, then `outline` (the only importer of pulldown-cmark), then `section`, `entry` and their
//! parts.
//! Damage that hides text is repaired first (`repair`), so that one mistake causes one finding.

use std::cell::OnceCell;
use std::ops::Range;

mod binaries;
pub(crate) mod branch_value;
mod dressing;
mod end;
pub(crate) mod entry;
pub(crate) mod entry_edits;
pub(crate) mod entry_versions;
pub(crate) mod extra_section;
pub(crate) mod html;
pub(crate) mod limits;
mod names;
pub(crate) mod outline;
#[cfg(feature = "report")]
pub(crate) mod outline_preview;
mod paragraph_title;
pub(crate) mod pull_requests;
pub(crate) mod repair;
pub(crate) mod section;
mod section_body;
pub(crate) mod section_start;
mod section_state;
pub(crate) mod source;
pub(crate) mod unfenced_entries;
pub(crate) mod value;

pub(crate) use binaries::Binaries;
use entry::{Entry, Key, Line};
use entry_versions::Claims;
use outline::{Fence, Inline, InlineKind, Leaf, LeafKind, Outline};
use pull_requests::{Bare, Reference};
use repair::{Reading, Repair};
use section::{FoundSections, Section};
use section_body::Body;
pub(crate) use section_state::{Fill, is_deferred};
use source::Source;
use unfenced_entries::Unfenced;
use value::Value;

use crate::format::form::Form;
use crate::format::template::{HeldThings, SectionName};
use crate::text::edit::Span;
use crate::text::{normalize, sort};

/// What a description says and how it is written. Byte ranges refer to the source.
#[derive(Debug)]
pub(crate) struct Description<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) outline: Outline,
    pub(crate) sections: FoundSections,
    pub(crate) blocks: Vec<Range<usize>>,
    /// Every entry, in the order of the description.
    pub(crate) entries: Vec<Entry>,
    pub(crate) unknown_keys: Vec<Range<usize>>,
    pub(crate) malformed: Vec<Range<usize>>,
    /// The entries outside release blocks.
    pub(crate) unfenced: Vec<Unfenced>,
    pub(crate) repairs: Vec<Repair>,
    /// The versions that the entries name. This field and those below are filled when the description is repaired.
    pub(crate) claims: Claims,
    /// What each section contains, in template order; `None` for a missing section.
    fills: Vec<Option<Fill>>,
    /// What the section for binaries says about them.
    pub(crate) binaries: Binaries,
    /// The pull requests that the section for them names.
    pub(crate) pull_requests: Vec<Reference>,
    /// The items of that section that contain only bare numbers.
    pub(crate) bare_numbers: Vec<Bare>,
}

impl Leaf {
    /// The fence, if it is a release block.
    fn release_block(&self) -> Option<&Fence> {
        let LeafKind::Fence(fence) = &self.kind else { return None };
        (!self.place.quoted && fence.is_release()).then_some(fence)
    }
}

/// The most repairs that are made before the rest is read. The text is read again after each repair.
const MOST_REPAIRS: usize = 5;

impl<'a> Description<'a> {
    /// Reads `text` without repairs, only as far as needed to decide whether the issue is in scope.
    pub(crate) fn read(text: &'a str, form: Form<'a>) -> Self {
        let mut description = Self::of(Source::new(text, form));
        description.read_entries();
        description
    }

    /// Repairs the damage that hides text, and reads the rest.
    pub(crate) fn repaired(mut self) -> Self {
        let mut repairs = Vec::new();
        while repairs.len() < MOST_REPAIRS {
            let Some((repair, source)) = self.reading().repair() else { break };
            repairs.push(repair);
            self = Self::of(source);
        }
        if !repairs.is_empty() {
            self.read_entries();
        }
        self.repairs = repairs;
        self.read_other_fences();
        self.claims = Claims::of(&self.entries);
        self.read_sections();
        self
    }

    /// Reads all but the entries, which most repairs do not need.
    fn of(source: Source<'a>) -> Self {
        let mut outline = Outline::read(source.text());
        let sections = FoundSections::read(&mut outline, &source);
        Self {
            source,
            outline,
            sections,
            blocks: Vec::new(),
            entries: Vec::new(),
            unknown_keys: Vec::new(),
            malformed: Vec::new(),
            unfenced: Vec::new(),
            repairs: Vec::new(),
            claims: Claims::default(),
            fills: Vec::new(),
            binaries: Binaries::default(),
            pull_requests: Vec::new(),
            bare_numbers: Vec::new(),
        }
    }

    fn read_entries(&mut self) {
        let unfenced = unfenced_entries::in_text(&self.outline, &self.source);
        self.read_blocks();
        self.add_unfenced(unfenced);
    }

    fn reading(&self) -> Reading<'_, 'a> {
        let end = self.source.text().trim_end().len();
        let (source, outline, sections) = (&self.source, &self.outline, &self.sections);
        Reading { source, outline, sections, keys: OnceCell::new(), end }
    }

    fn read_blocks(&mut self) {
        for leaf in &self.outline.leaves {
            let Some(fence) = leaf.release_block() else { continue };
            self.blocks.push(leaf.span.clone());
            for line in self.source.lines(&fence.content) {
                match entry::read(&self.source, &line) {
                    Line::Nothing => {}
                    Line::Entry(entry) => self.entries.push(entry),
                    Line::UnknownKey { key } => self.unknown_keys.push(key),
                    Line::Malformed { line } => self.malformed.push(line),
                }
            }
        }
    }

    fn read_other_fences(&mut self) {
        let is_fenced = |key| self.entries.iter().any(|entry| entry.is_fenced && entry.key == key);
        let known = Key::ALL.map(is_fenced);
        let found = unfenced_entries::in_fences(&self.outline, &self.source, |key| {
            known.get(key as usize) == Some(&true)
        });
        self.add_unfenced(found);
    }

    fn add_unfenced(&mut self, found: Vec<(Unfenced, Vec<Entry>)>) {
        for (unfenced, entries) in found {
            self.unfenced.push(unfenced);
            self.entries.extend(entries);
        }
        sort::sort(&mut self.unfenced, |unfenced| unfenced.leaf);
        sort::sort(&mut self.entries, |entry| entry.line.start);
    }

    fn read_sections(&mut self) {
        for name in self.source.form.sections.all() {
            let fill = self.body(name).map(|body| section_state::read(&body));
            self.fills.push(fill);
        }
        if let Some(body) = self.holder(HeldThings::Binaries) {
            self.binaries = binaries::read(&body);
        }
        if let Some(body) = self.holder(HeldThings::PullRequests) {
            let (references, bare) = (pull_requests::references(&body), pull_requests::bare(&body));
            (self.pull_requests, self.bare_numbers) = (references, bare);
        }
    }

    /// The section that names these things.
    fn holder(&self, held: HeldThings) -> Option<Body<'_>> {
        self.body(self.source.form.sections.holding(held)?)
    }

    fn body(&self, name: SectionName) -> Option<Body<'_>> {
        let section = self.sections.get(name)?;
        let mut taken = Vec::new();
        for unfenced in &self.unfenced {
            taken.extend_from_slice(unfenced.lines(&self.outline));
        }
        Some(Body { section, outline: &self.outline, source: &self.source, taken })
    }

    /// Whether the description itself shows that this is a patch-release issue.
    pub(crate) fn tells_release(&self) -> bool {
        !self.blocks.is_empty() || self.unfenced.iter().any(|unfenced| unfenced.names_version)
    }

    /// Whether the description itself puts the issue in scope. In a repository with several policies, an entry must be
    /// written as this project's tags are.
    pub(crate) fn is_about(&self, of_several: bool) -> bool {
        let tags = self.source.form.tags;
        let is_own = |value: &Value| {
            // Code marks, quotes and remarks do not make it another project's.
            let is_mark = |mark: char| mark.is_whitespace() || "`\"'<>*,;()".contains(mark);
            let mut names = self.source.slice(&value.span).split(is_mark);
            value.is_exact()
                || names.any(|name| tags.version(name).is_some() || tags.branch(name).is_some())
        };
        let mut values = self.entries.iter().flat_map(|entry| &entry.values);
        self.tells_release() && (!of_several || values.any(is_own))
    }

    /// The canonical text of a section's heading.
    pub(crate) fn title(&self, name: SectionName) -> &str {
        self.source.form.sections.title(name)
    }

    /// The section that names these things, if it is there.
    pub(crate) fn section_holding(&self, held: HeldThings) -> Option<&Section> {
        self.sections.get(self.source.form.sections.holding(held)?)
    }

    /// Whether it contains only comments.
    pub(crate) fn is_empty(&self) -> bool {
        let text = self.source.text();
        let is_comment = |inline: &Inline| {
            let is_seen = inline.kind == InlineKind::Image || !inline.text(text).trim().is_empty();
            !is_seen && html::is_only_comments(inline.html(text))
        };
        self.outline.leaves.iter().all(|leaf| match leaf.kind {
            LeafKind::Html => html::is_only_comments(self.source.slice(&leaf.span)),
            LeafKind::Paragraph => self.outline.inlines(leaf).iter().all(is_comment),
            _ => false,
        })
    }

    /// Whether there is an entry with this key, readable or not.
    pub(crate) fn has_entry(&self, key: Key) -> bool {
        self.entries.iter().any(|entry| entry.key == key && !entry.values.is_empty())
    }

    /// What a section contains; `None` when it is missing.
    pub(crate) fn fill(&self, name: SectionName) -> Option<Fill> {
        *self.fills.get(name.place())?
    }

    /// Every section that exists, in the order of the template, and what it contains.
    pub(crate) fn filled(&self) -> Vec<(SectionName, &Section, Fill)> {
        let mut filled = Vec::new();
        for name in self.source.form.sections.all() {
            if let (Some(section), Some(fill)) = (self.sections.get(name), self.fill(name)) {
                filled.push((name, section, fill));
            }
        }
        filled
    }

    /// A section's text as its author wrote it.
    pub(crate) fn text(&self, section: &Section) -> &str {
        self.source.slice(&section.body).trim()
    }

    /// Where the first section starts.
    pub(crate) fn first_section(&self) -> Option<usize> {
        self.sections.all.first().map(|section| section.heading.start)
    }

    /// The place of `range` in the original description.
    pub(crate) fn original(&self, range: &Range<usize>) -> Span {
        self.source.original(range)
    }

    /// The visible text outside quotes, code and comments, with whitespace folded, in lower case.
    pub(crate) fn spoken_text(&self) -> String {
        let mut text = String::new();
        for leaf in &self.outline.leaves {
            match leaf.kind {
                _ if leaf.place.quoted => continue,
                LeafKind::Html => text.push_str(&html::text(self.source.slice(&leaf.span))),
                LeafKind::Heading { .. } | LeafKind::Paragraph | LeafKind::TableCell => {
                    for inline in self.outline.inlines(leaf) {
                        if !matches!(inline.kind, InlineKind::Html | InlineKind::Code) {
                            text.push_str(inline.text(self.source.text()));
                        }
                    }
                }
                _ => {}
            }
            text.push(' ');
        }
        normalize::text(&text)
    }
}
