//! Text as Markdown that shows it as it is.

use crate::text::quote;

/// A fenced code block that shows every line as it is.
pub(crate) fn fence(language: &str, text: &str) -> String {
    let fence = "`".repeat(quote::longest_run(text).max(2) + 1);
    let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}\n")
}

/// Our own words, which may contain characters that mean something in Markdown.
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
