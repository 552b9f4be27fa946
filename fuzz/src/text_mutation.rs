//! Changes text by pieces and lines.

use crate::random::Random;

/// What is put before a line.
const PREFIXES: &[&str] = &["> ", "- ", "  ", "    ", "\t", "1. ", "# ", "**", "`", "<!-- ", "| "];

/// The text after one change.
pub(crate) fn change(text: &str, words: &[String], random: &mut Random) -> String {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if random.once_in(4) {
        return change_inside(text, &words, random);
    }
    let mut lines: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
    let at = random.below(lines.len() + 1);
    let other = random.below(lines.len());
    let word = || format!("{}\n", random_word(&words, at, text));
    match random.below(9) {
        0..=2 => lines.insert(at, whole(random.pick(&words))),
        3 => drop((at < lines.len()).then(|| lines.remove(at))),
        4 if at < lines.len() => lines.swap(at, other),
        5 => {
            if let Some(line) = lines.get_mut(at) {
                *line = whole(random.pick(&words));
            }
        }
        6 => {
            let copied = lines.get(other).cloned();
            lines.insert(at, copied.unwrap_or_else(word));
        }
        7 => {
            if let Some(line) = lines.get_mut(at) {
                line.insert_str(0, random.pick(PREFIXES).unwrap_or_default());
            }
        }
        _ => {
            // Joins two lines.
            if let Some(line) = lines.get_mut(at) {
                line.truncate(line.trim_end_matches('\n').len());
            }
        }
    }
    lines.concat()
}

/// A word that depends on the place: for texts without lines.
fn random_word<'a>(words: &[&'a str], at: usize, text: &str) -> &'a str {
    words.get((at + text.len()) % words.len().max(1)).copied().unwrap_or_default()
}

fn whole(word: Option<&str>) -> String {
    format!("{}\n", word.unwrap_or_default())
}

/// Puts a piece or a character anywhere, or removes some.
fn change_inside(text: &str, words: &[&str], random: &mut Random) -> String {
    let start = text.floor_char_boundary(random.below(text.len() + 1));
    let end = text.floor_char_boundary((start + random.below(8)).min(text.len())).max(start);
    let (before, rest) = text.split_at_checked(start).unwrap_or((text, ""));
    let behind = text.get(end..).unwrap_or_default();
    match random.below(5) {
        0 => format!("{before}{}{rest}", random.pick(words).unwrap_or_default()),
        1 => format!("{before}{behind}"),
        2 => format!("{before}{}{rest}", text.get(start..end).unwrap_or_default()),
        3 => format!("{before}{}{behind}", random.pick(PUNCTUATION).unwrap_or_default()),
        _ => format!("{before}{}{rest}", random.pick(PUNCTUATION).unwrap_or_default()),
    }
}

/// Characters with a meaning, and some that are easy to get wrong.
const PUNCTUATION: &[&str] = &[
    " ", "\n", "\n\n", "\t", "`", "``", "```", "~~~", "*", "**", "_", "#", "-", "=", ":", ",", ".",
    "<", ">", "|", "[", "]", "(", ")", "{", "}", "\"", "'", "\\", "/", "&", ";", "!", "?", "%",
    "@", "+", "0", "1", "9", "v", "x", "é", "ß", "İ", "漢", "🐛", "\u{200b}", "\u{feff}",
    "\u{301}", "\u{202e}", "\u{2028}", "\u{a0}", "\u{0}", "\u{1b}", "\u{fffe}", "&amp;", "&#96;",
    "&nbsp;",
];
