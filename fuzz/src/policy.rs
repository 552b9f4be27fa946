//! The text of a policy file → a policy, or what is wrong with it.

use patch_release_issues::event::{Event, Inputs, Payload};
use patch_release_issues::issue::State;
use patch_release_issues::{Issue, Policy, PolicyError, plan, read_policy, validate};

use crate::line_ends::OTHERS;
use crate::place::Places;
use crate::{Checked, Extent, canary, fail_unless, line_ends};

/// How many mistakes are reported.
const MOST_ERRORS: usize = 20;

pub(crate) fn check(input: &str, extent: Extent) -> Checked {
    let text = line_ends::fed(input);
    let read = read_policy(&text);
    match &read {
        Ok(policy) => check_policy(policy, &text)?,
        Err(errors) => check_errors(errors, &text)?,
    }
    let chosen = extent.chosen(input, 4);
    for (promise, end) in (0..).zip(OTHERS) {
        let other = text.replace('\n', end);
        if chosen.is_none_or(|chosen| chosen == promise) && other.len() <= 65_536 {
            let other = read_policy(&other);
            fail_unless(read == other, || {
                format!("{end:?} makes a difference: {read:?}, {other:?}")
            })?;
        }
    }
    Ok(())
}

fn check_errors(errors: &[PolicyError], text: &str) -> Checked {
    let is_some = !errors.is_empty() && errors.len() <= MOST_ERRORS;
    fail_unless(is_some, || format!("{} mistakes", errors.len()))?;
    let places = Places::of(text.strip_prefix('\u{feff}').unwrap_or(text));
    let mut last = (0, 0);
    for error in errors {
        let position =
            patch_release_issues::diagnostic::Position { line: error.line, column: error.column };
        places.check_position(position)?;
        fail_unless(last <= (error.line, error.column), || "mistakes are not in order".to_owned())?;
        last = (error.line, error.column);
        let said = error.in_file("policy.yml");
        fail_unless(!said.contains(char::is_control), || format!("{said:?} is not one line"))?;
    }
    Ok(())
}

/// Judges two issues under a policy: an ordinary one, and one that must be withheld.
fn check_policy(policy: &Policy, text: &str) -> Checked {
    let mut labels = vec!["sig/node".to_owned(), "priority/critical-urgent".to_owned()];
    let description = Some("introduced-in=1.6.2\n\n# Impact\n\nMuch.\n".to_owned());
    labels.extend(policy.security.labels.first().cloned());
    let title = "s3cr3t".to_owned();
    let mut issue = Issue { number: 7, title, labels, description, ..Issue::default() };
    issue.state = Some(State::Open);
    let answer = validate(&issue, policy);
    let again = answer
        .fixed_description
        .map(|description| Issue { description: Some(description), ..issue.clone() });
    let again = again.and_then(|fixed| validate(&fixed, policy).fixed_description);
    fail_unless(again.is_none(), || "fixing is not idempotent".to_owned())?;
    if answer.in_scope && !policy.security.labels.is_empty() {
        fail_unless(answer.withheld, || "a security issue is shown".to_owned())?;
    }
    let payload = Payload { issue: Some(issue), ..Payload::default() };
    let inputs = Inputs { policy: "policy.yml".to_owned(), ..Inputs::default() };
    let event = Event {
        name: "issues".to_owned(),
        payload,
        inputs,
        policy: Some(text.to_owned()),
        ..Event::default()
    };
    let plan = plan(&event);
    if answer.withheld && !canary::is_in(text) {
        canary::check("the plan", &format!("{plan:?}"))?;
    }
    Ok(())
}
