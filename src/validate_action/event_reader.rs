//! JSON → an event, or what is wrong with its format.

use serde_json::{Map, Value};

use crate::github::failure::{FailedRequest, FailureKind};
use crate::judge::issue::{Issue, State};
use crate::validate_action::event::{CompletedWrite, Event, Inputs, Payload, QueryAnswer};
use crate::validate_action::write::Write;

/// A JSON object whose members are taken out.
type Object = Map<String, Value>;

/// Reads an event as `pkg/types.d.ts` describes it.
///
/// # Errors
/// Names the member that has the wrong type.
pub fn event(value: Value) -> Result<Event, String> {
    let mut event = object(value);
    let mut payload = object(take(&mut event, "payload"));
    let issue = match take(&mut payload, "issue") {
        Value::Null => None,
        value => Some(issue(value)?),
    };
    let comment = text(&mut object(take(&mut payload, "comment")), "body")?;
    let default_branch = text(&mut object(take(&mut payload, "repository")), "default_branch")?;
    Ok(Event {
        name: word(&mut event, "name")?,
        repository: word(&mut event, "repository")?,
        git_ref: word(&mut event, "ref")?,
        payload: Payload { issue, comment, default_branch },
        inputs: inputs(object(take(&mut event, "inputs")))?,
        now: word(&mut event, "now")?,
        has_token: take(&mut event, "hasToken") == Value::Bool(true),
        policy: text(&mut event, "policy")?,
        answers: list(take(&mut event, "answers"), answer)?,
        round: count(&mut event, "round")?,
        done: list(take(&mut event, "done"), completed)?,
        troubles: list(take(&mut event, "troubles"), failed)?,
    })
}

/// Reads an issue as GitHub's REST API and webhooks return it.
///
/// # Errors
/// Names the member that has the wrong type.
pub fn issue(value: Value) -> Result<Issue, String> {
    let Value::Object(mut issue) = value else {
        return Err("`issue` cannot be read: it is not an object".to_owned());
    };
    Ok(Issue {
        number: number(&mut issue, "number")?,
        title: word(&mut issue, "title")?,
        description: text(&mut issue, "body")?,
        labels: labels(take(&mut issue, "labels"))?,
        state: state(text(&mut issue, "state")?.as_deref())?,
        state_reason: text(&mut issue, "state_reason")?,
        reopened_at: text(&mut issue, "reopened_at")?,
        last_edited_at: text(&mut issue, "last_edited_at")?,
        html_url: text(&mut issue, "html_url")?,
        pull_request: take(&mut issue, "pull_request") != Value::Null,
    })
}

/// Reads a request that failed.
///
/// # Errors
/// Names the member that has the wrong type.
pub fn failed(value: Value) -> Result<FailedRequest, String> {
    let mut failed = object(value);
    let kind = word(&mut failed, "kind")?;
    let status = number(&mut failed, "status")?;
    Ok(FailedRequest {
        doing: word(&mut failed, "doing")?,
        kind: FailureKind::find(&kind)
            .ok_or_else(|| format!("`{kind}` is not a kind of failure"))?,
        status: (status > 0).then_some(status),
        detail: word(&mut failed, "detail")?,
    })
}

fn inputs(mut inputs: Object) -> Result<Inputs, String> {
    Ok(Inputs {
        fail_on: word(&mut inputs, "fail-on")?,
        comment: word(&mut inputs, "comment")?,
        labels: word(&mut inputs, "labels")?,
        facts: word(&mut inputs, "facts")?,
        issue_number: word(&mut inputs, "issue-number")?,
        policy: word(&mut inputs, "policy")?,
        sweep: word(&mut inputs, "sweep")?,
        dry_run: word(&mut inputs, "dry-run")?,
    })
}

fn answer(value: Value) -> Result<QueryAnswer, String> {
    let mut answer = object(value);
    Ok(QueryAnswer {
        round: count(&mut answer, "round")?,
        variables: object(take(&mut answer, "variables")),
        body: take(&mut answer, "body"),
    })
}

/// Reads a write that was carried out.
///
/// # Errors
/// Names the member that has the wrong type.
pub fn completed(value: Value) -> Result<CompletedWrite, String> {
    let mut completed = object(value);
    let write = write(object(take(&mut completed, "write")))?;
    Ok(CompletedWrite { write, id: text(&mut completed, "id")? })
}

fn write(mut write: Object) -> Result<Write, String> {
    let kind = word(&mut write, "kind")?;
    let mut word = |name| word(&mut write, name);
    Ok(match kind.as_str() {
        "create-label" => Write::CreateLabel {
            name: word("name")?,
            color: word("color")?,
            description: word("description")?,
        },
        "add-labels" => Write::AddLabels { names: strings(take(&mut write, "names")) },
        "remove-label" => Write::RemoveLabel { name: word("name")? },
        "post-comment" => Write::PostComment { body: word("body")?, shorter: word("shorter")? },
        "update-comment" => {
            Write::UpdateComment { id: word("id")?, body: word("body")?, shorter: word("shorter")? }
        }
        "delete-comment" => Write::DeleteComment { id: word("id")? },
        "edit-description" => {
            Write::EditDescription { body: word("body")?, comment: word("comment")? }
        }
        "add-reaction" => Write::AddReaction {
            comment: word("comment")?,
            content: word("content")?,
            reason: word("reason")?,
        },
        kind => return Err(format!("`{kind}` is not a write")),
    })
}

/// Labels are objects with a name, or strings in older endpoints. Any of them may be null.
fn labels(value: Value) -> Result<Vec<String>, String> {
    let labels = match value {
        Value::Null => Vec::new(),
        Value::Array(labels) => labels,
        _ => return Err("`issue.labels` is not a list".to_owned()),
    };
    let mut names = Vec::with_capacity(labels.len());
    for label in labels {
        match label {
            Value::String(name) => names.push(name),
            label => names.extend(text(&mut object(label), "name")?),
        }
    }
    Ok(names)
}

fn state(state: Option<&str>) -> Result<Option<State>, String> {
    match state {
        None => Ok(None),
        Some("open") => Ok(Some(State::Open)),
        Some("closed") => Ok(Some(State::Closed)),
        Some(_) => Err("`issue.state` is neither `open` nor `closed`".to_owned()),
    }
}

fn take(object: &mut Object, name: &str) -> Value {
    object.get_mut(name).map(Value::take).unwrap_or_default()
}

/// An object; empty if the value is not an object.
fn object(value: Value) -> Object {
    match value {
        Value::Object(object) => object,
        _ => Object::new(),
    }
}

/// Reads the items of a list; none if the value is not a list.
///
/// # Errors
/// The first error of `read`.
pub fn list<T>(value: Value, read: fn(Value) -> Result<T, String>) -> Result<Vec<T>, String> {
    let mut items = Vec::new();
    if let Value::Array(values) = value {
        for value in values {
            items.push(read(value)?);
        }
    }
    Ok(items)
}

fn strings(value: Value) -> Vec<String> {
    let mut strings = Vec::new();
    if let Value::Array(values) = value {
        for value in values {
            if let Value::String(text) = value {
                strings.push(text);
            }
        }
    }
    strings
}

fn text(object: &mut Object, name: &str) -> Result<Option<String>, String> {
    match take(object, name) {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        _ => Err(format!("`{name}` is not a string")),
    }
}

/// A string; empty if it is absent.
fn word(object: &mut Object, name: &str) -> Result<String, String> {
    Ok(text(object, name)?.unwrap_or_default())
}

/// A whole number; 0 if it is absent.
fn number(object: &mut Object, name: &str) -> Result<u64, String> {
    match take(object, name) {
        Value::Null => Ok(0),
        value => value.as_u64().ok_or_else(|| format!("`{name}` is not a whole number")),
    }
}

fn count(object: &mut Object, name: &str) -> Result<usize, String> {
    Ok(usize::try_from(number(object, name)?).unwrap_or(usize::MAX))
}
