//! The issues that the page names although they affect none of its releases.

use std::collections::BTreeSet;

use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::report::ChangedRelease;

/// Their numbers, in order. Withheld issues are not among them.
pub(super) fn mentioned(facts: &RepositoryFacts) -> Vec<u64> {
    let report = &facts.report;
    let mut named: BTreeSet<u64> = report.attention.iter().map(|one| one.issue).collect();
    let changes = &report.changes;
    named.extend(changes.new_issues.iter().chain(&changes.reopened));
    for list in [&changes.newly_affected, &changes.newly_fixed, &changes.refuted] {
        named.extend(list.iter().map(|ChangedRelease { issue, .. }| *issue));
    }
    let patches = report.branches.iter().filter_map(|branch| branch.next.as_ref());
    for next in patches.chain(&report.next_minor) {
        named.extend(next.reasons.iter().map(|reason| reason.issue));
    }
    named.extend(report.missing_backports.iter().flat_map(|one| &one.missing).map(|one| one.issue));
    for answer in &report.answers {
        named.remove(&answer.issue);
    }
    named.retain(|number| facts.issue(*number).is_some());
    named.into_iter().collect()
}
