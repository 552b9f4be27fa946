//! The comments on issues: `comments/<case>.md` is a description, `<case>.comment.md` our comment on it. `<case>.json`
//! contains the members of the issue that differ, the existing comment, as the name of another case, and `facts`: tags,
//! pull requests, and which tag contains which. `UPDATE_EXPECT=1 cargo test` rewrites the comments. Read them before you
//! commit them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its cases fails"
)]

use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::event::{CompletedWrite, Event, Inputs, Payload, QueryAnswer};
use patch_release_issues::write::Write;
use patch_release_issues::{Plan, plan};
use serde_json::{Map, Value, json};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/comments")
}

fn read(name: &str) -> String {
    fs::read_to_string(folder().join(name)).unwrap_or_default()
}

/// GitHub's answer about a case's issue.
struct Forge {
    issue: Value,
    comments: Vec<Value>,
    /// What is known of the repository, as GraphQL tells it.
    facts: Value,
}

impl Forge {
    fn of(case: &str) -> Self {
        let other: Map<String, Value> =
            serde_json::from_str(&read(&format!("{case}.json"))).unwrap_or_default();
        let mut issue = json!({
            "__typename": "Issue",
            "number": 43210,
            "title": "kubectl apply drops a field",
            "body": read(&format!("{case}.md")),
            "labels": ["priority/critical-urgent", "sig/cli", "patch-release"],
            "state": "OPEN",
            "url": "https://github.com/kubernetes/kubernetes/issues/43210",
        });
        let (mut comments, mut facts) = (Vec::new(), json!({}));
        for (name, value) in other {
            match value.as_str() {
                _ if name == "facts" => facts = value,
                Some(before) if name == "comment" => {
                    let body = read(&format!("{before}.comment.md"));
                    comments.push(
                        json!({"fullDatabaseId": "9", "viewerDidAuthor": true, "body": body}),
                    );
                }
                _ => issue[name] = value,
            }
        }
        let labels = issue["labels"].as_array().unwrap().iter();
        issue["labels"] =
            json!({"nodes": labels.map(|name| json!({"name": name})).collect::<Vec<_>>()});
        Self { issue, comments, facts }
    }

    fn answer(&self, variables: &Map<String, Value>) -> Value {
        let mut repository = json!({});
        let mut errors = Vec::new();
        for (name, asked) in variables {
            let numbered = name.strip_prefix(['t', 'p', 'c']);
            let is_numbered = numbered.is_some_and(|rest| rest.parse::<usize>().is_ok());
            repository[name] = match name.as_str() {
                "number" => continue,
                "tags" => json!({"nodes": self.tags(), "pageInfo": {"hasNextPage": false}}),
                _ if is_numbered && name.starts_with('t') => {
                    let tag = self.tags().into_iter().find(|tag| is_tag(tag, asked));
                    tag.unwrap_or_default()
                }
                _ if is_numbered && name.starts_with('c') => {
                    let commit = &variables[&format!("{name}commit")];
                    self.compare(asked.as_str().unwrap(), commit.as_str().unwrap())
                }
                _ if is_numbered && name.starts_with('p') => {
                    self.pull_request(asked).unwrap_or_else(|| {
                        errors.push(json!({"type": "NOT_FOUND", "path": ["repository", name]}));
                        Value::Null
                    })
                }
                _ => Value::Null,
            };
        }
        repository["main"] = json!({"name": "master"});
        if variables.contains_key("number") {
            repository["issue"] = self.issue.clone();
            let page = json!({"hasNextPage": false});
            repository["issue"]["comments"] = json!({"nodes": self.comments, "pageInfo": page});
        }
        json!({"data": {"repository": repository}, "errors": errors})
    }

    /// The case's tags, each with its date; its commit is called as the tag is.
    fn tags(&self) -> Vec<Value> {
        let without_dates = ["v1.7.1", "v1.7.0", "v1.6.5", "v1.6.4", "v1.6.2", "v1.6.0", "v1.5.0"];
        let Some(tags) = self.facts["tags"].as_object() else {
            let tag = |name: &str| json!({"name": name, "target": {}});
            return without_dates.map(tag).to_vec();
        };
        let tag = |(name, date): (&String, &Value)| json!({"name": name, "target": {"oid": format!("commit-{name}"), "committedDate": date}});
        tags.iter().map(tag).collect()
    }

    /// Pull request 48123 is there in every case, with those of the case that name another.
    fn pull_request(&self, number: &Value) -> Option<Value> {
        let mut there = self.request(number)?;
        let requests = self.facts["pull_requests"].as_array().cloned().unwrap_or_default();
        let mut events = Vec::new();
        for request in requests {
            if request["body"].as_str().is_some_and(|body| body.contains(&format!("#{number} "))) {
                let mut source = self.request(&request["number"])?;
                source["repository"] = json!({"nameWithOwner": "kubernetes/kubernetes"});
                events.push(json!({"source": source}));
            }
        }
        there["timelineItems"] = json!({"nodes": events});
        Some(there)
    }

    fn request(&self, number: &Value) -> Option<Value> {
        let requests = self.facts["pull_requests"].as_array().cloned().unwrap_or_default();
        let found = requests.into_iter().find(|request| request["number"] == *number);
        let (labels, fix) = (json!({"nodes": [{"name": "sig/cli"}]}), json!({"number": 48123}));
        let mut request = found.or_else(|| (*number == 48123).then_some(fix))?;
        let merged = json!({"state": "MERGED", "mergeCommit": {"oid": format!("merge-{number}")}});
        let others = json!({"__typename": "PullRequest", "title": "Keep the field", "baseRefName": "master", "labels": labels});
        for (name, value) in merged.as_object().unwrap().iter().chain(others.as_object().unwrap()) {
            let there = request.as_object_mut().unwrap();
            there.entry(name.clone()).or_insert_with(|| value.clone());
        }
        Some(request)
    }

    /// What GitHub says of a tag and a commit: the case names what its tags contain.
    fn compare(&self, reference: &str, commit: &str) -> Value {
        let tag = reference.trim_start_matches("refs/tags/");
        let has = |list: &Value| list.as_array().is_some_and(|list| list.contains(&json!(commit)));
        let contained = &self.facts["contains"][tag];
        let status = if has(contained) { "BEHIND" } else { "DIVERGED" };
        if contained.is_null() {
            json!({"compare": null})
        } else {
            json!({"compare": {"status": status}})
        }
    }

    /// Runs the action until it ends, and returns how it ended and what it wrote.
    fn run(&self) -> (Plan, Vec<Write>) {
        let mut event = Event {
            name: "workflow_dispatch".to_owned(),
            repository: "kubernetes/kubernetes".to_owned(),
            payload: Payload::default(),
            inputs: Inputs { issue_number: "43210".to_owned(), ..Inputs::default() },
            has_token: true,
            ..Event::default()
        };
        loop {
            let plan = plan(&event);
            if let Some(query) = plan.query {
                let body = self.answer(&query.variables);
                event.answers.push(QueryAnswer {
                    round: event.round,
                    variables: query.variables,
                    body,
                });
            } else if plan.writes.is_empty() {
                return (plan, event.done.into_iter().map(|done| done.write).collect());
            } else {
                let done = |write| CompletedWrite { write, id: Some("9".to_owned()) };
                event.done.extend(plan.writes.into_iter().map(done));
                event.round += 1;
            }
        }
    }
}

fn is_tag(tag: &Value, reference: &Value) -> bool {
    let name = tag["name"].as_str().unwrap_or_default();
    *reference == json!(format!("refs/tags/{name}"))
}

/// The text of the written comment; empty if none was written.
fn comment(writes: &[Write]) -> &str {
    for write in writes {
        if let Write::PostComment { body, .. } | Write::UpdateComment { body, .. } = write {
            return body;
        }
    }
    ""
}

#[test]
fn authors_find_what_is_expected() {
    let mut cases: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".md").map(str::to_owned))
        .filter(|name| !name.contains('.'))
        .collect();
    cases.sort();
    assert!(!cases.is_empty());
    for case in cases {
        let (_, writes) = Forge::of(&case).run();
        let expected = expect_test::expect_file![folder().join(format!("{case}.comment.md"))];
        expected.assert_eq(comment(&writes));
    }
}

#[test]
fn an_unchanged_comment_is_not_written_again() {
    for case in ["1-opened", "2-edited", "4-withheld"] {
        let mut forge = Forge::of(case);
        let (_, writes) = forge.run();
        let body = comment(&writes).to_owned();
        assert!(!body.is_empty(), "{case}");
        forge.comments =
            vec![json!({"fullDatabaseId": "9", "viewerDidAuthor": true, "body": body})];
        let (_, writes) = forge.run();
        assert_eq!(comment(&writes), "", "{case}");
    }
}

#[test]
fn comments_stay_below_what_github_takes() {
    let line = "introduced-in=v1.6.x, `@somebody` <b> #1\n".repeat(2000);
    let mut forge = Forge::of("1-opened");
    forge.issue["body"] =
        json!(format!("```release\n{line}```\n\n## Symptoms\n\n{}", "x".repeat(40_000)));
    let (_, writes) = forge.run();
    let length = comment(&writes).encode_utf16().count();
    assert!((10_000..60_000).contains(&length), "{length}");
}

#[test]
fn a_label_of_a_branch_stays_while_its_answer_is_unknown() {
    let mut forge = Forge::of("3-well");
    forge.issue["labels"]["nodes"] = json!([
        {"name": "patch-release"},
        {"name": "affects/v1.5"},
        {"name": "affects/v1.7"},
    ]);
    // What comes after the fix of v1.6 depends on dates, and nobody knows them; v1.5 is older than the problem.
    let entries = "```release\nintroduced-in=v1.6.2\nresolved-in=v1.6.5\n```\n";
    forge.issue["body"] = json!(entries);
    let affects = |writes: Vec<Write>| -> Vec<Write> {
        let is_of_branch = |name: &String| name.starts_with("affects/");
        writes
            .into_iter()
            .filter(|write| match write {
                Write::AddLabels { names } => names.iter().any(is_of_branch),
                Write::RemoveLabel { name } => is_of_branch(name),
                _ => false,
            })
            .collect()
    };
    let removed = |name: &str| Write::RemoveLabel { name: name.to_owned() };
    assert_eq!(affects(forge.run().1), [removed("affects/v1.5")]);
    forge.issue["body"] = json!(entries.replace("v1.6.5\n", "v1.6.5\nresolved-in=v1.7.1\n"));
    assert_eq!(affects(forge.run().1), [removed("affects/v1.5"), removed("affects/v1.7")]);
    // Where there is none, none is added.
    forge.issue["labels"]["nodes"] = json!([{"name": "patch-release"}]);
    forge.issue["body"] = json!(entries);
    assert_eq!(affects(forge.run().1), []);
}

#[test]
fn an_issue_that_leaves_the_scope_loses_the_comment() {
    let mut forge = Forge::of("2-edited");
    forge.issue["body"] = json!("Something else.");
    forge.issue["labels"] =
        json!({"nodes": [{"name": "patch-release/incomplete"}, {"name": "affects/v1.7"}]});
    let (_, writes) = forge.run();
    let expected = [
        Write::RemoveLabel { name: "patch-release/incomplete".to_owned() },
        Write::DeleteComment { id: "9".to_owned() },
    ];
    assert_eq!(writes, expected);
}
