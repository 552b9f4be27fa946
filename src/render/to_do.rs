//! What there is to do about an issue, as a list: first what takes a person, then what the corrected description does.

use crate::judge::diagnostic::Finding;
use crate::judge::judgement::Judgement;
use crate::links;
use crate::policy::level::Severity;
use crate::render::hunks::{Hunk, hunks};
use crate::render::markdown;
use crate::text::position::Lines;

/// One thing to do: what a person must do, or what is done by the same lines of the corrected description.
pub(crate) struct ToDo<'a> {
    findings: Vec<&'a Finding>,
    /// The lines that mend it.
    hunks: Vec<&'a Hunk<'a>>,
}

/// The differences between the description and the corrected one.
pub(crate) fn corrections<'a>(judgement: &'a Judgement<'_>) -> Vec<Hunk<'a>> {
    let fixed = judgement.fixed.as_deref();
    fixed.map(|fixed| hunks(judgement.description(), fixed)).unwrap_or_default()
}

/// Everything that there is to do: by hand, in order of position, then the labels; then what `corrections` do.
pub(crate) fn all<'a>(judgement: &'a Judgement<'_>, corrections: &'a [Hunk<'a>]) -> Vec<ToDo<'a>> {
    let lines = judgement.lines();
    let (mut placed, mut labels, mut mended) = (Vec::new(), Vec::new(), Vec::new());
    let mut owners: Vec<Option<usize>> = vec![None; corrections.len()];
    for finding in &judgement.findings {
        let near = nearest(finding, corrections, &lines);
        if near.is_empty() {
            let list = if finding.violation.span.is_some() { &mut placed } else { &mut labels };
            list.push(ToDo { findings: vec![finding], hunks: Vec::new() });
            continue;
        }
        let owner = near.iter().find_map(|at| *owners.get(*at)?);
        let owner = owner.unwrap_or_else(|| {
            mended.push(ToDo { findings: Vec::new(), hunks: Vec::new() });
            mended.len() - 1
        });
        let Some(item) = mended.get_mut(owner) else { continue };
        item.findings.push(finding);
        for at in near {
            if let (Some(owned), Some(hunk)) = (owners.get_mut(at), corrections.get(at))
                && owned.is_none()
            {
                *owned = Some(owner);
                item.hunks.push(hunk);
            }
        }
    }
    placed.extend(labels);
    placed.extend(mended);
    placed
}

/// The differences that mend a finding: those next to its edits.
fn nearest(finding: &Finding, corrections: &[Hunk<'_>], lines: &Lines<'_>) -> Vec<usize> {
    let mut found = Vec::new();
    for edit in &finding.violation.edits {
        let place = lines.locate(edit.span);
        let touched = place.start.line..place.end.line;
        let distances = corrections.iter().map(|hunk| hunk.distance(&touched)).enumerate();
        let nearest = distances.min_by_key(|(_, distance)| *distance).map(|(at, _)| at);
        found.extend(nearest.filter(|at| !found.contains(at)));
    }
    found
}

impl ToDo<'_> {
    /// Whether the corrected description does it.
    pub(crate) fn is_mended(&self) -> bool {
        !self.hunks.is_empty()
    }

    /// The item of a list.
    pub(crate) fn text(&self, number: usize, lines: &Lines<'_>) -> String {
        let mut item = String::new();
        for finding in &self.findings {
            item.push_str(if item.is_empty() { "" } else { "\n" });
            item.push_str(&told(finding, lines));
        }
        let mut diff = String::new();
        for hunk in &self.hunks {
            diff.push_str(&hunk.text());
        }
        if !diff.is_empty() {
            item.push('\n');
            item.push_str(&crate::text::markdown::fence("diff", &diff));
        }
        indented(&item, &format!("{number}. "))
    }
}

fn told(finding: &Finding, lines: &Lines<'_>) -> String {
    let violation = &finding.violation;
    let place = match violation.span {
        Some(span) => format!("Line {}", lines.locate(span).start.line),
        None => "Labels".to_owned(),
    };
    let warning = if finding.severity == Severity::Warning { ", a warning" } else { "" };
    format!(
        "**{place}{warning}:** {} ({})\n\n**→** {}\n",
        markdown::message(&violation.message),
        link(finding.rule),
        markdown::message(&violation.help).trim_end(),
    )
}

/// A rule, with a link to its page.
pub(crate) fn link(rule: &str) -> String {
    format!("[`{rule}`]({})", links::rule_page(rule))
}

fn indented(item: &str, marker: &str) -> String {
    let mut text = String::from("\n");
    for (index, line) in item.lines().enumerate() {
        if index == 0 {
            text.push_str(marker);
        } else if !line.is_empty() {
            text.push_str(&" ".repeat(marker.len()));
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}
