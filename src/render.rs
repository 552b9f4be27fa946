//! Findings → what people see: one file a format. The only place that escapes.

pub(crate) mod commands;
pub(crate) mod markdown;
pub(crate) mod picture;
pub(crate) mod plain;
pub(crate) mod summary;

use std::fmt::Write;

/// The most characters of other people's words that are shown at once.
const MOST_QUOTED: usize = 200;

/// Characters that hide, reorder or end text, made visible.
fn visible(text: &str, shown: &mut String) {
    for character in text.chars() {
        match character {
            '\n' => shown.push('⏎'),
            '\r' => {}
            '\t' => shown.push(' '),
            _ if hides(character) => {
                let _ = write!(shown, "⟨U+{:04X}⟩", u32::from(character));
            }
            _ => shown.push(character),
        }
    }
}

/// Control, bidirectional and other invisible characters, and line ends that are none in Markdown.
fn hides(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{2028}' | '\u{2029}')
        || crate::description::fold::is_ignorable(character)
}

/// Text on one line, nothing hidden in it.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::new();
    visible(text, &mut shown);
    shown
}

/// Other people's words on one line, cut to what is worth showing.
fn quoted(text: &str) -> String {
    let mut shown = String::new();
    let cut = text.char_indices().nth(MOST_QUOTED);
    visible(text.get(..cut.map_or(text.len(), |(at, _)| at)).unwrap_or_default(), &mut shown);
    if cut.is_some() {
        shown.push('…');
    }
    shown
}

/// A code span: its fence is longer than any run of backticks in it.
pub(crate) fn code(words: &str) -> String {
    let shown = quoted(words);
    let fence = "`".repeat(longest_run(&shown) + 1);
    let is_touching =
        shown.is_empty() || shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']);
    let pad = if is_touching { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}
