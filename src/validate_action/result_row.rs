//! What a run did about one issue: a row of the table in the job summary.

use crate::judge::judgement::Judgement;
use crate::policy::level::Severity;
use crate::render::summary;
use crate::text::markdown::{cell, escaped};
use crate::text::quote::code;
use crate::validate_action::outputs;
use crate::validate_action::step::Judged;
use crate::validate_action::write::Write;

/// What was found in an issue, and what was written.
#[derive(Clone, Debug, Default)]
pub(super) struct ResultRow {
    pub(super) number: u64,
    /// `None` if it must not be shown.
    title: Option<String>,
    /// Whether nothing of the issue may be shown.
    pub(super) is_withheld: bool,
    /// Whether the issue was judged: it is in scope.
    pub(super) is_judged: bool,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    /// What was written.
    pub(super) done: Vec<Write>,
    /// What would be written, or what is left to write.
    pub(super) writes: Vec<Write>,
    /// Whether a limit leaves the writes to the next sweep.
    pub(super) is_left: bool,
    /// What failed: `warning` or `error`, and a sentence.
    pub(super) troubles: Vec<(&'static str, String)>,
}

impl ResultRow {
    pub(super) fn of(judgement: &Judgement<'_>, judged: &Judged) -> Self {
        let title = judgement.issue.title.trim();
        let is_shown = judgement.subject.is_some() && !judgement.is_withheld() && !title.is_empty();
        Self {
            number: judgement.issue.number,
            title: is_shown.then(|| title.to_owned()),
            is_withheld: judgement.is_withheld(),
            is_judged: judgement.subject.is_some(),
            errors: judgement.count(Severity::Error),
            warnings: judgement.count(Severity::Warning),
            writes: judged.writes.clone(),
            troubles: judged.troubles.clone(),
            ..Self::default()
        }
    }

    /// A row about an issue that could not be judged.
    pub(super) fn failed(number: u64, messages: Vec<String>) -> Self {
        let troubles = messages.into_iter().map(|message| ("warning", message)).collect();
        Self { number, troubles, ..Self::default() }
    }

    /// Whether there is anything to tell about the issue.
    pub(super) fn is_told(&self) -> bool {
        let is_quiet = self.done.is_empty() && self.writes.is_empty() && self.troubles.is_empty();
        self.is_judged || !is_quiet
    }

    /// What was written or, in a dry run, would be, one sentence each.
    pub(super) fn sentences(&self, dry_run: bool) -> impl Iterator<Item = String> {
        let writes = if dry_run { &self.writes } else { &self.done };
        writes.iter().map(move |write| outputs::sentence(write, dry_run, self.is_withheld))
    }

    /// Whether GitHub refused the token.
    pub(super) fn is_refused(&self) -> bool {
        self.troubles.iter().any(|(level, _)| *level == "error")
    }

    /// Whether the issue was changed, or would be.
    pub(super) fn is_changed(&self, dry_run: bool) -> bool {
        let writes = if dry_run { &self.writes } else { &self.done };
        writes.iter().any(Write::is_about_issue)
    }

    /// The row of the table, with its line end.
    pub(super) fn text(&self, dry_run: bool) -> String {
        let title = self.title.as_deref().map(|title| format!(" {}", code(title)));
        let issue = format!("#{}{}", self.number, title.unwrap_or_default());
        format!("| {} | {} | {} |\n", cell(&issue), self.verdict(), self.changes(dry_run))
    }

    fn verdict(&self) -> String {
        match self.errors + self.warnings {
            _ if !self.is_judged && !self.troubles.is_empty() => "not judged".to_owned(),
            _ if !self.is_judged => "not a patch-release issue".to_owned(),
            0 => "complete".to_owned(),
            _ => summary::counted(self.errors, self.warnings),
        }
    }

    fn changes(&self, dry_run: bool) -> String {
        let mut words = Vec::new();
        words.extend(self.sentences(false).map(|sentence| cell(&sentence)));
        if dry_run {
            words.extend(self.sentences(true).map(|sentence| cell(&sentence)));
        }
        if self.is_left {
            words.push("Left to the next sweep.".to_owned());
        }
        for (_, trouble) in &self.troubles {
            words.push(format!("⚠️ {}.", escaped(trouble.trim_end_matches('.'))));
        }
        if words.is_empty() { "–".to_owned() } else { words.join(" ") }
    }
}
