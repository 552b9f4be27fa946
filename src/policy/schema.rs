//! The parts of the policy file's JSON Schema that do not follow from the types. None of this is released.

use schemars::{Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// A label's name: no control characters, no commas, no whitespace at either end.
const NAME: &str = r"^[^\s,\u0000-\u001f\u007f-\u009f]([^,\u0000-\u001f\u007f-\u009f]*[^\s,\u0000-\u001f\u007f-\u009f])?$";

fn name() -> Value {
    json!({
        "type": "string",
        "pattern": NAME,
        "minLength": 1,
        "maxLength": 50,
        "not": { "enum": [".", ".."] }
    })
}

pub(super) fn prefix(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": r"^[^\s,\u0000-\u001f\u007f-\u009f][^,\u0000-\u001f\u007f-\u009f]*$",
        "minLength": 1,
        "maxLength": 49
    })
}

pub(super) fn names(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": name(), "minItems": 1 })
}

pub(super) fn optional_names(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["array", "null"], "items": name(), "minItems": 1 })
}

pub(super) fn label_names(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": name() })
}

pub(super) fn phrases(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "pattern": r"\S" } })
}

/// The rules by name. `xtask/src/docs/schema.rs` adds them as properties.
pub(super) fn rules(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "object", "properties": {}, "additionalProperties": false })
}

pub(super) fn no_rules<T, S: Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Map::new().serialize(serializer)
}

/// The text allowed in a pattern next to its placeholder. A brace must not start a placeholder.
const PLAIN: &str = r"([^,{\u0000-\u001f\u007f-\u009f]|\{(?![^}]*\}))*";

fn pattern(text: &str, longest: usize) -> Schema {
    json_schema!({
        "type": ["string", "null"],
        "pattern": format!(r"^(?!\s){text}(?<!\s)$"),
        "minLength": 1,
        "maxLength": longest,
        "not": { "enum": [".", ".."] }
    })
}

pub(super) fn plain_pattern(_: &mut SchemaGenerator) -> Schema {
    pattern(PLAIN, 50)
}

pub(super) fn branch_pattern(_: &mut SchemaGenerator) -> Schema {
    // `{branch}` is as long as the longest branch that is expected.
    pattern(&format!(r"{PLAIN}\{{branch\}}{PLAIN}"), 50)
}

pub(super) fn version_pattern(_: &mut SchemaGenerator) -> Schema {
    // The longest version that is expected is 13 characters longer than `{version}`.
    pattern(&format!(r"{PLAIN}\{{version\}}{PLAIN}"), 37)
}
