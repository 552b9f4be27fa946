//! An issue with comments, as GitHub shows it, and runs about it: enough of GitHub to carry out commands.

use patch_release_issues::event::{CompletedWrite, Event, Inputs, Payload, QueryAnswer};
use patch_release_issues::plan;
use patch_release_issues::write::Write;
use serde_json::{Map, Value, json};

/// A description with nothing wrong; the fix is in no release.
pub(super) const COMPLETE: &str = "```release\nintroduced-in=v1.6.2\n```\n\n## Symptoms\n\nPods restart.\n\n## Root cause\n\nBinaries:\n- kubelet\n\nA race.\n\n## Impact\n\nAll users.\n\n## Resolution\n\nA lock.\n\n## PRs\n\n- #48123\n";

/// Who wrote a comment, and how it is.
#[derive(Clone)]
pub(super) struct Said {
    pub(super) body: String,
    pub(super) author: Value,
    pub(super) association: &'static str,
    pub(super) created_at: String,
    pub(super) edited_at: Option<&'static str>,
    pub(super) is_ours: bool,
    pub(super) reaction: Option<String>,
}

/// The issue, and what becomes of it.
#[derive(Clone)]
pub(super) struct Hub {
    pub(super) body: String,
    pub(super) labels: Vec<&'static str>,
    pub(super) policy: Option<&'static str>,
    pub(super) edited_at: Option<String>,
    pub(super) is_edited_by_us: bool,
    pub(super) comments: Vec<Said>,
    pub(super) inputs: Inputs,
    pub(super) event: &'static str,
    pub(super) edits: usize,
    pub(super) queries: usize,
    pub(super) summary: String,
    pub(super) log: Vec<String>,
}

pub(super) fn user(id: &str) -> Value {
    json!({"__typename": "User", "id": id})
}

impl Hub {
    /// An issue with this description, and a comment of its author.
    pub(super) fn with(body: &str, comment: &str) -> Self {
        let mut hub = Self {
            body: body.to_owned(),
            labels: vec!["patch-release", "priority/critical-urgent", "sig/cli"],
            policy: None,
            edited_at: None,
            is_edited_by_us: false,
            comments: Vec::new(),
            inputs: Inputs::default(),
            event: "schedule",
            edits: 0,
            queries: 0,
            summary: String::new(),
            log: Vec::new(),
        };
        hub.say(comment);
        hub
    }

    /// Adds a comment of the issue's author.
    pub(super) fn say(&mut self, body: &str) -> &mut Said {
        self.comments.push(Said {
            body: body.to_owned(),
            author: user("author"),
            association: "NONE",
            created_at: format!("2026-01-05T08:{:02}:00Z", self.comments.len()),
            edited_at: None,
            is_ours: false,
            reaction: None,
        });
        self.comments.last_mut().unwrap()
    }

    /// The comment of the action; empty if there is none.
    pub(super) fn ours(&self) -> &str {
        self.comments.iter().find(|said| said.is_ours).map_or("", |said| &said.body)
    }

    /// The reaction to a comment, by its index.
    pub(super) fn reaction(&self, index: usize) -> Option<&str> {
        self.comments[index].reaction.as_deref()
    }

    fn answer(&self, variables: &Map<String, Value>) -> Value {
        let mut repository = json!({"main": {"name": "master"}});
        for (name, asked) in variables {
            let is_numbered = name.ends_with(|last: char| last.is_ascii_digit());
            repository[name] = match name.as_str() {
                "tags" => json!({"nodes": tags(), "pageInfo": {"hasNextPage": false}}),
                "policy" => json!({"text": self.policy.unwrap_or_default()}),
                _ if is_numbered && name.starts_with('t') => {
                    let is_it = |tag: &Value| {
                        let name = tag["name"].as_str().unwrap();
                        asked.as_str() == Some(&format!("refs/tags/{name}"))
                    };
                    tags().into_iter().find(is_it).unwrap_or_default()
                }
                _ if is_numbered && name.starts_with('p') => {
                    json!({"__typename": "PullRequest", "number": asked, "title": "", "body": "", "state": "MERGED", "merged": true, "baseRefName": "master", "labels": {"nodes": [{"name": "sig/cli"}]}, "timelineItems": {"nodes": []}})
                }
                _ => Value::Null,
            };
        }
        if variables.contains_key("number") {
            repository["issue"] = self.issue();
        }
        json!({"data": {"repository": repository, "viewer": {"login": "github-actions[bot]"}}})
    }

    fn issue(&self) -> Value {
        let labels: Vec<Value> = self.labels.iter().map(|name| json!({"name": name})).collect();
        let editor = if self.is_edited_by_us {
            json!({"__typename": "Bot", "login": "github-actions"})
        } else {
            json!({"__typename": "User", "login": "author"})
        };
        let comments: Vec<Value> = (0..).zip(&self.comments).map(shown).collect();
        json!({
            "__typename": "Issue", "number": 7, "title": "A title", "body": self.body,
            "state": "OPEN", "url": "https://github.com/kubernetes/kubernetes/issues/7",
            "labels": {"nodes": labels}, "author": user("author"), "editor": editor,
            "lastEditedAt": self.edited_at, "timelineItems": {"nodes": []},
            "comments": {"nodes": comments, "pageInfo": {"hasNextPage": false}},
        })
    }

    fn apply(&mut self, write: &Write) -> Option<String> {
        let at = |id: &str| id.parse::<usize>().unwrap() - 100;
        match write {
            Write::EditDescription { body, .. } => {
                self.body.clone_from(body);
                self.edited_at = Some("2026-01-05T09:00:01Z".to_owned());
                self.is_edited_by_us = true;
                self.edits += 1;
            }
            Write::AddReaction { comment, content, .. } => {
                self.comments[at(comment)].reaction = Some(content.clone());
            }
            Write::PostComment { body, .. } => {
                self.say(body).is_ours = true;
                return Some((99 + self.comments.len()).to_string());
            }
            Write::UpdateComment { id, body, .. } => self.comments[at(id)].body.clone_from(body),
            _ => {}
        }
        None
    }

    /// Runs the action until it ends.
    pub(super) fn run(&mut self) -> &mut Self {
        self.run_with(|_, _, _| {})
    }

    /// Runs the action; `meanwhile` happens before each request, with its number, and whether it edits the description.
    pub(super) fn run_with(&mut self, meanwhile: impl Fn(&mut Self, usize, bool)) -> &mut Self {
        let inputs = Inputs { issue_number: "7".to_owned(), ..self.inputs.clone() };
        let mut event = Event {
            name: self.event.to_owned(),
            repository: "kubernetes/kubernetes".to_owned(),
            payload: Payload { comment: Some(String::new()), ..Payload::default() },
            inputs,
            has_token: true,
            now: "2026-01-05T09:00:00.000Z".to_owned(),
            ..Event::default()
        };
        let mut requests = 0;
        for _ in 0..200 {
            let plan = plan(&event);
            if let Some(query) = plan.query {
                meanwhile(self, requests, false);
                requests += 1;
                self.queries += 1;
                let (round, body) = (event.round, self.answer(&query.variables));
                event.answers.push(QueryAnswer { round, variables: query.variables, body });
                continue;
            }
            if plan.writes.is_empty() {
                (self.summary, self.log) = (plan.summary, plan.log);
                return self;
            }
            for write in plan.writes {
                meanwhile(self, requests, matches!(write, Write::EditDescription { .. }));
                requests += 1;
                let id = self.apply(&write);
                event.done.push(CompletedWrite { write, id });
            }
            event.round += 1;
        }
        panic!("the run does not end");
    }
}

fn shown((index, said): (usize, &Said)) -> Value {
    let reacted = |content: &str, name: &str| json!({"content": content, "viewerHasReacted": said.reaction.as_deref() == Some(name)});
    json!({
        "fullDatabaseId": (100 + index).to_string(), "viewerDidAuthor": said.is_ours,
        "body": said.body, "createdAt": said.created_at, "lastEditedAt": said.edited_at,
        "authorAssociation": said.association, "author": said.author,
        "reactionGroups": [reacted("THUMBS_UP", "+1"), reacted("CONFUSED", "confused")],
    })
}

fn tags() -> Vec<Value> {
    let names = ["v1.7.1", "v1.7.0", "v1.6.5", "v1.6.4", "v1.6.2", "v1.6.0", "v1.5.0"];
    names.map(|name| json!({"name": name, "target": {"oid": format!("commit-{name}")}})).to_vec()
}
