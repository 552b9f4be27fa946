//! Messages as Markdown. Quoted text never becomes a mention, a reference, a link or HTML.

use crate::judge::diagnostic::{Message, Part};
use crate::text::markdown::{escaped, fence};

/// A message with quoted words as code.
pub(crate) fn message(message: &Message) -> String {
    let mut text = String::new();
    for part in &message.0 {
        match part {
            Part::Text(words) => text.push_str(&escaped(words)),
            Part::Code(words) => text.push_str(&crate::text::quote::code(words)),
            Part::Block(block) => {
                text.push_str("\n\n");
                text.push_str(&fence("markdown", block));
            }
        }
    }
    text
}
