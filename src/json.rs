//! Reads members of a JSON value, and writes strings. An absent member is read as null or as empty.

use serde_json::Value;

/// A member of an object; null if it is absent.
pub(crate) fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// A member that is a string.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    member(value, name).as_str()
}

/// The items of a list; none if the value is not a list.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The nodes of a GraphQL connection.
pub(crate) fn nodes(connection: &Value) -> &[Value] {
    list(member(connection, "nodes"))
}

/// An id, which is a number. GitHub writes large ids as strings, because they exceed GraphQL's integers. Other text could
/// change the path that the id becomes a part of.
pub(crate) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) if is_number(id) => Some(id.clone()),
        Value::Number(id) => id.as_u64().map(|id| id.to_string()),
        _ => None,
    }
}

fn is_number(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A string as JSON.
pub(crate) fn string(text: &str) -> String {
    serde_json::to_string(text).unwrap_or_default()
}

/// A list of strings as JSON.
#[cfg(feature = "report")]
pub(crate) fn strings<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) -> String {
    let mut json = String::from("[");
    for text in texts {
        json.push_str(if json.len() > 1 { "," } else { "" });
        json.push_str(&string(text.as_ref()));
    }
    json.push(']');
    json
}
