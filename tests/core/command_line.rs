//! The command line's answers, from its requests: what a process cannot show easily.

use patch_release_issues::command_line::{Printed, run};
use serde_json::{Value, json};

const DESCRIPTION: &str = "```release\nintroduced-in=1.6.2\n```\n";

fn check(format: &str, stream: &Value, input: &Value) -> Printed {
    let request = json!({
        "command": "check", "inputs": [input], "options": {}, "format": format, "failOn": "error",
        "stream": stream,
    });
    run(&request.to_string())
}

/// An input that is a description.
fn described(text: &str) -> Value {
    json!({"name": "x.md", "kind": "description", "text": text, "uri": "x.md", "path": "x.md"})
}

#[test]
fn colours_change_nothing_else() {
    let plain = check("text", &json!({}), &described(DESCRIPTION)).stdout;
    let painted = check("text", &json!({"hasColors": true}), &described(DESCRIPTION)).stdout;
    assert!(painted.contains('\u{1b}') && !plain.contains('\u{1b}'));
    let mut bare = String::new();
    for (index, part) in painted.split("\u{1b}[").enumerate() {
        bare.push_str(if index == 0 { part } else { part.split_once('m').unwrap().1 });
    }
    assert_eq!(bare, plain);
}

#[test]
fn json_is_the_same_value_on_a_terminal() {
    let text = format!("{DESCRIPTION}\n## \u{9b}2J\u{202e}\n\nintroduced-in=\u{7f}\u{e0001}é\n");
    let read = |stream: &Value, format: &str| {
        let text = check(format, stream, &described(&text)).stdout;
        (serde_json::from_str::<Value>(&text).unwrap(), text)
    };
    for format in ["json", "sarif"] {
        let (piped, _) = read(&json!({}), format);
        let (shown, text) = read(&json!({"isTerminal": true}), format);
        assert_eq!(piped, shown);
        assert!(!text.trim_end().contains(|character: char| character.is_control()));
    }
}

#[test]
fn every_fixture_has_as_many_findings_in_every_format() {
    for name in ["invalid_version", "missing_section", "duplicate_entry"] {
        let folder = format!("tests/core/fixtures/{}", name.replace('_', "-"));
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let is_description = path.extension().is_some_and(|end| end == "md");
            if !is_description || path.to_string_lossy().ends_with(".summary.md") {
                continue;
            }
            let input = described(&std::fs::read_to_string(&path).unwrap());
            let print = |format: &str| check(format, &json!({}), &input);
            let answers: Value = serde_json::from_str(&print("json").stdout).unwrap();
            let answer = &answers["results"][0]["answer"];
            let found = answer["diagnostics"].as_array().unwrap().len();
            let log: Value = serde_json::from_str(&print("sarif").stdout).unwrap();
            assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), found, "{path:?}");
            assert_eq!(print("github").stdout.lines().count(), found, "{path:?}");
            assert_eq!(print("text").stdout.matches("\n -->").count(), found, "{path:?}");
            assert_eq!(print("text").exit_code, u8::from(answer["errors"] != 0), "{path:?}");
        }
    }
}

#[test]
fn a_request_that_makes_no_sense_is_refused() {
    for request in ["", "{}", "[]", "{\"command\": \"x\"}"] {
        let Printed { stdout, stderr, exit_code, .. } = run(request);
        assert_eq!((stdout.as_str(), exit_code), ("", 2));
        assert!(stderr.starts_with("patch-release-issues: internal error"), "{stderr}");
    }
}
