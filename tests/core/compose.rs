//! The compose page's questions.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::compose::answer;
use patch_release_issues::compose::share::SharedDraft;
use patch_release_issues::{Issue, Policy, validate};
use serde_json::{Value, json};

fn ask(question: &Value) -> Value {
    serde_json::from_str(&answer(&question.to_string())).unwrap()
}

fn read(body: &str, more: &Value) -> Value {
    let mut question = json!({
        "do": "read",
        "draft": {"title": "x", "body": body, "labels": ["priority/critical-urgent", "sig/cli"]},
        "target": {"server": "https://github.com", "repository": "o/r", "template": "a b.md"},
    });
    for (name, value) in more.as_object().unwrap() {
        question[name] = value.clone();
    }
    ask(&question)
}

fn change(body: &str, question: &Value) -> Result<String, String> {
    let mut question = question.clone();
    question["draft"] = json!({"body": body});
    let answer = ask(&question);
    match answer["body"].as_str() {
        Some(body) => Ok(body.to_owned()),
        None => Err(answer["refusal"].as_str().unwrap().to_owned()),
    }
}

/// The descriptions of all fixtures, with LF, as the page keeps them.
fn fixtures() -> Vec<(PathBuf, String)> {
    let (mut found, mut folders) = (Vec::new(), vec![Path::new("tests/core/fixtures").to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension() == Some("md".as_ref()) && !name.contains(".summary.") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text.replace("\r\n", "\n").replace('\r', "\n")));
            }
        }
    }
    assert!(found.len() >= 200, "{}", found.len());
    found
}

/// `text` with the UTF-16 code units from `start` to `end` replaced.
fn spliced(text: &str, start: &Value, end: &Value, new: &str) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let part = |from: usize, to: usize| String::from_utf16(&units[from..to]).unwrap();
    format!("{}{new}{}", part(0, at(start)), part(at(end), units.len()))
}

const GOOD: &str = "```release\nintroduced-in=v1.6.2\n```\n\n## Symptoms\n\nPods restart.\n\n## Root cause\n\nBinaries:\n- kubelet\n\nA loop.\n\n## Impact\n\nAll.\n\n## Resolution\n\nTBD\n\n## PRs\n\n- #1\n";

#[test]
fn the_answer_is_that_of_validate() {
    for (path, body) in fixtures() {
        let labels = ["priority/critical-urgent", "sig/cli", "patch-release"];
        let issue = Issue {
            title: "x".to_owned(),
            description: Some(body.clone()),
            labels: labels.map(str::to_owned).to_vec(),
            ..Issue::default()
        };
        let expected: Value =
            serde_json::from_str(&validate(&issue, &Policy::default()).to_json()).unwrap();
        let found = read(&body, &json!({}));
        assert_eq!(found["answer"]["diagnostics"], expected["diagnostics"], "{path:?}");
        assert_eq!(found["answer"]["fixedDescription"], expected["fixedDescription"], "{path:?}");
    }
}

#[test]
fn a_field_is_its_place_and_nothing_else() {
    let mut fields = 0;
    for (path, body) in fixtures() {
        let guided = &read(&body, &json!({}))["guided"];
        for (index, field) in guided["sections"].as_array().into_iter().flatten().enumerate() {
            let Some(text) = field["text"].as_str() else { continue };
            let (start, end) = (&field["start"], &field["end"]);
            if !text.is_empty() {
                assert_eq!(spliced(&body, start, end, text), body, "{path:?}");
            }
            let (before, after) = (field["before"].as_str(), field["after"].as_str());
            let new = format!("{}Other words.{}", before.unwrap(), after.unwrap());
            let changed = read(&spliced(&body, start, end, &new), &json!({}));
            let now = &changed["guided"]["sections"][index]["text"];
            assert_eq!(now, "Other words.", "{path:?} {index}");
            fields += 1;
        }
    }
    assert!(fields > 700, "{fields}");
}

#[test]
fn every_word_is_in_a_field_or_in_other_text() {
    for (path, body) in fixtures() {
        let guided = &read(&body, &json!({}))["guided"];
        if guided["refusal"].is_string() {
            continue;
        }
        let texts = |value: &Value| -> Vec<String> {
            let all = value.as_array().unwrap().iter();
            all.filter_map(|one| one["text"].as_str().or(one.as_str()).map(str::to_owned)).collect()
        };
        let shown = [texts(&guided["sections"]), texts(&guided["other"])].concat().join("\n");
        for (at, _) in body.match_indices("http") {
            let address = body[at..].split_whitespace().next().unwrap();
            assert!(shown.contains(address), "{path:?}: {address}\n{shown}");
        }
    }
}

#[test]
fn entries_are_set_and_removed() {
    let entry = |key: &str, value: &str, remove: bool| json!({"do": "entry", "key": key, "value": value, "remove": remove});
    let with = change(GOOD, &entry("resolved-in", "1.6.5", false)).unwrap();
    assert!(
        with.starts_with("```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5\n```\n"),
        "{with}"
    );
    assert_eq!(change(&with, &entry("resolved-in", "v1.6.5", true)).unwrap(), GOOD);
    let branch = change(GOOD, &entry("not-affected", "1.8", false)).unwrap();
    assert!(branch.contains("\nnot-affected=v1.8\n"), "{branch}");
    let refusal = change(GOOD, &entry("resolved-in", "soon", false)).unwrap_err();
    assert_eq!(refusal, "Write a release such as v1.6.2.");
}

#[test]
fn binaries_are_named_and_removed() {
    let binary = |name: &str, remove: bool| json!({"do": "binary", "name": name, "remove": remove});
    let with = change(GOOD, &binary("kubectl", false)).unwrap();
    assert!(with.contains("- kubelet\n- kubectl\n\nA loop."), "{with}");
    assert_eq!(change(&with, &binary("kubectl", true)).unwrap(), GOOD);
    let start = ask(&json!({"do": "form"}))["start"].as_str().unwrap().to_owned();
    assert!(change(&start, &binary("kubectl", false)).unwrap().contains("\n- kubectl\n"));
    assert!(
        change("", &binary("kubectl", false))
            .unwrap()
            .contains("## Root cause\n\nBinaries:\n- kubectl")
    );
    let prose = GOOD.replace("Binaries:\n- kubelet", "Binaries: kubelet and kubectl");
    assert!(change(&prose, &binary("kubelet", true)).is_err());
}

#[test]
fn branches_say_what_the_entries_amount_to() {
    let body = GOOD.replace("```\n\n## S", "resolved-in=v1.8.2\nnot-affected=v1.9\n```\n\n## S");
    let releases = json!({"releases": ["v1.6.2", "v1.7.0", "v1.7.1", "nightly", "v1.5.8"]});
    let found = read(&body, &releases);
    assert_eq!(
        found["branches"],
        json!([
            {"branch": "v1.9", "status": "not-affected", "text": "not affected"},
            {"branch": "v1.8", "status": "fixed", "text": "fixed in v1.8.2"},
            {"branch": "v1.7", "status": "affected", "text": "affected, inferred"},
            {"branch": "v1.6", "status": "affected", "text": "affected"},
            {"branch": "v1.5", "status": "not-affected", "text": "not affected"},
        ])
    );
}

#[test]
fn the_address_contains_the_draft_and_no_labels() {
    let found = read("a b\n## ü", &json!({}));
    assert_eq!(
        found["opening"],
        json!({
            "address": "https://github.com/o/r/issues/new?template=a%20b.md&title=x&body=a%20b%0A%23%23%20%C3%BC",
            "choose": "https://github.com/o/r/issues/new/choose",
        })
    );
    assert!(read(&"x".repeat(6000), &json!({}))["opening"]["address"].is_null());
    let no_template = json!({"target": {"repository": "o/r"}});
    assert!(read("x", &no_template)["opening"]["address"].is_null());
    for (server, repository) in [("javascript:alert(1)//", "o/r"), ("https://x", "o/r/../..")] {
        let target =
            json!({"target": {"server": server, "repository": repository, "template": "t"}});
        assert!(read("x", &target)["opening"]["choose"].is_null());
    }
}

#[test]
fn a_withheld_draft_is_in_no_address() {
    let labels = json!(["security"]);
    let policy = "security: {labels: [security]}";
    let draft = json!({"title": "secret", "body": GOOD, "labels": labels});
    let found = read("", &json!({"policy": policy, "draft": draft}));
    assert_eq!((&found["withheld"], &found["opening"]["address"]), (&json!(true), &Value::Null));
    let shared = ask(&json!({"do": "share", "policy": policy, "draft": draft}));
    assert!(shared["fragment"].is_null() && shared["refusal"].is_string());
}

#[test]
fn a_fragment_depends_on_the_draft_alone() {
    let shared = SharedDraft { title: "x", body: GOOD, ..SharedDraft::default() };
    let fragment = shared.fragment().unwrap();
    assert!(fragment.starts_with("d1.") && fragment.len() < 330, "{}", fragment.len());
    assert_eq!(shared.fragment().unwrap(), fragment);
    let json =
        json!({"title": "t", "body": "b", "labels": ["l", 1], "repository": "../x", "more": 1});
    let read = ask(&json!({"do": "shared", "text": json.to_string()}));
    let draft =
        json!({"title": "t", "body": "b", "labels": ["l"], "state": "open", "repository": ""});
    assert_eq!(read["draft"], draft);
    assert!(ask(&json!({"do": "shared", "text": "[]"}))["refusal"].is_string());
}

#[test]
fn a_preview_is_elements_without_html() {
    let body = "# A *b*\n\n<b onclick=x>c</b> ![i](javascript:x) [l](https://x.y \"t\")\n\n- [x] d\n\n|a|\n|-|\n|b|\n\n```js\ne\n```\n";
    assert_eq!(
        read(body, &json!({}))["preview"],
        json!([
            ["h1", "A ", ["em", "b"]],
            ["p", "<b onclick=x>", "c", "</b>", " ", ["span", "i"], " ", ["a", {"href": "https://x.y"}, "l"]],
            ["ul", ["li", ["task", {"checked": true}], "d"]],
            ["table", ["tr", ["th", "a"]], ["tr", ["td", "b"]]],
            ["pre", {"info": "js"}, "e\n"],
        ])
    );
    let deep = "*a **b ".repeat(2000);
    assert!(read(&deep, &json!({}))["preview"].is_array());
}

#[test]
fn the_form_is_the_policys() {
    let form = ask(&json!({"do": "form", "policy": "extends: minimal\ntags: 'release-{version}'"}));
    assert!(form["priorities"].is_null() && form["example"] == "release-1.6.2", "{form}");
    assert!(form["start"].as_str().unwrap().contains("introduced-in=release-X.Y.Z"));
    assert!(ask(&json!({"do": "form", "policy": "x: 1"}))["refusal"].is_string());
    let form = ask(&json!({"do": "form"}));
    assert_eq!(form["priorities"]["known"], json!(["critical-urgent", "important-soon"]));
    assert!(!form["start"].as_str().unwrap().contains("resolved-in"));
}

#[test]
fn one_fix_is_applied() {
    let body = GOOD.replace("v1.6.2", "1.6.2");
    assert_eq!(
        change(&body, &json!({"do": "apply", "index": 1})),
        Err("This cannot be done without changing something else: change it in Markdown."
            .to_owned())
    );
    let draft = json!({"body": body, "labels": ["priority/critical-urgent", "sig/cli"]});
    let answer = ask(&json!({"do": "apply", "index": 0, "draft": draft}));
    assert_eq!(answer["body"], GOOD);
}
