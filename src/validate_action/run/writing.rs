//! The part of a run that decides what to write.

use crate::judge::issue::State;
use crate::judge::judgement::Judgement;
use crate::render::refusal::RefusalReason;
use crate::validate_action::commands::Turn;
use crate::validate_action::github_state::Comment;
use crate::validate_action::run::ValidateRun;
use crate::validate_action::write::Write;
use crate::validate_action::{failures, labels, sticky};

impl ValidateRun<'_> {
    /// The writes that are needed to reach the wanted state.
    pub(super) fn writes(&self, judgement: &Judgement<'_>, turn: &Turn) -> Vec<Write> {
        let mut writes = Vec::new();
        if self.settings.is_part_of_sweep && self.state.lacks_facts() {
            // The next sweep knows more.
            return writes;
        }
        if let Turn::Edit { comment, body } = turn {
            let (comment, body) = (comment.clone(), body.clone());
            // What is not read again right before is not written.
            writes.extend(self.is_fresh().then_some(Write::EditDescription { body, comment }));
            return writes;
        }
        if self.settings.labels {
            let may_create = failures::may_retry(&self.event.troubles, "create-label");
            let facts = self.settings.facts && !self.state.lacks_facts();
            labels::push_label_writes(&mut writes, judgement, &self.state, facts, may_create);
            if self.state.lacks_facts() {
                // What is missing may be the reason for a label.
                writes.retain(|write| !matches!(write, Write::RemoveLabel { .. }));
            }
        }
        if self.settings.comment {
            let (comments, commands) = (self.comments(), self.command_state(judgement, turn));
            sticky::push_comment_writes(&mut writes, judgement, self.number, &comments, &commands);
            if self.state.lacks_facts() && !judgement.is_withheld() {
                // What is missing may be what the comment tells.
                writes.retain(|write| !matches!(write, Write::UpdateComment { .. }));
            }
        }
        writes.extend(reaction(turn));
        let is_closed = judgement.issue.state == Some(State::Closed);
        if self.settings.is_part_of_sweep && is_closed {
            writes.retain(|write| !matches!(write, Write::PostComment { .. }));
        }
        writes.retain(|write| !self.is_done(write));
        if self.is_known_by_label(judgement) {
            writes.reverse();
        }
        writes
    }

    /// Whether only the label tells a sweep that something is left to do. Then it goes last, after the comment.
    pub(super) fn is_known_by_label(&self, judgement: &Judgement<'_>) -> bool {
        self.settings.is_part_of_sweep && judgement.subject.is_none()
    }

    /// Whether this write is the run's last one to its target, so that it need not be repeated: the state that was read
    /// may be older. If the run has undone the write since, because the issue changed and changed back, it is repeated.
    fn is_done(&self, write: &Write) -> bool {
        let last = self.event.done.iter().rev().find(|done| done.write.meets(write));
        last.is_some_and(|done| done.write == *write)
    }

    /// The action's comments. A comment that this run posted may not be in GitHub's answers yet.
    fn comments(&self) -> Vec<Comment> {
        let mut comments = self.state.comments.clone();
        for done in &self.event.done {
            if let (Write::PostComment { body, .. }, Some(id)) = (&done.write, &done.id)
                && !comments.iter().any(|comment| comment.id == *id)
                && !self.is_done(&Write::DeleteComment { id: id.clone() })
            {
                comments.push(Comment { id: id.clone(), body: body.clone() });
            }
        }
        comments
    }
}

/// The write that answers commands.
fn reaction(turn: &Turn) -> Option<Write> {
    let Turn::Answer { comment, refused, can_react: true } = turn else { return None };
    let content = if refused.is_some() { "confused" } else { "+1" };
    let reason = refused.map(RefusalReason::name).unwrap_or_default();
    Some(Write::AddReaction { comment: comment.clone(), content: content.to_owned(), reason })
}
