//! Quotes other people's text on one line. Hidden characters become visible, and as code it cannot become markup.

use std::fmt::Write;

use crate::text::normalize;

/// The most characters of other people's text that are shown at once.
const MOST_QUOTED: usize = 200;

/// Adds `text` to `shown`, with characters that hide, reorder or end text made visible.
pub(crate) fn visible(text: &str, shown: &mut String) {
    let mut rest = text;
    loop {
        // Most text is plain and is copied at once.
        let special = rest.trim_start_matches(|character| matches!(character, ' '..='~'));
        shown.push_str(rest.get(..rest.len() - special.len()).unwrap_or_default());
        let mut characters = special.chars();
        let Some(character) = characters.next() else { return };
        rest = characters.as_str();
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

/// Control, bidirectional and other invisible characters, the line ends that Markdown does not know, and
/// noncharacters, which XML forbids.
pub(crate) fn hides(character: char) -> bool {
    character.is_control()
        || matches!(u32::from(character), 0xFDD0..=0xFDEF)
        || u32::from(character) & 0xFFFE == 0xFFFE
        || matches!(character, '\u{2028}' | '\u{2029}')
        || normalize::is_ignorable(character)
}

/// Text on one line, with hidden characters made visible.
pub(crate) fn shown(text: &str) -> String {
    let mut shown = String::new();
    visible(text, &mut shown);
    shown
}

/// Other people's text on one line, shortened.
pub(crate) fn quoted(text: &str) -> String {
    let mut shown = String::new();
    let is_long = text.len() > MOST_QUOTED;
    // A carriage return is not shown, so it does not count either: texts are cut alike whatever their line ends are.
    let mut shown_characters = text.char_indices().filter(|(_, character)| *character != '\r');
    let cut = is_long.then(|| shown_characters.nth(MOST_QUOTED)).flatten();
    visible(text.get(..cut.map_or(text.len(), |(at, _)| at)).unwrap_or_default(), &mut shown);
    if cut.is_some() {
        shown.push('…');
    }
    shown
}

/// A code span. Its fence is longer than any run of backticks in it.
pub(crate) fn code(words: &str) -> String {
    let shown = quoted(words);
    let fence = "`".repeat(longest_run(&shown) + 1);
    let is_touching =
        shown.is_empty() || shown.starts_with(['`', ' ']) || shown.ends_with(['`', ' ']);
    let pad = if is_touching { " " } else { "" };
    format!("{fence}{pad}{shown}{pad}{fence}")
}

/// The length of the longest run of backticks.
pub(crate) fn longest_run(text: &str) -> usize {
    let (mut longest, mut run) = (0, 0);
    for byte in text.bytes() {
        run = if byte == b'`' { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
