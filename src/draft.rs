//! Drafts a description in the format from an old one, in which versions stand in words.
//!
//! `line` takes the lines from the outline, `token` splits them, `reader` finds the heading or label above a list, and
//! `sentence` reads which versions a sentence or a list item calls affected or fixed. `settle` makes entries of that,
//! `description` the text. What the text does not state for certain is a proposal, which a person has to confirm.

mod binaries;
mod description;
mod facts;
mod label;
mod line;
mod number;
mod project;
mod pull_requests;
mod range;
mod reader;
mod releases;
mod sentence;
mod sentence_manner;
mod settle;
mod statement;
mod token;
mod vocabulary;

pub(crate) use facts::{DraftSurroundings, DraftedFact, DraftedFacts};
pub use statement::Confidence;

use crate::format::description::Description;
use crate::format::tags::TagPatterns;
use crate::format::template::HeldThings;
use project::Project;
use releases::Releases;
use settle::Candidate;
use statement::Statement;

/// Reads the facts from a description. One that has a release block or an entry, or whose text had to be repaired, has
/// none: it is in the format already, or cannot be read for certain.
pub(crate) fn read(description: &Description<'_>, about: DraftSurroundings<'_>) -> DraftedFacts {
    let is_in_format = !(description.blocks.is_empty() && description.entries.is_empty());
    if is_in_format || !description.repairs.is_empty() {
        return DraftedFacts::default();
    }
    let project = Project::new(about.policy, about.repository, description.source.text());
    let lines = line::lines(description);
    let statements = reader::statements(&lines, &project);
    let settled = settle::settle(&statements, &Releases::new(about.releases));
    if !settled.names_version {
        return DraftedFacts::default();
    }
    let entries = |candidates: &[Candidate]| {
        let mut facts = Vec::new();
        for candidate in candidates {
            facts.extend(entry(candidate, &statements, project.tags()));
        }
        facts
    };
    let mut facts = DraftedFacts {
        introduced: entries(&settled.introduced),
        resolved: entries(&settled.resolved),
        is_completed: about.is_completed,
        ..DraftedFacts::default()
    };
    if project.asks(HeldThings::Binaries) {
        facts.binaries = binaries::read(&lines, &statements, &project, about);
    }
    if project.asks(HeldThings::PullRequests) {
        facts.pull_requests = pull_requests::read(&statements, &project, about);
    }
    facts
}

/// The fact of an entry, written as the project's tags are. A number without the project's name may be another project's.
fn entry(
    candidate: &Candidate,
    statements: &[Statement],
    tags: &TagPatterns,
) -> Option<DraftedFact> {
    let source = statements.get(candidate.source)?;
    let value = candidate.version.clone().spelled(tags.spelling()).to_string();
    let is_named = !tags.has_name() || tags.name_number(&source.words);
    let confidence = if is_named { candidate.confidence } else { Confidence::ToConfirm };
    Some(DraftedFact {
        value,
        confidence,
        words: source.words.clone(),
        span: Some(source.span.clone()),
    })
}
