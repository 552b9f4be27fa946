//! Title and body of a pull request → what it says that it brings to its branch, and what it takes back.

use serde::{Deserialize, Serialize};

use crate::evidence::references::References;

/// What a pull request says of others. Small, so that it can be kept where texts are not.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Mentions {
    /// What it says that it cherry-picks or backports.
    pub picks: References,
    /// What it says that it reverts.
    pub reverts: References,
}

/// The words that make a line speak of backports, in any letter case and with any ending.
const WORDS: [&str; 4] = ["cherry pick", "cherry-pick", "cherrypick", "backport"];

/// What may stand between *reverts* and what is reverted.
const FILLERS: [&str; 7] = ["commit", "pr", "pull", "request", "the", "and", "&"];

impl Mentions {
    /// Reads a pull request of `repository`, which is written `owner/name`.
    #[must_use]
    pub fn read(repository: &str, title: &str, body: &str) -> Self {
        let mut mentions = Self::default();
        if is_revert(title) {
            add_reverted(&mut mentions.reverts, title, repository);
        } else {
            add_picked([title].into_iter(), repository, &mut mentions.picks);
            add_picked(body.lines(), repository, &mut mentions.picks);
        }
        for line in body.lines() {
            add_reverted(&mut mentions.reverts, line, repository);
        }
        mentions.picks.put_in_order();
        mentions.reverts.put_in_order();
        mentions
    }
}

/// Where the reading of a text is.
enum LineKind {
    /// Where a line speaks for itself.
    Text,
    /// Below a line that announces a list, after this many blank lines.
    Announced(usize),
    /// In such a list.
    List,
}

/// What the lines say that is picked.
fn add_picked<'a>(lines: impl Iterator<Item = &'a str>, repository: &str, picks: &mut References) {
    let mut place = LineKind::Text;
    for line in lines.map(str::trim) {
        let is_listed = !matches!(place, LineKind::Text) && is_item(line);
        let speaks = is_listed || says_pick(line);
        if speaks && !is_revert(line) {
            picks.add(line, repository);
        }
        place = match place {
            _ if is_listed => LineKind::List,
            LineKind::Announced(0) if line.is_empty() => LineKind::Announced(1),
            LineKind::List if line.is_empty() => LineKind::List,
            _ if speaks && !is_revert(line) && announces(line) => LineKind::Announced(0),
            _ => LineKind::Text,
        };
    }
}

/// Whether the line ends with a colon, whatever emphasis is around it.
fn announces(line: &str) -> bool {
    line.trim_end_matches(['*', '_', '`']).ends_with(':')
}

/// Whether the line is an item of a list.
fn is_item(line: &str) -> bool {
    let behind_number = line.trim_start_matches(|character: char| character.is_ascii_digit());
    let marker: &[char] =
        if behind_number.len() < line.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let text = behind_number.strip_prefix(marker);
    text.is_some_and(|text| text.starts_with(char::is_whitespace))
}

/// Whether the line speaks of backports.
fn says_pick(line: &str) -> bool {
    let line = line.to_ascii_lowercase();
    let stands = |at| {
        let before = line.get(..at).unwrap_or_default();
        !before.ends_with(char::is_alphanumeric)
    };
    WORDS.iter().any(|word| line.match_indices(word).any(|(at, _)| stands(at)))
}

/// Whether the text begins with *Revert*, behind marks and tags such as `[release-1.9]`.
fn is_revert(text: &str) -> bool {
    let mut rest = text;
    loop {
        rest = rest
            .trim_start_matches(|character: char| !character.is_alphanumeric() && character != '[');
        let Some(tag) = rest.strip_prefix('[') else { return starts_with_revert(rest) };
        if starts_with_revert(tag) {
            return true;
        }
        let Some((_, behind)) = tag.split_once(']') else { return false };
        rest = behind;
    }
}

fn starts_with_revert(text: &str) -> bool {
    text.get(.."revert".len()).is_some_and(|start| start.eq_ignore_ascii_case("revert"))
}

/// What a line says that is reverted: `Reverts #11`, `This reverts commit a94a8fe`; a title may say `Revert #11`.
fn add_reverted(reverts: &mut References, line: &str, repository: &str) {
    let mut is_reverting = false;
    for word in line.split_whitespace() {
        let bare = word.trim_matches(|character: char| ":*_".contains(character));
        let is = |other: &str| bare.eq_ignore_ascii_case(other);
        if is("reverts") || (is("revert") && is_revert(line)) {
            is_reverting = true;
        } else if is_reverting && !FILLERS.iter().any(|filler| is(filler)) {
            let mut named = References::default();
            named.add(word, repository);
            is_reverting = !named.is_empty();
            reverts.numbers.append(&mut named.numbers);
            reverts.commits.append(&mut named.commits);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picks(title: &str, body: &str) -> Vec<u64> {
        Mentions::read("owner/name", title, body).picks.numbers
    }

    fn reverts(title: &str, body: &str) -> Vec<u64> {
        Mentions::read("owner/name", title, body).reverts.numbers
    }

    #[test]
    fn finds_picks() {
        for (body, expected) in [
            ("Cherry pick of #10 on release-1.9.", vec![10]),
            ("Backports #10.", vec![10]),
            (
                "# Backport\nThis will backport these commits:\n - [Fix (#10)](x)\n - #12",
                vec![10, 12],
            ),
            ("**Backports:**\r\n\r\n1. #10\r\n\r\n2. #12\r\n\r\nSee #13", vec![10, 12]),
            ("Backports:\n- Reverts #9\n- #10", vec![10]),
            ("A backport.\n- #10", vec![]),
            ("Backports:\nnothing\n- #10", vec![]),
            ("Backports:\n\n\n- #10", vec![]),
            ("- Reverts the backport of #10", vec![]),
            ("This is a hackbackport of #10", vec![]),
            ("Fixes #10", vec![]),
        ] {
            assert_eq!(picks("Fix", body), expected, "{body}");
        }
    }

    #[test]
    fn a_revert_says_nothing() {
        for title in ["Revert \"Fix\"", "[release-1.9] revert: fix", "**Reverts** it"] {
            assert!(picks(title, "Backport of #10").is_empty(), "{title}");
        }
        assert_eq!(picks("Automated cherry pick of #10: Revert \"Cache\"", ""), [10]);
    }

    #[test]
    fn finds_what_is_reverted() {
        for (title, body, expected) in [
            ("Back", "Reverts owner/name#11", vec![11]),
            ("Back", "This reverts PR #11 and #12, see #13", vec![11, 12]),
            ("Revert #11", "", vec![11]),
            ("Back", "Reverts other/name#11", vec![]),
            ("Back", "Reverts the cherry pick of #10", vec![]),
            ("Fix what #11 broke", "", vec![]),
        ] {
            assert_eq!(reverts(title, body), expected, "{title} {body}");
        }
        let commit = Mentions::read("owner/name", "Back", "This reverts commit a94a8fe.");
        assert_eq!(commit.reverts.commits, ["a94a8fe"]);
    }
}
