//! The policy file on the default branch: how it is queried and read, and the messages when it is missing. A schedule
//! is read likewise.

use serde_json::{Map, Value};

use crate::github::errors::{AnswerFault, Errors};
use crate::json::{member, text};
use crate::text::quote::code;
use crate::text::shared_file::SharedFile;

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

/// The query's field for a file of another repository, at `$file` in `$fileOwner/$fileName`.
pub(crate) const SHARED_FIELD: &str = "file:repository(owner:$fileOwner,name:$fileName){\
policy:object(expression:$file){...on Blob{text isBinary isTruncated byteSize}}}";

/// The variables of a query for a file of another repository.
pub(crate) fn shared_variables(name: &SharedFile) -> [(&'static str, Value); 3] {
    let (owner, repository) = name.repository.split_once('/').unwrap_or_default();
    [
        ("fileOwner", owner.into()),
        ("fileName", repository.into()),
        ("file", format!("{}:{}", name.reference, name.path).into()),
    ]
}

/// The file of another repository that a query with these variables asked for.
pub(crate) fn shared_name(variables: &Map<String, Value>) -> Option<SharedFile> {
    let word = |name| variables.get(name).and_then(Value::as_str);
    let (reference, path) = word("file")?.split_once(':')?;
    Some(SharedFile {
        repository: format!("{}/{}", word("fileOwner")?, word("fileName")?),
        path: path.to_owned(),
        reference: reference.to_owned(),
    })
}

impl PolicyFile {
    /// Reads the answer about a file of another repository; `None` when that may come later.
    pub(crate) fn read_shared(data: &Value, errors: &Errors<'_>) -> Option<Self> {
        let repository = member(data, "file");
        let fault = errors.at(&["file", "policy"]).or_else(|| errors.at(&["file"]));
        match fault {
            Some(AnswerFault::Missing) => Some(Self::Missing),
            fault if repository.is_object() => {
                Self::read(member(repository, "policy"), fault.as_ref())
            }
            Some(AnswerFault::Forbidden) => Some(Self::Forbidden),
            _ => None,
        }
    }

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

    /// The text of a file of another repository, or a message that says why there is none.
    pub(crate) fn shared_text(&self, name: &SharedFile) -> Result<&str, String> {
        let name = code(&name.text());
        match self {
            Self::Text(text) => Ok(text),
            Self::Unreadable => {
                Err(format!("the policy {name} is not a text file of at most 64 KiB"))
            }
            Self::Forbidden | Self::Missing => Err(format!(
                "the policy {name} cannot be found, or the token may not read it: check the repository, the path and the \
                 ref; the job's own token reads only this repository and public ones"
            )),
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
    use crate::text::quote::code;
    use crate::text::shared_file::SharedFile;

    use super::{Errors, FIELD, PolicyFile, Value, expression, member};
    use crate::github::query::{Draft, Query};

    /// The query for the file at `path` in `repository`, `owner/name`, or for the file of another repository that `path`
    /// names: `owner/name:path@ref`.
    #[must_use]
    pub fn file_query(repository: &str, path: &str) -> Query {
        let shared = SharedFile::parse(path);
        let place = shared.as_ref().map_or(repository, |shared| &shared.repository);
        let mut draft = Draft::about(place);
        let at = |shared: &SharedFile| format!("{}:{}", shared.reference, shared.path).into();
        draft.declare("policy", "String!", shared.as_ref().map_or(expression(path), at));
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
        let file = file.filter(|_| repository.is_object()).unwrap_or(PolicyFile::Missing);
        match SharedFile::parse(path) {
            Some(shared) => file.shared_text(&shared).map(str::to_owned),
            None => file.text(input, path),
        }
    }

    /// Why a file cannot be read without a token.
    #[must_use]
    pub fn file_without_token(input: &str, path: &str) -> String {
        let (name, is_shared) = (code(path), SharedFile::parse(path).is_some());
        if is_shared {
            return format!(
                "the policy {name} is in another repository, which takes the input `token`"
            );
        }
        format!(
            "the file {name} named by the input `{input}` cannot be found: run `actions/checkout` before this step"
        )
    }
}
#[cfg(feature = "report")]
pub use alone::{file_query, file_text, file_without_token};
