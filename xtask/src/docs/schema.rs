//! The answer's JSON Schema, from its Rust types.

use patch_release_issues::Answer;
use patch_release_issues::rules::HOME;
use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use serde_json::json;

use crate::Outcome;
use crate::docs::pages::Page;

/// The published schema.
pub(crate) fn page() -> Outcome<Page> {
    let path = "schema/answer.schema.json";
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Answer>();
    RecursiveTransform(close).transform(&mut schema);
    RecursiveTransform(forget_rust).transform(&mut schema);
    schema.insert(
        "$id".to_owned(),
        json!(format!("https://raw.githubusercontent.com/{HOME}/v1/{path}")),
    );
    if let Some(version) = schema.pointer_mut("/properties/schema") {
        *version = json!({ "description": version["description"], "const": 1 });
    }
    Ok(Page {
        path: path.to_owned(),
        text: format!("{}\n", serde_json::to_string_pretty(&schema)?),
    })
}

/// An object has the members that are named, and no others.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// `uint64` and the like mean nothing to others.
fn forget_rust(schema: &mut Schema) {
    if schema.get("type").is_some() {
        schema.remove("format");
    }
}
