//! The sticky comment, for authors who do not know the format: a list of what to do, each with its place and its fix,
//! or one short line if nothing is left to do.

use std::fmt::Write;

use crate::judge::diagnostic::Finding;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::policy::level::Severity;
use crate::render::{markdown, marker, plain, snippet, summary};
use crate::text::position::Lines;

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

/// The keys of all diagnostics, in order.
pub(crate) fn keys(judgement: &Judgement<'_>) -> Vec<String> {
    let mut keys = Vec::new();
    for finding in &judgement.findings {
        keys.push(marker::key(finding.rule, &plain::message(&finding.violation.message)));
    }
    keys
}

/// The comment's text, and a shorter one that leaves out the corrected description.
pub(crate) fn comment(judgement: &Judgement<'_>, history: &SinceLastTime) -> (String, String) {
    if judgement.findings.is_empty() {
        let done =
            "✅ This issue has everything that a patch release needs. Thank you!\n".to_owned();
        return (done.clone(), done);
    }
    let head = head(judgement, history);
    let whole = head.clone() + &listed(judgement, MOST_LISTED, LONGEST - head.len().min(LONGEST));
    let shorter = head.clone() + &listed(judgement, MOST_LISTED_SHORT, LONGEST / 4);
    let fixed = judgement.fixed.as_deref().map(summary::corrected).unwrap_or_default();
    let has_room = whole.encode_utf16().count() + fixed.encode_utf16().count() <= LONGEST;
    let whole = match (fixed.is_empty(), has_room) {
        (true, _) => whole,
        (false, true) => whole + &fixed,
        (false, false) => {
            whole
                + "\n---\n\nThe corrected description is too long for a comment. The job summary contains it.\n"
        }
    };
    (whole, shorter)
}

fn head(judgement: &Judgement<'_>, history: &SinceLastTime) -> String {
    let (errors, warnings) = (judgement.count(Severity::Error), judgement.count(Severity::Warning));
    let title = match (errors, warnings) {
        (0, 1) => "Complete, with one warning".to_owned(),
        (0, _) => format!("Complete, with {warnings} warnings"),
        (1, _) => "One thing is left to do".to_owned(),
        _ => format!("{errors} things are left to do"),
    };
    let mut text = format!(
        "### {title}\n\nThis issue tracks a known problem in a patch release: programs read its labels and \
         description to show users which versions are affected and which have the fix, so both must follow [a short \
         template]({}). Edit the description or the labels, and this comment is updated.\n",
        links::template_page()
    );
    if judgement.is_withheld() {
        text.push_str("\nThe details of this security issue are withheld, so this comment repeats nothing from it.\n");
    }
    text + &changed(history)
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
        text.push_str(&link(name));
        if *count > 1 {
            let _ = write!(text, " ×{count}");
        }
    }
    text
}

fn link(rule: &str) -> String {
    format!("[`{rule}`]({})", links::rule_page(rule))
}

/// The numbered diagnostics: those of the description by position, then those of the labels.
fn listed(judgement: &Judgement<'_>, most: usize, room: usize) -> String {
    let lines = judgement.lines();
    let has_place = |finding: &&Finding| finding.violation.span.is_some();
    let (placed, labels): (Vec<&Finding>, Vec<&Finding>) =
        judgement.findings.iter().partition(has_place);
    let mut text = String::new();
    for (index, finding) in placed.into_iter().chain(labels).enumerate() {
        let item = item(index + 1, finding, &lines);
        if index == most || text.len() + item.len() > room {
            let left = judgement.findings.len() - index;
            let _ =
                write!(text, "\n… and {left} more. The job summary of this run lists them all.\n");
            break;
        }
        text.push_str(&item);
    }
    text
}

fn item(number: usize, finding: &Finding, lines: &Lines<'_>) -> String {
    let violation = &finding.violation;
    let place = match violation.span {
        Some(span) => format!("Line {}", lines.locate(span).start.line),
        None => "Labels".to_owned(),
    };
    let warning = if finding.severity == Severity::Warning { ", a warning" } else { "" };
    let mut item = format!(
        "**{place}{warning}:** {} ({})\n\n**→** {}\n",
        markdown::message(&violation.message),
        link(finding.rule),
        markdown::message(&violation.help).trim_end(),
    );
    let diff = snippet::diff(lines, &violation.edits);
    if !diff.is_empty() {
        let _ = write!(item, "\n{}", crate::text::markdown::fence("diff", &diff));
    }
    let marker = format!("{number}. ");
    let mut text = String::from("\n");
    for (index, line) in item.lines().enumerate() {
        if index == 0 {
            text.push_str(&marker);
        } else if !line.is_empty() {
            text.push_str(&" ".repeat(marker.len()));
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}
