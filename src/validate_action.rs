//! A run of the validate action: one event → what to do next. JavaScript carries it out.
//!
//! A run is planned again after everything that happens: an answer from GitHub, a write, a failure. The plan depends
//! on what is there now, not on how it came about. So a run that overlaps another, or ends halfway, leaves nothing
//! that the next run does not repair.

mod compared;
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
mod run;
mod seen_issue;
mod seen_tags;
mod settings;
mod sticky;
mod variables;
mod wanted_facts;
pub mod write;

use crate::judge::facts::Facts;
use crate::judge::judgement::Judgement;
use crate::validate_action::event::Event;
use crate::validate_action::plan::Plan;
use crate::validate_action::settings::ValidateSettings;

/// Decides what a run does next about `event`. An event without an issue, or an input or a policy that cannot be
/// used, becomes a plan that fails and says what to do.
#[must_use]
pub fn plan(event: &Event) -> Plan {
    decide(event).unwrap_or_else(|messages| Plan::failures(&messages))
}

fn decide(event: &Event) -> Result<Plan, Vec<String>> {
    let settings = ValidateSettings::read(&event.inputs).map_err(|message| vec![message])?;
    let payload = event.payload.issue.as_ref();
    let is_pull_request = payload.is_some_and(|issue| issue.pull_request);
    let Some(number) = settings.issue_number.or(payload.map(|issue| issue.number)) else {
        return Err(vec![without_issue(&event.name)]);
    };
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
    Ok(Plan::ending(&Judgement::of(issue, &policy, &Facts::default()), settings.fail_on))
}

fn without_issue(event: &str) -> String {
    format!(
        "the event `{event}` carries no issue: run this action on `issues` or `issue_comment` events, or set the input \
         `issue-number`"
    )
}
