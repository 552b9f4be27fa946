//! The compose page's questions: one description, judged and taken apart while its author writes it.
//!
//! The page keeps the Markdown and nothing else. It asks what the Markdown says, and gets texts and places back; every
//! decision is here. Questions and answers are JSON.

mod branches;
mod changes;
mod draft_issue;
mod form;
mod guided;
mod opening;
mod question;
mod reading;
pub mod share;

use serde_json::Value;

use crate::compose::question::refusal;
use crate::json::text;
use crate::policy::extends::Extends;
use crate::policy::read::{Shared, extended};
use crate::policy::{Policy, PolicyError};

/// Answers a question of the page: JSON. It has the texts `policy` and, if that extends another file, `shared`.
/// Its member `do` says what is asked:
///
/// - `form`: what the policy asks for, and the text that an author starts with.
/// - `read`: the judgement of a draft, its preview, its guided fields, its branches and the address that opens it.
/// - `apply`: the description after one fix; `entry` and `binary`: after an entry or a binary was set or removed.
/// - `share`: the fragment of an address that holds the draft; `shared`: the draft that a fragment held.
/// - `draft`: an old description, turned into one in the format.
///
/// The answer has a member `refusal`, a sentence, when there is no answer.
#[must_use]
pub fn answer(question: &str) -> String {
    let question: Value = serde_json::from_str(question).unwrap_or_default();
    let policy = match policy(&question) {
        Ok(policy) => policy,
        Err(errors) => return refusal(&PolicyError::all_in_file(&errors, "policy")),
    };
    match text(&question, "do").unwrap_or_default() {
        "form" => form::form(&policy),
        "read" => reading::read(&question, &policy),
        "apply" => changes::apply(&question, &policy),
        "entry" => changes::entry(&question, &policy),
        "binary" => changes::binary(&question, &policy),
        "share" => share::of_question(&question, &policy),
        "shared" => share::read(text(&question, "text").unwrap_or_default()),
        "draft" => changes::draft(&question, &policy),
        _ => refusal("the question is not known"),
    }
}

/// The policy of a question: the text of its file, and of the file that it extends.
fn policy(question: &Value) -> Result<Policy, Vec<PolicyError>> {
    let Some(policy) = text(question, "policy") else { return Ok(Policy::default()) };
    let name = match extended(policy) {
        Some(Extends::File(file)) => file.text(),
        _ => String::new(),
    };
    let shared = text(question, "shared").map(|text| Shared { name: &name, text });
    crate::judge::read_policy_with(policy, shared.filter(|_| !name.is_empty()))
}
