//! Words of others in running text: which of them stay words wherever they are shown.

/// What may stand around a word.
const AROUND: &str = ".,;:!?()\"'… ";

/// Letters of commit ids, which GitHub links when they are long enough.
const SHORTEST_COMMIT: usize = 7;

/// Whether a word with its punctuation is nothing but a word or a number: no mention, link, reference, commit or markup.
pub(crate) fn is_harmless(word: &str) -> bool {
    let bare = word.trim_matches(|character| AROUND.contains(character));
    let is_word = bare
        .chars()
        .all(|character| character.is_alphabetic() || matches!(character, '-' | '\'' | '’'));
    let is_number = bare.bytes().all(|byte| byte.is_ascii_digit()) && bare.len() < SHORTEST_COMMIT;
    let is_commit =
        bare.len() >= SHORTEST_COMMIT && bare.bytes().all(|byte| byte.is_ascii_hexdigit());
    (is_word || is_number) && !is_commit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for word in ["ask", "(triage)", "don't ", "Bereichs-Team,", "2", "—"] {
            let expected = word != "—";
            assert_eq!(is_harmless(word), expected, "{word}");
        }
    }

    #[test]
    fn everything_else_is_shown_as_code() {
        for word in [
            "@octocat",
            "#1",
            "GH-1",
            "www.example.com",
            "https://x.y",
            "a@b.c",
            "**b**",
            "<b>",
            "[x](y)",
            "o/r#1",
            "deadbeef",
            "1234567",
            "|",
            "&amp;",
            "$x$",
            "~~x~~",
            ":bug:x",
            "a_b",
        ] {
            assert!(!is_harmless(word), "{word}");
        }
    }
}
