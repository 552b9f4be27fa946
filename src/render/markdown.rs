//! Words as Markdown that stays words: nothing quoted becomes a mention, a reference, a link or HTML.

use crate::diagnostic::{Message, Part};

/// A message, quoted words as code.
pub(crate) fn message(message: &Message) -> String {
    let mut text = String::new();
    for part in &message.0 {
        match part {
            Part::Text(words) => text.push_str(&escaped(words)),
            Part::Code(words) => text.push_str(&super::code(words)),
            Part::Block(block) => {
                text.push_str("\n\n");
                text.push_str(&fence("markdown", block));
            }
        }
    }
    text
}

/// A fenced code block, every line shown as it is.
pub(crate) fn fence(language: &str, text: &str) -> String {
    let fence = "`".repeat(super::longest_run(text).max(2) + 1);
    let end = if text.ends_with('\n') || text.is_empty() { "" } else { "\n" };
    format!("{fence}{language}\n{text}{end}{fence}\n")
}

/// Words of ours that may hold characters that mean something in Markdown.
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
