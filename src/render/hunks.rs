//! A text and the text that it becomes → the lines that differ.

use std::fmt::Write;
use std::ops::Range;

use crate::text::line_diff::{Difference, differences};
use crate::text::quote::quoted;

/// How many lines are looked at for the end of a difference; what differs in more is one difference up to the end.
const FARTHEST: usize = 64;

/// How many lines of a difference are shown.
const MOST_LINES: usize = 40;

/// Lines that become others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Hunk<'a> {
    /// How many lines of the text stand before it.
    before: usize,
    removed: Vec<&'a str>,
    added: Vec<&'a str>,
}

/// The differences between two texts, in order.
pub(crate) fn hunks<'a>(old: &'a str, new: &'a str) -> Vec<Hunk<'a>> {
    let (old_lines, new_lines) = (split(old), split(new));
    let lines = |of: &[&'a str], range: Range<usize>| of.get(range).unwrap_or_default().to_vec();
    let mut hunks = Vec::new();
    for Difference { old, new } in differences(&old_lines, &new_lines, FARTHEST) {
        let before = old.start;
        let (removed, added) = (lines(&old_lines, old), lines(&new_lines, new));
        hunks.push(Hunk { before, removed, added });
    }
    hunks
}

fn split(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    for line in text.split('\n') {
        for line in line.strip_suffix('\r').unwrap_or(line).split('\r') {
            lines.push(line);
        }
    }
    lines
}

impl Hunk<'_> {
    /// How far it is from the lines `lines`, from 1, the last included; 0 where they meet.
    pub(crate) fn distance(&self, lines: &Range<usize>) -> usize {
        let is_insertion = self.removed.is_empty();
        let first = self.before + usize::from(!is_insertion);
        let last = self.before + self.removed.len().max(1);
        first.saturating_sub(lines.end).max(lines.start.saturating_sub(last))
    }

    /// What is removed and what is added, as a diff.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        let removed = self.removed.iter().map(|line| ('-', line));
        let added = self.added.iter().map(|line| ('+', line));
        for (index, (sign, line)) in removed.chain(added).enumerate() {
            if index == MOST_LINES {
                text.push_str(" …\n");
                break;
            }
            let _ = writeln!(text, "{sign}{}", quoted(line));
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_differs() {
        for (old, new, expected) in [
            ("a\nb", "a\nb", vec![]),
            ("a\nb\nc", "a\nB\nc", vec!["-b\n+B\n"]),
            ("a\r\nb\r\n", "a\r\nx\r\nb\r\n", vec!["+x\n"]),
            ("a\nb\nc\nd", "b\nc\nD", vec!["-a\n", "-d\n+D\n"]),
            ("a", "", vec!["-a\n+\n"]),
        ] {
            let texts: Vec<String> = hunks(old, new).iter().map(Hunk::text).collect();
            assert_eq!(texts, expected, "{old:?} {new:?}");
        }
    }

    #[test]
    fn a_long_difference_is_one() {
        let (old, new) = ("a\n".repeat(500), "b\n".repeat(500));
        let hunks = hunks(&old, &new);
        assert_eq!(hunks.len(), 1);
        assert!(hunks.iter().all(|hunk| hunk.text().ends_with(" …\n")));
    }
}
