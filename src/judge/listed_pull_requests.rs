//! The pull requests that an issue lists.

use std::collections::HashSet;

use crate::format::description::Description;
use crate::format::description::pull_requests::Reference;
use crate::judge::issue::Issue;
use crate::text::sort;

/// A pull request that *PRs* names.
pub(crate) struct ListedPullRequest {
    pub(crate) reference: Reference,
    /// `owner/name` in lower case; `None` for the issue's own repository, however it is named.
    pub(crate) repository: Option<String>,
}

/// The pull requests of *PRs*, each once, in order: `#1` is also what the address of this repository's number 1
/// names, and what a bare number becomes by its fix.
pub(crate) fn listed(description: &Description<'_>, issue: &Issue) -> Vec<ListedPullRequest> {
    let mut found = description.pull_requests.clone();
    for bare in &description.bare_numbers {
        for (number, span) in &bare.numbers {
            found.push(Reference { repository: None, number: *number, span: span.clone() });
        }
    }
    sort::sort(&mut found, |found| found.span.start);
    let own = issue.repository();
    let (mut requests, mut seen) = (Vec::new(), HashSet::new());
    for reference in found {
        let named = reference
            .repository
            .as_ref()
            .map(|(owner, repo)| format!("{owner}/{repo}").to_ascii_lowercase());
        let repository = named.filter(|named| Some(named) != own.as_ref());
        if seen.insert((repository.clone(), reference.number)) {
            requests.push(ListedPullRequest { reference, repository });
        }
    }
    requests
}
