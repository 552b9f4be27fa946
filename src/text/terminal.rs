//! Text for a terminal: control and other invisible characters cannot act there, because they are made visible.

use std::fmt::Write;

use crate::text::quote;

/// Text of several lines, with every hidden character but line feeds and tabs made visible. Carriage returns before a
/// line feed are dropped.
pub(crate) fn lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for (index, line) in text.replace("\r\n", "\n").split('\n').enumerate() {
        shown.push_str(if index > 0 { "\n" } else { "" });
        for (index, part) in line.split('\t').enumerate() {
            shown.push_str(if index > 0 { "\t" } else { "" });
            visible(part, &mut shown);
        }
    }
    shown
}

/// As [`quote::visible`], but a lone carriage return is shown too.
fn visible(text: &str, shown: &mut String) {
    for (index, part) in text.split('\r').enumerate() {
        shown.push_str(if index > 0 { "⟨U+000D⟩" } else { "" });
        quote::visible(part, shown);
    }
}

/// JSON with every hidden character escaped. It stays the same value, because such characters occur only in strings.
pub(crate) fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for character in text.chars() {
        let is_plain = matches!(character, ' '..='~' | '\n') || !quote::hides(character);
        if is_plain {
            shown.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut [0; 2]) {
            let _ = write!(shown, "\\u{unit:04x}");
        }
    }
    shown
}

/// A style of text on a terminal that shows colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// An error, or removed text.
    Red,
    /// A warning.
    Yellow,
    /// Added text, or good news.
    Green,
    /// Places and hints.
    Cyan,
    /// What to read first.
    Bold,
}

/// Paints text where the reader wants colours.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Paint(pub(crate) bool);

impl Paint {
    /// `text`, which contains no hidden characters, in a style.
    pub(crate) fn of(self, style: Style, text: &str) -> String {
        let code = match style {
            Style::Red => "1;31",
            Style::Yellow => "1;33",
            Style::Green => "32",
            Style::Cyan => "36",
            Style::Bold => "1",
        };
        if self.0 { format!("\u{1b}[{code}m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_a_terminal() {
        assert_eq!(
            lines("a\tb\r\nc\u{1b}[31m\rd\u{202e}\n"),
            "a\tb\nc⟨U+001B⟩[31m⟨U+000D⟩d⟨U+202E⟩\n"
        );
        let text = "{\"a\": \"\u{7f}\u{9b}\u{202e}é\u{e0001}\"}\n";
        let shown = json(text);
        assert_eq!(shown, "{\"a\": \"\\u007f\\u009b\\u202eé\\udb40\\udc01\"}\n");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).ok();
        assert_eq!(read(text), read(&shown));
    }

    #[test]
    fn colours_are_optional() {
        assert_eq!(Paint(false).of(Style::Red, "x"), "x");
        assert_eq!(Paint(true).of(Style::Red, "x"), "\u{1b}[1;31mx\u{1b}[0m");
    }
}
