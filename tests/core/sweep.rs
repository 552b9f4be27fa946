//! What a sweep asks and writes, against a small GitHub that answers by the queries' variables.

#![expect(clippy::unwrap_used, reason = "a test that is not answered fails")]

use patch_release_issues::event::{CompletedWrite, Event, Inputs};
use patch_release_issues::sweep::Sweep;
use patch_release_issues::write::Write;
use patch_release_issues::{Plan, plan};
use serde_json::{Map, Value, json};

/// A day in January 2026, in milliseconds since 1970.
const NOW: f64 = 1_767_603_600_000.0;

fn event(name: &str, inputs: Inputs) -> Event {
    let (name, repository) = (name.to_owned(), "o/r".to_owned());
    Event { name, repository, inputs, has_token: true, ..Event::default() }
}

/// Open issues without anything in them, by number, the labels that they have, and the text of every policy.
struct Forge(Vec<(u64, Vec<String>)>, Option<String>);

impl Forge {
    fn of(count: u64) -> Self {
        Self((1..=count).map(|number| (number, vec!["patch-release".to_owned()])).collect(), None)
    }

    fn issue(&self, number: u64) -> Value {
        let (_, labels) = self.0.iter().find(|(known, _)| *known == number).unwrap();
        let labels: Vec<Value> = labels.iter().map(|name| json!({"name": name})).collect();
        json!({
            "__typename": "Issue", "number": number, "title": "x", "body": "", "state": "OPEN",
            "labels": {"nodes": labels}, "timelineItems": {"nodes": []},
            "comments": {"nodes": [], "pageInfo": {"hasNextPage": false}},
        })
    }

    fn answer(&self, asked: &Map<String, Value>) -> Value {
        let mut own = Map::new();
        let end = json!({"hasNextPage": false});
        for (name, value) in asked {
            if let (Some('i'), Some(number)) = (name.chars().next(), value.as_u64()) {
                own.insert(name.clone(), self.issue(number));
            } else if name.starts_with('l') {
                own.insert(name.clone(), json!({"nodes": []}));
            }
        }
        if asked.contains_key("policy") {
            own.insert("policy".to_owned(), json!({"text": self.1}));
        }
        if asked.contains_key("tags") {
            own.insert("tags".to_owned(), json!({"nodes": [], "pageInfo": end}));
            own.insert("main".to_owned(), json!({"name": "main"}));
        }
        if asked.contains_key("size") {
            let nodes: Vec<Value> = self.0.iter().map(|(number, _)| self.issue(*number)).collect();
            own.insert("issues".to_owned(), json!({"nodes": nodes, "pageInfo": end}));
        }
        json!({"data": {"repository": own}})
    }

    fn write(&mut self, number: u64, write: &Write) {
        let (_, labels) = self.0.iter_mut().find(|(known, _)| *known == number).unwrap();
        if let Write::AddLabels { names } = write {
            labels.extend(names.clone());
        }
    }
}

/// The text of a query, and its variables.
type Asked = (String, Map<String, Value>);

/// Sweeps to the end: the queries' texts and variables, the writes, and the last plan.
fn sweep(event: &Event, forge: &mut Forge) -> (Vec<Asked>, Vec<(u64, Write)>, Plan) {
    let mut sweep = Sweep::new(event, NOW);
    let (mut asked, mut written) = (Vec::new(), Vec::new());
    loop {
        let plan = sweep.next(NOW);
        if let Some(query) = plan.query {
            sweep.take(forge.answer(&query.variables));
            asked.push((query.text, query.variables));
        } else if plan.writes.is_empty() {
            return (asked, written, plan);
        } else {
            let mut done = Vec::new();
            for write in plan.writes {
                forge.write(plan.number, &write);
                written.push((plan.number, write.clone()));
                done.push(CompletedWrite { write, id: None });
            }
            sweep.wrote(done, None, u32::try_from(written.len()).unwrap_or(u32::MAX));
        }
    }
}

/// The lists that an event makes a sweep read: what of, and whether only open issues.
fn lists(event: &Event, policy: Option<&str>) -> Vec<(String, bool)> {
    let (asked, ..) = sweep(event, &mut Forge(Vec::new(), policy.map(str::to_owned)));
    let mut lists = Vec::new();
    for (text, asked) in asked.iter().filter(|(_, asked)| asked.contains_key("size")) {
        let of = asked.get("label").or(asked.get("since")).and_then(Value::as_str);
        lists.push((of.unwrap_or("all").to_owned(), text.contains("states:[OPEN]")));
    }
    lists
}

#[test]
fn a_list_for_each_label_and_one_for_what_was_updated_lately() {
    let all = [("all".to_owned(), false)];
    let lately = ("2025-10-07T09:00:00Z".to_owned(), false);
    for name in ["schedule", "push", "pull_request_target"] {
        let open = ("patch-release".to_owned(), true);
        assert_eq!(lists(&event(name, Inputs::default()), None), [open, lately.clone()], "{name}");
    }
    assert_eq!(lists(&event("workflow_dispatch", Inputs::default()), None), all);
    let inputs = Inputs { policy: "policy.yml".to_owned(), ..Inputs::default() };
    let with = |text: &str| lists(&event("schedule", inputs.clone()), Some(text));
    assert_eq!(with("scope: all\n"), all);
    let two = with("scope: {labels: [a, b]}\n");
    assert_eq!(two, [("a".to_owned(), true), ("b".to_owned(), true), lately]);
}

#[test]
fn an_incomplete_list_is_asked_for_in_smaller_pages_and_then_fails() {
    let gap = json!({"nodes": [null], "pageInfo": {"hasNextPage": false}});
    let endless = json!({"nodes": [], "pageInfo": {"hasNextPage": true, "endCursor": null}});
    let headless = json!({"nodes": [], "pageInfo": null});
    for list in [gap, endless, headless, Value::Null] {
        let forge = Forge::of(0);
        let mut sweep = Sweep::new(&event("schedule", Inputs::default()), NOW);
        let mut sizes = Vec::new();
        let end = loop {
            let plan = sweep.next(NOW);
            let Some(query) = plan.query else { break plan };
            if let Some(size) = query.variables.get("size").and_then(Value::as_u64) {
                sizes.push((size, query.delay));
                sweep.take(json!({"data": {"repository": {"issues": list}}}));
            } else {
                sweep.take(forge.answer(&query.variables));
            }
        };
        assert_eq!(sizes, [(100, 0), (25, 2000), (6, 4000), (1, 8000)]);
        assert_eq!((end.exit_code, end.writes.len(), end.outputs.len()), (1, 0, 0));
        assert!(end.log[0].ends_with("The sweep wrote nothing"), "{:?}", end.log);
    }
}

#[test]
fn a_label_is_created_once_and_nothing_is_written_twice() {
    let mut forge = Forge::of(60);
    let inputs = Inputs { comment: "false".to_owned(), ..Inputs::default() };
    let (_, written, end) = sweep(&event("schedule", inputs.clone()), &mut forge);
    let created = written.iter().filter(|(_, write)| matches!(write, Write::CreateLabel { .. }));
    assert_eq!((created.count(), written.len()), (1, 61));
    assert!(written.is_sorted_by_key(|(number, _)| *number));
    let changed = end.outputs.iter().find(|(name, _)| *name == "changed");
    assert_eq!(changed.unwrap().1, "60");
    let (_, again, _) = sweep(&event("schedule", inputs), &mut forge);
    assert_eq!(again, []);
}

#[test]
fn what_the_list_and_the_comments_take_is_what_the_numbers_say() {
    let (asked, ..) = sweep(&event("schedule", Inputs::default()), &mut Forge::of(120));
    let many =
        asked.iter().map(|(_, asked)| asked.keys().filter(|name| name.starts_with('i')).count());
    let many: Vec<usize> = many.filter(|count| *count > 0).collect();
    assert_eq!(many[..3], [50, 50, 20], "comments of 50 issues at once");
    assert!(many[3..].iter().all(|count| *count <= 25), "{many:?}");
}

#[test]
fn events_without_an_issue_start_a_sweep_unless_they_are_about_pull_requests() {
    for (name, sweeps) in [
        ("schedule", true),
        ("delete", true),
        ("pull_request_target", true),
        ("pull_request", false),
    ] {
        assert_eq!(plan(&event(name, Inputs::default())).sweep, sweeps, "{name}");
    }
    let off = Inputs { sweep: "false".to_owned(), ..Inputs::default() };
    assert_eq!(plan(&event("schedule", off)).exit_code, 1);
    let wrong = Inputs { dry_run: "maybe".to_owned(), ..Inputs::default() };
    assert!(plan(&event("schedule", wrong)).log[0].contains("`dry-run`"));
}

#[test]
fn the_comment_of_another_policy_does_not_hide_ours() {
    let marked = |policy: &str, id: u64| {
        let body = format!(
            "<!-- patch-release-issues/action kind=validation schema=1{policy} issue=1 now=none -->\nx"
        );
        json!({"fullDatabaseId": id.to_string(), "viewerDidAuthor": true, "body": body})
    };
    for (first, has_more) in [(" policy=ui", true), ("", true), (" policy=engine", false)] {
        let inputs = Inputs { policy: "p.yml".to_owned(), ..Inputs::default() };
        let policy = Some("name: engine\ntags: engine-v{version}\n".to_owned());
        let event = event("schedule", inputs);
        let forge = Forge(Forge::of(1).0, policy);
        let mut sweep = Sweep::new(&event, NOW);
        let mut asked = 0;
        let writes = loop {
            let plan = sweep.next(NOW);
            let Some(query) = plan.query else { break plan.writes };
            let is_later = query.variables.contains_key("i0after");
            let mut answer = forge.answer(&query.variables);
            let (comment, page) = if is_later {
                asked += 1;
                (marked(" policy=engine", 8), json!({"hasNextPage": false}))
            } else {
                (marked(first, 7), json!({"hasNextPage": true, "endCursor": "c"}))
            };
            for (name, field) in answer["data"]["repository"].as_object_mut().unwrap() {
                if name.starts_with('i') && field["comments"].is_object() {
                    field["comments"] = json!({"nodes": [comment], "pageInfo": page});
                }
            }
            sweep.take(answer);
        };
        assert_eq!(asked > 0, has_more, "{first}");
        let kept = if has_more { "8" } else { "7" };
        let is_ours =
            |write: &Write| matches!(write, Write::UpdateComment { id, .. } if id == kept);
        let is_post = |write: &Write| matches!(write, Write::PostComment { .. });
        assert!(writes.iter().any(is_ours) && !writes.iter().any(is_post), "{first}: {writes:?}");
    }
}

#[test]
fn tags_of_another_form_are_told_once() {
    let inputs = Inputs { comment: "false".to_owned(), ..Inputs::default() };
    let forge = Forge::of(3);
    let mut sweep =
        Sweep::new(&event("schedule", Inputs { dry_run: "true".to_owned(), ..inputs }), NOW);
    let end = loop {
        let plan = sweep.next(NOW);
        let Some(query) = plan.query else { break plan };
        let mut answer = forge.answer(&query.variables);
        if query.variables.contains_key("tags") {
            let tag = json!({"name": "1.6.2", "target": {"oid": "a".repeat(40)}});
            answer["data"]["repository"]["tags"]["nodes"] = json!([tag]);
        }
        sweep.take(answer);
    };
    let told = |text: &str| text.matches("no tag has the form").count();
    assert_eq!((told(&end.log.join("\n")), told(&end.summary)), (1, 1), "{:?}", end.log);
    assert!(end.log[0].starts_with("::warning::"), "{:?}", end.log);
}
