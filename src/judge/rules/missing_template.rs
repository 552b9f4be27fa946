//! ## What it does
//!
//! Finds descriptions that contain no part of the template: no release entry and no section. This one diagnostic replaces those about each missing part.
//!
//! The fix adds the template below the text. Fill it in. Versions that the text states for certain become entries on top of it, and binaries and pull requests stand in the template. What the text may mean, but does not state for certain, is listed in the help: if it is true, add it.
//!
//! ## Why
//!
//! One message is clearer than a list of eight missing parts.
//!
//! ## Example
//!
//! ```markdown
//! kubectl apply drops a field since v1.6.2.
//! ```
//!
//! ## Instead
//!
//! The same sentence under `## Symptoms` in the [template](../template.md).

use crate::draft::{self, Confidence, DraftSurroundings, DraftedFact, DraftedFacts};
use crate::format::description::Description;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// The most proposals that the help lists.
const MOST_PROPOSED: usize = 10;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-template",
    group: Group::Description,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "the description has neither release entries nor sections",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    if !description.lacks_template() {
        return;
    }
    let facts = drafted(subject, description);
    let proposed = proposed(&facts);
    let mut drafts = Vec::new();
    for facts in facts.certain().lesser() {
        drafts.push(facts.edits(description));
    }
    let has_entries = drafts.first().is_some_and(|edits| edits.len() > 1);
    let mut edits = drafts.into_iter();
    let message = Message::text("the description has neither release entries nor sections");
    let help = Message::text(if has_entries {
        "add the releases that you name as entries, and the template below what you wrote, and fill it in"
    } else {
        "add the template below what you wrote, and fill it in"
    });
    let help = help.and_message(proposed);
    let violation = Violation::new(description.end(), message, help);
    let violation = violation.with_edits(edits.next().unwrap_or_default());
    found.push(violation.with_lesser(edits.collect()));
}

/// What the text says.
fn drafted(subject: &Subject<'_>, description: &Description<'_>) -> DraftedFacts {
    let mut releases = Vec::new();
    for tag in subject.facts.history.tags() {
        releases.push(tag.version.clone());
    }
    let repository = subject.issue.repository();
    let about = DraftSurroundings {
        number: subject.issue.number,
        is_pull_request: subject.issue.pull_request,
        is_completed: subject.issue.is_closed_as_completed(),
        title: &subject.issue.title,
        labels: &subject.issue.labels,
        policy: subject.policy,
        releases: Some(&releases),
        repository: repository.as_deref(),
    };
    draft::read(description, about)
}

/// What the text may mean: nothing of it counts until a person writes it as an entry.
fn proposed(facts: &DraftedFacts) -> Message {
    let mut found: Vec<(String, &DraftedFact)> = Vec::new();
    for (key, fact) in facts.entries() {
        found.push((format!("{}={}", key.name(), fact.value), fact));
    }
    for fact in facts.binaries.iter().chain(&facts.pull_requests) {
        found.push((fact.value.clone(), fact));
    }
    found.retain(|(_, fact)| fact.confidence == Confidence::ToConfirm);
    let mut message = Message::default();
    for (index, (what, fact)) in found.iter().take(MOST_PROPOSED).enumerate() {
        let before =
            if index == 0 { ". What you wrote may mean more; add what is true: " } else { ", " };
        let words = fact.quoted();
        message = message.and(before).and_code(what.as_str());
        if words != *what {
            message = message.and(" for ").and_code(words);
        }
    }
    message
}
