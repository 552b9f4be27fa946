//! A run of the validate action: one event → what to do next. JavaScript carries it out.
//!
//! A run is planned again after everything that happens: an answer from GitHub, a write, a failure. The plan depends
//! on what is there now, not on how it came about. So a run that overlaps another, or ends halfway, leaves nothing
//! that the next run does not repair.

mod commands;
mod compared;
mod ending;
pub mod event;
pub mod event_reader;
mod failures;
mod github_state;
mod labels;
mod outputs;
pub mod plan;
mod policy;
mod question;
mod requests;
mod result_row;
mod results;
mod run;
mod seen_issue;
mod seen_tags;
mod settings;
mod step;
mod sticky;
pub mod sweep;
mod variables;
mod wanted_facts;
pub mod write;

use crate::judge::facts::Facts;
use crate::judge::judgement::Judgement;
use crate::validate_action::event::Event;
use crate::validate_action::plan::Plan;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::step::Judged;

/// Whether the run about `event` asks GitHub nothing and reads no policy, whatever its inputs say.
#[must_use]
pub fn is_offline(event: &Event) -> bool {
    !event.has_token && event.inputs.policy.trim().is_empty()
}

/// Decides what a run does next about an event, or says what is wrong with the event's format.
#[must_use]
pub fn plan_of(event: &Result<Event, String>) -> Plan {
    match event {
        Ok(event) => plan(event),
        Err(error) => {
            Plan::failure(&format!("the event payload does not have GitHub's format: {error}"))
        }
    }
}

/// Decides what a run does next about `event`. For an event without an issue, that is a sweep. An input or a policy that
/// cannot be used becomes a plan that fails and says what to do.
#[must_use]
pub fn plan(event: &Event) -> Plan {
    decide(event).unwrap_or_else(|messages| Plan::failures(&messages))
}

fn decide(event: &Event) -> Result<Plan, Vec<String>> {
    let settings = ValidateSettings::read(&event.inputs).map_err(|message| vec![message])?;
    // Of a pull request, which may be anybody's, nothing is read.
    let is_foreign = event.name == "pull_request_target";
    let payload = event.payload.issue.as_ref().filter(|_| !is_foreign);
    let is_pull_request = payload.is_some_and(|issue| issue.pull_request);
    let Some(number) = settings.issue_number.or(payload.map(|issue| issue.number)) else {
        return without_issue(event, settings);
    };
    let comment = event.payload.comment.as_deref().filter(|_| event.name == "issue_comment");
    let is_asked = settings.issue_number.is_some() || !settings.asks(event);
    if comment.is_some_and(|comment| !is_asked && !commands::are_in(comment)) {
        let log =
            vec![format!("The comment on #{number} holds no command, so there is nothing to do.")];
        return Ok(Plan { number, log, ..Plan::default() });
    }
    if settings.asks(event) && (settings.issue_number.is_some() || !is_pull_request) {
        return run::decide(event, settings, number);
    }
    let Some(issue) = payload.filter(|issue| issue.number == number) else {
        return Err(vec![format!(
            "issue #{number} cannot be read: GitHub may not be asked; set the input `token`, and one of `comment`, \
             `labels` and `facts` to `true`"
        )]);
    };
    let policy = policy::read(event, &policy::FetchedFiles::default())?;
    let facts = Facts::default();
    let judgement = Judgement::of(issue, &policy, &facts);
    Ok(ending::of(&judgement, &settings, &[], &Judged { is_end: true, ..Judged::default() }))
}

/// Starts a sweep, unless that is turned off or not possible.
fn without_issue(event: &Event, settings: ValidateSettings) -> Result<Plan, Vec<String>> {
    let name = &event.name;
    // A run about a pull request from a fork may not write, and is no reason to judge the issues again.
    let is_request = name.starts_with("pull_request") && name != "pull_request_target";
    if !settings.sweep || is_request {
        return Err(vec![format!(
            "the event `{name}` carries no issue: run this action on `issues` or `issue_comment` events, or set the input \
             `issue-number`"
        )]);
    }
    if !settings.asks(event) {
        return Err(vec![format!(
            "the event `{name}` carries no issue, and the issues cannot be read: GitHub may not be asked; set the input \
             `token`, and one of `comment`, `labels` and `facts` to `true`"
        )]);
    }
    Ok(Plan { sweep: true, ..Plan::default() })
}
