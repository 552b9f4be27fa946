//! Messages as plain text, for JSON and annotations. Quoted words are in backticks.

use crate::judge::diagnostic::{Message, Part};

/// A message as text on one line, except for blocks.
pub(crate) fn message(message: &Message) -> String {
    let mut text = String::new();
    for part in &message.0 {
        match part {
            Part::Text(words) => text.push_str(words),
            Part::Code(words) => {
                text.push_str(&crate::text::quote::code(words));
            }
            Part::Block(block) => {
                text.push_str("\n\n");
                text.push_str(block);
            }
        }
    }
    text
}
