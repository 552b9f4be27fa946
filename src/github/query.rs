//! GraphQL queries. All external text is passed in variables.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value};

/// A query to GitHub's GraphQL API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// The query.
    pub text: String,
    /// Its variables, by name.
    pub variables: Map<String, Value>,
    /// How many milliseconds to wait before it is sent.
    pub delay: u32,
}

/// A query being built: its variables and their declarations.
#[derive(Default)]
pub(crate) struct Draft {
    parameters: String,
    variables: Map<String, Value>,
}

impl Draft {
    /// A query about `repository`, `owner/name`.
    pub(crate) fn about(repository: &str) -> Self {
        let mut draft = Self::default();
        let (owner, name) = repository.split_once('/').unwrap_or_default();
        draft.declare("owner", "String!", owner.into());
        draft.declare("name", "String!", name.into());
        draft
    }

    /// Adds a variable of the GraphQL type `kind`.
    pub(crate) fn declare(&mut self, name: &str, kind: &str, value: Value) {
        let _ = write!(self.parameters, "${name}:{kind} ");
        self.variables.insert(name.to_owned(), value);
    }

    /// The query that selects `fields` at the top level, sent after `delay` milliseconds.
    pub(crate) fn finish(self, fields: &str, delay: u32) -> Query {
        let text = format!("query({}){{{fields}}}", self.parameters.trim_end());
        Query { text, variables: self.variables, delay }
    }
}

/// A page of a list.
#[cfg(feature = "report")]
pub(crate) struct Page<'a> {
    /// The repository, `owner/name`.
    pub(crate) repository: &'a str,
    /// The number of items.
    pub(crate) size: usize,
    /// The cursor of the item before it.
    pub(crate) after: Option<&'a str>,
}

#[cfg(feature = "report")]
impl Draft {
    /// A query for a page.
    pub(crate) fn of(page: &Page<'_>) -> Self {
        let mut draft = Self::about(page.repository);
        draft.declare("size", "Int!", page.size.into());
        draft
    }

    /// The argument that continues after the previous page.
    pub(crate) fn after(&mut self, page: &Page<'_>) -> &'static str {
        let Some(after) = page.after else { return "" };
        self.declare("after", "String", after.into());
        "after:$after,"
    }
}
