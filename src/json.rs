//! Members of a JSON value. What is absent reads as null, or as nothing.

use serde_json::Value;

/// A member of an object; null where there is none.
pub(crate) fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

/// A member that is a string.
pub(crate) fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    member(value, name).as_str()
}

/// The items of a list; none where it is not one.
pub(crate) fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The nodes of a GraphQL connection.
pub(crate) fn nodes(connection: &Value) -> &[Value] {
    list(member(connection, "nodes"))
}

/// An id. GitHub writes large ids as strings, because they outgrew GraphQL's numbers.
pub(crate) fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}
