//! Limits the length and nesting of a description before it is parsed. Deeply nested containers over many lines take
//! quadratic time in pulldown-cmark.

use std::ops::Range;

/// The longest description that is read, in bytes.
pub(crate) const LONGEST: usize = 262_144;

/// The most containers that one line may open.
pub(crate) const DEEPEST: usize = 100;

/// The place of the first line that is nested deeper than [`DEEPEST`]. Its markers (`>`, `-`, `1.`) and its
/// indentation divided by four are counted. Takes linear time.
pub(crate) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut start = 0;
    for line in text.split('\n') {
        // Every marker takes a byte.
        if line.len() <= DEEPEST {
            start += line.len() + 1;
            continue;
        }
        for part in line.split('\r') {
            if depth(part) > DEEPEST {
                return Some(start..start + part.len());
            }
            start += part.len() + 1;
        }
    }
    None
}

fn depth(line: &str) -> usize {
    let (mut markers, mut columns) = (0, 0);
    let mut rest = line.as_bytes();
    while let [first, behind @ ..] = rest {
        match first {
            b' ' => columns += 1,
            b'\t' => columns += 4,
            b'>' => markers += 1,
            b'-' | b'+' | b'*' if is_marker_end(behind) => markers += 1,
            b'0'..=b'9' => match behind_number(rest) {
                Some(behind) => {
                    markers += 1;
                    rest = behind;
                    continue;
                }
                None => break,
            },
            _ => break,
        }
        rest = behind;
    }
    markers + columns / 4
}

fn is_marker_end(behind: &[u8]) -> bool {
    matches!(behind.first(), None | Some(b' ' | b'\t'))
}

/// The text after `12.` or `12)`, with at most nine digits as `CommonMark` specifies.
fn behind_number(line: &[u8]) -> Option<&[u8]> {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit()).count();
    match line.get(digits..)? {
        [b'.' | b')', behind @ ..] if digits <= 9 && is_marker_end(behind) => Some(behind),
        _ => None,
    }
}
