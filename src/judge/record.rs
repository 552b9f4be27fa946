//! A description → what evidence asks of an issue.

use crate::evidence::{IssueRecord, IssueState, Listed, urgency};
use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::judge::facts::{Facts, NumberMeaning};
use crate::judge::issue::{Issue, State};
use crate::judge::listed_pull_requests::listed;
use crate::policy::Policy;

/// The issue as evidence sees it; without a description that can be read, it names nothing.
pub(crate) fn of(
    issue: &Issue,
    policy: &Policy,
    facts: &Facts,
    description: Option<&Description<'_>>,
) -> IssueRecord {
    let is_closed = issue.state == Some(State::Closed);
    let asked = policy.priorities.as_ref();
    let urgency = asked.and_then(|asked| urgency(&issue.labels, &asked.prefix, &asked.accepted));
    let named = |key| description.map(|description| description.named(key)).unwrap_or_default();
    IssueRecord {
        number: issue.number,
        state: IssueState::read(is_closed, issue.state_reason.as_deref()),
        reopened_at: issue.reopened_at.clone(),
        edited_at: issue.last_edited_at.clone(),
        tags: policy.tags.clone(),
        urgency,
        without_priorities: asked.is_none(),
        introduced_in: named(Key::IntroducedIn),
        resolved_in: named(Key::ResolvedIn),
        not_affected: named(Key::NotAffected),
        wont_fix: named(Key::WontFix),
        pull_requests: description
            .map(|description| requests(issue, facts, description))
            .unwrap_or_default(),
    }
}

/// The pull requests that it lists, without the numbers that are known to be none.
fn requests(issue: &Issue, facts: &Facts, description: &Description<'_>) -> Vec<Listed> {
    let mut requests = Vec::new();
    for request in listed(description, issue) {
        let (repository, number) = (request.repository, request.reference.number);
        let meaning = facts.number(repository.as_deref(), number);
        if !matches!(meaning, Some(NumberMeaning::Missing | NumberMeaning::Issue)) {
            let own = || facts.history.name().to_owned();
            requests.push(Listed { repository: repository.unwrap_or_else(own), number });
        }
    }
    requests
}
