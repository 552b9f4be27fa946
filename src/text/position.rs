//! Converts byte offsets to lines and columns. Both start at 1. Columns are in UTF-16 code units, as in editors.

use std::ops::Range;

use serde::Serialize;

use crate::text::edit::Span;

/// A place between two characters of the original description.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Position {
    /// The line, from 1. Lines end with LF, CRLF or CR.
    pub line: usize,
    /// The column, from 1, in UTF-16 code units.
    pub column: usize,
}

/// A part of the original description. The end is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Location {
    /// Before its first character.
    pub start: Position,
    /// After its last character.
    pub end: Position,
}

/// Finds the lines of a text once. Then each lookup of a position takes time that does not grow with the text.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// The number of UTF-16 code units before every [`STEP`]th byte; empty for ASCII, which does not need it.
    units: Vec<usize>,
}

/// The number of bytes between two counts.
const STEP: usize = 256;

impl<'a> Lines<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let mut starts = vec![0];
        let mut bytes = text.bytes().enumerate().peekable();
        while let Some((at, byte)) = bytes.next() {
            let is_end = match byte {
                b'\n' => true,
                b'\r' => bytes.peek().is_none_or(|(_, next)| *next != b'\n'),
                _ => false,
            };
            if is_end {
                starts.push(at + 1);
            }
        }
        let units = if text.is_ascii() { Vec::new() } else { units(text) };
        Self { text, starts, units }
    }

    pub(crate) fn locate(&self, span: Span) -> Location {
        Location { start: self.position(span.start), end: self.position(span.end) }
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        Position { line, column: self.units_before(offset) - self.units_before(start) + 1 }
    }

    /// The number of UTF-16 code units before `offset`.
    pub(crate) fn units_before(&self, offset: usize) -> usize {
        let Some(counted) = self.units.get(offset / STEP) else { return offset };
        let step = self.text.floor_char_boundary(offset / STEP * STEP);
        counted + self.text.get(step..offset).map_or(0, |text| text.encode_utf16().count())
    }

    /// The bytes of line `line` (from 1), without its line end.
    pub(crate) fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let end = self.starts.get(line).copied().unwrap_or(self.text.len());
        start..start + self.shown(&(start..end)).trim_end_matches(['\n', '\r']).len()
    }

    /// The offset of a line and column, both from 1; the end of the line if it is shorter.
    #[cfg(feature = "report")]
    pub(crate) fn offset(&self, line: usize, column: usize) -> usize {
        let range = self.range(line);
        let mut left = column.saturating_sub(1);
        for (at, character) in self.shown(&range).char_indices() {
            if left < character.len_utf16() {
                return range.start + at;
            }
            left -= character.len_utf16();
        }
        range.end
    }

    /// The bytes of the lines that `span` touches, without the last line end.
    pub(crate) fn touched(&self, span: Span) -> Range<usize> {
        let line = |offset| self.starts.partition_point(|start| *start <= offset);
        self.range(line(span.start)).start..self.range(line(span.end)).end.max(span.end)
    }

    /// The text in `range`.
    pub(crate) fn shown(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

fn units(text: &str) -> Vec<usize> {
    let (mut counts, mut counted, mut from) = (Vec::new(), 0, 0);
    for at in (0..=text.len()).step_by(STEP) {
        let step = text.floor_char_boundary(at);
        counted += text.get(from..step).map_or(0, |text| text.encode_utf16().count());
        from = step;
        counts.push(counted);
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        for (text, starts) in [
            ("", vec![0]),
            ("a", vec![0]),
            ("a\n", vec![0, 2]),
            ("a\r\nb", vec![0, 3]),
            ("a\rb\r\r\nc\r", vec![0, 2, 4, 6, 8]),
            ("\r", vec![0, 1]),
            ("\n\r", vec![0, 1, 2]),
            ("\r\r\r\n\r\n", vec![0, 1, 2, 4, 6]),
        ] {
            assert_eq!(Lines::new(text).starts, starts, "{text:?}");
        }
    }

    #[test]
    fn columns_are_utf_16() {
        let text = format!("{}é🐛x", "ä".repeat(300));
        let lines = Lines::new(&text);
        assert_eq!(lines.position(600).column, 301);
        assert_eq!(lines.position(text.len() - 1).column, 304);
    }
}
