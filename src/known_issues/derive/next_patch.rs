//! Can the next release of a branch be made? *Go* needs that nothing which is known holds it.

use crate::evidence::{
    self, ClaimState, Hold, HoldKind, NextRelease, Remark, RemarkKind, RequestProgress,
};
use crate::format::affected::{self, Status};
use crate::format::version::{Branch, Version};
use crate::known_issues::facts::{MergeState, PullRequestName};
use crate::known_issues::index::{Index, RankedIssue};
use crate::known_issues::report::{
    Decision, NextPatch, PlannedDates, Progress, PullRequestProgress, Reason, ReasonKind,
    WithheldReason,
};
use crate::text::date;
use crate::text::sort;

/// Decides about `next`, the next release of its branch.
pub(super) fn decide(index: &Index<'_>, next: &Version) -> NextPatch {
    let withheld = &index.background.withheld;
    let weighed = index.problems.iter().map(|problem| &problem.evidence);
    let decision = evidence::decide(next, weighed, withheld);
    let mut reasons = Vec::new();
    for problem in &index.problems {
        reasons.extend(reason(index, problem, next, &decision));
    }
    // The sort is stable: each half stays sorted by urgency.
    sort::sort_by_key(&mut reasons, |reason: &Reason| !reason.holds);
    NextPatch {
        version: next.to_string(),
        decision: if decision.holds() { Decision::Hold } else { Decision::Go },
        planned: planned(index, next),
        carried: decision.is_carried(),
        reasons,
        withheld: withheld_reasons(index, &decision),
    }
}

fn planned(index: &Index<'_>, next: &Version) -> Option<PlannedDates> {
    let settings = &index.repository.settings;
    let (schedule, tags) = (settings.schedule.as_ref()?, &settings.tags);
    let end_of_life = schedule.branch(next.branch(), tags)?.end_of_life.clone();
    let release = schedule.release(next, tags);
    Some(PlannedDates {
        cherry_pick_deadline: release.and_then(|release| release.cherry_pick_deadline.clone()),
        target_date: release.and_then(|release| release.target_date.clone()),
        end_of_life,
    })
}

/// What an issue has to do with `next`.
fn reason(
    index: &Index<'_>,
    problem: &RankedIssue<'_>,
    next: &Version,
    decision: &NextRelease,
) -> Option<Reason> {
    let number = problem.issue.number;
    if let Some(hold) = decision.reasons.iter().find(|hold| hold.issue == number) {
        return Some(of(index, problem, next, kind_of(hold.kind), held_details(problem, hold)));
    }
    if let Some(remark) = decision.notes.iter().find(|remark| remark.issue == number) {
        let (kind, details) = remarked(remark);
        return Some(of(index, problem, next, kind, details));
    }
    let is_resolved = problem
        .claim_on(next.branch())
        .is_some_and(|claim| claim.version == *next && claim.state == ClaimState::Ready);
    let is_affected = problem.verdict_for(next).status == Status::Affected;
    let kind = match () {
        () if is_resolved => ReasonKind::Resolved,
        () if is_affected && problem.issue.is_open() => ReasonKind::LessUrgent,
        () => return None,
    };
    Some(of(index, problem, next, kind, Vec::new()))
}

const fn kind_of(kind: HoldKind) -> ReasonKind {
    match kind {
        HoldKind::Critical => ReasonKind::Critical,
        HoldKind::CriticalUnknown => ReasonKind::CriticalUnknown,
        HoldKind::Promised => ReasonKind::Promised,
        HoldKind::Untriaged => ReasonKind::Untriaged,
    }
}

/// What is open of the issue's pull requests, where the issue was closed all the same.
fn held_details(problem: &RankedIssue<'_>, hold: &Hold) -> Vec<String> {
    let is_open = |seen: &&evidence::Seen| seen.progress == RequestProgress::Open;
    let open = hold.requests.iter().filter(is_open);
    if problem.issue.is_open() { Vec::new() } else { open.map(|seen| hash(seen.number)).collect() }
}

fn remarked(remark: &Remark) -> (ReasonKind, Vec<String>) {
    match &remark.kind {
        RemarkKind::InHand(numbers) => {
            (ReasonKind::InHand, numbers.iter().map(|number| hash(*number)).collect())
        }
        RemarkKind::Planned(version) => (ReasonKind::Planned, vec![version.to_string()]),
        RemarkKind::Unsettled => (ReasonKind::Unsettled, Vec::new()),
        RemarkKind::GivenUp => (ReasonKind::WontFix, Vec::new()),
    }
}

fn hash(number: u64) -> String {
    format!("#{number}")
}

fn of(
    index: &Index<'_>,
    problem: &RankedIssue<'_>,
    next: &Version,
    kind: ReasonKind,
    details: Vec<String>,
) -> Reason {
    let issue = problem.issue;
    let created = issue.created_at.as_deref();
    let verdict: affected::Verdict = problem.verdict_for(next);
    Reason {
        issue: issue.number,
        kind,
        holds: kind <= ReasonKind::Untriaged,
        verdict: problem.reported(verdict, next),
        closed: !issue.is_open(),
        carried: problem.evidence.is_carried(next.branch()),
        details,
        pull_requests: pull_requests(index, problem, next.branch()),
        assignees: issue.assignees.clone(),
        known_since: issue.created_at.clone(),
        age_days: created.zip(index.now).map(|(from, to)| date::days_between(from, to)),
    }
}

/// The pull requests that an issue names and the backports of them, seen from `branch`.
fn pull_requests(
    index: &Index<'_>,
    problem: &RankedIssue<'_>,
    branch: Branch,
) -> Vec<PullRequestProgress> {
    let own = index.repository.name.to_ascii_lowercase();
    let mut requests = Vec::new();
    let seen = problem.evidence.requests(branch);
    for name in &problem.issue.pull_requests {
        let known = seen.iter().find(|seen| name.repository == own && seen.number == name.number);
        let state = known.map_or_else(|| elsewhere(index, name), |seen| progress(seen.progress));
        requests.push(PullRequestProgress {
            repository: name.repository.clone(),
            number: name.number,
            state,
        });
    }
    for seen in seen {
        let is_there =
            requests.iter().any(|known| known.repository == own && known.number == seen.number);
        if !is_there {
            let (repository, state) = (own.clone(), progress(seen.progress));
            requests.push(PullRequestProgress { repository, number: seen.number, state });
        }
    }
    requests
}

/// A pull request of which the history of this repository knows nothing.
fn elsewhere(index: &Index<'_>, name: &PullRequestName) -> Progress {
    match index.pull_request(name).map(|facts| facts.state) {
        None => Progress::Unknown,
        Some(MergeState::Closed) => Progress::Closed,
        Some(MergeState::Open) => Progress::OpenElsewhere,
        Some(MergeState::Merged) => Progress::MergedElsewhere,
    }
}

const fn progress(progress: RequestProgress) -> Progress {
    match progress {
        RequestProgress::Open => Progress::Open,
        RequestProgress::OpenElsewhere => Progress::OpenElsewhere,
        RequestProgress::Merged => Progress::Merged,
        RequestProgress::MergedOnMain => Progress::MergedOnMain,
        RequestProgress::MergedElsewhere => Progress::MergedElsewhere,
        RequestProgress::Reverted => Progress::Reverted,
        RequestProgress::Closed => Progress::Closed,
        RequestProgress::Older => Progress::Older,
    }
}

/// The withheld issues: only their labels say how urgent they are.
fn withheld_reasons(index: &Index<'_>, decision: &NextRelease) -> Vec<WithheldReason> {
    let mut withheld = Vec::new();
    for issue in &index.background.withheld {
        let holds = decision.reasons.iter().any(|hold| hold.issue == issue.number);
        withheld.push(WithheldReason { issue: issue.number, holds });
    }
    sort::sort_by_key(&mut withheld, |held| !held.holds);
    withheld
}
