//! Which pull requests are backports of which, by what their titles and bodies say.

use super::versions::{Branch, read_branch};
use super::world::PullRequest;

/// The branch of a base such as `release-1.9`, `release/v1.9` or `1.9.x`; none of other bases.
pub(crate) fn release_branch(base: &str) -> Option<Branch> {
    let rest =
        base.strip_prefix("release").map_or(base, |rest| rest.trim_start_matches(['-', '/']));
    let rest = rest.strip_suffix(".x").unwrap_or(rest);
    read_branch(&format!("v{}", rest.strip_prefix('v').unwrap_or(rest)))
}

/// What a line may call a pull request: `#N`, its URL, its merge commit.
pub(crate) struct Called<'a> {
    /// `owner/name` of the repository that both belong to.
    pub(crate) repository: &'a str,
    pub(crate) number: u64,
    /// The merge commit, once it is merged.
    pub(crate) commit: Option<&'a str>,
}

/// Whether `pick` says that it is a backport of what is `called` so.
pub(crate) fn is_backport(pick: &PullRequest, called: &Called<'_>) -> bool {
    if release_branch(&pick.base).is_none() || pick.title.starts_with("Revert") {
        return false;
    }
    let body = pick.body.as_deref().unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = [pick.title.as_str()].into_iter().chain(body.split('\n')).collect();
    lines.iter().enumerate().any(|(at, line)| {
        let list = lines.get(at + 1..).unwrap_or_default();
        speaks_of_a_backport(line)
            && (names(line, called) || (ends_with_colon(line) && list_names(list, called)))
    })
}

fn speaks_of_a_backport(line: &str) -> bool {
    let lower = line.to_lowercase();
    let words = ["cherry pick", "cherry-pick", "cherrypick", "backport"];
    !line.trim_start().starts_with("Revert") && words.iter().any(|word| lower.contains(word))
}

fn ends_with_colon(line: &str) -> bool {
    line.trim_end().ends_with(':')
}

/// Whether the list right below a line has the reference.
fn list_names(below: &[&str], called: &Called<'_>) -> bool {
    let is_item = |line: &&&str| {
        let line = line.trim_start();
        let bulleted = ["- ", "* ", "+ "].iter().any(|marker| line.starts_with(marker));
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        bulleted || (rest.len() < line.len() && (rest.starts_with(". ") || rest.starts_with(") ")))
    };
    let after_blanks = below.iter().skip_while(|line| line.trim().is_empty());
    after_blanks.take_while(is_item).any(|item| names(item, called))
}

/// Whether a line has `#N`, the URL, or the merge commit.
fn names(line: &str, called: &Called<'_>) -> bool {
    names_number(line, called) || names_address(line, called) || names_commit(line, called)
}

/// `#10`, but neither `#100` nor `other/repo#10`.
pub(crate) fn names_number(line: &str, called: &Called<'_>) -> bool {
    let short = format!("#{}", called.number);
    line.match_indices(&short).any(|(at, _)| {
        let (before, rest) = line.split_at(at);
        let after = rest.strip_prefix(&short).unwrap_or_default();
        let is_word = |c: char| c.is_alphanumeric() || "-_./".contains(c);
        let qualifier = before.rsplit(|c| !is_word(c)).next().unwrap_or_default();
        let is_own = qualifier.is_empty() || qualifier.eq_ignore_ascii_case(called.repository);
        is_own && !after.starts_with(|c: char| c.is_alphanumeric())
    })
}

/// `https://github.com/owner/name/pull/10`, but not `/pull/101`.
fn names_address(line: &str, called: &Called<'_>) -> bool {
    let address = format!("github.com/{}/pull/{}", called.repository, called.number);
    let (line, address) = (line.to_lowercase(), address.to_lowercase());
    line.match_indices(&address).any(|(at, _)| {
        let after = line.split_at(at + address.len()).1;
        !after.starts_with(|c: char| c.is_alphanumeric())
    })
}

/// Seven digits of the merge commit, or more.
fn names_commit(line: &str, called: &Called<'_>) -> bool {
    let Some(commit) = called.commit else { return false };
    let words = line.split(|c: char| !c.is_alphanumeric());
    let digits = words.filter(|word| word.len() >= 7 && word.len() <= commit.len());
    let mut digits = digits.filter(|word| word.chars().all(|c| c.is_ascii_hexdigit()));
    digits.any(|word| commit.to_lowercase().starts_with(&word.to_lowercase()))
}
