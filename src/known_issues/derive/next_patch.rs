//! Whether the next patch release can be made: *go* means that no known issue holds it.

use crate::format::affected::Status;
use crate::format::version::{Branch, Version};
use crate::judge::issue::State;
use crate::known_issues::facts::{KnownIssue, MergeState, PullRequestName};
use crate::known_issues::index::{Index, IndexedBranch, RankedIssue};
use crate::known_issues::report::{
    Decision, NextPatch, Progress, PullRequestProgress, Reason, ReasonKind, WithheldReason,
};

/// The next patch release of a maintained branch.
pub(super) fn next(index: &Index<'_>, branch: &IndexedBranch<'_>) -> Option<NextPatch> {
    let next = branch.next.as_ref().filter(|_| branch.is_maintained)?;
    let mut reasons = Vec::new();
    for problem in &index.problems {
        reasons.extend(reason(index, problem, next));
    }
    // The sort is stable: each half stays sorted by urgency.
    reasons.sort_by_key(|reason: &Reason| !reason.holds);
    let withheld = withheld(index);
    let holds = reasons.iter().any(|reason| reason.holds) || withheld.iter().any(|held| held.holds);
    let decision = if holds { Decision::Hold } else { Decision::Go };
    Some(NextPatch { version: next.to_string(), decision, reasons, withheld })
}

/// How an issue concerns `next`.
fn reason(index: &Index<'_>, problem: &RankedIssue<'_>, next: &Version) -> Option<Reason> {
    let issue = problem.issue;
    let is_promised = names(&issue.resolved_in, next);
    if !is_promised && !issue.is_open() {
        return None;
    }
    let kind = match index.verdict_for(problem, next).status {
        _ if is_promised => ReasonKind::Promised,
        Status::Affected if problem.is_critical() => ReasonKind::Critical,
        Status::Affected => ReasonKind::LessUrgent,
        Status::Unknown if problem.is_critical() => ReasonKind::CriticalUnknown,
        _ => return None,
    };
    let requests = pull_requests(index, issue, next.branch());
    let holds = match kind {
        ReasonKind::Critical | ReasonKind::CriticalUnknown => true,
        ReasonKind::LessUrgent => false,
        ReasonKind::Promised => !is_kept(issue, &requests),
    };
    let verdict = index.verdict(problem, next);
    Some(Reason { issue: issue.number, kind, holds, verdict, pull_requests: requests })
}

fn names(versions: &[String], wanted: &Version) -> bool {
    versions.iter().any(|version| Version::parse(version).as_ref() == Some(wanted))
}

/// Whether the fix is in the branch: a pull request was merged into it, and none is open for it. If nothing is known
/// of the pull requests, a closed issue counts as fixed.
fn is_kept(issue: &KnownIssue, requests: &[PullRequestProgress]) -> bool {
    let any = |state| requests.iter().any(|request| request.state == state);
    let nothing_is_known = requests.iter().all(|request| request.state == Progress::Unknown);
    let is_closed = issue.state == Some(State::Closed);
    !any(Progress::Open) && (any(Progress::Merged) || (nothing_is_known && is_closed))
}

/// The pull requests that an issue names, and the progress of each for `branch`.
fn pull_requests(
    index: &Index<'_>,
    issue: &KnownIssue,
    branch: Branch,
) -> Vec<PullRequestProgress> {
    let mut requests = Vec::new();
    for name in &issue.pull_requests {
        requests.push(PullRequestProgress {
            repository: name.repository.clone(),
            number: name.number,
            state: progress(index, name, branch),
        });
    }
    requests
}

fn progress(index: &Index<'_>, name: &PullRequestName, branch: Branch) -> Progress {
    let Some(facts) = index.pull_request(name) else { return Progress::Unknown };
    let base = facts.base.as_deref().and_then(IndexedBranch::of_base);
    let is_own = index.repository.name.eq_ignore_ascii_case(&name.repository);
    let is_here = is_own && base == Some(branch);
    match facts.state {
        MergeState::Closed => Progress::Closed,
        MergeState::Open if is_here => Progress::Open,
        MergeState::Open => Progress::OpenElsewhere,
        MergeState::Merged if is_here => Progress::Merged,
        MergeState::Merged if is_own && base.is_none() => Progress::MergedOnMain,
        MergeState::Merged => Progress::MergedElsewhere,
    }
}

/// The withheld issues. Only their labels show how urgent they are.
fn withheld(index: &Index<'_>) -> Vec<WithheldReason> {
    let settings = &index.repository.settings;
    let critical =
        settings.priorities.first().map(|name| format!("{}{name}", settings.priority_prefix));
    let mut withheld = Vec::new();
    for issue in &index.repository.withheld {
        let is_critical = |label: &String| {
            critical.as_ref().is_some_and(|critical| critical.eq_ignore_ascii_case(label))
        };
        let holds = issue.labels.iter().any(is_critical);
        withheld.push(WithheldReason { issue: issue.number, holds });
    }
    withheld.sort_by_key(|held| !held.holds);
    withheld
}
