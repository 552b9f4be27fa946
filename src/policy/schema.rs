//! The parts of the policy file's JSON Schema that the types do not say by themselves. Nothing here is shipped.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::{Level, Maintained, Pattern};
use crate::rules::RULES;
use crate::version::Branch;

/// A label's name: no control character, no comma, no blank at either end.
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

/// Every rule by its name, with what it finds.
pub(super) fn rules(_: &mut SchemaGenerator) -> Schema {
    let mut rules = Map::new();
    let levels = Level::ALL.map(|(name, _)| name);
    for rule in RULES {
        let schema = json!({
            "description": rule.summary,
            "enum": levels,
            "default": rule.severity.name(),
        });
        rules.insert(rule.name.to_owned(), schema);
    }
    json_schema!({ "type": "object", "properties": rules, "additionalProperties": false })
}

pub(super) fn no_rules<T, S: Serializer>(_: &T, serializer: S) -> Result<S::Ok, S::Error> {
    Map::new().serialize(serializer)
}

/// What may stand in a pattern beside its placeholder: a brace only where no placeholder starts.
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

impl JsonSchema for Maintained {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Maintained".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "anyOf": [
                {
                    "description": "How many of the newest branches",
                    "type": "integer",
                    "minimum": 1,
                    "maximum": 100
                },
                {
                    "description": "These branches",
                    "type": "array",
                    "items": { "type": "string", "pattern": r"^v(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$" },
                    "minItems": 1,
                    "maxItems": 100
                }
            ]
        })
    }
}

impl Serialize for Branch {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
