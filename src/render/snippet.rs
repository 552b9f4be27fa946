//! A place in a description, shown as compilers show code: the line with its number and marks under the place.

use std::fmt::Write;
use std::ops::Range;

use crate::judge::diagnostic::Finding;
use crate::text::edit;
use crate::text::edit::{Edit, Span};
use crate::text::position::Lines;

/// The most columns of a line that are shown.
const WIDEST: usize = 100;

/// The most bytes of the description in one hunk of a diff.
const LONGEST_HUNK: usize = 4096;

/// The most lines that a diff shows.
const MOST_DIFF_LINES: usize = 40;

/// The marked line, and the line of the note; empty for labels.
pub(crate) fn snippet(finding: &Finding, lines: &Lines<'_>) -> String {
    let violation = &finding.violation;
    let Some(span) = violation.span else { return String::new() };
    let mut text = mark(lines, span, "^", "");
    if let Some((span, message)) = &violation.note {
        text.push_str(&mark(lines, *span, "-", &crate::render::plain::message(message)));
    }
    text
}

/// The line of a place, with a mark under it.
#[cfg(feature = "report")]
pub(crate) fn place(lines: &Lines<'_>, offset: usize) -> String {
    mark(lines, Span { start: offset, end: offset }, "^", "")
}

/// A line and the marks under it.
fn mark(lines: &Lines<'_>, span: Span, mark: &str, label: &str) -> String {
    let place = lines.locate(span);
    let line = lines.range(place.start.line);
    let shown = lines.shown(&line);
    let start = span.start.saturating_sub(line.start);
    let end = span.end.clamp(span.start, line.end.max(span.start)) - line.start.min(span.start);
    let cells = cells(shown, start, end);
    let number = place.start.line.to_string();
    let gutter = " ".repeat(number.len());
    let marks = mark.repeat(cells.marked.max(1));
    let mut text = format!(
        "{gutter} |\n{number} | {}\n{gutter} | {}{marks}",
        cells.text,
        " ".repeat(cells.before)
    );
    if !label.is_empty() {
        let _ = write!(text, " {label}");
    }
    if place.end.line > place.start.line {
        let _ = write!(text, " … to line {}", place.end.line);
    }
    text.push('\n');
    text
}

/// The shown part of a line, with the width of the text before the marked part and of the marked part.
struct Cells {
    text: String,
    before: usize,
    marked: usize,
}

/// Shows `line` around the bytes `start..end`, as much as fits.
fn cells(line: &str, start: usize, end: usize) -> Cells {
    let before = line.get(..start).unwrap_or_default();
    let from = before.char_indices().rev().nth(WIDEST / 2).map_or(0, |(at, _)| at);
    let cut = if from > 0 { "…" } else { "" };
    let mut cells = Cells { text: cut.to_owned(), before: usize::from(from > 0), marked: 0 };
    let mut width = 0;
    for (at, character) in line.get(from..).unwrap_or_default().char_indices() {
        let length = cells.text.len();
        crate::text::quote::visible(character.encode_utf8(&mut [0; 4]), &mut cells.text);
        let shown = cells.text.get(length..).unwrap_or_default();
        let wide = shown.chars().map(columns).sum::<usize>();
        width += wide;
        if width > WIDEST {
            cells.text.truncate(length);
            cells.text.push('…');
            break;
        }
        let at = from + at;
        cells.before += if at < start { wide } else { 0 };
        cells.marked += if (start..end).contains(&at) { wide } else { 0 };
    }
    cells
}

/// The columns that a character takes in a fixed-width font: two for East Asian and emoji.
fn columns(character: char) -> usize {
    let is_wide = matches!(character,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
        | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'..='\u{1faff}' | '\u{20000}'..='\u{3fffd}');
    1 + usize::from(is_wide)
}

/// What `edits` change, line by line; empty if a line is too long to be shown twice.
pub(crate) fn diff(lines: &Lines<'_>, edits: &[Edit]) -> String {
    let mut edits: Vec<&Edit> = edits.iter().collect();
    edit::put_in_order(&mut edits);
    let mut shown = String::new();
    let mut left = MOST_DIFF_LINES;
    let mut rest = edits.as_slice();
    while let Some(first) = rest.first() {
        let mut touched = lines.touched(first.span);
        let mut count = 1;
        while let Some(next) = rest.get(count).filter(|next| next.span.start <= touched.end) {
            touched.end = touched.end.max(lines.touched(next.span).end);
            count += 1;
        }
        let (hunk, behind) = rest.split_at_checked(count).unwrap_or((rest, &[]));
        if touched.len() <= LONGEST_HUNK {
            add_hunk(&mut shown, lines, touched, hunk, &mut left);
        }
        rest = behind;
    }
    shown
}

fn add_hunk(
    shown: &mut String,
    lines: &Lines<'_>,
    touched: Range<usize>,
    edits: &[&Edit],
    left: &mut usize,
) {
    let mut new = String::new();
    let mut from = touched.start;
    for edit in edits {
        new.push_str(lines.shown(&(from..edit.span.start)));
        new.push_str(&edit.text);
        from = edit.span.end;
    }
    new.push_str(lines.shown(&(from..touched.end)));
    let (old, new) = (split(lines.shown(&touched)), split(&new));
    let shorter = old.len().min(new.len());
    let mut same_start = 0;
    while same_start < shorter && old.get(same_start) == new.get(same_start) {
        same_start += 1;
    }
    let mut same_end = 0;
    while same_end < shorter - same_start
        && old.get(old.len() - 1 - same_end) == new.get(new.len() - 1 - same_end)
    {
        same_end += 1;
    }
    add_lines(shown, '-', old.get(same_start..old.len() - same_end).unwrap_or_default(), left);
    match new.get(same_start..new.len() - same_end).unwrap_or_default() {
        [""] if old.len() > same_start + same_end => {}
        new => add_lines(shown, '+', new, left),
    }
}

fn split(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        for line in line.trim_end_matches('\r').split('\r') {
            lines.push(line);
        }
    }
    lines
}

fn add_lines(shown: &mut String, sign: char, lines: &[&str], left: &mut usize) {
    for line in lines {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let _ = writeln!(shown, "{sign}{}", crate::text::quote::quoted(line));
        if *left == 0 {
            shown.push_str(" …\n");
        }
    }
}
