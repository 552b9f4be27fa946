//! Affected maintained branches for which an issue names no fix and no pull request.

use std::collections::BTreeMap;

use crate::evidence::RequestProgress;
use crate::format::affected::Status;
use crate::format::version::Branch;
use crate::known_issues::facts::{KnownIssue, MergeState};
use crate::known_issues::index::{Index, IndexedBranch, RankedIssue};
use crate::known_issues::report::{MissingBackport, MissingBackports};

/// The missing backports by SIG. Those of issues without a SIG come last.
pub(super) fn by_sig(index: &Index<'_>) -> Vec<MissingBackports> {
    let mut by_sig: BTreeMap<(bool, Option<&str>), Vec<MissingBackport>> = BTreeMap::new();
    for branch in index.branches.iter().filter(|branch| branch.is_maintained) {
        for problem in &index.problems {
            let Some(missing) = missing(index, problem, branch) else { continue };
            let sigs = &problem.issue.sigs;
            for sig in sigs {
                by_sig.entry((false, Some(sig))).or_default().push(missing.clone());
            }
            if sigs.is_empty() {
                by_sig.entry((true, None)).or_default().push(missing);
            }
        }
    }
    let mut groups = Vec::new();
    for ((_, sig), missing) in by_sig {
        groups.push(MissingBackports { sig: sig.map(str::to_owned), missing });
    }
    groups
}

fn missing(
    index: &Index<'_>,
    problem: &RankedIssue<'_>,
    branch: &IndexedBranch<'_>,
) -> Option<MissingBackport> {
    let issue = problem.issue;
    let verdict = problem.verdict_for(branch.next.as_ref()?);
    let is_given_up = !issue.is_open() && issue.state_reason.as_deref() == Some("not_planned");
    let is_missing = verdict.status == Status::Affected
        && problem.resolved_on(branch.branch).is_none()
        && !is_given_up
        && !problem.issue.wont_fix.contains(&branch.branch.to_string())
        && !is_on_its_way(problem, branch.branch);
    is_missing.then(|| MissingBackport {
        branch: branch.branch.to_string(),
        issue: issue.number,
        basis: verdict.basis,
        fixed_elsewhere: is_fixed_somewhere(index, issue),
    })
}

/// Whether a pull request brings the fix to a branch, or has brought it.
fn is_on_its_way(problem: &RankedIssue<'_>, branch: Branch) -> bool {
    let requests = problem.evidence.requests(branch);
    requests
        .iter()
        .any(|seen| matches!(seen.progress, RequestProgress::Open | RequestProgress::Merged))
}

fn is_fixed_somewhere(index: &Index<'_>, issue: &KnownIssue) -> bool {
    let is_merged =
        |name| index.pull_request(name).is_some_and(|facts| facts.state == MergeState::Merged);
    !issue.resolved_in.is_empty() || issue.pull_requests.iter().any(is_merged)
}
