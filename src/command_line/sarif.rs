//! The format `sarif`: SARIF 2.1.0, which code scanning reads.

use serde_json::{Map, Value, json};

use crate::answer::Diagnostic;
use crate::command_line::checked::{Checked, CheckedInput, PolicyMistake};
use crate::command_line::request::{MISTAKE, POLICY_RULE};
use crate::links;
use crate::policy::level::Severity;
use crate::rules::RULES;
use crate::text::position::Location;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The log of one run: one line.
pub(super) fn log(checked: &[CheckedInput<'_>]) -> String {
    let (mut results, mut notifications) = (Vec::new(), Vec::new());
    for one in checked {
        match &one.found {
            Checked::Issue(answer) => {
                results.extend(answer.diagnostics.iter().map(|found| diagnostic(one, found)));
            }
            Checked::Policy(answer) => {
                results.extend(answer.mistakes.iter().map(|found| mistake(one, found)));
            }
            Checked::Failed(why) => notifications.push(json!({
                "level": "error",
                "message": {"text": format!("{}: {why}", one.input.name)},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": one.input.uri}}}],
            })),
        }
    }
    let invocation = json!({
        "executionSuccessful": notifications.is_empty(),
        "toolExecutionNotifications": notifications,
    });
    let run = json!({
        "tool": {"driver": driver()},
        "columnKind": "utf16CodeUnits",
        "invocations": [invocation],
        "results": results,
    });
    json!({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}).to_string() + "\n"
}

fn driver() -> Value {
    let mut rules: Vec<Value> = RULES
        .iter()
        .map(|rule| {
            let level = rule.level.severity().map_or("none", Severity::name);
            json!({
                "id": rule.name,
                "shortDescription": {"text": rule.summary},
                "helpUri": links::rule_page(rule.name),
                "defaultConfiguration": {"level": level},
            })
        })
        .collect();
    rules.push(json!({
        "id": POLICY_RULE,
        "shortDescription": {"text": "the policy file has a mistake"},
        "helpUri": links::policy_page(),
        "defaultConfiguration": {"level": "error"},
    }));
    json!({
        "name": "patch-release-issues",
        "version": env!("CARGO_PKG_VERSION"),
        "informationUri": links::home_page(),
        "rules": rules,
    })
}

fn diagnostic(one: &CheckedInput<'_>, found: &Diagnostic) -> Value {
    let index = RULES.iter().position(|rule| rule.name == found.rule);
    let mut result = json!({
        "ruleId": found.rule,
        "level": found.severity.name(),
        "message": {"text": format!("{}\n\n{}", found.message, found.help)},
        "locations": [location(one, found.span)],
    });
    let mut add = |name: &str, value: Value| {
        if let Some(members) = result.as_object_mut() {
            members.insert(name.to_owned(), value);
        }
    };
    if let Some(index) = index {
        add("ruleIndex", json!(index));
    }
    if !one.has_places() {
        return result;
    }
    if let Some(note) = &found.note {
        let mut related = location(one, Some(note.span));
        if let Some(members) = related.as_object_mut() {
            members.insert("message".to_owned(), json!({"text": note.message}));
        }
        add("relatedLocations", json!([related]));
    }
    if let Some(fix) = &found.fix {
        let mut replacements = Vec::new();
        for edit in &fix.edits {
            let content = json!({"text": edit.text});
            replacements
                .push(json!({"deletedRegion": region(edit.span), "insertedContent": content}));
        }
        let change =
            json!({"artifactLocation": {"uri": one.input.uri}, "replacements": replacements});
        let description = json!({"text": found.help});
        add("fixes", json!([{"description": description, "artifactChanges": [change]}]));
    }
    result
}

fn mistake(one: &CheckedInput<'_>, found: &PolicyMistake) -> Value {
    let region = json!({"startLine": found.line, "startColumn": found.column});
    json!({
        "ruleId": POLICY_RULE,
        "ruleIndex": RULES.len(),
        "level": MISTAKE.name(),
        "message": {"text": found.message},
        "locations": [{
            "physicalLocation": {"artifactLocation": {"uri": one.input.uri}, "region": region}
        }],
    })
}

/// A place in an input; the input as a whole if it has no places.
fn location(one: &CheckedInput<'_>, span: Option<Location>) -> Value {
    let mut place = Map::new();
    place.insert("artifactLocation".to_owned(), json!({"uri": one.input.uri}));
    if let Some(span) = span.filter(|_| one.has_places()) {
        place.insert("region".to_owned(), region(span));
    }
    json!({"physicalLocation": place})
}

fn region(span: Location) -> Value {
    json!({
        "startLine": span.start.line,
        "startColumn": span.start.column,
        "endLine": span.end.line,
        "endColumn": span.end.column,
    })
}
