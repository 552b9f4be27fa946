//! Every fixture of the rules once more, under a policy with other tags and other sections: the same mistakes are found
//! at the same places, in the words of that policy. What is expected follows from the answer under the first policy, by
//! the rule that turns one project's words into the other's.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot read its cases fails"
)]

use patch_release_issues::tags::TagPatterns;
use patch_release_issues::{Answer, Facts, read_policy, validate_with};
use serde_json::{Value, json};

use crate::{fact_reader, fixtures};

/// How tags are written under the second policy.
const TAGS: &str = "e-v{version}";

/// The stems of the words that sections are called by, and what the second policy calls them.
const STEMS: [(&str, &str); 4] =
    [("sym", "zym"), ("root", "roof"), ("impa", "ompa"), ("resolution", "pesolution")];

/// The rules whose help is made of a section's prompt.
const PROMPTED: [&str; 3] = ["missing-section", "empty-section", "unfilled-section"];

/// The sections of the defaults under other names.
fn sections() -> Value {
    let policy = patch_release_issues::Policy::default();
    let section = |(name, holds, deferred): (&str, Option<&str>, bool)| {
        let known = policy.sections.list().find(|section| section.name == name).unwrap();
        let mut section = json!({
            "name": translated(name), "prompt": translated(&known.prompt), "deferred": deferred
        });
        if let Some(holds) = holds {
            section["holds"] = json!(holds);
        }
        if !known.also.is_empty() {
            section["also"] = json!(known.also);
        }
        section
    };
    let all = [
        ("Symptoms", None, false),
        ("Root cause", Some("binaries"), true),
        ("Impact", None, false),
        ("Resolution", None, true),
        ("PRs", Some("pull-requests"), true),
    ];
    all.map(section).into_iter().collect()
}

/// A text of the first project in the words of the second.
fn translated(text: &str) -> String {
    let mut text = text.to_owned();
    for (stem, other) in STEMS {
        text = text.replace(stem, other);
        let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
        text = text.replace(&capital(stem), &capital(other));
        text = text.replace(&stem.to_uppercase(), &other.to_uppercase());
    }
    let mut written = String::new();
    for (at, character) in text.char_indices() {
        let before = text[..at].chars().next_back();
        let is_inside = |before: char| before.is_alphanumeric() || "._-+/#:".contains(before);
        if !before.is_some_and(is_inside) && starts_version(&text[at..]) {
            written.push_str("e-");
        }
        written.push(character);
    }
    written
}

/// Whether `text` starts like a version, a branch or a placeholder of one.
fn starts_version(text: &str) -> bool {
    let number = text.strip_prefix(['v', 'V']).unwrap_or(text);
    let (first, rest) = number.split_once('.').unwrap_or_default();
    let is_number = !first.is_empty() && first.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = matches!(first, "x" | "X" | "X+1");
    let goes_on = rest.starts_with(|next: char| next.is_ascii_digit() || "xXyYzZ".contains(next));
    (is_number || is_letter) && goes_on
}

/// A value with every text in the words of the second project.
fn translate(value: &Value) -> Value {
    match value {
        Value::String(text) => Value::String(translated(text)),
        Value::Array(items) => items.iter().map(translate).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, value)| (name.clone(), translate(value))).collect()
        }
        other => other.clone(),
    }
}

fn answer(issue: &Value, policy: &Value, facts: &Facts) -> Answer {
    let policy = read_policy(&policy.to_string()).unwrap_or_else(|errors| panic!("{errors:?}"));
    validate_with(&serde_json::from_value(issue.clone()).unwrap(), &policy, facts)
}

/// What must be the same in both answers: the rules, their severity, lines and words.
fn found(answer: &Answer) -> Vec<(String, String, String, Option<usize>)> {
    let of = |found: &patch_release_issues::answer::Diagnostic| {
        let help = if PROMPTED.contains(&found.rule) { String::new() } else { found.help.clone() };
        let line = found.span.map(|span| span.start.line);
        // Under a policy with tags of its own, a message says more.
        let message = found.message.replace(": its numbers must not start with zeros", "");
        (format!("{} {:?}", found.rule, found.severity), message, help, line)
    };
    answer.diagnostics.iter().map(of).collect()
}

#[test]
fn every_fixture_is_judged_alike_under_another_policy() {
    let patterns = json!(TAGS);
    let patterns: TagPatterns = serde_json::from_value(patterns).unwrap();
    let (mut compared, mut different) = (0, Vec::new());
    for case in fixtures::cases() {
        let (issue, policy, facts) = fixtures::parts(&case);
        let body = issue["body"].as_str().unwrap_or_default();
        // The original's example belongs to a preset, and so does a section of the case's own policy.
        if body.to_lowercase().contains("kubectl was incorrectly") || !policy["sections"].is_null()
        {
            continue;
        }
        let first = facts.as_ref().map(fact_reader::read).unwrap_or_default();
        let expected = answer(&issue, &policy, &first);
        let (issue, mut policy) = (translate(&issue), translate(&policy));
        policy["tags"] = json!(TAGS);
        policy["sections"] = sections();
        let facts = facts.map(|facts| fact_reader::read_spelled(&translate(&facts), &patterns));
        let actual = answer(&issue, &policy, &facts.unwrap_or_default());
        let expected_found: Vec<_> = found(&expected)
            .into_iter()
            .map(|(rule, message, help, line)| {
                (rule, translated(&message), translated(&help), line)
            })
            .collect();
        let fixed = expected.fixed_description.as_deref().map(translated);
        compared += 1;
        if (&expected_found, &fixed) != (&found(&actual), &actual.fixed_description) {
            let name = case.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap().display();
            different.push(format!(
                "{name}\nexpected {expected_found:#?}\n{fixed:#?}\nactual {:#?}\n{:#?}",
                found(&actual),
                actual.fixed_description
            ));
        }
    }
    assert!(compared > 200, "only {compared} cases");
    assert!(different.is_empty(), "{} differ:\n{}", different.len(), different.join("\n\n"));
}
