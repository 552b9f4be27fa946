//! Writes text as Markdown that shows it verbatim.

use crate::text::quote;

/// A fenced code block that shows every line verbatim.
pub(crate) fn fence(language: &str, text: &str) -> String {
    let fence = "`".repeat(quote::longest_run(text).max(2) + 1);
    let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}\n")
}

/// Code spans and plain words, without characters that would end a cell of a table.
pub(crate) fn cell(code: &str) -> String {
    // A backslash in front of a bar would escape the backslash added here.
    code.replace("\\|", "⧵|").replace('|', "\\|")
}

/// Text by this action, with characters escaped that have a meaning in Markdown.
pub(crate) fn escaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for character in words.chars() {
        if "\\`*_[]<>&#@|~".contains(character) {
            text.push('\\');
        }
        text.push(character);
    }
    text
}
