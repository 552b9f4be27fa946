//! JavaScript values → JSON values.

use js_sys::{Array, JsString, Object, Reflect};
use serde_json::{Map, Number, Value};
use wasm_bindgen::prelude::*;

/// The greatest depth of values: more than GitHub's answers have.
const DEEPEST: usize = 32;

/// The longest text that is read, in UTF-16 code units. Texts are copied into the core's memory, which is bounded. All
/// that people write is far shorter, and what is cut here is too long in any case.
const LONGEST: u32 = 1 << 24;

/// A string, cut if it is extremely long.
pub(super) fn string(value: &JsValue) -> Option<String> {
    let text = value.dyn_ref::<JsString>()?;
    if text.length() > LONGEST { text.slice(0, LONGEST).as_string() } else { text.as_string() }
}

/// A JSON value. Values that are nested too deeply, or that JSON cannot express, become null.
pub(super) fn read(value: &JsValue) -> Value {
    read_to(value, DEEPEST)
}

/// A member of an object; undefined if it is missing.
pub(super) fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Whether a value is null or undefined.
pub(super) fn is_absent(value: &JsValue) -> bool {
    value.is_null() || value.is_undefined()
}

/// A member that is a string, or absent.
#[cfg(feature = "report")]
pub(super) fn text(object: &JsValue, name: &str) -> Result<Option<String>, String> {
    let value = member(object, name);
    match string(&value) {
        None if !is_absent(&value) => Err(format!("`{name}` is not a string")),
        text => Ok(text),
    }
}

fn read_to(value: &JsValue, depth: usize) -> Value {
    if let Some(text) = string(value) {
        return Value::String(text);
    }
    if let Some(truth) = value.as_bool() {
        return Value::Bool(truth);
    }
    if let Some(number) = value.as_f64() {
        return whole(number).map_or_else(|| Number::from_f64(number).into(), Value::from);
    }
    if depth == 0 || !value.is_object() {
        return Value::Null;
    }
    if Array::is_array(value) {
        let mut items = Vec::new();
        for item in Array::from(value).iter() {
            items.push(read_to(&item, depth - 1));
        }
        return Value::Array(items);
    }
    let mut members = Map::new();
    for name in Object::keys(value.unchecked_ref::<Object>()).iter() {
        if let Some(name) = name.as_string() {
            let member = read_to(&member(value, &name), depth - 1);
            members.insert(name, member);
        }
    }
    Value::Object(members)
}

fn whole(number: f64) -> Option<u64> {
    let is_whole = number.fract() == 0.0 && (0.0..=9e15).contains(&number);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range was checked"
    )]
    is_whole.then_some(number as u64)
}
