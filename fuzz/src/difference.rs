//! Where two JSON values differ.

use serde_json::Value;

/// The place and the values of the first difference; `None` where there is none.
pub(crate) fn first(one: &Value, other: &Value) -> Option<String> {
    if one == other {
        return None;
    }
    let deeper = match (one, other) {
        (Value::Object(one), Value::Object(other)) if one.keys().eq(other.keys()) => {
            let mut members = one.iter().zip(other.values());
            members.find_map(|((name, one), other)| Some((format!(".{name}"), first(one, other)?)))
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let mut values = one.iter().zip(other).enumerate();
            values.find_map(|(at, (one, other))| Some((format!("[{at}]"), first(one, other)?)))
        }
        _ => None,
    };
    Some(match deeper {
        Some((place, rest)) => format!("{place}{rest}"),
        None => format!(": {one:#} and {other:#}"),
    })
}
