//! Failed requests: what they mean for the run, and what the log says about them.

use crate::github::errors::AnswerFault;
use crate::github::failure::{Advice, FailedRequest, FailureKind};
use crate::validate_action::event::Event;
use crate::validate_action::github_state::GitHubState;

/// The most writes that may be in doubt before the run gives up.
const MOST_DOUBTS: usize = 3;

/// Whether the run must not read or write anything more.
pub(super) fn is_over(failures: &[FailedRequest]) -> bool {
    let doubts = failures.iter().filter(|failed| failed.is_in_doubt()).count();
    let ends = |failed: &FailedRequest| {
        let is_fatal = matches!(
            failed.kind,
            FailureKind::Unauthorized
                | FailureKind::Limited
                | FailureKind::Gone
                | FailureKind::Moved
        );
        is_fatal || failed.doing == "read"
    };
    doubts > MOST_DOUBTS || failures.iter().any(ends)
}

/// Whether, after the last request, the state on GitHub is in doubt.
pub(super) fn is_in_doubt(event: &Event) -> bool {
    event.troubles.last().is_some_and(FailedRequest::is_in_doubt)
}

/// Whether a write of this kind may still succeed.
pub(super) fn may_retry(failures: &[FailedRequest], kind: &str) -> bool {
    let mut doubts = 0;
    for failed in failures.iter().filter(|failed| failed.doing == kind) {
        doubts += usize::from(failed.is_in_doubt());
        if matches!(failed.kind, FailureKind::Forbidden | FailureKind::Invalid) {
            return false;
        }
    }
    // The comment may exist although GitHub did not confirm it. It is looked for, and posted only once more.
    kind != "post-comment" || doubts < 2
}

/// What to tell about failures: `warning` or `error`, and a sentence. `is_settled` means that everything to be written
/// is there, whatever was in doubt before.
pub(super) fn told(
    event: &Event,
    number: u64,
    state: &GitHubState,
    is_settled: bool,
) -> Vec<(&'static str, String)> {
    let mut lines: Vec<(&'static str, String)> = Vec::new();
    for failed in &event.troubles {
        let is_past = is_settled && failed.is_in_doubt() && failed.doing != "read";
        let level = if failed.kind == FailureKind::Unauthorized { "error" } else { "warning" };
        let line = (level, sentence(failed, number));
        if !is_past && !lines.contains(&line) {
            lines.push(line);
        }
    }
    if state.lacks_facts() {
        let message = "GitHub did not answer everything that was asked about tags and pull requests, so no label was \
                       removed, and the comment was left as it is. The next run tries again";
        lines.push(("warning", message.to_owned()));
    }
    for permission in &state.forbidden {
        let message = format!(
            "the token may not read everything that this issue names, so some facts remain unknown: add `{permission}: read` \
             to the `permissions:` of the job"
        );
        lines.push(("warning", message));
    }
    lines.extend(unread(number, state).map(|text| ("warning", text)));
    lines
}

/// Why the issue is left unchanged although no request failed: GitHub did not return the issue.
fn unread(number: u64, state: &GitHubState) -> Option<String> {
    match state.fault.as_ref()? {
        AnswerFault::Missing => Some(format!(
            "issue #{number} is gone (deleted, transferred, or not readable with this token): the event's copy was \
             judged, and nothing was written"
        )),
        AnswerFault::Incomplete(_) => Some(format!(
            "GitHub never returned all of issue #{number}, even after retries, so the issue is left unchanged. The \
             next run tries again"
        )),
        // The missing permission is already reported.
        AnswerFault::Forbidden => None,
    }
}

/// The failures as plain sentences, for a run that fails.
pub(super) fn sentences(event: &Event) -> Vec<String> {
    let mut sentences = Vec::new();
    for failed in &event.troubles {
        sentences.push(sentence(failed, 0));
    }
    sentences
}

fn sentence(failed: &FailedRequest, number: u64) -> String {
    failed.sentence(
        doing(&failed.doing),
        &Advice {
            limited: "The next run tries again",
            gone: format!(
                ": issue #{number} was deleted or moved during the run, or the token cannot see it"
            ),
            moved: "the issue or its repository moved, and nothing was written there",
            unavailable: " after all retries. The next run tries again",
            permission: if failed.doing == "read" { "issues: read" } else { "issues: write" },
        },
    )
}

fn doing(doing: &str) -> &'static str {
    match doing {
        "create-label" => "creating a label",
        "add-labels" => "adding labels",
        "remove-label" => "removing a label",
        "post-comment" => "commenting",
        "update-comment" => "updating the comment",
        "delete-comment" => "deleting a comment",
        "edit-description" => "editing the description",
        "add-reaction" => "reacting to a comment",
        _ => "reading the issue",
    }
}
