//! What went wrong at GitHub: what it means for the run, and what its readers are told.

use crate::event::{Event, Trouble, TroubleKind};
use crate::github::{Live, Miss};
use crate::render::{commands, particulars};

/// How many writes may be in doubt before the run gives up.
const MOST_DOUBTS: usize = 3;

/// Whether nothing more is to be asked or written.
pub(super) fn end(troubles: &[Trouble]) -> bool {
    let doubts = troubles.iter().filter(|trouble| is_doubt(trouble)).count();
    let ends = |trouble: &Trouble| {
        let is_fatal = matches!(
            trouble.kind,
            TroubleKind::Unauthorized
                | TroubleKind::Limited
                | TroubleKind::Gone
                | TroubleKind::Moved
        );
        is_fatal || trouble.doing == "read"
    };
    doubts > MOST_DOUBTS || troubles.iter().any(ends)
}

fn is_doubt(trouble: &Trouble) -> bool {
    matches!(trouble.kind, TroubleKind::Doubtful | TroubleKind::Unavailable)
}

/// Whether the last thing that happened leaves in doubt what is there now.
pub(super) fn doubt(event: &Event) -> bool {
    event.troubles.last().is_some_and(is_doubt)
}

/// Whether the token is refused.
pub(super) fn is_refused(troubles: &[Trouble]) -> bool {
    troubles.iter().any(|trouble| trouble.kind == TroubleKind::Unauthorized)
}

/// Whether a write of this kind may still succeed.
pub(super) fn allow(troubles: &[Trouble], kind: &str) -> bool {
    let mut doubts = 0;
    for trouble in troubles {
        if trouble.doing == kind {
            doubts += usize::from(is_doubt(trouble));
            if matches!(trouble.kind, TroubleKind::Forbidden | TroubleKind::Invalid) {
                return false;
            }
        }
    }
    // A comment that may be there is posted once more, when it was looked for and not found: not again and again.
    kind != "post-comment" || doubts < 2
}

/// What the log says about them. `is_settled`: all that was to be written is there, whatever was in doubt before.
pub(super) fn told(event: &Event, number: u64, live: &Live, is_settled: bool) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    for trouble in &event.troubles {
        let passes = is_settled && is_doubt(trouble) && trouble.doing != "read";
        let level = if trouble.kind == TroubleKind::Unauthorized { "error" } else { "warning" };
        let command = commands::command(level, None, &sentence(trouble, number));
        if !passes && !told.contains(&command) {
            told.push(command);
        }
    }
    for permission in &live.forbidden {
        told.push(commands::command(
            "warning",
            None,
            &format!(
                "the token may not read all that this issue names, so some facts stay unknown: add `{permission}: read` \
                 to the `permissions:` of the job"
            ),
        ));
    }
    told.extend(missed(number, live).map(|text| commands::command("warning", None, &text)));
    told
}

/// Why the issue is left as it is, where GitHub told of no trouble and did not tell the issue either.
fn missed(number: u64, live: &Live) -> Option<String> {
    match live.miss? {
        Miss::Gone => Some(format!(
            "issue #{number} is gone (deleted, transferred, or not to be read with this token): the event's copy was \
             judged, and nothing was written"
        )),
        Miss::Partial => Some(format!(
            "GitHub did not tell all about issue #{number}, however often it was asked, so it is left as it is. The next \
             run goes on"
        )),
        // The permission that is missing is told already.
        Miss::Forbidden => None,
    }
}

/// The same as plain sentences, for a run that fails.
pub(super) fn plainly(event: &Event) -> Vec<String> {
    let mut sentences = Vec::new();
    for trouble in &event.troubles {
        sentences.push(sentence(trouble, 0));
    }
    sentences
}

fn sentence(trouble: &Trouble, number: u64) -> String {
    let doing = doing(&trouble.doing);
    let (status, detail) = particulars(trouble);
    match trouble.kind {
        TroubleKind::Unauthorized => {
            format!(
                "GitHub does not accept the token{status}: check the input `token`, which may have expired"
            )
        }
        TroubleKind::Forbidden if is_closed(&trouble.detail) => {
            format!("{doing} is not possible{status}{detail}")
        }
        TroubleKind::Forbidden => format!(
            "{doing} is not allowed{status}{detail}. Add `{}` to the `permissions:` of the job",
            permission(&trouble.doing)
        ),
        TroubleKind::Limited => format!(
            "{doing} has to wait for GitHub's rate limit longer than a run lasts{status}{detail}. The next run goes on"
        ),
        TroubleKind::Gone => format!(
            "{doing} found nothing there{status}: issue #{number} was deleted or moved while this ran, or the token may \
             not see it"
        ),
        TroubleKind::Moved => format!(
            "{doing} was sent elsewhere{status}: the issue or its repository moved, and nothing was written there"
        ),
        TroubleKind::Invalid => format!("{doing} was refused{status}{detail}"),
        TroubleKind::Doubtful | TroubleKind::Unavailable => {
            format!(
                "{doing} failed{status}{detail}, however often it was tried. The next run goes on"
            )
        }
    }
}

/// Whether nobody may write there, whatever the token.
fn is_closed(detail: &str) -> bool {
    let detail = detail.to_ascii_lowercase();
    ["locked", "archived", "2500", "2,500", "too many comments"]
        .iter()
        .any(|word| detail.contains(word))
}

fn permission(doing: &str) -> &'static str {
    match doing {
        "read" => "issues: read",
        _ => "issues: write",
    }
}

fn doing(doing: &str) -> &'static str {
    match doing {
        "create-label" => "creating a label",
        "add-labels" => "adding labels",
        "remove-label" => "removing a label",
        "post-comment" => "commenting",
        "update-comment" => "updating the comment",
        "delete-comment" => "deleting a comment",
        _ => "reading the issue",
    }
}
