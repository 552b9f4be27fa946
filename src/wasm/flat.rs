//! A JSON value as bytes, which costs less than a JavaScript object: one line that tells the shape, then all texts.
//!
//! The line holds a word for each value, in order: `s` and the bytes of a text, `n` and a whole number, `x` for any
//! other number, `t`, `f`, `z` for null, `a` and the length of an array, `o` and the number of an object's members, each
//! of which is a text and a value. `action/validate/flat.js` writes it.

use serde_json::{Map, Value};

/// The greatest depth of values: more than an event has.
const DEEPEST: usize = 8;

/// Reads a value. What does not have the form becomes null.
pub(super) fn read(bytes: &[u8]) -> Value {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    let (shape, texts) = text.split_once('\n').unwrap_or_default();
    Flat { shape, texts }.value(DEEPEST).unwrap_or_default()
}

/// What has not been read yet.
struct Flat<'a> {
    shape: &'a str,
    texts: &'a str,
}

impl Flat<'_> {
    fn value(&mut self, depth: usize) -> Option<Value> {
        let (word, rest) = self.shape.split_once(' ').unwrap_or((self.shape, ""));
        self.shape = rest;
        let (kind, count) = word.split_at_checked(1)?;
        match kind {
            "t" => return Some(Value::Bool(true)),
            "f" => return Some(Value::Bool(false)),
            "x" => return Some(Value::from(0.5)),
            "z" => return Some(Value::Null),
            _ => {}
        }
        let count: u64 = count.parse().ok()?;
        if kind == "n" {
            return Some(Value::from(count));
        }
        let (count, depth) = (usize::try_from(count).ok()?, depth.checked_sub(1)?);
        match kind {
            "s" => self.text(count).map(Value::String),
            "a" => self.items(count, depth),
            _ => self.members(count, depth),
        }
    }

    fn text(&mut self, length: usize) -> Option<String> {
        let (text, rest) = self.texts.split_at_checked(length)?;
        self.texts = rest;
        Some(text.to_owned())
    }

    fn items(&mut self, count: usize, depth: usize) -> Option<Value> {
        let mut items = Vec::new();
        for _ in 0..count {
            items.push(self.value(depth)?);
        }
        Some(Value::Array(items))
    }

    fn members(&mut self, count: usize, depth: usize) -> Option<Value> {
        let mut members = Map::new();
        for _ in 0..count {
            let Value::String(name) = self.value(depth)? else { return None };
            members.insert(name, self.value(depth)?);
        }
        Some(Value::Object(members))
    }
}
