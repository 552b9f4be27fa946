//! Line ends: LF, CRLF and CR mean the same.

/// The other line ends.
pub(crate) const OTHERS: [&str; 2] = ["\r\n", "\r"];

/// The text with LF as its line end.
pub(crate) fn fed(text: &str) -> String {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    }
}
