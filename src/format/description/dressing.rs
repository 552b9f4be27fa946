//! What people put around the version or the branch that an entry names.

use crate::text::normalize;

/// No tag is longer, and what is longer costs time to undress.
pub(super) const LONGEST: usize = 255;

/// Drops what people put around versions: quotes, code and emphasis marks, brackets, `<…>`, punctuation and a
/// remark in parentheses behind it, invisible characters anywhere.
pub(super) fn undressed(text: &str) -> String {
    let mut visible = text.to_owned();
    visible.retain(|character| !normalize::is_ignorable(character));
    let mut bare = visible.trim();
    loop {
        let before = bare.len();
        bare = bare.trim_end_matches(['.', ',', ';', ':', '!', '?', '。', '，']).trim_end();
        bare = without_parenthesis(bare);
        for (open, close) in PAIRS {
            let inner = bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
            bare = inner.map_or(bare, str::trim);
        }
        if bare.len() == before {
            return bare.to_owned();
        }
    }
}

/// What people put around a version, opening and closing.
const PAIRS: [(char, char); 11] = [
    ('"', '"'),
    ('\'', '\''),
    ('`', '`'),
    ('*', '*'),
    ('_', '_'),
    ('<', '>'),
    ('(', ')'),
    ('[', ']'),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
];

/// `v1.6.5 (#123)` without the remark; a parenthesis that nothing opens is no more than punctuation.
fn without_parenthesis(text: &str) -> &str {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices().rev() {
        match character {
            ')' => depth += 1,
            '(' if depth == 1 && at > 0 => return text.get(..at).unwrap_or_default().trim_end(),
            '(' => depth = depth.saturating_sub(1),
            _ if depth == 0 => return text,
            _ => {}
        }
    }
    if depth > 0 { text.trim_end_matches(')').trim_end() } else { text }
}
