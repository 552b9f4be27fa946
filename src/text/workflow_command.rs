//! The runner's workflow commands, escaped as `@actions/core` escapes them.

/// GitHub truncates messages at 4,096 characters.
const LONGEST: usize = 4000;

/// The complete command `name`.
pub(crate) fn command(name: &str, title: Option<&str>, message: &str) -> String {
    let title = title.map(|title| format!(" title={}", property(title))).unwrap_or_default();
    format!("::{name}{title}::{}", data(cut(message)))
}

/// The complete command `name` about a place in a file.
#[cfg(feature = "report")]
pub(crate) fn command_at(name: &str, properties: &[(&str, &str)], message: &str) -> String {
    let mut text = format!("::{name}");
    for (index, (key, value)) in properties.iter().enumerate() {
        text.push(if index > 0 { ',' } else { ' ' });
        text.push_str(key);
        text.push('=');
        text.push_str(&property(value));
    }
    format!("{text}::{}", data(cut(message)))
}

/// Truncated at a character boundary.
fn cut(message: &str) -> &str {
    message.get(..message.floor_char_boundary(LONGEST)).unwrap_or_default()
}

/// The runner reads `##[…]` anywhere in a line as a command in its older syntax; a word joiner prevents that. It also
/// treats some Unicode characters as line ends; spaces replace them.
fn data(text: &str) -> String {
    let text = text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    text.replace("##[", "##\u{2060}[")
        .replace(['\u{85}', '\u{2028}', '\u{2029}', '\u{b}', '\u{c}'], " ")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
