//! The GraphQL queries. All text from outside is passed in variables.

use std::fmt::Write;

use crate::github::fields::{PULL_REQUEST, REFERRING, TAG};
use crate::github::query::{Draft, Page, Query};
use crate::known_issues::collection::wanted_comparisons::WantedComparison;
use crate::known_issues::facts::PullRequestName;

/// The most issues or tags that GitHub returns at once.
pub(super) const PAGE: usize = 100;

/// The most comparisons that are asked for at once.
pub(super) const COMPARISONS: usize = 50;

/// The most pull requests that are asked for at once.
pub(super) const PULL_REQUESTS: usize = 50;

const ISSUE: &str = "number title body state stateReason(enableDuplicate:true) labels(first:100){nodes{name}} createdAt \
updatedAt closedAt lastEditedAt author{login} assignees(first:10){nodes{login}} milestone{title} \
comments(last:10){nodes{createdAt author{__typename}}} \
timelineItems(itemTypes:[REOPENED_EVENT],last:1){nodes{...on ReopenedEvent{createdAt}}}";

/// Issues by their last change, oldest first: issues that change during the reading come again at the end, so that
/// none is skipped. `all` is the number of all issues, regardless of `since`.
pub(super) fn issues(page: &Page<'_>, since: Option<&str>) -> Query {
    let mut draft = Draft::of(page);
    let mut filter = "";
    if let Some(since) = since {
        draft.declare("since", "DateTime", since.into());
        filter = "filterBy:{since:$since},";
    }
    let after = draft.after(page);
    draft.finish(&format!(
        "repository(owner:$owner,name:$name){{nameWithOwner defaultBranchRef{{name}} all:issues{{totalCount}} issues(first:$size,{after}{filter}\
         orderBy:{{field:UPDATED_AT,direction:ASC}}){{nodes{{{ISSUE}}}pageInfo{{hasNextPage endCursor}}}}}}"
    ), 0)
}

/// Some issues. The alias of each contains its index in `numbers`.
pub(super) fn sampled_issues(repository: &str, numbers: &[u64]) -> Query {
    let mut draft = Draft::about(repository);
    let mut fields = String::new();
    for (index, number) in numbers.iter().enumerate() {
        draft.declare(&format!("n{index}"), "Int!", (*number).into());
        let _ = write!(fields, "i{index}:issue(number:$n{index}){{{ISSUE}}}");
    }
    draft.finish(&format!("repository(owner:$owner,name:$name){{{fields}}}"), 0)
}

/// Tags by name.
pub(super) fn tags(page: &Page<'_>) -> Query {
    let mut draft = Draft::of(page);
    let after = draft.after(page);
    draft.finish(&format!(
        "repository(owner:$owner,name:$name){{refs(refPrefix:\"refs/tags/\",first:$size,{after}\
         orderBy:{{field:ALPHABETICAL,direction:ASC}}){{totalCount nodes{{{TAG}}}pageInfo{{hasNextPage endCursor}}}}}}"
    ), 0)
}

/// Pull requests of any repositories. The alias of each contains its index in `names`.
pub(super) fn pull_requests(names: &[PullRequestName]) -> Query {
    let mut draft = Draft::default();
    let mut fields = String::new();
    for (index, name) in names.iter().enumerate() {
        let (owner, repository) = name.repository.split_once('/').unwrap_or_default();
        draft.declare(&format!("o{index}"), "String!", owner.into());
        draft.declare(&format!("r{index}"), "String!", repository.into());
        draft.declare(&format!("n{index}"), "Int!", name.number.into());
        let _ = write!(
            fields,
            "p{index}:repository(owner:$o{index},name:$r{index}){{it:issueOrPullRequest(number:$n{index}){{\
             __typename ...on PullRequest{{{PULL_REQUEST} {REFERRING}}}}}}}"
        );
    }
    draft.finish(&fields, 0)
}

/// Whether tags contain commits: the alias of each says its place in `wanted`. All are of one repository.
pub(super) fn comparisons(wanted: &[WantedComparison]) -> Query {
    let repository = wanted.first().map_or("", |first| first.repository.as_str());
    let mut draft = Draft::about(repository);
    let mut fields = String::new();
    for (index, WantedComparison { tag, commit, .. }) in wanted.iter().enumerate() {
        draft.declare(&format!("t{index}"), "String!", format!("refs/tags/{tag}").into());
        draft.declare(&format!("c{index}"), "String!", commit.as_str().into());
        let _ = write!(
            fields,
            "c{index}:ref(qualifiedName:$t{index}){{compare(headRef:$c{index}){{status}}}}"
        );
    }
    draft.finish(&format!("repository(owner:$owner,name:$name){{{fields}}}"), 0)
}

/// The description of an issue.
pub(super) fn description(repository: &str, number: u64) -> Query {
    let mut draft = Draft::about(repository);
    draft.declare("number", "Int!", number.into());
    draft.finish("repository(owner:$owner,name:$name){issue(number:$number){body}}", 0)
}
