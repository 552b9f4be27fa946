//! How people and bots say that a pull request is a backport of another one, and what only looks like it.

use super::story::REPOSITORY;
use super::world::PullRequest;
use crate::affected::random::Random;

/// Title and body of a backport of `of` to `base`.
pub(crate) fn backport(random: &mut Random, of: &PullRequest, base: &str) -> (String, String) {
    let (number, title) = (of.number, &of.title);
    let commit =
        of.merge_commit_sha.as_deref().unwrap_or("0123456789abcdef0123456789abcdef01234567");
    let short = commit.split_at(7).0;
    let url = format!("https://github.com/{REPOSITORY}/pull/{number}");
    let plain = |body: String| (title.clone(), body);
    match random.below(18) {
        0..=4 => (
            format!("Automated cherry pick of #{number}: {title}"),
            format!("Cherry pick of #{number} on {base}.\n\n#{number}: {title}"),
        ),
        5 => plain(format!("Backport of #{number} to {base}.")),
        6 => (format!("[Backport {base}] {title}"), format!("Backport {short} from #{number}.")),
        7 => (
            format!("[{base}] {title}"),
            format!(
                "# Backport\n\nThis will backport the following commits:\n - [{title}]({url})\n"
            ),
        ),
        8 => plain(format!("(cherry picked from commit {commit})")),
        9 => plain(format!("cherry-picks {short}")),
        10 => plain(format!("Hello\r\nCHERRYPICK FROM {url}\r\n")),
        11 => plain(format!("Backported {url}/files by hand")),
        12 => plain(format!("Cherry-pick of {REPOSITORY}#{number}")),
        13 => plain(format!("Cherry pick of #{number}0 and other/repo#{number}.")),
        14 => plain(format!("Fixes #{number}")),
        15 => plain(format!("This is a backport.\n\nSee also:\n- #{number}")),
        16 => plain(format!("Reverts the backport of #{number}.")),
        _ => plain(format!("Backport of {url}1")),
    }
}
