//! What a run about one issue does next, and what it knows then.

use crate::validate_action::question::Question;
use crate::validate_action::write::Write;

/// What a run does next.
pub(super) enum Step<'a> {
    /// Asks GitHub.
    Ask(Box<Question<'a>>),
    /// Writes.
    Write(Vec<Write>),
    /// Ends.
    End,
}

/// What is known besides the judgement when a run has judged an issue.
#[derive(Default)]
pub(super) struct Judged {
    /// The writes that are needed and not in vain.
    pub(super) writes: Vec<Write>,
    /// Whether the run ends.
    pub(super) is_end: bool,
    /// What failed: `warning` or `error`, and a sentence.
    pub(super) troubles: Vec<(&'static str, String)>,
    /// Which commands were refused: Markdown, one for each comment.
    pub(super) refusals: Vec<String>,
}
