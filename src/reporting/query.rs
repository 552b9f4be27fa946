//! What GitHub is asked: GraphQL, every word from outside in a variable.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::github::Query;
use crate::known_issues::facts::PullRequestName;

/// The most issues or tags that GitHub hands over at once.
pub(super) const PAGE: usize = 100;

/// The most pull requests that are asked for at once.
pub(super) const PULL_REQUESTS: usize = 50;

const ISSUE: &str = "number title body state stateReason(enableDuplicate:true) labels(first:100){nodes{name}} createdAt \
updatedAt closedAt lastEditedAt comments(last:1){nodes{createdAt}}";

const TAG: &str = "name target{...on Commit{committedDate}...on Tag{tagger{date}target{...on Commit{committedDate}}}}";

const PULL_REQUEST: &str =
    "{__typename ...on PullRequest{state merged mergedAt baseRefName updatedAt}}";

/// Which page of a list.
pub(super) struct Page<'a> {
    /// The repository, `owner/name`.
    pub(super) repository: &'a str,
    /// How many items.
    pub(super) size: usize,
    /// Behind which item.
    pub(super) after: Option<&'a str>,
}

/// Issues by their last change, the oldest first: what changes meanwhile comes again at the end, and nothing is passed
/// over. `all` is how many there are in all, whatever `since` says.
pub(super) fn issues(page: &Page<'_>, since: Option<&str>) -> Query {
    let mut draft = Draft::of(page);
    let mut filter = "";
    if let Some(since) = since {
        draft.declare("since", "DateTime", since.into());
        filter = "filterBy:{since:$since},";
    }
    let behind = draft.behind(page);
    draft.finish(&format!(
        "repository(owner:$owner,name:$name){{nameWithOwner all:issues{{totalCount}} issues(first:$size,{behind}{filter}\
         orderBy:{{field:UPDATED_AT,direction:ASC}}){{nodes{{{ISSUE}}}pageInfo{{hasNextPage endCursor}}}}}}"
    ))
}

/// Tags by name.
pub(super) fn tags(page: &Page<'_>) -> Query {
    let mut draft = Draft::of(page);
    let behind = draft.behind(page);
    draft.finish(&format!(
        "repository(owner:$owner,name:$name){{refs(refPrefix:\"refs/tags/\",first:$size,{behind}\
         orderBy:{{field:ALPHABETICAL,direction:ASC}}){{totalCount nodes{{{TAG}}}pageInfo{{hasNextPage endCursor}}}}}}"
    ))
}

/// Pull requests of any repositories: the alias of each says its place in `names`.
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
            "p{index}:repository(owner:$o{index},name:$r{index}){{it:issueOrPullRequest(number:$n{index}){PULL_REQUEST}}}"
        );
    }
    draft.finish(&fields)
}

/// The description of an issue.
pub(super) fn description(repository: &str, number: u64) -> Query {
    let mut draft = Draft::default();
    draft.declare_repository(repository);
    draft.declare("number", "Int!", number.into());
    draft.finish("repository(owner:$owner,name:$name){issue(number:$number){body}}")
}

/// Variables, and how the query declares them.
#[derive(Default)]
struct Draft {
    parameters: String,
    variables: Map<String, Value>,
}

impl Draft {
    fn of(page: &Page<'_>) -> Self {
        let mut draft = Self::default();
        draft.declare_repository(page.repository);
        draft.declare("size", "Int!", page.size.into());
        draft
    }

    fn declare(&mut self, name: &str, kind: &str, value: Value) {
        let _ = write!(self.parameters, "${name}:{kind} ");
        self.variables.insert(name.to_owned(), value);
    }

    fn declare_repository(&mut self, repository: &str) {
        let (owner, name) = repository.split_once('/').unwrap_or_default();
        self.declare("owner", "String!", owner.into());
        self.declare("name", "String!", name.into());
    }

    fn behind(&mut self, page: &Page<'_>) -> &'static str {
        let Some(after) = page.after else { return "" };
        self.declare("after", "String", after.into());
        "after:$after,"
    }

    fn finish(self, fields: &str) -> Query {
        let text = format!("query({}){{{fields}}}", self.parameters.trim_end());
        Query { text, variables: self.variables, delay: 0 }
    }
}
