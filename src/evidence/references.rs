//! A line of text → what it refers to: pull requests of one repository, and commits. Linear in its length.

use crate::text::sort;
use serde::{Deserialize, Serialize};

/// What a text refers to, each once, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct References {
    /// Numbers of pull requests of the same repository.
    pub numbers: Vec<u64>,
    /// Commits, as far as they are written out: seven or more hexadecimal digits, in lower case.
    pub commits: Vec<String>,
}

/// The fewest digits that name a commit.
const SHORTEST: usize = 7;

/// The most: those of SHA-256.
const LONGEST: usize = 64;

impl References {
    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty() && self.commits.is_empty()
    }

    /// Whether the pull request with this number and merge commit is among them.
    pub(crate) fn name(&self, number: u64, merge_commit: Option<&str>) -> bool {
        let is_commit =
            |prefix: &String| merge_commit.is_some_and(|commit| starts_with(commit, prefix));
        self.numbers.contains(&number) || self.commits.iter().any(is_commit)
    }

    /// Adds what a line of a text of `repository`, which is written `owner/name`, refers to.
    pub(super) fn add(&mut self, line: &str, repository: &str) {
        for word in line.split(ends_word).filter(|word| !word.is_empty()) {
            self.add_numbers(word, repository);
            self.add_addresses(word, repository);
            self.add_commits(word);
        }
    }

    pub(super) fn put_in_order(&mut self) {
        sort::sort_by(&mut self.numbers, Ord::cmp);
        self.numbers.dedup();
        sort::sort_by(&mut self.commits, Ord::cmp);
        self.commits.dedup();
    }

    /// `#10` and `owner/name#10`.
    fn add_numbers(&mut self, word: &str, repository: &str) {
        let mut parts = word.split('#');
        let mut before = parts.next().unwrap_or_default();
        for part in parts {
            let place = before.rsplit(|character| !is_of_name(character)).next();
            let place = place.unwrap_or_default();
            let is_own =
                !place.contains(char::is_alphanumeric) || place.eq_ignore_ascii_case(repository);
            if is_own && !before.ends_with('&') {
                self.numbers.extend(number(part));
            }
            before = part;
        }
    }

    /// `https://github.com/owner/name/pull/10`.
    fn add_addresses(&mut self, word: &str, repository: &str) {
        for (at, middle) in word.match_indices("/pull/") {
            let (before, rest) = word.split_at_checked(at).unwrap_or_default();
            if is_page_of(before, repository) {
                self.numbers.extend(rest.strip_prefix(middle).and_then(number));
            }
        }
    }

    fn add_commits(&mut self, word: &str) {
        for piece in word.split(|character: char| !character.is_alphanumeric()) {
            let is_hexadecimal = piece.bytes().all(|byte| byte.is_ascii_hexdigit());
            if is_hexadecimal && (SHORTEST..=LONGEST).contains(&piece.len()) {
                self.commits.push(piece.to_ascii_lowercase());
            }
        }
    }
}

/// Whether a commit starts with digits, in any letter case.
fn starts_with(commit: &str, digits: &str) -> bool {
    commit.get(..digits.len()).is_some_and(|start| start.eq_ignore_ascii_case(digits))
}

fn ends_word(character: char) -> bool {
    character.is_whitespace() || "()[]{}<>\"'`,;*|!".contains(character)
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || "._/-".contains(character)
}

/// The number at the start of `text`, where a number and no more of a name stands there.
fn number(text: &str) -> Option<u64> {
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (digits, rest) = text.split_at_checked(end)?;
    let goes_on = rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
    let is_plain = !digits.starts_with('0') && digits.len() <= 18 && !goes_on;
    is_plain.then(|| digits.parse().ok()).flatten()
}

/// Whether an address, or what follows the address of a server, is that of a repository.
fn is_page_of(address: &str, repository: &str) -> bool {
    let mut parts = address.rsplit('/');
    let (name, owner) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let is_named = repository.split_once('/').is_some_and(|(own_owner, own_name)| {
        own_owner.eq_ignore_ascii_case(owner) && own_name.eq_ignore_ascii_case(name)
    });
    let (_server, before_server) = (parts.next(), parts.next());
    is_named && before_server.is_none_or(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(line: &str) -> (Vec<u64>, Vec<String>) {
        let mut references = References::default();
        references.add(line, "owner/name");
        references.put_in_order();
        (references.numbers, references.commits)
    }

    #[test]
    fn finds_numbers() {
        for (line, expected) in [
            ("#10", vec![10]),
            ("(#10), #12: and **#13**.", vec![10, 12, 13]),
            ("Owner/Name#10", vec![10]),
            ("https://github.com/owner/name/pull/10/files", vec![10]),
            ("[it](https://ghe.example:8443/OWNER/name/pull/10#discussion_r1)", vec![10]),
            ("owner/name/pull/10", vec![10]),
            ("#100 #10a #010 ## #", vec![100]),
            ("other/repo#10 repo#10 other/name#10 &#10;", vec![]),
            ("https://github.com/other/repo/pull/10", vec![]),
            ("https://github.com/owner/name/issues/10", vec![]),
            ("https://example.com/x/owner/name/pull/10", vec![]),
            ("https://github.com/owner/name/pull/101", vec![101]),
            ("/pull/10 #99999999999999999999", vec![]),
        ] {
            assert_eq!(found(line).0, expected, "{line}");
        }
    }

    #[test]
    fn finds_commits() {
        for (line, expected) in [
            ("(cherry picked from commit A94A8FE5)", vec!["a94a8fe5"]),
            ("https://github.com/owner/name/commit/a94a8fe", vec!["a94a8fe"]),
            ("a94a8f a94a8fg xa94a8fe", vec![]),
        ] {
            assert_eq!(found(line).1, expected, "{line}");
        }
    }

    #[test]
    fn compares_commits_by_their_start() {
        let references = References { numbers: vec![10], commits: vec!["a94a8fe".to_owned()] };
        assert!(references.name(11, Some("A94A8FE5ccb1")));
        assert!(references.name(10, None));
        assert!(!references.name(11, Some("a94a8f")));
        assert!(!references.name(11, None));
    }
}
