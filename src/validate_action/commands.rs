//! Commands in comments: which are to be carried out, in which order, and with what result.
//!
//! Every run about an issue carries out all commands that wait: those of the last day without a reaction of ours. So
//! nothing is lost when GitHub drops a run.

pub(super) mod comment;
mod grammar;

use crate::format::description::entry_edits;
use crate::judge::diagnostic::Finding;
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::judgement::Judgement;
use crate::judge::subject::Content;
use crate::policy::level::Severity;
use crate::render::refusal::RefusalReason;
use crate::text::date;
use crate::validate_action::event::Event;
use crate::validate_action::failures;
use crate::validate_action::write::Write;
use comment::{CommandComment, SeenCommands};
use grammar::Command;

/// How long a comment waits for a run, in days.
const LONGEST_WAIT: u64 = 1;

/// The longest description that GitHub takes, in characters.
const LONGEST_DESCRIPTION: usize = 65_536;

/// Whether a comment holds commands.
pub(super) fn are_in(comment: &str) -> bool {
    grammar::read(comment).is_some()
}

/// What carrying out the commands of a comment comes to.
enum CommandOutcome {
    /// Everything is as it should be.
    Done,
    /// The description is to become this.
    Edit(String),
    Refused(RefusalReason),
}

/// The comments that wait, oldest first. `now` is the time of the run.
fn waiting<'a>(comments: &'a [CommandComment], now: &str) -> Vec<&'a CommandComment> {
    let Some(since) = date::normal(now).and_then(|now| date::days_before(&now, LONGEST_WAIT))
    else {
        return Vec::new();
    };
    let mut waiting: Vec<_> = comments.iter().collect();
    waiting.retain(|comment| !comment.is_answered && comment.created_at >= since);
    waiting
}

/// What a run does next about commands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Turn {
    /// No commands wait.
    Idle,
    /// The description is to be edited, for the comment with this id.
    Edit { comment: String, body: String },
    /// The commands of this comment are done, or refused. Unless that is not possible, a reaction says so.
    Answer { comment: String, refused: Option<RefusalReason>, can_react: bool },
}

/// What surrounds a comment.
pub(super) struct Surroundings<'a> {
    /// The issue as it is now, as it is judged.
    pub(super) judgement: &'a Judgement<'a>,
    /// What GitHub shows of its comments.
    pub(super) seen: &'a SeenCommands,
    /// What is known about an issue with another description.
    pub(super) facts: &'a dyn Fn(&Issue) -> Facts,
}

impl Surroundings<'_> {
    /// What the run does next: the comments that wait are carried out one after another, oldest first. Where GitHub does
    /// not take the reaction to one, the later ones wait: an edit for them could make this one look different.
    pub(super) fn turn(&self, event: &Event) -> Turn {
        let can_react = failures::may_retry(&event.troubles, "add-reaction");
        let can_edit = failures::may_retry(&event.troubles, "edit-description");
        let Some((comment, is_carried_out)) = self.left(event).into_iter().next() else {
            return Turn::Idle;
        };
        let refused = match self.carry_out(comment) {
            CommandOutcome::Edit(body) if can_edit && !is_carried_out => {
                return Turn::Edit { comment: comment.id.clone(), body };
            }
            CommandOutcome::Done => None,
            // Somebody else has edited the description since this run did.
            CommandOutcome::Refused(RefusalReason::Edited) => Some(RefusalReason::Edited),
            _ if is_carried_out => None,
            CommandOutcome::Edit(_) => Some(RefusalReason::NotWritten),
            CommandOutcome::Refused(reason) => Some(reason),
        };
        Turn::Answer { comment: comment.id.clone(), refused, can_react }
    }

    /// The description that the next comment asks for, if it is another one: what must be known about it is asked.
    pub(super) fn candidate(&self, event: &Event) -> Option<String> {
        let text_of = |(comment, is_carried_out): (&CommandComment, bool)| {
            let commands = self.commands(comment).ok().filter(|_| !is_carried_out)?;
            let may = comment.may(&commands, self.seen.author.as_deref());
            let text = may.then(|| self.edited(&commands).ok())??;
            (text != self.judgement.description()).then_some(text)
        };
        self.left(event).into_iter().find_map(text_of)
    }

    /// The comments that this run has not answered yet, and whether it carried out their commands. When it has gone on
    /// to a later one, it does not go back.
    fn left(&self, event: &Event) -> Vec<(&CommandComment, bool)> {
        let mut waiting = waiting(&self.seen.comments, &event.now);
        waiting.retain(|comment| comment.commands.concern(self.judgement.policy));
        let (mut edited, mut answered) = (None, Vec::new());
        for done in &event.done {
            match &done.write {
                Write::EditDescription { comment, .. } => edited = Some(comment),
                Write::AddReaction { comment, .. } => answered.push(comment),
                _ => {}
            }
        }
        let at = waiting.iter().position(|comment| Some(&comment.id) == edited);
        let mut left = Vec::new();
        for (index, comment) in waiting.into_iter().enumerate().skip(at.unwrap_or(0)) {
            if !answered.contains(&&comment.id) {
                left.push((comment, Some(index) == at));
            }
        }
        left
    }

    /// The commands of `comment`, with versions written as the project's tags are.
    fn commands(&self, comment: &CommandComment) -> Result<Vec<Command>, RefusalReason> {
        comment.commands.read(self.judgement.policy)
    }

    /// What the commands of `comment` come to.
    fn carry_out(&self, comment: &CommandComment) -> CommandOutcome {
        let commands = match self.commands(comment) {
            Ok(commands) => commands,
            Err(reason) => return CommandOutcome::Refused(reason),
        };
        if !comment.may(&commands, self.seen.author.as_deref()) {
            return CommandOutcome::Refused(RefusalReason::NotAllowed);
        }
        if !commands.iter().any(Command::edits) {
            return CommandOutcome::Done;
        }
        match self.edited(&commands) {
            Err(reason) => CommandOutcome::Refused(reason),
            Ok(text) if text == self.judgement.description() => CommandOutcome::Done,
            Ok(_) if self.is_edited_since(comment) => {
                CommandOutcome::Refused(RefusalReason::Edited)
            }
            Ok(text) => match self.added_error(&commands, &text) {
                Some(rule) => CommandOutcome::Refused(RefusalReason::Adds(rule)),
                None => CommandOutcome::Edit(text),
            },
        }
    }

    /// The description after the commands, in order.
    fn edited(&self, commands: &[Command]) -> Result<String, RefusalReason> {
        if self.judgement.is_withheld() {
            return Err(RefusalReason::Withheld);
        }
        let subject = self.judgement.subject.as_ref().ok_or(RefusalReason::Unreadable)?;
        if matches!(subject.content, Content::Unreadable(_)) {
            return Err(RefusalReason::Unreadable);
        }
        let form = self.judgement.policy.form();
        let mut text = self.judgement.description().to_owned();
        for command in commands {
            text = match command {
                Command::Check => text,
                Command::Fix => self.fixed(&text).unwrap_or(text),
                Command::Set { key, name, version } => {
                    entry_edits::set(&text, form, *key, (name, version))
                        .ok_or(RefusalReason::Unclear)?
                }
                Command::Remove { key, branch } => {
                    entry_edits::remove(&text, form, *key, *branch).ok_or(RefusalReason::Unclear)?
                }
            };
        }
        let is_too_long = text.chars().count() > LONGEST_DESCRIPTION;
        if is_too_long { Err(RefusalReason::TooLong) } else { Ok(text) }
    }

    fn fixed(&self, text: &str) -> Option<String> {
        if text == self.judgement.description() {
            return self.judgement.fixed.clone();
        }
        let issue = self.with_description(text);
        let facts = (self.facts)(&issue);
        Judgement::of(&issue, self.judgement.policy, &facts).fixed
    }

    pub(super) fn with_description(&self, text: &str) -> Issue {
        Issue { description: Some(text.to_owned()), ..self.judgement.issue.clone() }
    }

    fn is_edited_since(&self, comment: &CommandComment) -> bool {
        let edited = self.judgement.issue.last_edited_at.as_deref();
        self.seen.is_edited_by_others
            && edited.is_some_and(|edited| edited > comment.created_at.as_str())
    }

    /// A rule that finds more errors in `text` than in the description. What the corrected description shows is proved
    /// already.
    fn added_error(&self, commands: &[Command], text: &str) -> Option<&'static str> {
        if commands.iter().all(|command| matches!(command, Command::Check | Command::Fix)) {
            return None;
        }
        let issue = self.with_description(text);
        let facts = (self.facts)(&issue);
        let after = Judgement::of(&issue, self.judgement.policy, &facts);
        let count = |judgement: &Judgement<'_>, rule: &str| {
            let of_rule = |finding: &&Finding| finding.rule == rule;
            let errors = judgement.findings.iter().filter(of_rule);
            errors.filter(|finding| finding.severity == Severity::Error).count()
        };
        let hides = |rule: &&str| count(self.judgement, rule) > 0;
        let is_hidden = HIDING.iter().any(hides);
        let mut rules = after.findings.iter().map(|finding| finding.rule);
        rules.find(|rule| {
            let is_absence = rule.starts_with("missing-") && is_hidden;
            !is_absence && count(&after, rule) > count(self.judgement, rule)
        })
    }
}

/// While one of these is found, what is missing as well is not listed one by one.
const HIDING: [&str; 3] = ["empty-description", "missing-template", "missing-release-block"];
