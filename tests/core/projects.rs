//! The projects that docs/any-project.md shows, from an issue to the comment on it and the report: each
//! `docs/projects/<project>/` has a dump, issues whose descriptions are `issue-<number>.md`, and one policy or several.
//! `UPDATE_EXPECT=1 cargo test --features report` rewrites the comments and reports. Read them before you commit them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that cannot read its cases fails"
)]

use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use patch_release_issues::event::{CompletedWrite, Event, Inputs, QueryAnswer};
use patch_release_issues::known_issues::{Collection, KnownIssues, Options};
use patch_release_issues::write::Write;
use patch_release_issues::{Plan, plan, read_policy};
use serde_json::{Map, Value, json};

/// A project and one of its policies.
struct Project {
    folder: PathBuf,
    /// The name of the policy's file.
    policy: String,
    dump: Value,
}

fn projects() -> Vec<Project> {
    let mut projects = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/projects");
    for folder in fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()) {
        let text = fs::read_to_string(folder.join("dump.json")).unwrap();
        let mut dump: Value = serde_json::from_str(&text).unwrap();
        for issue in dump["repositories"][0]["issues"].as_array_mut().unwrap() {
            let path = folder.join(format!("issue-{}.md", issue["number"]));
            issue["body"] = json!(fs::read_to_string(path).unwrap());
        }
        for file in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|extension| extension == "yml") {
                let policy = file.file_stem().unwrap().to_string_lossy().into_owned();
                projects.push(Project { folder: folder.clone(), policy, dump: dump.clone() });
            }
        }
    }
    assert!(projects.len() > 3);
    projects
}

impl Project {
    fn policy(&self) -> String {
        fs::read_to_string(self.folder.join(format!("{}.yml", self.policy))).unwrap()
    }

    fn repository(&self) -> &Value {
        &self.dump["repositories"][0]
    }

    fn issues(&self) -> &[Value] {
        self.repository()["issues"].as_array().unwrap()
    }

    fn report(&self) -> KnownIssues {
        let policy = read_policy(&self.policy()).unwrap();
        let mut collection = Collection::new(Options { policy, ..Options::default() });
        collection.add(serde_json::from_value(self.dump.clone()).unwrap()).unwrap();
        assert!(collection.tags_of_another_pattern().is_empty());
        collection.finish()
    }

    /// What GitHub answers about an issue with these comments.
    fn answer(&self, issue: &Value, comments: &[Value], asked: &Map<String, Value>) -> Value {
        let tags: Vec<Value> =
            self.repository()["tags"].as_array().unwrap().iter().map(tag).collect();
        let mut repository = json!({"main": {"name": "main"}});
        for (name, value) in asked {
            let kind = name.trim_end_matches(|last: char| last.is_ascii_digit());
            let is_numbered = kind.len() < name.len();
            repository[name] = match kind {
                "tags" => json!({"nodes": tags, "pageInfo": {"hasNextPage": false}}),
                "t" if is_numbered => {
                    let name = value.as_str().unwrap().trim_start_matches("refs/tags/");
                    tags.iter().find(|tag| tag["name"] == *name).cloned().unwrap_or_default()
                }
                "p" if is_numbered => self.pull_request(value),
                "policy" => json!({"text": self.policy()}),
                "c" if is_numbered => json!({"compare": {"status": "BEHIND"}}),
                _ => continue,
            };
        }
        if asked.contains_key("number") {
            let label = |name: &Value| json!({"name": name});
            let labels: Vec<Value> =
                issue["labels"].as_array().unwrap().iter().map(label).collect();
            repository["issue"] = json!({
                "__typename": "Issue",
                "number": issue["number"],
                "title": issue["title"],
                "body": issue["body"],
                "state": "OPEN",
                "url": issue["html_url"],
                "labels": {"nodes": labels},
                "timelineItems": {"nodes": []},
                "comments": {"nodes": comments, "pageInfo": {"hasNextPage": false}},
            });
        }
        json!({"data": {"repository": repository}})
    }

    fn pull_request(&self, number: &Value) -> Value {
        let mut requests = self.repository()["pullRequests"].as_array().unwrap().iter();
        let request = requests.find(|request| request["number"] == *number).unwrap();
        json!({
            "__typename": "PullRequest",
            "number": number,
            "title": request["title"],
            "state": "MERGED",
            "merged": true,
            "baseRefName": request["base"],
            "mergedAt": request["merged_at"],
            "mergeCommit": {"oid": request["merge_commit_sha"]},
            "labels": {"nodes": []},
            "timelineItems": {"nodes": []},
        })
    }

    /// Runs the action on an issue with these comments until it ends.
    fn run(&self, issue: &Value, comments: &[Value]) -> (Plan, Vec<Write>) {
        let mut event = Event {
            name: "workflow_dispatch".to_owned(),
            repository: self.repository()["name"].as_str().unwrap().to_owned(),
            inputs: Inputs {
                issue_number: issue["number"].to_string(),
                policy: format!(".github/{}.yml", self.policy),
                ..Inputs::default()
            },
            has_token: true,
            ..Event::default()
        };
        loop {
            let plan = plan(&event);
            if let Some(query) = plan.query {
                let body = self.answer(issue, comments, &query.variables);
                let (round, variables) = (event.round, query.variables);
                event.answers.push(QueryAnswer { round, variables, body });
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

fn tag(tag: &Value) -> Value {
    json!({
        "name": tag["name"],
        "target": {"oid": tag["commit"], "committedDate": tag["date"]},
    })
}

/// The comment that was written, if one was.
fn comment(writes: &[Write]) -> Option<&str> {
    writes.iter().find_map(|write| match write {
        Write::PostComment { body, .. } => Some(body.as_str()),
        _ => None,
    })
}

#[test]
fn authors_and_readers_get_what_is_expected() {
    for project in projects() {
        let mut written = 0;
        for issue in project.issues() {
            let (_, writes) = project.run(issue, &[]);
            let name = format!("{}.comment-{}.md", project.policy, issue["number"]);
            let path = project.folder.join(name);
            match comment(&writes) {
                Some(comment) => expect_file![path].assert_eq(comment),
                None => assert!(!path.exists(), "{}", path.display()),
            }
            written += usize::from(comment(&writes).is_some());
        }
        assert_eq!(written, 1, "{}", project.policy);
        let mut markdown = String::new();
        project.report().write(|path, text| {
            if path == "known-issues.md" {
                markdown = text;
            }
        });
        let path = project.folder.join(format!("{}.report.md", project.policy));
        expect_file![path].assert_eq(&markdown);
    }
}

#[test]
fn other_projects_see_no_word_of_kubernetes() {
    for project in projects().iter().filter(|project| !project.folder.ends_with("kubernetes")) {
        let mut texts = Vec::new();
        for issue in project.issues() {
            let (plan, writes) = project.run(issue, &[]);
            texts.push(plan.summary);
            texts.extend(comment(&writes).map(str::to_owned));
        }
        project.report().write(|path, text| {
            // The members of JSON have the same names everywhere.
            if !path.contains(".json") {
                texts.push(text.split("<script>").next().unwrap().to_owned());
            }
        });
        for mut text in texts {
            // The names of rules, too.
            for rule in patch_release_issues::rules::RULES {
                text = text.replace(rule.name, "");
            }
            let words =
                ["SIG", "Prow", "inaries", "priorit", "Priorit", "PRs", "Root cause", "kubectl"];
            for word in words {
                let place =
                    text.find(word).map(|at| text[at.saturating_sub(60)..].chars().take(120));
                let place: Option<String> = place.map(Iterator::collect);
                assert!(place.is_none(), "{} says {word}: {}", project.policy, place.unwrap());
            }
        }
    }
}

#[test]
fn osv_has_no_prefix_and_json_has_it() {
    for project in projects() {
        let mut checked = 0;
        project.report().write(|path, text| {
            if !path.starts_with("osv/") {
                return;
            }
            let record: Value = serde_json::from_str(&text).unwrap();
            for range in record["affected"][0]["ranges"].as_array().unwrap() {
                for event in range["events"].as_array().unwrap() {
                    let version = event.as_object().unwrap().values().next().unwrap();
                    let version = version.as_str().unwrap();
                    assert!(version.starts_with(|first: char| first.is_ascii_digit()), "{version}");
                    checked += 1;
                }
            }
        });
        assert!(checked > 0, "{}", project.policy);
        let report = serde_json::to_value(project.report()).unwrap();
        let repository = &report["repositories"][0];
        let pattern = repository["settings"]["tags"].as_str().unwrap_or("v{version}").to_owned();
        let (before, _) = pattern.split_once("{version}").unwrap();
        for branch in repository["report"]["branches"].as_array().unwrap() {
            let name = branch["branch"].as_str().unwrap();
            assert!(
                name.strip_prefix(before)
                    .unwrap()
                    .starts_with(|first: char| first.is_ascii_digit())
            );
        }
    }
}

#[test]
fn policies_of_one_repository_leave_each_other_alone() {
    let projects = projects();
    let monorepo = |policy: &str| projects.iter().find(|project| project.policy == policy).unwrap();
    let (engine, ui) = (monorepo("engine"), monorepo("ui"));
    let issue = &engine.issues()[0];
    let (_, writes) = engine.run(issue, &[]);
    let ours =
        json!({"fullDatabaseId": "7", "viewerDidAuthor": true, "body": comment(&writes).unwrap()});
    let mut labelled = issue.clone();
    labelled["labels"] = json!(["engine/incomplete", "affects/engine-v1.6", "affects/engine-v1.5"]);
    let (plan, writes) = ui.run(&labelled, std::slice::from_ref(&ours));
    assert_eq!(writes, [], "the policy `ui` touches what belongs to `engine`");
    assert!(plan.log[0].contains("is not validated"), "{:?}", plan.log);
    // When both want it, each has a comment and labels of its own.
    labelled["labels"] = json!(["engine/patch", "ui/patch", "affects/ui-v1.9"]);
    let (_, writes) = ui.run(&labelled, std::slice::from_ref(&ours));
    assert!(comment(&writes).unwrap().contains(" policy=ui "), "{writes:?}");
    let (_, writes) = engine.run(&labelled, &[]);
    let removed = Write::RemoveLabel { name: "affects/ui-v1.9".to_owned() };
    assert!(comment(&writes).is_some() && !writes.contains(&removed), "{writes:?}");
}
