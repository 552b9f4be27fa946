//! The part of a run that carries out commands.

use crate::judge::issue::Issue;
use crate::judge::judgement::Judgement;
use crate::policy::{CommandSwitch, Policy};
use crate::render::comment::CommandNews;
use crate::render::marker::CommandRefusal;
use crate::render::refusal::RefusalReason;
use crate::validate_action::commands::{Surroundings, Turn};
use crate::validate_action::github_state::GitHubState;
use crate::validate_action::question::{IssueDetail, Question};
use crate::validate_action::run::{MOST_COMMAND_ROUNDS, MOST_ROUNDS, ValidateRun};
use crate::validate_action::sticky::{CommandState, LastAnswer};
use crate::validate_action::write::Write;

impl<'a> ValidateRun<'a> {
    /// Whether comments may hold commands, as far as the policy is known.
    fn allows_commands(&self) -> bool {
        let switch = self.policy.as_ref().ok().and_then(|policy| policy.commands);
        !self.event.now.is_empty() && switch != Some(CommandSwitch::Off)
    }

    /// Whether this run carries out commands. A sweep leaves them to the runs about the issues.
    fn is_commanded(&self) -> bool {
        self.allows_commands() && !self.settings.is_part_of_sweep
    }

    /// How much of the issue is read.
    pub(super) fn detail(&self) -> IssueDetail {
        if self.is_commanded() { IssueDetail::Commanded } else { IssueDetail::Judged }
    }

    /// Whether the issue's comments are read.
    pub(super) fn reads_comments(&self) -> bool {
        self.settings.comment || self.is_commanded()
    }

    /// Whether the run has carried out so many rounds of writes that it ends.
    pub(super) fn has_ended_rounds(&self) -> bool {
        let is_of_command = |write: &Write| {
            matches!(write, Write::EditDescription { .. } | Write::AddReaction { .. })
        };
        let done = self.event.done.iter().filter(|done| is_of_command(&done.write)).count();
        self.event.round >= MOST_ROUNDS + done.min(MOST_COMMAND_ROUNDS)
    }

    /// Whether the issue was read after everything else.
    pub(super) fn is_fresh(&self) -> bool {
        self.asked.last().is_some_and(|asked| asked.contains_key("number"))
    }

    /// What the run does next about commands.
    pub(super) fn turn(&self, judgement: &Judgement<'_>, state: &GitHubState) -> Turn {
        let is_commanded = self.is_current() && judgement.subject.is_some();
        // Whether a security issue is withheld is known when everything has been read.
        let is_unsettled = judgement.is_withheld() && state.lacks_facts();
        if is_unsettled
            || !is_commanded
            || !self.is_commanded()
            || state.commands.comments.is_empty()
        {
            return Turn::Idle;
        }
        let facts = |issue: &Issue| self.facts(state, issue, judgement.policy);
        let around = Surroundings { judgement, seen: &state.commands, facts: &facts };
        around.turn(self.event)
    }

    /// What must be asked before the next commands are carried out: what the description that they ask for names, and,
    /// last, the issue again.
    pub(super) fn question_for_command(
        &self,
        issue: &Issue,
        policy: &Policy,
    ) -> Option<Question<'a>> {
        if !self.is_commanded() || self.state.commands.comments.is_empty() {
            return None;
        }
        let facts = |issue: &Issue| self.facts(&self.state, issue, policy);
        let known = facts(issue);
        let judgement = Judgement::of(issue, policy, &known);
        judgement.subject.as_ref()?;
        let seen = &self.state.commands;
        let around = Surroundings { judgement: &judgement, seen, facts: &facts };
        let there = around.with_description(&around.candidate(self.event)?);
        let (wanted, _) = self.wanted(&there, policy);
        let mut wanted = wanted.without(&self.asked);
        if wanted.is_empty() {
            wanted.comparisons = self.comparisons(&self.state, &there, policy);
            wanted.comparisons.retain(|wanted| !self.state.compared.knows(wanted));
        }
        if !wanted.is_empty() {
            return Some(Question { issue: None, wanted, ..self.question() });
        }
        let is_edit = matches!(around.turn(self.event), Turn::Edit { .. });
        (is_edit && !self.is_fresh()).then(|| self.question())
    }

    /// What the comment is to say about commands.
    pub(super) fn command_state(&self, judgement: &Judgement<'_>, turn: &Turn) -> CommandState<'_> {
        let edited_at = || judgement.issue.last_edited_at.clone();
        let answer = match turn {
            Turn::Answer { comment, refused: Some(reason), .. } => {
                LastAnswer::Refused(CommandRefusal {
                    comment: comment.clone(),
                    reason: *reason,
                    edited_at: edited_at(),
                })
            }
            Turn::Answer { .. } => LastAnswer::Done,
            _ => LastAnswer::None,
        };
        let is_on = self.allows_commands();
        let is_on_comment =
            self.event.name == "issue_comment" && self.event.payload.comment.is_some();
        let has_trigger = is_on && is_on_comment;
        let seen = (!self.settings.is_part_of_sweep).then_some(&self.state.commands);
        CommandState { seen, answer, has_trigger, is_on }
    }

    /// Which commands this run refused: Markdown, one for each comment.
    pub(super) fn refusals(&self, judgement: &Judgement<'_>, turn: &Turn) -> Vec<String> {
        let mut refused = Vec::new();
        for done in &self.event.done {
            if let Write::AddReaction { comment, reason, .. } = &done.write {
                refused.extend(RefusalReason::find(reason).map(|reason| (comment, reason)));
            }
        }
        if let Turn::Answer { comment, refused: Some(reason), .. } = turn {
            refused.push((comment, *reason));
        }
        let mut texts = Vec::new();
        for (comment, reason) in refused {
            let seen = self.state.commands.find(comment).filter(|_| !judgement.is_withheld());
            let refused = Some((reason, seen.map(|comment| comment.line(judgement.policy))));
            texts.push(
                CommandNews { refused, ..CommandNews::default() }
                    .text(judgement.policy.tags.spelling()),
            );
        }
        texts
    }
}
