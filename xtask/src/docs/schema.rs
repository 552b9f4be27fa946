//! The JSON Schemas of the answer, of the report and of the policy file, from their Rust types.

use patch_release_issues::known_issues::KnownIssues;
use patch_release_issues::links::HOME;
use patch_release_issues::policy::level::Level;
use patch_release_issues::rules::RULES;
use patch_release_issues::{Answer, Policy};
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema};
use serde_json::json;

use crate::Outcome;
use crate::docs::page::Page;

/// The published schemas.
pub(crate) fn pages() -> Outcome<Vec<Page>> {
    Ok(vec![
        page("schema/answer.schema.json", outgoing::<Answer>())?,
        page("schema/known-issues.schema.json", outgoing::<KnownIssues>())?,
        page(POLICY, policy())?,
    ])
}

/// The schema of version 1 of an output.
fn outgoing<T: JsonSchema>() -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>();
    RecursiveTransform(close).transform(&mut schema);
    RecursiveTransform(forget_rust).transform(&mut schema);
    if let Some(version) = schema.pointer_mut("/properties/schema") {
        *version = json!({ "description": version["description"], "const": 1 });
    }
    schema
}

const POLICY: &str = "schema/policy.schema.json";

/// The policy file's schema. It uses the draft that every editor supports, and no references, because these spoil the
/// editors' hints.
pub(crate) fn policy() -> Schema {
    let mut settings = SchemaSettings::draft07();
    settings.inline_subschemas = true;
    let mut schema = settings.into_generator().into_root_schema_for::<Policy>();
    RecursiveTransform(close).transform(&mut schema);
    RecursiveTransform(forget_rust).transform(&mut schema);
    RecursiveTransform(join_lines).transform(&mut schema);
    if let Some(rules) = schema.pointer_mut("/properties/rules/properties") {
        *rules = self::rules();
    }
    schema
}

/// Every rule by its name, with its summary.
fn rules() -> serde_json::Value {
    let mut rules = serde_json::Map::new();
    let levels = Level::ALL.map(Level::name);
    for rule in RULES {
        let schema =
            json!({ "description": rule.summary, "enum": levels, "default": rule.level.name() });
        rules.insert(rule.name.to_owned(), schema);
    }
    rules.into()
}

fn page(path: &str, mut schema: Schema) -> Outcome<Page> {
    schema.insert(
        "$id".to_owned(),
        json!(format!("https://raw.githubusercontent.com/{HOME}/v1/{path}")),
    );
    let text = format!("{}\n", serde_json::to_string_pretty(&schema)?);
    Ok(Page { path: path.to_owned(), text })
}

/// Allows only the named members in an object.
fn close(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), json!(false));
    }
}

/// Removes formats such as `uint64`, which are specific to Rust.
fn forget_rust(schema: &mut Schema) {
    if schema.get("type").is_some() {
        schema.remove("format");
    }
}

/// Joins the lines of a description, which end where the code comment's lines end.
fn join_lines(schema: &mut Schema) {
    if let Some(serde_json::Value::String(text)) = schema.get_mut("description") {
        *text = text.replace('\n', " ");
    }
}
