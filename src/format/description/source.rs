//! A description's text, and where its bytes are in the original.

use crate::format::form::Form;
use crate::text::edit::{Edit, Span};
use std::borrow::Cow;
use std::ops::Range;

/// The text that is read. Byte offsets are those of the original, unless it was repaired.
#[derive(Clone, Debug)]
pub(crate) struct Source<'a> {
    text: Cow<'a, str>,
    /// The runs of bytes that the source shares with the original, in order.
    runs: Vec<CopiedRange>,
    end_of_line: &'static str,
    /// The length of the byte order mark.
    top: usize,
    /// What the project's descriptions look like.
    pub(crate) form: Form<'a>,
}

#[derive(Clone, Copy, Debug)]
struct CopiedRange {
    source: usize,
    original: usize,
    length: usize,
}

impl<'a> Source<'a> {
    /// Takes the description as GitHub sent it. A leading byte order mark is skipped, and a lone carriage return
    /// becomes a line feed, which keeps all offsets.
    pub(crate) fn new(original: &'a str, form: Form<'a>) -> Self {
        let skipped = if original.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let text = line_feeds(original.get(skipped..).unwrap_or_default());
        let runs = vec![CopiedRange { source: 0, original: skipped, length: text.len() }];
        let end_of_line = end_of_line(original);
        Self { text, runs, end_of_line, top: skipped, form }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The text in `range`; empty if the range is not valid in the source.
    pub(crate) fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    /// The line end that the author uses.
    pub(crate) fn end_of_line(&self) -> &'static str {
        self.end_of_line
    }

    /// The start of the original, after any byte order mark.
    pub(crate) fn top(&self) -> Span {
        Span { start: self.top, end: self.top }
    }

    /// The place of `range` in the original. For inserted text, this is the place of the insertion.
    pub(crate) fn original(&self, range: &Range<usize>) -> Span {
        let start = self.offset(range.start, |run| range.start < run.source + run.length);
        let end = self.offset(range.end, |run| range.end <= run.source + run.length);
        Span { start, end: end.max(start) }
    }

    fn offset(&self, at: usize, within: impl Fn(&CopiedRange) -> bool) -> usize {
        let run = self.runs.iter().find(|run| within(run)).or(self.runs.last());
        run.map_or(at, |run| run.original + at.saturating_sub(run.source).min(run.length))
    }

    /// An edit of the source, converted to an edit of the original.
    pub(crate) fn edit(&self, range: &Range<usize>, text: impl Into<String>) -> Edit {
        let mut span = self.original(range);
        if range.is_empty() {
            span.end = span.start;
        }
        Edit { span, text: text.into() }
    }

    /// The source after `replacements`, which are sorted and do not touch.
    pub(crate) fn repaired(&self, replacements: &[(Range<usize>, String)]) -> Source<'a> {
        let mut text = String::with_capacity(self.text.len() + 16);
        let mut runs = Vec::new();
        let mut from = 0;
        for (range, replacement) in replacements {
            self.add_runs(&mut runs, from..range.start, text.len());
            text.push_str(self.slice(&(from..range.start)));
            text.push_str(&line_feeds(replacement));
            from = range.end;
        }
        self.add_runs(&mut runs, from..self.text.len(), text.len());
        text.push_str(self.slice(&(from..self.text.len())));
        Source {
            text: Cow::Owned(text),
            runs,
            end_of_line: self.end_of_line,
            top: self.top,
            form: self.form,
        }
    }

    /// Adds the runs that `range` shares with the original, for a source in which `range` starts at `at`.
    fn add_runs(&self, runs: &mut Vec<CopiedRange>, range: Range<usize>, at: usize) {
        for run in &self.runs {
            let start = run.source.max(range.start);
            let end = (run.source + run.length).min(range.end);
            if start < end {
                runs.push(CopiedRange {
                    source: at + start - range.start,
                    original: run.original + start - run.source,
                    length: end - start,
                });
            }
        }
    }

    /// The line that contains `at`, without its line end.
    pub(crate) fn line_at(&self, at: usize) -> Range<usize> {
        let before = self.slice(&(0..at));
        let start = before.rfind('\n').map_or(0, |feed| feed + 1);
        let rest = self.slice(&(at..self.text.len()));
        let end = rest.find('\n').map_or(self.text.len(), |feed| at + feed);
        start..(start + self.slice(&(start..end)).trim_end_matches('\r').len()).max(start)
    }

    /// The start of the line that contains `at`.
    pub(crate) fn line_start(&self, at: usize) -> usize {
        self.line_at(at).start
    }

    /// The indentation of the line that contains `at`.
    pub(crate) fn indent(&self, at: usize) -> &str {
        let before = self.slice(&(self.line_start(at)..at));
        before.get(..before.len() - before.trim_start().len()).unwrap_or_default()
    }

    /// The part of `range` on its first line.
    pub(crate) fn first_line(&self, range: &Range<usize>) -> Range<usize> {
        range.start..self.line_at(range.start).end.min(range.end)
    }

    /// `range` without whitespace at its ends.
    pub(crate) fn trimmed(&self, range: &Range<usize>) -> Range<usize> {
        let text = self.slice(range);
        let start = range.start + text.len() - text.trim_start().len();
        start..start + text.trim().len()
    }

    /// The lines that `range` touches, including the last line end.
    pub(crate) fn whole_lines(&self, range: &Range<usize>) -> Range<usize> {
        let last = self.line_at(range.end.max(range.start));
        let ended = self.slice(&(last.end..self.text.len()));
        let end = last.end + ended.find('\n').map_or(ended.len(), |feed| feed + 1);
        self.line_at(range.start).start..end
    }

    /// The lines in `range`, without line ends.
    pub(crate) fn lines(&self, range: &Range<usize>) -> SourceLines<'_> {
        SourceLines { rest: self.slice(range), at: range.start }
    }
}

/// The lines of a part of a source.
#[derive(Debug)]
pub(crate) struct SourceLines<'a> {
    rest: &'a str,
    at: usize,
}

impl Iterator for SourceLines<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        if self.rest.is_empty() {
            return None;
        }
        let end = self.rest.find('\n').map_or(self.rest.len(), |feed| feed + 1);
        let (line, rest) = self.rest.split_at_checked(end)?;
        let start = self.at;
        self.rest = rest;
        self.at += end;
        Some(start..start + line.trim_end_matches(['\n', '\r']).len())
    }
}

/// Replaces lone carriage returns, which end a line in `CommonMark`, with line feeds, so that the parser sees them.
fn line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let lone = |(at, _): &(usize, &str)| text.as_bytes().get(at + 1) != Some(&b'\n');
    if !text.match_indices('\r').any(|found| lone(&found)) {
        return Cow::Borrowed(text);
    }
    let mut characters = text.chars().peekable();
    let mut fed = String::with_capacity(text.len());
    while let Some(character) = characters.next() {
        let alone = character == '\r' && characters.peek() != Some(&'\n');
        fed.push(if alone { '\n' } else { character });
    }
    Cow::Owned(fed)
}

/// The first line end of the text, which inserted text uses too.
fn end_of_line(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| text.as_bytes().get(at..at + 2)) {
        Some(Some(b"\r\n")) => "\r\n",
        Some(_) if text.contains('\r') && !text.contains('\n') => "\r",
        _ => "\n",
    }
}
