//! The policy file of the default branch, where none is checked out.

use serde_json::{Map, Value};

use crate::event::Answered;
use crate::github::{Live, PolicyFile, Query, Question};
use crate::render::code;

/// What to ask GitHub for the policy file at `path` of `repository`, `owner/name`.
#[must_use]
pub fn policy_query(repository: &str, path: &str) -> Query {
    Question { repository, policy: Some(path), ..Question::default() }.query()
}

/// The text of the file in GitHub's answer, JSON.
///
/// # Errors
/// Why there is none: a sentence.
pub fn policy_text(path: &str, body: &str) -> Result<String, String> {
    let variables = Map::from_iter([("policy".to_owned(), Value::from(path))]);
    let body = serde_json::from_str(body).unwrap_or_default();
    let answered = Answered { round: 0, variables, body };
    match Live::of(&[&answered]).policy {
        Some(PolicyFile::Text(text)) => Ok(text),
        Some(PolicyFile::Unreadable) => {
            Err(format!("the policy {} is not a text of at most 64 KiB", code(path)))
        }
        Some(PolicyFile::Forbidden) => Err(format!(
            "the policy {} may not be read: add `contents: read` to the `permissions:` of the job",
            code(path)
        )),
        Some(PolicyFile::Missing) | None => Err(missing(path)),
    }
}

/// What to say of a policy file that is nowhere.
fn missing(path: &str) -> String {
    format!(
        "the policy {} cannot be found: commit it to the default branch, check the input `policy`, and let the token read \
         contents",
        code(path)
    )
}
