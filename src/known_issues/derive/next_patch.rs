//! Can the next patch release be made? *Go* needs that nothing which is known holds it.

use crate::format::affected::Status;
use crate::format::version::{Branch, Version};
use crate::judge::issue::State;
use crate::known_issues::facts::{KnownIssue, PullRequestName, PullRequestState};
use crate::known_issues::index::{BranchView, Problem, View};
use crate::known_issues::report::{
    Decision, NextPatch, Progress, PullRequest, Reason, ReasonKind, WithheldReason,
};

/// The next patch release of a maintained branch.
pub(super) fn next(view: &View<'_>, branch: &BranchView<'_>) -> Option<NextPatch> {
    let next = branch.next.as_ref().filter(|_| branch.is_maintained)?;
    let mut reasons = Vec::new();
    for problem in &view.problems {
        reasons.extend(reason(view, problem, next));
    }
    // Stable: each half stays most urgent first.
    reasons.sort_by_key(|reason: &Reason| !reason.holds);
    let withheld = withheld(view);
    let holds = reasons.iter().any(|reason| reason.holds) || withheld.iter().any(|held| held.holds);
    let decision = if holds { Decision::Hold } else { Decision::Go };
    Some(NextPatch { version: next.to_string(), decision, reasons, withheld })
}

/// What an issue has to do with `next`.
fn reason(view: &View<'_>, problem: &Problem<'_>, next: &Version) -> Option<Reason> {
    let issue = problem.issue;
    let is_promised = names(&issue.resolved_in, next);
    if !is_promised && !issue.is_open() {
        return None;
    }
    let kind = match view.ask(problem, next).status {
        _ if is_promised => ReasonKind::Promised,
        Status::Affected if problem.is_critical() => ReasonKind::Critical,
        Status::Affected => ReasonKind::LessUrgent,
        Status::Unknown if problem.is_critical() => ReasonKind::CriticalUnknown,
        _ => return None,
    };
    let requests = pull_requests(view, issue, next.branch());
    let holds = match kind {
        ReasonKind::Critical | ReasonKind::CriticalUnknown => true,
        ReasonKind::LessUrgent => false,
        ReasonKind::Promised => !is_kept(issue, &requests),
    };
    let verdict = view.verdict(problem, next);
    Some(Reason { issue: issue.number, kind, holds, verdict, pull_requests: requests })
}

fn names(versions: &[String], wanted: &Version) -> bool {
    versions.iter().any(|version| Version::parse(version).as_ref() == Some(wanted))
}

/// Whether the fix is in the branch: a pull request was merged into it, and none is open for it. When nobody said
/// anything about the pull requests, the issue's owner has said it by closing the issue.
fn is_kept(issue: &KnownIssue, requests: &[PullRequest]) -> bool {
    let any = |state| requests.iter().any(|request| request.state == state);
    let nothing_is_known = requests.iter().all(|request| request.state == Progress::Unknown);
    let is_closed = issue.state == Some(State::Closed);
    !any(Progress::Open) && (any(Progress::Merged) || (nothing_is_known && is_closed))
}

/// The pull requests that an issue names, seen from `branch`.
fn pull_requests(view: &View<'_>, issue: &KnownIssue, branch: Branch) -> Vec<PullRequest> {
    let mut requests = Vec::new();
    for name in &issue.pull_requests {
        requests.push(PullRequest {
            repository: name.repository.clone(),
            number: name.number,
            state: progress(view, name, branch),
        });
    }
    requests
}

fn progress(view: &View<'_>, name: &PullRequestName, branch: Branch) -> Progress {
    let Some(facts) = view.pull_request(name) else { return Progress::Unknown };
    let base = facts.base.as_deref().and_then(BranchView::of_base);
    let is_own = view.repository.name.eq_ignore_ascii_case(&name.repository);
    let is_here = is_own && base == Some(branch);
    match facts.state {
        PullRequestState::Closed => Progress::Closed,
        PullRequestState::Open if is_here => Progress::Open,
        PullRequestState::Open => Progress::OpenElsewhere,
        PullRequestState::Merged if is_here => Progress::Merged,
        PullRequestState::Merged if is_own && base.is_none() => Progress::MergedOnMain,
        PullRequestState::Merged => Progress::MergedElsewhere,
    }
}

/// The withheld issues: only their labels say how urgent they are.
fn withheld(view: &View<'_>) -> Vec<WithheldReason> {
    let settings = &view.repository.settings;
    let critical =
        settings.priorities.first().map(|name| format!("{}{name}", settings.priority_prefix));
    let mut withheld = Vec::new();
    for issue in &view.repository.withheld {
        let is_critical = |label: &String| {
            critical.as_ref().is_some_and(|critical| critical.eq_ignore_ascii_case(label))
        };
        let holds = issue.labels.iter().any(is_critical);
        withheld.push(WithheldReason { issue: issue.number, holds });
    }
    withheld.sort_by_key(|held| !held.holds);
    withheld
}
