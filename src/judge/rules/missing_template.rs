//! ## What it does
//!
//! Finds descriptions that contain no part of the template: no release entry and no section. This one diagnostic replaces those about each missing part.
//!
//! The fix adds the template below the text. Fill it in. Versions that the text states for certain become entries on top of it, and binaries and pull requests stand in the template.
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

use crate::draft::{self, DraftSurroundings};
use crate::format::description::Description;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

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
    let drafts = drafts(subject, description);
    let has_entries = drafts.first().is_some_and(|edits| edits.len() > 1);
    let mut edits = drafts.into_iter();
    let message = Message::text("the description has neither release entries nor sections");
    let help = Message::text(if has_entries {
        "add the releases that you name as entries, and the template below what you wrote, and fill it in"
    } else {
        "add the template below what you wrote, and fill it in"
    });
    let violation = Violation::new(description.end(), message, help);
    let violation = violation.with_edits(edits.next().unwrap_or_default());
    found.push(violation.with_lesser(edits.collect()));
}

/// The template with what the text says for certain, and with less of it: without releases that have the fix, and with
/// nothing.
fn drafts(subject: &Subject<'_>, description: &Description<'_>) -> Vec<Vec<Edit>> {
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
    let mut edits = Vec::new();
    for facts in draft::read(description, about).certain().lesser() {
        edits.push(facts.edits(description));
    }
    edits
}
