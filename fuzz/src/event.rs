//! An event and what GitHub answers → plans, until the run ends.
//!
//! The input is JSON: `event` as the package's types describe it, and `bodies`, which answer the queries in order. A
//! body is an object, or text; text that is not JSON is a failed request of that kind. After the last body comes the
//! first again.

use patch_release_issues::event::{CompletedWrite, Event, QueryAnswer};
use patch_release_issues::github::failure::{FailedRequest, FailureKind};
use patch_release_issues::sweep::Sweep;
use patch_release_issues::write::Write;
use patch_release_issues::{Plan, event_reader, plan};
use serde_json::{Value, json};

use crate::{Checked, Extent, canary, fail_unless};

/// How many turns of a run are tried. A run of the action has other limits.
const MOST_TURNS: usize = 24;

/// When a sweep runs, in milliseconds since 1970.
const NOW: f64 = 1_767_603_600_000.0;

pub(crate) fn check(input: &str, extent: Extent) -> Checked {
    let Ok(Value::Object(mut members)) = serde_json::from_str(input) else { return Ok(()) };
    let bodies = match members.remove("bodies") {
        Some(Value::Array(bodies)) => bodies,
        _ => Vec::new(),
    };
    let event = members.remove("event").unwrap_or_default();
    let Ok(read) = event_reader::event(event.clone()) else { return Ok(()) };
    // Where names have the marks too, nothing can be told apart: labels are shown.
    let is_marked = !bodies.iter().chain([&event]).any(names_mark);
    let mut github = GitHub { bodies, turn: 0, count: 0, is_marked };
    let end = github.run(read)?;
    if extent == Extent::Sampled && github.count > 4 {
        return Ok(());
    }
    let mut other = event;
    reverse_labels(&mut other);
    let Ok(other) = event_reader::event(other) else { return Ok(()) };
    github.bodies.iter_mut().for_each(reverse_labels);
    github.turn = 0;
    let other = github.run(other)?;
    fail_unless(end == other, || format!("label order matters:\n{end:#?}\n{other:#?}"))
}

/// A GitHub that gives the answers of the input.
struct GitHub {
    bodies: Vec<Value>,
    turn: usize,
    count: usize,
    /// Whether only titles and texts have the marks.
    is_marked: bool,
}

/// What GitHub does with a query.
enum Reaction {
    Answers(Value),
    Fails(FailedRequest),
}

impl GitHub {
    /// The last plan of the run.
    fn run(&mut self, mut event: Event) -> Result<Plan, String> {
        for _ in 0..MOST_TURNS {
            let plan = plan(&event);
            check_plan(&plan, self.is_marked)?;
            if plan.sweep {
                return self.sweep(&event);
            }
            if let Some(query) = plan.query {
                match self.react() {
                    Reaction::Answers(body) => {
                        let (round, variables) = (event.round, query.variables);
                        event.answers.push(QueryAnswer { round, variables, body });
                    }
                    Reaction::Fails(failed) => event.troubles.push(failed),
                }
            } else if plan.writes.is_empty() {
                return Ok(plan);
            } else {
                event.done.extend(plan.writes.into_iter().map(completed));
                event.round += 1;
            }
        }
        Ok(Plan::default())
    }

    fn sweep(&mut self, event: &Event) -> Result<Plan, String> {
        let mut sweep = Sweep::new(event, NOW);
        let mut sent = 0;
        for _ in 0..MOST_TURNS {
            let plan = sweep.next(NOW);
            check_plan(&plan, self.is_marked)?;
            if plan.query.is_some() {
                match self.react() {
                    Reaction::Answers(body) => sweep.take(body),
                    Reaction::Fails(failed) => sweep.fail(&failed),
                }
            } else if plan.writes.is_empty() {
                return Ok(plan);
            } else {
                let done: Vec<CompletedWrite> = plan.writes.into_iter().map(completed).collect();
                sent += u32::try_from(done.len()).unwrap_or(u32::MAX);
                sweep.wrote(done, None, sent);
            }
        }
        Ok(Plan::default())
    }

    fn react(&mut self) -> Reaction {
        let body = self.bodies.get(self.turn % self.bodies.len().max(1));
        self.turn += 1;
        self.count += 1;
        let Some(Value::String(text)) = body else {
            return Reaction::Answers(body.cloned().unwrap_or_default());
        };
        if let Ok(body) = serde_json::from_str(text) {
            return Reaction::Answers(body);
        }
        let kind = FailureKind::find(text).unwrap_or(FailureKind::Unauthorized);
        let (doing, detail) = ("read".to_owned(), text.clone());
        Reaction::Fails(FailedRequest { doing, kind, status: Some(502), detail })
    }
}

fn completed(write: Write) -> CompletedWrite {
    CompletedWrite { write, id: Some("101".to_owned()) }
}

/// Lines are lines, outputs are one line each, and nothing of a withheld issue is shown.
fn check_plan(plan: &Plan, is_marked: bool) -> Checked {
    for line in &plan.log {
        fail_unless(!line.contains(['\n', '\r']), || format!("{line:?} is not one line"))?;
    }
    for (name, value) in &plan.outputs {
        fail_unless(!value.contains(['\n', '\r']), || {
            format!("{name} is not one line: {value:?}")
        })?;
    }
    fail_unless(plan.exit_code <= 1, || format!("exit code {}", plan.exit_code))?;
    fail_unless(plan.summary.len() <= 900 * 1024, || "the summary is too long".to_owned())?;
    let is_withheld = |(name, value): &(&str, String)| *name == "withheld" && value == "true";
    if is_marked && plan.outputs.iter().any(is_withheld) {
        canary::check("the log", &plan.log.join("\n"))?;
        canary::check("the summary", &plan.summary)?;
        canary::check("an output", &json!(plan.outputs).to_string())?;
    }
    Ok(())
}

/// Whether a text that is neither a title nor a body has a mark.
fn names_mark(value: &Value) -> bool {
    match value {
        Value::String(text) => canary::is_in(text),
        Value::Array(values) => values.iter().any(names_mark),
        Value::Object(members) => members.iter().any(|(name, member)| {
            let is_shown = !matches!(name.as_str(), "title" | "body");
            canary::is_in(name) || names_mark(member) && (is_shown || !member.is_string())
        }),
        _ => false,
    }
}

/// Reverses every list of labels of an issue.
fn reverse_labels(value: &mut Value) {
    match value {
        Value::Array(values) => values.iter_mut().for_each(reverse_labels),
        Value::Object(members) => {
            let is_issue = members.contains_key("body") && !members.contains_key("mergeCommit");
            for (name, member) in members {
                if name == "labels" && is_issue {
                    match member {
                        Value::Array(labels) => labels.reverse(),
                        Value::Object(page) => {
                            if let Some(Value::Array(labels)) = page.get_mut("nodes") {
                                labels.reverse();
                            }
                        }
                        _ => {}
                    }
                }
                reverse_labels(member);
            }
        }
        _ => {}
    }
}
