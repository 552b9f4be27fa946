//! The lines of a description that are read, with the place of every character.

use std::ops::Range;

use crate::draft::token::HIDDEN;
use crate::format::description::Description;
use crate::format::description::outline::{Inline, InlineKind, Leaf, LeafKind};

/// One line of text, without its markup.
#[derive(Debug, Default)]
pub(super) struct TextLine {
    pub(super) text: String,
    pub(super) kind: TextLineKind,
    /// Whether all of it is bold.
    pub(super) is_bold: bool,
    pieces: Vec<LinePiece>,
}

/// What a line belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum TextLineKind {
    Heading,
    /// A paragraph, a list item or a release note, and which one.
    #[default]
    Nothing,
    Text {
        leaf: usize,
    },
    /// A cell of a table. Its row is the start of its line; its column is counted from 0.
    Cell {
        row: usize,
        column: usize,
        is_header: bool,
    },
}

/// A part of a line that has one place in the source.
#[derive(Debug)]
struct LinePiece {
    at: usize,
    span: Range<usize>,
    /// Whether every byte is the source's.
    is_same: bool,
}

impl TextLine {
    /// The place of `range` in the source.
    pub(super) fn source(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.piece(range.start).map_or(0, |piece| {
            if piece.is_same { piece.span.start + range.start - piece.at } else { piece.span.start }
        });
        let last = range.end.saturating_sub(1).max(range.start);
        let end = self.piece(last).map_or(start, |piece| {
            if piece.is_same { piece.span.start + range.end - piece.at } else { piece.span.end }
        });
        start..end.max(start)
    }

    fn piece(&self, at: usize) -> Option<&LinePiece> {
        let next = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces.get(next.checked_sub(1)?)
    }

    fn push(&mut self, text: &str, span: Range<usize>, is_same: bool) {
        self.pieces.push(LinePiece { at: self.text.len(), span, is_same });
        self.text.push_str(text);
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What follows a proposal in a release block.
pub(super) const REMARK: &str = "(to confirm:";

/// The lines of text, headings and tables, and of release notes. Quotes, comments and other code are not read.
pub(super) fn lines(description: &Description<'_>) -> Vec<TextLine> {
    let mut lines = Vec::new();
    let mut table = Table::default();
    for (index, leaf) in description.outline.leaves.iter().enumerate() {
        if leaf.place.quoted {
            continue;
        }
        match &leaf.kind {
            LeafKind::Heading { .. } => {
                let first = lines.len();
                add_leaf(&mut lines, description, leaf, &TextLineKind::Heading);
                // The lines between `---` at the top are metadata, which Markdown takes for a heading.
                if lines.len() > first + 1 {
                    for line in lines.iter_mut().skip(first) {
                        line.kind = TextLineKind::Text { leaf: index };
                    }
                }
            }
            LeafKind::Paragraph => {
                add_leaf(&mut lines, description, leaf, &TextLineKind::Text { leaf: index });
            }
            LeafKind::TableCell => {
                let kind = table.cell(description, leaf);
                add_leaf(&mut lines, description, leaf, &kind);
            }
            LeafKind::Fence(fence) if fence.info.trim().eq_ignore_ascii_case("release-note") => {
                for range in description.source.lines(&fence.content) {
                    let mut line = TextLine {
                        kind: TextLineKind::Text { leaf: index },
                        ..TextLine::default()
                    };
                    line.push(description.source.slice(&range), range, true);
                    lines.push(line);
                }
            }
            _ => {}
        }
    }
    // A proposal of ours that was pasted without its release block is no statement.
    lines.retain(|line| !line.is_blank() && !line.text.contains(REMARK));
    lines
}

fn add_leaf(
    lines: &mut Vec<TextLine>,
    description: &Description<'_>,
    leaf: &Leaf,
    kind: &TextLineKind,
) {
    let mut line = LineBuilder::new(kind);
    for inline in description.outline.inlines(leaf) {
        let is_break = inline.kind == InlineKind::Break
            || inline.html(description.source.text()).to_ascii_lowercase().starts_with("<br");
        if is_break {
            lines.push(line.finish());
        } else {
            line.add(inline, description);
        }
    }
    lines.push(line.finish());
}

/// A line in the making.
struct LineBuilder<'a> {
    line: TextLine,
    kind: &'a TextLineKind,
    is_in_bold: bool,
    has_plain: bool,
}

impl<'a> LineBuilder<'a> {
    fn new(kind: &'a TextLineKind) -> Self {
        Self { line: TextLine::default(), kind, is_in_bold: false, has_plain: false }
    }

    fn add(&mut self, inline: &Inline, description: &Description<'_>) {
        let source = description.source.text();
        match &inline.kind {
            InlineKind::Strong => self.is_in_bold = true,
            InlineKind::StrongEnd => self.is_in_bold = false,
            _ if inline.is_struck => self.hide(&inline.span),
            InlineKind::Link(target) if target.contains("/pull/") => {
                self.line.push(target, inline.span.clone(), false);
                self.line.push(" ", inline.span.clone(), false);
            }
            InlineKind::Text => {
                let text = inline.text(source);
                self.has_plain |=
                    !self.is_in_bold && !text.trim_matches([' ', ':', '\t']).is_empty();
                self.line.push(text, inline.span.clone(), inline.is_verbatim());
            }
            InlineKind::Code => match inline.text(source) {
                text if is_readable_code(text) => self.line.push(text, inline.span.clone(), false),
                _ => self.hide(&inline.span),
            },
            InlineKind::Image | InlineKind::Html => self.line.push(" ", inline.span.clone(), false),
            _ => {}
        }
    }

    fn hide(&mut self, span: &Range<usize>) {
        self.has_plain = true;
        self.line.push(HIDDEN.encode_utf8(&mut [0; 4]), span.clone(), false);
    }

    fn finish(&mut self) -> TextLine {
        let mut line = std::mem::take(&mut self.line);
        line.kind = self.kind.clone();
        line.is_bold = !std::mem::take(&mut self.has_plain);
        line
    }
}

/// Whether code is a name or a range of versions, and not a command or a path.
fn is_readable_code(code: &str) -> bool {
    let is_name = |character: char| character.is_ascii_alphanumeric() || "-.".contains(character);
    let is_range =
        |character: char| character.is_ascii_digit() || "vVxX.<>=≤≥ -–,".contains(character);
    (!code.starts_with('-') && code.chars().all(is_name)) || code.chars().all(is_range)
}

/// The table that is being read.
#[derive(Default)]
struct Table {
    row: usize,
    /// Where counting of columns goes on, and how many lines divide the columns before it.
    counted: usize,
    bars: usize,
    /// Whether the row is a table's first.
    is_header: bool,
}

impl Table {
    fn cell(&mut self, description: &Description<'_>, leaf: &Leaf) -> TextLineKind {
        let source = &description.source;
        let start = leaf.span.start;
        let is_same_row = start >= self.counted
            && self.counted > 0
            && !source.slice(&(self.counted..start)).contains('\n');
        if !is_same_row {
            self.row = source.line_start(start);
            let indent = source.slice(&(self.row..start));
            // A bar at the start of the line divides nothing.
            let edge = indent.find('|').filter(|at| {
                let before = indent.get(..*at).unwrap_or_default();
                before.trim().is_empty()
            });
            (self.counted, self.bars) = (self.row + edge.map_or(0, |at| at + 1), 0);
            let next = source.whole_lines(&(start..start)).end;
            let next = source.line_at(next);
            let rule = source.slice(&next).trim();
            self.is_header = rule.contains('-') && rule.chars().all(|sign| "|:- >".contains(sign));
        }
        self.bars += bars(source.slice(&(self.counted..start)));
        self.counted = start.max(1);
        TextLineKind::Cell { row: self.row, column: self.bars, is_header: self.is_header }
    }
}

/// How many bars divide columns in `text`.
fn bars(text: &str) -> usize {
    let mut count = 0;
    let mut is_escaped = false;
    for byte in text.bytes() {
        count += usize::from(byte == b'|' && !is_escaped);
        is_escaped = byte == b'\\' && !is_escaped;
    }
    count
}
