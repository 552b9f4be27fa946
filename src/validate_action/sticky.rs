//! The sticky comment: one for each issue. A comment counts as the action's only if no one else can have written it.

use crate::judge::judgement::Judgement;
use crate::render::comment;
use crate::render::comment::SinceLastTime;
use crate::render::marker::{MOST_KEYS, Marker};
use crate::validate_action::github_state::Comment;
use crate::validate_action::write::Write;

/// Adds the writes that bring the action's comment to the wanted text. If overlapping runs posted several comments,
/// the oldest one stays.
pub(super) fn push_comment_writes(
    writes: &mut Vec<Write>,
    judgement: &Judgement<'_>,
    number: u64,
    comments: &[Comment],
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
    add_text(writes, judgement, number, kept);
    for (comment, _) in ours {
        writes.push(Write::DeleteComment { id: comment.id.clone() });
    }
}

fn add_text(
    writes: &mut Vec<Write>,
    judgement: &Judgement<'_>,
    number: u64,
    kept: Option<(&Comment, Marker)>,
) {
    if judgement.subject.is_none() {
        writes.extend(kept.map(|(comment, _)| Write::DeleteComment { id: comment.id.clone() }));
        return;
    }
    let policy = judgement.policy.name.clone();
    let mut now = comment::keys(judgement);
    now.truncate(MOST_KEYS);
    let Some((comment, marker)) = kept else {
        if !judgement.findings.is_empty() {
            let (body, shorter) =
                text(judgement, Marker { policy, issue: number, now, before: None });
            writes.push(Write::PostComment { body, shorter });
        }
        return;
    };
    let before = if marker.now == now { marker.before } else { Some(marker.now) };
    let (body, shorter) = text(judgement, Marker { policy, issue: number, now, before });
    let is_there = |text: &String| comment.body.trim_end() == text.trim_end();
    if !is_there(&body) && !is_there(&shorter) {
        writes.push(Write::UpdateComment { id: comment.id.clone(), body, shorter });
    }
}

/// The comment, and a shorter one.
fn text(judgement: &Judgement<'_>, marker: Marker) -> (String, String) {
    let head = marker.text();
    let history = SinceLastTime { now: marker.now, before: marker.before };
    let (whole, shorter) = comment::comment(judgement, &history);
    (format!("{head}\n{whole}"), format!("{head}\n{shorter}"))
}
