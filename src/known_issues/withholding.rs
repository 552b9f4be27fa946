//! Withholds security issues that no release has the fix of. Whether one has it, the tags show. They may come later
//! than the issue, so this is decided when everything has been collected.

use std::collections::BTreeSet;

use crate::evidence::{Evidence, Mentions};
use crate::known_issues::background;
use crate::known_issues::facts::{
    KnownIssue, PullRequestFacts, PullRequestName, RepositoryFacts, Withheld,
};
use crate::text::sort;

/// Drops the details of security issues that are not done, and the pull requests that no listed issue names. `now` is
/// a date.
pub(super) fn withhold(repository: &mut RepositoryFacts, now: Option<&str>) {
    let undone = undone(repository, now);
    let (kept, issues) = std::mem::take(&mut repository.issues)
        .into_iter()
        .partition(|issue| !undone.contains(&issue.number));
    repository.issues = kept;
    for issue in issues {
        if issue.is_open() {
            let labels = issue.security_labels.unwrap_or_default();
            repository.withheld.push(Withheld { number: issue.number, labels });
        }
    }
    sort::sort_by(&mut repository.withheld, Ord::cmp);
    drop_unlisted_requests(repository);
}

/// The security issues that are not done. Without tags nobody knows, and what the issue says counts.
fn undone(repository: &RepositoryFacts, now: Option<&str>) -> BTreeSet<u64> {
    let is_security = |issue: &KnownIssue| issue.security_labels.is_some();
    if !repository.issues.iter().any(is_security) {
        return BTreeSet::new();
    }
    let (settings, history) = (&repository.settings, background::history(repository));
    let maintained = settings.maintained_branches(&history, now);
    let is_undone = |issue: &&KnownIssue| {
        let record = background::record(repository, issue);
        !Evidence::owned(&history, record, settings.cherry_picks).is_done(&maintained)
    };
    let security = repository.issues.iter().filter(|issue| is_security(issue));
    security.filter(is_undone).map(|issue| issue.number).collect()
}

/// Drops the pull requests that no listed issue names and that neither pick nor revert one that is kept, and what tags
/// contain of them. So nothing is left of a withheld issue that was listed before. A part of a report without issues
/// keeps its pull requests: other parts may list them.
fn drop_unlisted_requests(repository: &mut RepositoryFacts) {
    if repository.read.is_empty() {
        return;
    }
    let own = repository.name.to_ascii_lowercase();
    let listed: BTreeSet<&PullRequestName> =
        repository.issues.iter().flat_map(|issue| &issue.pull_requests).collect();
    let mut kept = Kept::default();
    for name in listed.iter().filter(|name| name.repository == own) {
        kept.numbers.insert(name.number);
    }
    let (mut requests, mut others) = (Vec::new(), Vec::new());
    for facts in std::mem::take(&mut repository.pull_requests) {
        let name = PullRequestName { repository: facts.repository.clone(), number: facts.number };
        if listed.contains(&name) {
            kept.add(&facts, &own);
            requests.push(facts);
        } else if facts.repository == own {
            others.push(facts);
        }
    }
    // A revert may revert a backport, which picks a listed one.
    loop {
        let (more, rest): (Vec<_>, Vec<_>) =
            others.into_iter().partition(|facts| kept.is_in(facts));
        others = rest;
        if more.is_empty() {
            break;
        }
        for facts in &more {
            kept.add(facts, &own);
        }
        requests.extend(more);
    }
    sort::sort_by(&mut requests, Ord::cmp);
    repository.pull_requests = requests;
    let gone: BTreeSet<&str> =
        others.iter().filter_map(|facts| facts.merge_commit.as_deref()).collect();
    repository.comparisons.retain(|comparison| !gone.contains(comparison.commit.as_str()));
}

/// The pull requests of the repository itself that are kept.
#[derive(Default)]
struct Kept {
    numbers: BTreeSet<u64>,
    commits: Vec<String>,
}

impl Kept {
    fn add(&mut self, facts: &PullRequestFacts, own: &str) {
        if facts.repository == own {
            self.numbers.insert(facts.number);
            self.commits.extend(facts.merge_commit.clone());
        }
    }

    /// Whether a pull request picks or reverts one of these.
    fn is_in(&self, facts: &PullRequestFacts) -> bool {
        let Mentions { picks, reverts } = &facts.mentions;
        [picks, reverts].into_iter().any(|references| {
            references.numbers.iter().any(|number| self.numbers.contains(number))
                || self.commits.iter().any(|commit| references.name(0, Some(commit)))
        })
    }
}
