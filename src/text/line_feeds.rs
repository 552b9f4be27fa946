//! Line ends: LF, CRLF and CR mean the same.

use std::borrow::Cow;

/// The text with LF at the end of every line.
pub(crate) fn line_feeds(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') {
        return Cow::Borrowed(text);
    }
    let mut fed = String::with_capacity(text.len());
    for (index, part) in text.split('\r').enumerate() {
        // A line feed after a carriage return is already there.
        if index > 0 && !part.starts_with('\n') {
            fed.push('\n');
        }
        fed.push_str(part);
    }
    Cow::Owned(fed)
}

#[cfg(test)]
mod tests {
    use super::line_feeds;

    #[test]
    fn every_line_end_becomes_one_line_feed() {
        for (text, fed) in [
            ("", ""),
            ("a\nb", "a\nb"),
            ("a\r\nb\r\n", "a\nb\n"),
            ("a\rb\r", "a\nb\n"),
            ("\r\r\n\n\r", "\n\n\n\n"),
        ] {
            assert_eq!(line_feeds(text), fed, "{text:?}");
        }
    }
}
