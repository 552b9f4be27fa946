//! Which releases each issue affects.

use crate::format::affected::Status;
use crate::known_issues::index::{BranchView, Problem, View, told};
use crate::known_issues::report::{Answer, BranchAnswer, Run};

/// The answers about every issue that affects a release, or may, most urgent first.
pub(super) fn all(view: &View<'_>) -> Vec<Answer> {
    let mut answers = Vec::new();
    for problem in &view.problems {
        let mut branches = Vec::new();
        for branch in &view.branches {
            branches.extend(on_branch(view, problem, branch));
        }
        if !branches.is_empty() {
            answers.push(Answer { issue: problem.issue.number, branches });
        }
    }
    answers
}

/// The answer on one branch; `None` when no release of it is affected or unknown.
fn on_branch(
    view: &View<'_>,
    problem: &Problem<'_>,
    branch: &BranchView<'_>,
) -> Option<BranchAnswer> {
    let stretches = view.stretches(problem, branch.branch, &branch.releases);
    let matters = |status| matches!(status, Status::Affected | Status::Unknown);
    if !stretches.iter().any(|(_, verdict)| matters(verdict.status)) {
        return None;
    }
    let version = |at: usize| branch.releases.get(at).map(|known| &known.version);
    let mut runs = Vec::new();
    let ends = stretches.iter().skip(1).map(|(start, _)| *start).chain([branch.releases.len()]);
    for ((start, verdict), end) in stretches.iter().zip(ends) {
        let (from, to) = (version(*start)?, version(end - 1)?);
        let verdict = told(*verdict, from);
        runs.push(Run { from: from.to_string(), to: to.to_string(), verdict });
    }
    let first = |status| runs.iter().find(|run| run.verdict.status == status);
    let affected_since = first(Status::Affected).map(|run| run.from.clone());
    let inferred = first(Status::Fixed).map(|run| run.from.clone());
    let declared = problem.resolved_on(branch.branch).map(ToString::to_string);
    let fixed_in = declared.or(inferred);
    Some(BranchAnswer { branch: branch.branch.to_string(), affected_since, fixed_in, runs })
}
