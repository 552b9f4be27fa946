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

/// A repository's file, or a preset.
pub(super) fn extends(_: &mut SchemaGenerator) -> Schema {
    let name = "[A-Za-z0-9._-]+";
    json_schema!({ "anyOf": [
        { "enum": ["kubernetes", "minimal", null] },
        { "type": "string", "pattern": format!(r"^{name}/{name}:[^/\s].*@[^\s:~^{{@]+$") }
    ] })
}

pub(super) fn policy_name(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "pattern": "^[a-z0-9-]{1,20}$" })
}

/// The text around `{version}`. A digit or a dot before it, or also a letter after it, could be read as a part of it.
const TAG: &str = r"^([A-Za-z0-9._/@+-]*[A-Za-z_/@+-])?\{version\}([_/@+-][A-Za-z0-9._/@+-]*)?$";

fn tag() -> Value {
    json!({ "type": "string", "pattern": TAG, "maxLength": 49 })
}

pub(crate) fn tags(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [
        tag(),
        { "type": "array", "items": tag(), "minItems": 1, "maxItems": 10, "uniqueItems": true }
    ] })
}

pub(super) fn components(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": ["Binaries", "Components", "Packages", "Modules", null] })
}

pub(super) fn noun(_: &mut SchemaGenerator) -> Schema {
    let word = json!({
        "type": "string",
        "pattern": r"^\p{Alphabetic}+([ -]\p{Alphabetic}+)*$",
        "maxLength": 30
    });
    json_schema!({ "anyOf": [word, {
        "type": "object",
        "required": ["one"],
        "properties": { "one": word, "many": word, "article": { "enum": ["a", "an"] } },
        "additionalProperties": false
    }] })
}

pub(super) fn help(_: &mut SchemaGenerator) -> Schema {
    json_schema!({
        "type": "string",
        "pattern": r"^(?=.*\S)(?=[^`]*(`[^`]*`[^`]*)*$)([^{\u0000-\u001f\u007f-\u009f]|\{(label|command|value)\})*$",
        "maxLength": 500
    })
}

pub(super) fn sections(_: &mut SchemaGenerator) -> Schema {
    let name = json!({
        "type": "string",
        "pattern": r"^(?!\s)(?=.*[\p{L}\p{N}])[^\u0000-\u001f\u007f-\u009f]*(?<!\s)$",
        "maxLength": 60
    });
    let section = json!({
        "type": "object",
        "required": ["name", "prompt"],
        "properties": {
            "name": { "description": "The text of its heading.", "allOf": [name] },
            "also": {
                "description": "Other texts of its heading that are equally right.",
                "type": "array", "items": name, "minItems": 1
            },
            "prompt": {
                "description": "The template's text, which authors replace.",
                "type": "string", "pattern": r"^(?=[\s\S]*\S)[^\u0000-\u0009\u000b-\u001f\u007f-\u009f]*$", "maxLength": 1000
            },
            "holds": {
                "description": "What it names: the binaries or the pull requests. One section each.",
                "enum": ["binaries", "pull-requests"]
            },
            "optional": { "description": "Whether it may be missing or empty.", "type": "boolean" },
            "deferred": {
                "description": "Whether `TBD` may be an answer until the issue is done.",
                "type": "boolean"
            }
        },
        "additionalProperties": false
    });
    json_schema!({ "type": "array", "items": section, "minItems": 1, "maxItems": 20 })
}
