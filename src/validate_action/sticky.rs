//! The sticky comment: one for each issue. A comment counts as the action's only if no one else can have written it.

use crate::judge::judgement::Judgement;
use crate::policy::CommandSwitch;
use crate::render::comment;
use crate::render::comment::{CommandNews, SinceLastTime};
use crate::render::marker::{CommandRefusal, MOST_KEYS, Marker};
use crate::validate_action::commands::comment::SeenCommands;
use crate::validate_action::github_state::Comment;
use crate::validate_action::write::Write;

/// What a run just found about the last commands.
pub(super) enum LastAnswer {
    /// There were none.
    None,
    Done,
    Refused(CommandRefusal),
}

/// What a run knows about commands, for the comment.
pub(super) struct CommandState<'a> {
    /// What the comments say; `None` in a sweep, which does not read them.
    pub(super) seen: Option<&'a SeenCommands>,
    pub(super) answer: LastAnswer,
    /// Whether this run is about a comment.
    pub(super) has_trigger: bool,
    /// Whether commands are turned on.
    pub(super) is_on: bool,
}

impl CommandState<'_> {
    /// What the comment says about refused commands: what was just found, else what it said, until the commands are
    /// gone, later ones are answered, or the description is edited.
    fn refused(
        &self,
        judgement: &Judgement<'_>,
        before: Option<&CommandRefusal>,
    ) -> Option<CommandRefusal> {
        match &self.answer {
            LastAnswer::None => {}
            LastAnswer::Done => return None,
            LastAnswer::Refused(refusal) => return Some(refusal.clone()),
        }
        let CommandRefusal { comment, edited_at, .. } = before.filter(|_| self.is_on)?;
        let is_there = self.seen.is_none_or(|seen| seen.find(comment).is_some());
        let is_last = self.seen.is_none_or(|seen| !seen.is_answered_after(comment));
        let now = &judgement.issue.last_edited_at;
        // A sweep may not have read when the description was edited.
        let is_edited = edited_at != now && (self.seen.is_some() || now.is_some());
        before.filter(|_| is_there && is_last && !is_edited).cloned()
    }

    fn news(&self, judgement: &Judgement<'_>, marker: &Marker) -> CommandNews {
        let refused = marker.refused.as_ref();
        let line = |refusal: &CommandRefusal| {
            let comment = self.seen?.find(&refusal.comment);
            let line = comment.map(|comment| comment.line(judgement.policy));
            line.filter(|_| !judgement.is_withheld())
        };
        let is_known = marker.has_trigger || judgement.policy.commands == Some(CommandSwitch::On);
        CommandNews {
            refused: refused.map(|refusal| (refusal.reason, line(refusal))),
            is_offered: is_known && self.is_on && !judgement.is_withheld(),
        }
    }
}

/// Adds the writes that bring the action's comment to the wanted text. If overlapping runs posted several comments,
/// the oldest one stays.
pub(super) fn push_comment_writes(
    writes: &mut Vec<Write>,
    judgement: &Judgement<'_>,
    number: u64,
    comments: &[Comment],
    commands: &CommandState<'_>,
) {
    let mut ours = Vec::new();
    for comment in comments {
        let is_ours =
            |marker: &Marker| marker.issue == number && marker.policy == judgement.policy.name;
        if let Some(marker) = Marker::read(&comment.body).filter(is_ours) {
            ours.push((comment, marker));
        }
    }
    let mut ours = ours.into_iter();
    let kept = ours.next();
    add_text(writes, judgement, number, kept, commands);
    for (comment, _) in ours {
        writes.push(Write::DeleteComment { id: comment.id.clone() });
    }
}

fn add_text(
    writes: &mut Vec<Write>,
    judgement: &Judgement<'_>,
    number: u64,
    kept: Option<(&Comment, Marker)>,
    commands: &CommandState<'_>,
) {
    if judgement.subject.is_none() {
        writes.extend(kept.map(|(comment, _)| Write::DeleteComment { id: comment.id.clone() }));
        return;
    }
    let policy = judgement.policy.name.clone();
    let mut now = comment::keys(judgement);
    now.truncate(MOST_KEYS);
    let before = kept.as_ref().map(|(_, marker)| marker);
    let refused = commands.refused(judgement, before.and_then(|marker| marker.refused.as_ref()));
    if refused.is_some() && commands.seen.is_none() && !judgement.is_withheld() {
        // The comment quotes the refused commands, which a sweep has not read: a run about the issue updates it.
        return;
    }
    let has_trigger = commands.has_trigger || before.is_some_and(|marker| marker.has_trigger);
    let has_news = !judgement.findings.is_empty() || refused.is_some();
    let mut marker = Marker { policy, issue: number, now, before: None, refused, has_trigger };
    let Some((comment, last)) = kept else {
        if has_news {
            let (body, shorter) = text(judgement, marker, commands);
            writes.push(Write::PostComment { body, shorter });
        }
        return;
    };
    // Before it was withheld, the comment may have named versions, and a hash of a version is soon guessed.
    if !judgement.is_withheld() {
        marker.before = if last.now == marker.now { last.before } else { Some(last.now) };
    }
    let (body, shorter) = text(judgement, marker, commands);
    let is_there = |text: &String| comment.body.trim_end() == text.trim_end();
    if !is_there(&body) && !is_there(&shorter) {
        writes.push(Write::UpdateComment { id: comment.id.clone(), body, shorter });
    }
}

/// The comment, and a shorter one.
fn text(
    judgement: &Judgement<'_>,
    marker: Marker,
    commands: &CommandState<'_>,
) -> (String, String) {
    let head = marker.text();
    let news = commands.news(judgement, &marker);
    let history = SinceLastTime { now: marker.now, before: marker.before };
    let (whole, shorter) = comment::comment(judgement, &history, &news);
    (format!("{head}\n{whole}"), format!("{head}\n{shorter}"))
}
