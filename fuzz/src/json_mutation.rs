//! Changes JSON by its members.

use serde_json::{Map, Value, json};

use crate::random::Random;
use crate::text_mutation;

/// The text of the JSON after one change; `None` if it is no JSON.
pub(crate) fn change(text: &str, words: &[String], random: &mut Random) -> Option<String> {
    let mut value: Value = serde_json::from_str(text).ok()?;
    let count = count(&value);
    let chosen = random.below(count);
    let other = at(&value, random.below(count)).cloned().unwrap_or_default();
    let change = Change { words, other, random };
    apply(&mut value, chosen, change);
    Some(value.to_string())
}

/// How a value is changed.
struct Change<'a> {
    words: &'a [String],
    /// Another value of the same input.
    other: Value,
    random: &'a mut Random,
}

/// How many values there are in a value, itself included.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(values) => values.iter().map(count).sum(),
        Value::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// The value with that number, counted in order.
fn at(value: &Value, mut number: usize) -> Option<&Value> {
    let parts: Vec<&Value> = match value {
        _ if number == 0 => return Some(value),
        Value::Array(values) => values.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => return None,
    };
    number -= 1;
    for part in parts {
        let size = count(part);
        if number < size {
            return at(part, number);
        }
        number -= size;
    }
    None
}

fn apply(value: &mut Value, mut number: usize, change: Change<'_>) {
    if number == 0 {
        *value = changed(value.take(), change);
        return;
    }
    number -= 1;
    let parts: Vec<&mut Value> = match value {
        Value::Array(values) => values.iter_mut().collect(),
        Value::Object(members) => members.values_mut().collect(),
        _ => return,
    };
    for part in parts {
        let size = count(part);
        if number < size {
            return apply(part, number, change);
        }
        number -= size;
    }
}

fn changed(value: Value, change: Change<'_>) -> Value {
    let Change { words, other, random } = change;
    let word = words.get(random.below(words.len()));
    let word = || word.and_then(|word| serde_json::from_str(word).ok()).unwrap_or_default();
    match random.below(8) {
        0 => word(),
        1 => other,
        2 if !value.is_object() => simple(random),
        _ => match value {
            Value::String(text) => {
                Value::String(text_mutation::change(&text, &texts(words), random))
            }
            Value::Number(number) => {
                let more = [1, -1, 10].get(random.below(3)).copied().unwrap_or_default();
                json!(number.as_i64().unwrap_or_default().wrapping_add(more))
            }
            Value::Array(values) => Value::Array(changed_list(values, word(), random)),
            Value::Object(members) => Value::Object(changed_members(members, word(), random)),
            _ => word(),
        },
    }
}

/// The words that are text.
fn texts(words: &[String]) -> Vec<String> {
    let read = |word: &String| serde_json::from_str::<String>(word).ok();
    words.iter().filter_map(read).collect()
}

fn simple(random: &mut Random) -> Value {
    let values = [
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(""),
        json!([]),
        json!({}),
    ];
    values.get(random.below(values.len())).cloned().unwrap_or_default()
}

fn changed_list(mut values: Vec<Value>, word: Value, random: &mut Random) -> Vec<Value> {
    let (from, to) = (random.below(values.len()), random.below(values.len() + 1));
    match random.below(4) {
        0 if !values.is_empty() => drop(values.remove(from)),
        1 if !values.is_empty() => values.extend(values.get(from).cloned()),
        2 if !values.is_empty() => {
            let last = values.len() - 1;
            values.swap(from, to.min(last));
        }
        _ => values.insert(to, word),
    }
    values
}

fn changed_members(
    mut members: Map<String, Value>,
    word: Value,
    random: &mut Random,
) -> Map<String, Value> {
    let names: Vec<String> = members.keys().cloned().collect();
    let name = names.get(random.below(names.len()));
    match (random.below(3), name, word) {
        (0, Some(name), _) => drop(members.remove(name)),
        (1, Some(name), word) => drop(members.insert(name.clone(), word)),
        (_, _, Value::Object(more)) => members.extend(more),
        (_, Some(name), _) => {
            let other =
                names.get(random.below(names.len())).and_then(|name| members.get(name)).cloned();
            members.insert(name.clone(), other.unwrap_or_default());
        }
        _ => {}
    }
    members
}
