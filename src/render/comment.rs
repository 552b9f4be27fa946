//! The sticky comment, for authors who do not know the format: a list of what to do, each with its place and its fix,
//! or one short line if nothing is left to do.

use std::fmt::Write;

use crate::format::spelling::Spelling;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::render::branch_table::branch_table;
use crate::render::refusal::RefusalReason;
use crate::render::to_do::{self, ToDo};
use crate::render::{marker, plain, summary};
use crate::text::quote::code;

/// The most UTF-16 code units of a comment: GitHub refuses 65,536, and the marker needs room.
const LONGEST: usize = 50_000;

/// The most diagnostics that a comment lists.
const MOST_LISTED: usize = 30;

/// The most diagnostics that the shorter comment lists.
const MOST_LISTED_SHORT: usize = 5;

/// The most rules that the line about changes names.
const MOST_CHANGED: usize = 10;

/// What the comment tells, and what it told before; keys of [`marker::key`].
pub(crate) struct SinceLastTime {
    pub(crate) now: Vec<String>,
    pub(crate) before: Option<Vec<String>>,
}

/// What the comment says about commands.
#[derive(Default)]
pub(crate) struct CommandNews {
    /// Why the last commands were not carried out, and their line where it may be shown.
    pub(crate) refused: Option<(RefusalReason, Option<String>)>,
    /// Whether the command that corrects the description is offered.
    pub(crate) is_offered: bool,
}

impl CommandNews {
    /// Why commands were not carried out, as a paragraph; empty if none were refused. `spelling` is how the project writes
    /// versions.
    pub(crate) fn text(&self, spelling: Spelling) -> String {
        let Some((reason, line)) = &self.refused else { return String::new() };
        let what = match line {
            Some(line) => format!("{} was not carried out", code(line)),
            None => "The last command was not carried out".to_owned(),
        };
        format!("\n😕 **{what}:** {}.\n", reason.text(spelling))
    }
}

/// The keys of all diagnostics, in order.
pub(crate) fn keys(judgement: &Judgement<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    for finding in &judgement.findings {
        keys.push(marker::key(finding.rule, &plain::message(&finding.violation.message)));
    }
    keys
}

/// The comment's text, and a shorter one that leaves out the corrected description.
pub(crate) fn comment(
    judgement: &Judgement<'_>,
    history: &SinceLastTime,
    commands: &CommandNews,
) -> (String, String) {
    if judgement.findings.is_empty() {
        let done =
            "✅ This issue has everything that a patch release needs. Thank you!\n".to_owned();
        let done =
            done + &commands.text(judgement.policy.tags.spelling()) + &branch_table(judgement);
        return (done.clone(), done);
    }
    let corrections = to_do::corrections(judgement);
    let items = to_do::all(judgement, &corrections);
    let head = head(judgement, items.len(), history, commands);
    let room = LONGEST - head.len().min(LONGEST);
    let whole = head.clone() + &listed(judgement, &items, MOST_LISTED, room);
    let shorter = head.clone() + &listed(judgement, &items, MOST_LISTED_SHORT, LONGEST / 4);
    let corrected = |fixed| summary::corrected(fixed, commands.is_offered);
    let fixed = judgement.fixed.as_deref().map(corrected).unwrap_or_default();
    let has_room = whole.encode_utf16().count() + fixed.encode_utf16().count() <= LONGEST;
    let whole = match (fixed.is_empty(), has_room) {
        (true, _) => whole,
        (false, true) => whole + &fixed,
        (false, false) => {
            let offer = if commands.is_offered { " Or comment `/patch-release fix`." } else { "" };
            whole
                + &format!(
                    "\n---\n\nThe corrected description is too long for a comment. The job summary contains it.{offer}\n"
                )
        }
    };
    (whole, shorter)
}

fn head(
    judgement: &Judgement<'_>,
    items: usize,
    history: &SinceLastTime,
    commands: &CommandNews,
) -> String {
    // One item can mend several findings.
    let items = if items == 1 { judgement.findings.len() } else { items };
    let title = match (judgement.is_valid(), items) {
        (true, 1) => "Complete, with one warning".to_owned(),
        (true, _) => format!("Complete, with {items} warnings"),
        (false, 1) => "One thing is left to do".to_owned(),
        (false, _) => format!("{items} things are left to do"),
    };
    let news = commands.text(judgement.policy.tags.spelling());
    let table = branch_table(judgement);
    let mut text = format!(
        "### {title}\n{news}{table}\nThis issue tracks a known problem in a patch release: programs read its labels and \
         description to show users which versions are affected and which have the fix, so both must follow {}. Edit the \
         description or the labels, and this comment is updated.\n",
        template(judgement)
    );
    if judgement.is_withheld() {
        text.push_str("\nThe details of this security issue are withheld, so this comment repeats nothing from it.\n");
    }
    text + &changed(history)
}

/// The template, with a link to its page unless the project has one of its own.
fn template(judgement: &Judgement<'_>) -> String {
    if judgement.policy.has_own_template() {
        "the template of this project".to_owned()
    } else {
        format!("[a short template]({})", links::template_page())
    }
}

/// What changed since the comment told something else.
fn changed(history: &SinceLastTime) -> String {
    let Some(before) = &history.before else { return String::new() };
    let (resolved, new) = (without(before, &history.now), without(&history.now, before));
    // The same rule with another message, as after deleting `TBD`, is not a change.
    let (resolved, new) = (without(&resolved, &new), without(&new, &resolved));
    let mut changes = Vec::new();
    for (keys, word) in [(resolved, "✅ done"), (new, "🆕 new")] {
        if !keys.is_empty() {
            changes.push(format!("{word}: {}", named(&keys)));
        }
    }
    if changes.is_empty() {
        String::new()
    } else {
        format!("\n**Since last time:** {}\n", changes.join("; "))
    }
}

/// The names that occur more often than in `others`.
fn without<'a, T: AsRef<str>>(names: &'a [T], others: &[T]) -> Vec<&'a str> {
    let mut others: Vec<&str> = others.iter().map(AsRef::as_ref).collect();
    let mut left = Vec::new();
    for name in names {
        match others.iter().position(|other| *other == name.as_ref()) {
            Some(at) => {
                others.swap_remove(at);
            }
            None => left.push(marker::rule(name.as_ref())),
        }
    }
    left
}

/// Links to rules, each with its number of occurrences.
fn named(names: &[&str]) -> String {
    let mut counted: Vec<(&str, usize)> = Vec::new();
    for name in names {
        match counted.iter_mut().find(|(other, _)| other == name) {
            Some((_, count)) => *count += 1,
            None => counted.push((name, 1)),
        }
    }
    let mut text = String::new();
    for (index, (name, count)) in counted.iter().enumerate() {
        if index == MOST_CHANGED {
            let _ = write!(text, " and {} more", counted.len() - MOST_CHANGED);
            break;
        }
        text.push_str(if index > 0 { ", " } else { "" });
        text.push_str(&to_do::link(name));
        if *count > 1 {
            let _ = write!(text, " ×{count}");
        }
    }
    text
}

/// What there is to do, numbered.
fn listed(judgement: &Judgement<'_>, items: &[ToDo<'_>], most: usize, room: usize) -> String {
    let lines = judgement.lines();
    let mut text = String::new();
    let by_hand = items.iter().filter(|item| !item.is_mended()).count();
    for (index, item) in items.iter().enumerate() {
        let does_rest = index > 0 && index == by_hand;
        let rest = if does_rest { "\n**The corrected description does the rest:**\n" } else { "" };
        let item = item.text(index + 1, &lines);
        if index == most || text.len() + item.len() > room {
            let left = items.len() - index;
            let _ =
                write!(text, "\n… and {left} more. The job summary of this run lists them all.\n");
            break;
        }
        text.push_str(rest);
        text.push_str(&item);
    }
    text
}
