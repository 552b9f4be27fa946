//! What questions and answers have in common.

use serde_json::Value;

use crate::json::{list, member, string};

/// The answer when there is none: a sentence that says why.
pub(super) fn refusal(why: &str) -> String {
    format!("{{\"refusal\":{}}}", string(why))
}

/// The strings of a list.
pub(super) fn words<'a>(question: &'a Value, name: &str) -> Vec<&'a str> {
    list(member(question, name)).iter().filter_map(Value::as_str).collect()
}
