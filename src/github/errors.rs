//! Errors in an answer of GitHub's GraphQL API, and the fields they belong to.

use serde_json::Value;

use crate::json::{list, member, text};
use crate::text::quote::code;

/// Why an answer, or a part of it, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum AnswerFault {
    /// GitHub says that it does not exist.
    Missing,
    /// GitHub says that the token may not read it.
    Forbidden,
    /// A part is missing, for the given reason. A retry may help.
    Incomplete(String),
}

/// One error.
pub(crate) struct AnswerError<'a> {
    kind: &'a str,
    message: &'a str,
    /// The names of the fields from the top to this one, without list indexes.
    pub(crate) path: Vec<Option<&'a str>>,
}

impl AnswerError<'_> {
    /// What the error means.
    pub(crate) fn fault(&self) -> AnswerFault {
        match self.kind {
            "NOT_FOUND" => AnswerFault::Missing,
            "FORBIDDEN" | "INSUFFICIENT_SCOPES" => AnswerFault::Forbidden,
            _ => AnswerFault::Incomplete(code(self.message)),
        }
    }
}

/// Every error of an answer.
pub(crate) struct Errors<'a>(pub(crate) Vec<AnswerError<'a>>);

impl<'a> Errors<'a> {
    /// Reads the body of an answer.
    pub(crate) fn of(body: &'a Value) -> Self {
        let mut errors = Vec::new();
        for error in list(member(body, "errors")) {
            let mut path = Vec::new();
            for part in list(member(error, "path")) {
                path.push(part.as_str());
            }
            let kind = text(error, "type").unwrap_or_default();
            let message = text(error, "message").unwrap_or_default();
            errors.push(AnswerError { kind, message, path });
        }
        Self(errors)
    }

    /// The error of the field at exactly this path.
    pub(crate) fn at(&self, path: &[&str]) -> Option<AnswerFault> {
        let is_here = |error: &&AnswerError<'_>| {
            error.path.len() == path.len()
                && error.path.iter().zip(path).all(|(found, path)| *found == Some(*path))
        };
        self.0.iter().find(is_here).map(AnswerError::fault)
    }

    /// Whether a part of the field at this path is missing, for a reason that may pass.
    pub(crate) fn break_within(&self, path: &[&str]) -> bool {
        self.0.iter().any(|error| {
            let is_inside = error.path.len() >= path.len()
                && error.path.iter().zip(path).all(|(found, path)| *found == Some(*path));
            is_inside && matches!(error.fault(), AnswerFault::Incomplete(_))
        })
    }
}
