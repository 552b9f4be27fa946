//! Normalizes text to compare names, ignoring the decoration that people add.

use std::borrow::Cow;

use unicode_properties::UnicodeEmoji;

/// Folds a name: ignores case, emoji and `:shortcodes:`, invisible characters and one trailing colon. Each run of `-`,
/// `_` and whitespace becomes one space. Emphasis and code marks must already be removed; [`without_marks`] does that.
pub(crate) fn name(text: &str) -> String {
    let mut folded = words(&without_shortcodes(&without_emoji(text)));
    if folded.is_ascii() {
        folded.make_ascii_lowercase();
    } else {
        folded = folded.to_lowercase();
    }
    let name = folded.strip_suffix(':').unwrap_or(&folded);
    folded.truncate(name.trim_end().len());
    folded
}

/// Folds running text: ignores case and invisible characters, and reduces each run of whitespace to one space.
pub(crate) fn text(text: &str) -> String {
    let mut folded = String::new();
    add_text(&mut folded, text);
    folded.truncate(folded.trim_end().len());
    folded
}

/// Folds `text` and adds it to folded text. Whitespace at the end of one piece merges with whitespace at the start of
/// the next.
pub(crate) fn add_text(folded: &mut String, text: &str) {
    for character in text.chars() {
        if character.is_whitespace() {
            if !folded.is_empty() && !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if character.is_ascii() || !is_ignorable(character) {
            folded.push(character.to_ascii_lowercase());
        }
    }
}

/// Drops emphasis and code marks from a line that was not parsed as Markdown.
pub(crate) fn without_marks(text: &str) -> String {
    text.replace(['*', '`', '~'], "")
}

/// Replaces each run of whitespace and dashes with one space, and trims both ends.
fn words(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for word in
        text.split(|character: char| matches!(character, '-' | '_') || character.is_whitespace())
    {
        if !word.is_empty() {
            joined.push_str(if joined.is_empty() { "" } else { " " });
            joined.push_str(word);
        }
    }
    joined
}

fn without_emoji(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut visible = text.to_owned();
    visible.retain(|character| !is_ignorable(character));
    let mut kept = String::with_capacity(visible.len());
    let mut characters = visible.chars().peekable();
    while let Some(character) = characters.next() {
        let keycap = characters.next_if_eq(&'\u{20e3}').is_some();
        if !keycap && (character.is_ascii() || !character.is_emoji_char()) {
            kept.push(character);
        }
    }
    Cow::Owned(kept)
}

/// Drops shortcodes such as `:bug:`.
fn without_shortcodes(text: &str) -> Cow<'_, str> {
    if !text.contains(':') {
        return Cow::Borrowed(text);
    }
    let is_code = |text: &str| {
        let mut bytes = text.bytes();
        !text.is_empty() && bytes.all(|byte| byte.is_ascii_alphanumeric() || b"_+-".contains(&byte))
    };
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(':') {
        kept.push_str(before);
        rest = match behind.split_once(':') {
            Some((code, after)) if is_code(code) => after,
            _ => {
                kept.push(':');
                behind
            }
        };
    }
    Cow::Owned(kept + rest)
}

/// Unicode's `Default_Ignorable_Code_Point` (`DerivedCoreProperties.txt`, Unicode 16), which is not drawn.
pub(crate) fn is_ignorable(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
        | '\u{fff0}'..='\u{fff8}' | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether `text` is `name` or probably a typo of it: their Damerau–Levenshtein distance is at most 2.
pub(crate) fn is_near(text: &str, name: &str) -> bool {
    distance(text, name).is_some()
}

/// The Damerau–Levenshtein distance, when it is at most 2.
pub(crate) fn distance(text: &str, name: &str) -> Option<usize> {
    // The distance is at least the difference in length, so very long text never reaches the quadratic part.
    if text.chars().count().abs_diff(name.chars().count()) > 2 {
        return None;
    }
    if differing_letters(text, name) > 4 {
        return None;
    }
    Some(strsim::damerau_levenshtein(text, name)).filter(|distance| *distance <= 2)
}

/// At most the number of letters that only one of the texts has. One slip changes at most two: it writes one letter for
/// another. So this tells at once, without comparing letter by letter, that two texts are not alike.
fn differing_letters(text: &str, name: &str) -> u32 {
    // Several letters share a counter, which can only make the number smaller.
    let mut counts = [0_i32; 64];
    for (letters, change) in [(text, 1), (name, -1)] {
        for letter in letters.chars() {
            if let Some(count) = counts.get_mut(letter as usize % 64) {
                *count += change;
            }
        }
    }
    counts.iter().map(|count| count.unsigned_abs()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_names() {
        for text in [
            "Root cause",
            " ROOT  CAUSE ",
            "root-cause",
            "Root_cause:",
            "Root\u{a0}cause",
            "🐛 Root cause",
            ":bug: Root cause",
            "Root cause :mag_right:",
            "Ro\u{200b}ot cause",
            "1️⃣ Root cause",
            "👩‍💻 Root cause",
            "Root cause 🇪🇺",
            "Root cause :",
        ] {
            assert_eq!(name(text), "root cause", "{text}");
        }
        assert_eq!(name("1. Root cause!"), "1. root cause!");
    }

    #[test]
    fn two_slips_of_any_kind_are_near() {
        let slips =
            ["introduced-in", "ntroduced-n", "xintroduced-inx", "yntroduced-iy", "nitroduced-ni"];
        for text in slips {
            assert!(distance(text, "introduced-in").is_some(), "{text}");
            assert!(differing_letters(text, "introduced-in") <= 4, "{text}");
        }
        assert!(differing_letters("release", "resolved-in") > 4);
        assert_eq!(distance("abcdefghijklm", "introduced-in"), None);
    }
}
