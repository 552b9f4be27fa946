//! The variables of a query, which say what it asked.

use serde_json::{Map, Value};

/// The pull requests of other repositories that a query with these variables asked for: the alias of each, and its
/// repository, in lower case, and number.
pub(super) fn elsewhere(variables: &Map<String, Value>) -> Vec<(String, (String, u64))> {
    let mut found = Vec::new();
    for (name, number) in variables {
        let Some(alias) = name.strip_suffix("number").filter(|alias| alias.starts_with('r')) else {
            continue;
        };
        let word = |suffix| {
            let value = variables.get(&format!("{alias}{suffix}"));
            value.and_then(Value::as_str).unwrap_or_default()
        };
        let repository = format!("{}/{}", word("owner"), word("name")).to_ascii_lowercase();
        found.push((alias.to_owned(), (repository, number.as_u64().unwrap_or_default())));
    }
    found
}

/// The name of the reference that a tag is.
pub(super) fn reference(tag: &str) -> String {
    format!("refs/tags/{tag}")
}
