//! Finds and repairs damage that hides text, so that the rest can be read.
//!
//! Repairs are made one at a time, because each may change how the text after it is read.

use std::cell::OnceCell;
use std::ops::Range;

use crate::format::description::entry;
use crate::format::description::entry::{Key, Line};
use crate::format::description::html;
use crate::format::description::outline::{Fence, Leaf, LeafKind, Outline};
use crate::format::description::section::FoundSections;
use crate::format::description::source::Source;
use crate::format::template::SectionName;
use crate::text::edit::{Edit, Span};
use crate::text::normalize;
use crate::text::sort;

/// What was damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Damage {
    UnclosedReleaseBlock,
    FencedTemplate,
    UnclosedFence,
    UnclosedComment,
    /// A release fence that is part of an HTML block above it.
    SwallowedFence,
}

/// Damage and its repair, in the original description.
#[derive(Debug)]
pub(crate) struct Repair {
    pub(crate) damage: Damage,
    pub(crate) span: Span,
    pub(crate) edits: Vec<Edit>,
}

/// What has been read before the repair.
pub(crate) struct Reading<'r, 'a> {
    pub(crate) source: &'r Source<'a>,
    pub(crate) outline: &'r Outline,
    pub(crate) sections: &'r FoundSections,
    /// The keys of the release blocks' entries, once they are needed.
    pub(crate) keys: OnceCell<Vec<Key>>,
    /// Where the text ends, without trailing whitespace.
    pub(crate) end: usize,
}

/// A repair in the source: what to mark and what to replace.
struct FoundDamage {
    damage: Damage,
    span: Range<usize>,
    replacements: Vec<(Range<usize>, String)>,
}

impl<'a> Reading<'_, 'a> {
    /// The repair of the first damage, and the repaired source.
    pub(crate) fn repair(&self) -> Option<(Repair, Source<'a>)> {
        let found = self.outline.leaves.iter().find_map(|leaf| self.damage(leaf))?;
        let mut edits = Vec::new();
        for (range, text) in &found.replacements {
            edits.push(self.source.edit(range, text.as_str()));
        }
        let repair =
            Repair { damage: found.damage, span: self.source.original(&found.span), edits };
        Some((repair, self.source.repaired(&found.replacements)))
    }

    fn damage(&self, leaf: &Leaf) -> Option<FoundDamage> {
        match &leaf.kind {
            LeafKind::Fence(fence) if fence.is_release() && !leaf.place.quoted => {
                self.unclosed_release_block(leaf, fence)
            }
            LeafKind::Fence(fence) if leaf.place.is_top_level() => {
                self.fenced_template(leaf, fence).or_else(|| self.unclosed_fence(leaf, fence))
            }
            LeafKind::Html if !leaf.place.quoted => {
                self.unclosed_comment(leaf).or_else(|| self.swallowed_fence(leaf))
            }
            _ => None,
        }
    }

    fn unclosed_release_block(&self, leaf: &Leaf, fence: &Fence) -> Option<FoundDamage> {
        let runs_to_end = !fence.closed && self.end <= leaf.span.end;
        let opener = self.source.line_at(leaf.span.start);
        let outer = leaf.span.start - opener.start;
        let mut lines = self.source.lines(&fence.content);
        if !runs_to_end
            && !lines.any(|line| self.opens_fence(&line, outer) || self.heading(&line).is_some())
        {
            return None;
        }
        let mut end = opener.end;
        let mut is_below_blank = false;
        for line in self.source.lines(&fence.content) {
            match self.run_line(&line, outer, is_below_blank) {
                Some(true) => end = line.end,
                Some(false) => {}
                None => break,
            }
            is_below_blank = self.source.slice(&line).trim().is_empty();
        }
        let indent = self.indent(&opener, leaf)?;
        let closing = format!("{}{indent}{}", self.source.end_of_line(), self.marker(leaf));
        let mut replacements = vec![(end..end, closing)];
        replacements.extend(self.stale_closer(leaf, fence, &replacements));
        Some(FoundDamage {
            damage: Damage::UnclosedReleaseBlock,
            span: leaf.span.start..opener.end,
            replacements,
        })
    }

    /// The fence that closed the block too late, if it would now open another block that is never closed.
    fn stale_closer(
        &self,
        leaf: &Leaf,
        fence: &Fence,
        made: &[(Range<usize>, String)],
    ) -> Option<(Range<usize>, String)> {
        let closer = self.source.trimmed(&(fence.content.end..leaf.span.end));
        if !fence.closed || made.iter().any(|(range, _)| range.end > closer.start) {
            return None;
        }
        let repaired = self.source.repaired(made);
        let moved = closer.start + repaired.text().len() - self.source.text().len();
        let opens = |leaf: &Leaf| match &leaf.kind {
            LeafKind::Fence(fence) => leaf.span.start == moved && !fence.closed,
            _ => false,
        };
        let is_stale = Outline::read(repaired.text()).leaves.iter().any(opens);
        is_stale.then(|| (self.source.whole_lines(&closer), String::new()))
    }

    /// Whether a line belongs to the start of an unclosed block and is not blank. A line that looks like the heading of
    /// another section is not a comment in the block.
    fn run_line(&self, line: &Range<usize>, outer: usize, is_below_blank: bool) -> Option<bool> {
        let text = self.source.slice(line);
        let is_heading = text.starts_with("##") || (is_below_blank && text.starts_with("# "));
        if is_heading || self.opens_fence(line, outer) || self.heading(line).is_some() {
            return None;
        }
        match entry::read(self.source, line) {
            Line::Entry(_) => Some(true),
            Line::Nothing => Some(!self.source.slice(line).trim().is_empty()),
            Line::UnknownKey { .. } | Line::Malformed { .. } => None,
        }
    }

    /// The indentation that a line needs to be in the same container as the fence.
    fn indent(&self, opener: &Range<usize>, leaf: &Leaf) -> Option<String> {
        let before = self.source.slice(&(opener.start..leaf.span.start));
        let is_marker =
            |character: char| character.is_ascii_digit() || " \t-+*.)".contains(character);
        before.chars().all(is_marker).then(|| " ".repeat(before.len()))
    }

    fn fenced_template(&self, leaf: &Leaf, fence: &Fence) -> Option<FoundDamage> {
        let hidden = self.hidden_sections(fence.content.clone());
        let mut names: Vec<SectionName> = Vec::new();
        for (_, name) in hidden {
            if names.last() != Some(&name) {
                names.push(name);
            }
        }
        let mut lines = self.source.lines(&fence.content);
        let first = lines.find(|line| !self.source.slice(line).trim().is_empty())?;
        let starts_with_heading = self.heading(&first).is_some();
        if names.len() < 2 || !(fence.closed || starts_with_heading) {
            return None;
        }
        let mut replacements =
            vec![(self.source.whole_lines(&(leaf.span.start..leaf.span.start)), String::new())];
        if fence.closed {
            let closer = fence.content.end..leaf.span.end;
            replacements
                .push((self.source.whole_lines(&self.source.trimmed(&closer)), String::new()));
        }
        Some(FoundDamage { damage: Damage::FencedTemplate, span: self.opener(leaf), replacements })
    }

    fn unclosed_fence(&self, leaf: &Leaf, fence: &Fence) -> Option<FoundDamage> {
        let (line, _) = self
            .hidden_sections(fence.content.clone())
            .into_iter()
            .next()
            .filter(|_| !fence.closed)?;
        let closing = format!("{}{}", self.marker(leaf), self.source.end_of_line());
        Some(FoundDamage {
            damage: Damage::UnclosedFence,
            span: self.opener(leaf),
            replacements: vec![(line.start..line.start, closing)],
        })
    }

    fn unclosed_comment(&self, leaf: &Leaf) -> Option<FoundDamage> {
        let text = self.source.slice(&leaf.span);
        if !text.trim_start().starts_with("<!--") || text.contains("-->") {
            return None;
        }
        let first = self.source.line_at(leaf.span.start + text.len() - text.trim_start().len());
        let hidden = first.end..leaf.span.end;
        let hides_entry = || self.source.lines(&hidden).any(|line| self.is_missing_entry(&line));
        if self.hidden_sections(hidden.clone()).is_empty() && !hides_entry() {
            return None;
        }
        Some(FoundDamage {
            damage: Damage::UnclosedComment,
            span: self.source.trimmed(&first),
            replacements: vec![(first.end..first.end, " -->".to_owned())],
        })
    }

    fn is_missing_entry(&self, line: &Range<usize>) -> bool {
        let Line::Entry(entry) = entry::read(self.source, line) else { return false };
        !entry.values.is_empty() && !self.keys.get_or_init(|| self.keys()).contains(&entry.key)
    }

    fn keys(&self) -> Vec<Key> {
        let mut keys = Vec::new();
        for fence in self.outline.leaves.iter().filter_map(Leaf::release_block) {
            for line in self.source.lines(&fence.content) {
                match entry::read(self.source, &line) {
                    Line::Entry(entry) if entry.is_fenced => keys.push(entry.key),
                    _ => {}
                }
            }
        }
        keys
    }

    fn swallowed_fence(&self, leaf: &Leaf) -> Option<FoundDamage> {
        let text = self.source.slice(&leaf.span);
        if html::is_verbatim(text) || !(text.contains("```") || text.contains("~~~")) {
            return None;
        }
        let comments = html::comments(text);
        let hidden = |at: usize| sort::holds(&comments, at - leaf.span.start);
        let opens =
            |line: &Range<usize>| fence_info(self.source.slice(line)).is_some_and(is_release_info);
        let line = self.source.lines(&leaf.span).find(|line| opens(line) && !hidden(line.start))?;
        let blank = self.source.end_of_line().to_owned();
        Some(FoundDamage {
            damage: Damage::SwallowedFence,
            span: self.source.trimmed(&line),
            replacements: vec![(line.start..line.start, blank)],
        })
    }

    /// The lines in `range` that are headings of missing sections.
    fn hidden_sections(&self, range: Range<usize>) -> Vec<(Range<usize>, SectionName)> {
        let mut hidden = Vec::new();
        if !self.source.slice(&range).contains('#') {
            return hidden;
        }
        for line in self.source.lines(&range) {
            let name = self.heading(&line);
            if let Some(name) = name.filter(|name| self.sections.get(*name).is_none()) {
                hidden.push((line, name));
            }
        }
        hidden
    }

    /// The section whose heading a line would be if it were not hidden.
    fn heading(&self, line: &Range<usize>) -> Option<SectionName> {
        let text = self.source.slice(line);
        let indent = text.len() - text.trim_start_matches(' ').len();
        let text = text.trim();
        let name = text.trim_start_matches('#');
        let level = text.len() - name.len();
        if indent > 3 || !(1..=6).contains(&level) || !name.starts_with([' ', '\t']) {
            return None;
        }
        let name = name.trim_end().trim_end_matches('#');
        self.source.form.sections.find(&normalize::name(&normalize::without_marks(name)))
    }

    /// Whether a line could open a fence in a container that takes `outer` columns.
    fn opens_fence(&self, line: &Range<usize>, outer: usize) -> bool {
        let text = self.source.slice(line);
        let indent = text.len() - text.trim_start_matches(' ').len();
        indent <= outer + 3 && fence_info(text).is_some()
    }

    fn opener(&self, leaf: &Leaf) -> Range<usize> {
        leaf.span.start..self.source.line_at(leaf.span.start).end
    }

    /// The fence that opens `leaf`.
    fn marker(&self, leaf: &Leaf) -> String {
        let text = self.source.slice(&leaf.span);
        let fence = if text.starts_with('~') { '~' } else { '`' };
        text.chars().take_while(|character| *character == fence).collect()
    }
}

/// The info string of a line that could open a code fence.
fn fence_info(line: &str) -> Option<&str> {
    let text = line.trim();
    let backticks = text.strip_prefix("```").map(|rest| rest.trim_start_matches('`'));
    let info = backticks.filter(|info| !info.contains('`'));
    info.or_else(|| text.strip_prefix("~~~").map(|rest| rest.trim_start_matches('~')))
}

fn is_release_info(info: &str) -> bool {
    info.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("release"))
}
