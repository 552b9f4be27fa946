//! What went wrong at GitHub, in words.

use crate::event::{Trouble, TroubleKind};
use crate::render::particulars;

/// Whether the same question, or a smaller one, may be answered later.
pub(super) fn may_pass(trouble: &Trouble) -> bool {
    trouble.doing == "read"
        && matches!(trouble.kind, TroubleKind::Unavailable | TroubleKind::Doubtful)
}

/// What it means, and what to do about it.
#[must_use]
pub fn sentence(trouble: &Trouble) -> String {
    let doing = if trouble.doing == "read" {
        "reading from GitHub"
    } else {
        "writing the tracking issue's description"
    };
    let (status, detail) = particulars(trouble);
    match trouble.kind {
        TroubleKind::Unauthorized => format!(
            "GitHub does not accept the token{status}: check the input `token`, which may have expired"
        ),
        TroubleKind::Forbidden => format!(
            "{doing} is not allowed{status}{detail}. Add `issues: {}` to the `permissions:` of the job",
            if trouble.doing == "read" { "read" } else { "write" }
        ),
        TroubleKind::Limited => format!(
            "{doing} has to wait for GitHub's rate limit longer than a run lasts{status}{detail}. Run this again in an \
             hour, or give each repository a job of its own"
        ),
        TroubleKind::Gone => format!("{doing} found nothing there{status}"),
        TroubleKind::Moved => {
            format!("{doing} was sent elsewhere{status}: name the place as it is called now")
        }
        TroubleKind::Invalid => format!("{doing} was refused{status}{detail}"),
        TroubleKind::Doubtful | TroubleKind::Unavailable => {
            format!("{doing} failed{status}{detail}")
        }
    }
}
