//! The page about the policy file: its example and the table of its keys. The rest of it is hand-written.

use std::fmt::Write;
use std::fs;

use serde_json::Value;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;
use crate::docs::{generated_parts, schema};

/// The page with its generated parts up to date.
pub(crate) fn page() -> Outcome<Page> {
    let example = fs::read_to_string(root().join("docs/patch-release-issues.yml"))?;
    let example = format!("```yaml\n{example}```\n");
    generated_parts::page("docs/policy.md", &[("example", example), ("keys", keys()?)])
}

/// Every key with its default and its description.
fn keys() -> Outcome<String> {
    let mut table = "| key | default | what it is |\n|---|---|---|\n".to_owned();
    add_keys("", schema::policy().as_value(), &mut table)?;
    Ok(table)
}

/// Adds the members of a mapping, recursively, except the rules, which have their own pages.
fn add_keys(path: &str, schema: &Value, table: &mut String) -> Outcome {
    let members = schema["properties"].as_object();
    for (name, member) in members.into_iter().flatten().filter(|_| path != "rules.") {
        let path = format!("{path}{name}");
        let text =
            member["description"].as_str().ok_or_else(|| format!("{path} has no description"))?;
        let is_mapping = member["properties"].is_object() && name != "rules";
        let shown = if is_mapping { String::new() } else { default(&member["default"]) };
        let _ = writeln!(table, "| `{path}` | {shown} | {} |", text.replace('|', "\\|"));
        add_keys(&format!("{path}."), member, table)?;
    }
    Ok(())
}

/// A default as code. A list of mappings is too long for a cell: those of the template's sections stand on its page.
fn default(value: &Value) -> String {
    let is_long = value.as_array().is_some_and(|items| items.iter().any(Value::is_object));
    if is_long {
        return "[the template's](template.md)".to_owned();
    }
    let text = inline(value);
    if text.contains('`') { format!("`` {text} ``") } else { format!("`{text}`") }
}

/// A value as YAML on one line.
fn inline(value: &Value) -> String {
    let join = |parts: Vec<String>| parts.join(", ");
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => format!("[{}]", join(items.iter().map(inline).collect())),
        Value::Object(members) => {
            let member = |(name, value)| format!("{name}: {}", inline(value));
            format!("{{{}}}", join(members.iter().map(member).collect()))
        }
        other => other.to_string(),
    }
}
