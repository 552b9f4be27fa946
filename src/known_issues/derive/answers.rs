//! Which releases each issue affects.

use crate::evidence::WeighedClaim;
use crate::format::affected::Status;
use crate::known_issues::index::{Index, IndexedBranch, RankedIssue};
use crate::known_issues::report::{BranchAnswer, IssueAnswer, ReleaseRange, ReportedClaim};

/// The answers about every issue that affects or may affect a release, most urgent first.
pub(super) fn all(index: &Index<'_>) -> Vec<IssueAnswer> {
    let mut answers = Vec::new();
    for problem in &index.problems {
        let mut branches = Vec::new();
        for branch in &index.branches {
            branches.extend(on_branch(problem, branch));
        }
        if !branches.is_empty() {
            answers.push(IssueAnswer { issue: problem.issue.number, branches });
        }
    }
    answers
}

/// The answer on one branch; `None` when no release of it is affected or unknown.
fn on_branch(problem: &RankedIssue<'_>, branch: &IndexedBranch<'_>) -> Option<BranchAnswer> {
    let stretches = problem.stretches(branch.branch, &branch.releases);
    let matters = |status| matches!(status, Status::Affected | Status::Unknown);
    if !stretches.iter().any(|(_, verdict)| matters(verdict.status)) {
        return None;
    }
    let version = |at: usize| branch.releases.get(at).map(|known| &known.version);
    let mut runs = Vec::new();
    let ends = stretches.iter().skip(1).map(|(start, _)| *start).chain([branch.releases.len()]);
    for ((start, verdict), end) in stretches.iter().zip(ends) {
        let (from, to) = (version(*start)?, version(end - 1)?);
        let verdict = problem.reported(*verdict, from);
        runs.push(ReleaseRange { from: from.to_string(), to: to.to_string(), verdict });
    }
    let first = |status| runs.iter().find(|run| run.verdict.status == status);
    let affected_since = first(Status::Affected).map(|run| run.from.clone());
    let inferred = first(Status::Fixed).map(|run| run.from.clone());
    let declared = problem.resolved_on(branch.branch).map(ToString::to_string);
    let fixed_in = declared.or(inferred);
    let claim = problem.claim_on(branch.branch).map(reported);
    let branch = branch.branch.to_string();
    let gets_no_fix = problem.issue.wont_fix.contains(&branch);
    Some(BranchAnswer { branch, affected_since, fixed_in, gets_no_fix, claim, runs })
}

fn reported(claim: &WeighedClaim) -> ReportedClaim {
    ReportedClaim {
        version: claim.version.to_string(),
        state: claim.state,
        pull_requests: claim.shown_by.clone(),
    }
}
