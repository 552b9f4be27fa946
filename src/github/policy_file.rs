//! The policy file on the default branch: how it is queried and read, and the messages when it is missing. A schedule
//! is read likewise.

use serde_json::{Map, Value};

use crate::github::errors::AnswerFault;
use crate::json::{member, text};
use crate::text::quote::code;

/// The field of a repository for the file at `$policy`.
pub(crate) const FIELD: &str =
    "policy:object(expression:$policy){...on Blob{text isBinary isTruncated byteSize}}";

/// The longest policy that is read, in bytes.
const LONGEST: u64 = 64 * 1024;

/// What is at the policy's path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum PolicyFile {
    /// Nothing, or a folder.
    Missing,
    /// Something that the token is not allowed to read.
    Forbidden,
    /// A file that is too long or is not text.
    Unreadable,
    /// The file's text.
    Text(String),
}

/// The value of `$policy` for the file at `path` on the default branch.
pub(crate) fn expression(path: &str) -> Value {
    format!("HEAD:{path}").into()
}

impl PolicyFile {
    /// Reads the field; `None` when the answer does not contain it.
    pub(crate) fn read(file: &Value, fault: Option<&AnswerFault>) -> Option<Self> {
        match fault {
            None => Some(Self::of(file)),
            Some(AnswerFault::Forbidden) => Some(Self::Forbidden),
            Some(_) => None,
        }
    }

    fn of(file: &Value) -> Self {
        let is_too_long = member(file, "isTruncated") == &Value::Bool(true)
            || member(file, "byteSize").as_u64().is_some_and(|size| size > LONGEST);
        match text(file, "text") {
            Some(policy) if !is_too_long => Self::Text(policy.to_owned()),
            None if !file.is_object() || file.as_object().is_some_and(Map::is_empty) => {
                Self::Missing
            }
            _ => Self::Unreadable,
        }
    }

    /// The text, or a message that says why there is none. `path` is the value of the input `input`, which is what
    /// messages call the file, too.
    pub(crate) fn text(self, input: &str, path: &str) -> Result<String, String> {
        let path = code(path);
        match self {
            Self::Text(text) => Ok(text),
            Self::Unreadable => {
                Err(format!("the {input} {path} is not a text file of at most 64 KiB"))
            }
            Self::Forbidden => Err(format!(
                "the token is not allowed to read the {input} {path}: add `contents: read` to the `permissions:` of the job"
            )),
            Self::Missing => Err(format!(
                "the {input} {path} cannot be found: commit it to the default branch, check the input `{input}`, and let \
                 the token read contents"
            )),
        }
    }
}

/// Functions for runs that read nothing else in the same query.
#[cfg(feature = "report")]
mod alone {
    use super::{FIELD, PolicyFile, Value, expression, member};
    use crate::github::errors::Errors;
    use crate::github::query::{Draft, Query};

    /// The query for the file at `path` in `repository`, `owner/name`.
    #[must_use]
    pub fn file_query(repository: &str, path: &str) -> Query {
        let mut draft = Draft::about(repository);
        draft.declare("policy", "String!", expression(path));
        draft.finish(&format!("repository(owner:$owner,name:$name){{{FIELD}}}"), 0)
    }

    /// The text of the file, from the JSON body of GitHub's answer. `input` is the input that names it.
    ///
    /// # Errors
    /// A message that says why there is none.
    pub fn file_text(input: &str, path: &str, body: &str) -> Result<String, String> {
        let body: Value = serde_json::from_str(body).unwrap_or_default();
        let repository = member(member(&body, "data"), "repository");
        let fault = Errors::of(&body).at(&["repository", "policy"]);
        let file = PolicyFile::read(member(repository, "policy"), fault.as_ref());
        file.filter(|_| repository.is_object()).unwrap_or(PolicyFile::Missing).text(input, path)
    }
}
#[cfg(feature = "report")]
pub use alone::{file_query, file_text};
