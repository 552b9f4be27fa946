//! A description's text, and where its bytes are in the original.

use std::borrow::Cow;
use std::ops::Range;

use crate::format::form::Form;
use crate::text::edit::{Edit, Span};
use crate::text::line_feeds::line_feeds;

/// The text that is read. Its lines end with LF, whatever the author's end with. Byte offsets are those of the original,
/// unless its lines end with CRLF or it was repaired.
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
    /// Whether its last byte is the line feed that CRLF became. It is at the place of the carriage return.
    ends_in_crlf: bool,
}

impl CopiedRange {
    fn end(&self) -> usize {
        self.source + self.length
    }
}

impl<'a> Source<'a> {
    /// Takes the description as GitHub sent it. A leading byte order mark is skipped, and every line end becomes a line
    /// feed.
    pub(crate) fn new(original: &'a str, form: Form<'a>) -> Self {
        let top = if original.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let written = original.get(top..).unwrap_or_default();
        let (text, runs) = (line_feeds(written), runs(written, top));
        Self { text, runs, end_of_line: end_of_line(original), top, form }
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
        let start = self.runs.partition_point(|run| run.end() <= range.start);
        let end = self.runs.partition_point(|run| run.end() < range.end);
        let (start, end) = (self.offset(range.start, start), self.offset(range.end, end));
        Span { start, end: end.max(start) }
    }

    /// The place of `at`, which is in the run of that index, or behind the last one.
    fn offset(&self, at: usize, run: usize) -> usize {
        let Some(run) = self.runs.get(run).or(self.runs.last()) else { return at };
        let inside = at.saturating_sub(run.source).min(run.length);
        run.original + inside + usize::from(run.ends_in_crlf && inside == run.length)
    }

    /// How many bytes of the original `range` is, if it is a part of it as it stands.
    pub(crate) fn written_length(&self, range: &Range<usize>) -> usize {
        let is_inside = |run: &&CopiedRange| range.start < run.end() && run.end() <= range.end;
        let crlf = self.runs.iter().filter(|run| run.ends_in_crlf).filter(is_inside);
        range.len() + crlf.count()
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
            let end = run.end().min(range.end);
            if start < end {
                runs.push(CopiedRange {
                    source: at + start - range.start,
                    original: run.original + start - run.source,
                    length: end - start,
                    ends_in_crlf: run.ends_in_crlf && end == run.end(),
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
        start..end
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
        Some(start..start + line.trim_end_matches('\n').len())
    }
}

/// The runs that a text shares with its original, which starts at `top`: one, and another after each CRLF.
fn runs(written: &str, top: usize) -> Vec<CopiedRange> {
    let (mut runs, mut source, mut original) = (Vec::new(), 0, 0);
    for (at, _) in written.match_indices("\r\n") {
        let length = at + 1 - original;
        runs.push(CopiedRange { source, original: top + original, length, ends_in_crlf: true });
        source += length;
        original = at + 2;
    }
    let length = written.len() - original;
    if length > 0 || runs.is_empty() {
        runs.push(CopiedRange { source, original: top + original, length, ends_in_crlf: false });
    }
    runs
}

/// The first line end of the text, which inserted text uses too.
fn end_of_line(text: &str) -> &'static str {
    match text.find(['\n', '\r']).map(|at| text.as_bytes().get(at..at + 2)) {
        Some(Some(b"\r\n")) => "\r\n",
        Some(_) if text.contains('\r') && !text.contains('\n') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::Source;
    use crate::policy::Policy;

    #[test]
    fn a_line_feed_is_the_whole_line_end_of_the_original() {
        let policy = Policy::default();
        for (original, places) in [
            ("a\nb\n", vec![(0, 1), (1, 2), (2, 3), (3, 4)]),
            ("a\rb\r", vec![(0, 1), (1, 2), (2, 3), (3, 4)]),
            ("a\r\nb\r\n", vec![(0, 1), (1, 3), (3, 4), (4, 6)]),
            ("\u{feff}a\r\n\rb", vec![(3, 4), (4, 6), (6, 7), (7, 8)]),
        ] {
            let source = Source::new(original, policy.form());
            let mut found = Vec::new();
            for at in 0..source.text().len() {
                let span = source.original(&(at..at + 1));
                found.push((span.start, span.end));
                assert_eq!(source.written_length(&(at..at + 1)), span.end - span.start);
                assert_eq!(source.edit(&(at..at), "x").span.start, span.start, "{original:?}");
            }
            assert_eq!(found, places, "{original:?}");
        }
    }

    #[test]
    fn repairs_keep_the_places_of_what_they_leave() {
        let policy = Policy::default();
        let source = Source::new("a\r\nb\r\nc", policy.form());
        let repaired = source.repaired(&[(2..4, String::new()), (4..4, "x\r\n".to_owned())]);
        assert_eq!(repaired.text(), "a\nx\nc");
        let span = repaired.original(&(4..5));
        assert_eq!((span.start, span.end), (6, 7));
        let span = repaired.original(&(0..2));
        assert_eq!((span.start, span.end), (0, 3));
    }
}
