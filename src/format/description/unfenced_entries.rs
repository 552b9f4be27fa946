//! Release entries outside release blocks.

use std::ops::Range;

use crate::format::description::entry;
use crate::format::description::entry::{Entry, Key};
use crate::format::description::html;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind, Outline};
use crate::format::description::source::Source;
use crate::format::description::value::Naming;
use crate::text::sort;

/// The places of entries in one paragraph, code fence or HTML block.
#[derive(Debug)]
pub(crate) struct Unfenced {
    pub(crate) kind: Container,
    pub(crate) leaf: usize,
    /// The whole lines that contain only entries. Adjacent lines are joined.
    pub(crate) runs: Vec<Range<usize>>,
    /// From the first entry to the last.
    pub(crate) span: Range<usize>,
    /// Whether the block contains nothing else.
    pub(crate) is_whole: bool,
    /// Whether an entry names a version: others do not make an issue one about a release.
    pub(crate) names_version: bool,
}

impl Unfenced {
    /// The lines that belong only to entries.
    pub(super) fn lines<'a>(&'a self, outline: &'a Outline) -> &'a [Range<usize>] {
        match outline.leaves.get(self.leaf) {
            Some(leaf) if self.is_whole && self.kind != Container::Text => {
                std::slice::from_ref(&leaf.span)
            }
            _ => &self.runs,
        }
    }
}

/// What contains the entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Container {
    Text,
    /// A code fence that is not a release block.
    Fence,
    Html,
}

/// Entries in text and HTML. They put an issue in scope even without a label or a release block.
pub(crate) fn in_text(outline: &Outline, source: &Source<'_>) -> Vec<(Unfenced, Vec<Entry>)> {
    if !mentions_key(source.text()) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (index, leaf) in outline.leaves.iter().enumerate() {
        let text = source.slice(&leaf.span);
        if leaf.place.quoted || matches!(leaf.kind, LeafKind::Fence(_)) || !mentions_key(text) {
            continue;
        }
        let in_leaf = match leaf.kind {
            LeafKind::Paragraph => in_paragraph(index, leaf, outline, source),
            // A line of `-` or `=` below entries makes them a heading. A heading with other text only quotes entries.
            LeafKind::Heading { .. } => {
                in_paragraph(index, leaf, outline, source).filter(|(found, _)| found.is_whole)
            }
            LeafKind::Html if !html::is_verbatim(text) => in_html(index, leaf, source),
            _ => None,
        };
        found.extend(in_leaf);
    }
    found
}

/// Entries in code fences that are not release blocks, when one of their keys is in no release block.
pub(crate) fn in_fences(
    outline: &Outline,
    source: &Source<'_>,
    is_fenced: impl Fn(Key) -> bool,
) -> Vec<(Unfenced, Vec<Entry>)> {
    let mut found = Vec::new();
    for (index, leaf) in outline.leaves.iter().enumerate() {
        let LeafKind::Fence(fence) = &leaf.kind else { continue };
        let content = source.slice(&fence.content);
        if leaf.place.quoted || fence.is_release() || !mentions_key(content) {
            continue;
        }
        let mut in_fence = Found::new(Container::Fence, index);
        for line in source.lines(&fence.content) {
            let is_comment = source.slice(&line).trim_start().starts_with('#');
            in_fence.add(source, &line, entry::read_unfenced(source, &line), is_comment);
        }
        if in_fence.entries.iter().any(|entry| !is_fenced(entry.key)) {
            found.extend(in_fence.finish());
        }
    }
    found
}

fn mentions_key(text: &str) -> bool {
    let is_behind = |at: usize| {
        let (before, rest) = text.split_at_checked(at)?;
        let is_key = |key: Key| {
            let parts = key.name().split_once('-');
            parts.is_some_and(|(word, end)| {
                before.ends_with(word) && rest.get(1..).is_some_and(|rest| rest.starts_with(end))
            })
        };
        Some(Key::ALL.into_iter().any(is_key))
    };
    // Searching for a byte is many times faster than searching for a word.
    text.match_indices('-').any(|(at, _)| is_behind(at) == Some(true))
}

fn in_paragraph(
    index: usize,
    leaf: &Leaf,
    outline: &Outline,
    source: &Source<'_>,
) -> Option<(Unfenced, Vec<Entry>)> {
    let inlines = outline.inlines(leaf);
    let (mut tags, mut codes) = (Vec::new(), Vec::new());
    for inline in inlines {
        match inline.kind {
            InlineKind::Html => tags.push(inline.span.clone()),
            InlineKind::Code => codes.push(inline.span.clone()),
            _ => {}
        }
    }
    let task = inlines.first().filter(|inline| inline.kind == InlineKind::TaskBox);
    let start = task.map_or(leaf.span.start, |task| task.span.end);
    let end = inlines.last().map_or(leaf.span.end, |inline| inline.span.end);
    let mut found = Found::new(Container::Text, index);
    for line in source.lines(&(start..end)) {
        let is_inside = |ranges| line.start > start && sort::holds(ranges, line.start - 1);
        let shown = without_tags(source, &line, &tags);
        let entry = entry::read_unfenced(source, &shown);
        let entry = entry.filter(|_| !is_inside(&tags) && !is_inside(&codes));
        found.add(source, &line, entry, shown.is_empty());
    }
    found.finish()
}

/// The line without comments, tags and line breaks at its ends.
fn without_tags(source: &Source<'_>, line: &Range<usize>, tags: &[Range<usize>]) -> Range<usize> {
    let first = tags.partition_point(|tag| tag.start < line.start);
    let behind = tags.partition_point(|tag| tag.end <= line.end);
    let tags = tags.get(first..behind).unwrap_or_default();
    let mut shown = source.trimmed(line);
    for tag in tags {
        if tag.start == shown.start {
            shown = source.trimmed(&(tag.end..shown.end));
        }
    }
    for tag in tags.iter().rev() {
        if tag.end == shown.end && tag.start >= shown.start {
            shown = source.trimmed(&(shown.start..tag.start));
        }
    }
    let text = source.slice(&shown);
    shown.start..shown.start + text.trim_end_matches('\\').len()
}

fn in_html(index: usize, leaf: &Leaf, source: &Source<'_>) -> Option<(Unfenced, Vec<Entry>)> {
    let comments = html::comments(source.slice(&leaf.span));
    let hidden = |at: usize| sort::holds(&comments, at - leaf.span.start);
    let mut found = Found::new(Container::Html, index);
    for line in source.lines(&leaf.span) {
        let text = source.slice(&line);
        let seen = html::only_text(text).filter(|seen| !hidden(line.start + seen.start));
        let entry = seen.as_ref().and_then(|seen| {
            entry::read_unfenced(source, &(line.start + seen.start..line.start + seen.end))
        });
        if html::is_escaped_fence(text) {
            found.extend_run(source, &line);
        } else {
            found.add(source, &line, entry, html::text(text).trim().is_empty());
        }
    }
    found.finish()
}

/// The entries found so far, and their places.
struct Found {
    entries: Vec<Entry>,
    unfenced: Unfenced,
}

impl Found {
    fn new(kind: Container, leaf: usize) -> Self {
        let unfenced = Unfenced {
            kind,
            leaf,
            runs: Vec::new(),
            span: 0..0,
            is_whole: true,
            names_version: false,
        };
        Self { entries: Vec::new(), unfenced }
    }

    /// Takes a line: an entry, or other text, which is ignored if it `is_nothing`.
    fn add(
        &mut self,
        source: &Source<'_>,
        line: &Range<usize>,
        entry: Option<Entry>,
        is_nothing: bool,
    ) {
        if let Some(entry) = entry {
            self.entries.push(entry);
            self.extend_run(source, line);
        } else if !is_nothing && !source.slice(line).trim().is_empty() {
            self.unfenced.is_whole = false;
        }
    }

    fn extend_run(&mut self, source: &Source<'_>, line: &Range<usize>) {
        let whole = source.whole_lines(line);
        match self.unfenced.runs.last_mut() {
            Some(run) if run.end == whole.start => run.end = whole.end,
            _ => self.unfenced.runs.push(whole),
        }
    }

    /// What was found, if any entry has a value.
    fn finish(mut self) -> Option<(Unfenced, Vec<Entry>)> {
        if self.entries.iter().all(|entry| entry.value.is_empty()) {
            return None;
        }
        let entries = &self.entries;
        self.unfenced.runs.retain(|run| {
            let next = entries.get(entries.partition_point(|entry| entry.line.start < run.start));
            next.is_some_and(|entry| entry.line.start < run.end)
        });
        self.unfenced.names_version =
            entries.iter().any(|entry| entry.key.names() == Naming::Version);
        self.unfenced.span = entries.first()?.line.start..entries.last()?.line.end;
        Some((self.unfenced, self.entries))
    }
}
