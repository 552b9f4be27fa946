//! The pull requests that carry the fix.

use crate::draft::facts::{DraftSurroundings, DraftedFact};
use crate::draft::project::Project;
use crate::draft::statement::{Confidence, Said, Statement};
use crate::draft::token::NamedPullRequest;

/// The most pull requests.
const MOST: usize = 100;

/// The pull requests that the text calls the fix, each once. A pull request's own number is one of them; an issue's is
/// not.
pub(super) fn read(
    statements: &[Statement],
    project: &Project,
    about: DraftSurroundings<'_>,
) -> Vec<DraftedFact> {
    let mut found: Vec<DraftedFact> = Vec::new();
    for statement in statements {
        let Said::PullRequest(name) = &statement.said else { continue };
        let name = own(name, project);
        let is_itself = name.repository.is_none() && name.number == about.number;
        let value = name.to_string();
        let is_full = found.len() == MOST;
        match found.iter_mut().find(|known| known.value == value) {
            Some(known) => known.confidence = known.confidence.max(statement.confidence),
            None if is_itself || is_full => {}
            None => found.push(DraftedFact {
                value,
                confidence: statement.confidence,
                words: statement.words.clone(),
                span: Some(statement.span.clone()),
            }),
        }
    }
    if about.is_pull_request {
        let value = format!("#{}", about.number);
        found.retain(|known| known.value != value);
        let (words, confidence) = (value.clone(), Confidence::Certain);
        found.push(DraftedFact { value, confidence, words, span: None });
    }
    found
}

/// The name as the issue's own repository writes it.
fn own(name: &NamedPullRequest, project: &Project) -> NamedPullRequest {
    let is_own = |(owner, repository): &(String, String)| project.is_repository(owner, repository);
    let repository = name.repository.clone().filter(|repository| !is_own(repository));
    NamedPullRequest { repository, number: name.number }
}
