//! Which issues a sweep is about: the union of several lists.

use std::collections::{BTreeMap, VecDeque};
use std::fmt::Write;

use serde_json::Value;

use crate::github::query::{Draft, Query};
use crate::json::{list, member, text};
use crate::judge::facts::Facts;
use crate::judge::subject::Subject;
use crate::policy::{Policy, Scope};
use crate::validate_action::question::{HISTORY, ISSUE};
use crate::validate_action::seen_issue;
use crate::validate_action::sweep::patience::Patience;

/// The most issues of a page.
const PAGE: usize = 100;

/// A list of issues.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Listing {
    All,
    /// The open issues with a label.
    Open(String),
    /// All issues with a label.
    Labelled(String),
    /// The issues that were updated since a date.
    Since(String),
}

/// The lists that are left to read, and the issues that were found.
#[derive(Debug, Default)]
pub(super) struct IssueLists {
    listings: VecDeque<Listing>,
    /// The cursor to continue the first list from.
    after: Option<String>,
    history: bool,
    /// By number, without comments.
    pub(super) found: BTreeMap<u64, Value>,
}

impl IssueLists {
    /// The lists under a policy. `since` is the date before which unlabelled issues are not looked at; `None` to look at
    /// all issues. `labels` are those of the repository.
    pub(super) fn new(
        policy: &Policy,
        since: Option<String>,
        labels: &[String],
        history: bool,
    ) -> Self {
        let mut listings = VecDeque::new();
        match (&policy.scope, since) {
            (Scope::Labels { labels: scope }, Some(since)) => {
                listings.extend(scope.iter().cloned().map(Listing::Open));
                let is_ours = |label: &&String| {
                    policy
                        .labels
                        .patterns()
                        .iter()
                        .any(|pattern| pattern.matches(label, &policy.tags))
                };
                listings.extend(labels.iter().filter(is_ours).cloned().map(Listing::Labelled));
                listings.push_back(Listing::Since(since));
            }
            _ => listings.push_back(Listing::All),
        }
        Self { listings, after: None, history, found: BTreeMap::new() }
    }

    /// The query for the next page; `None` if everything was read.
    pub(super) fn query(&self, repository: &str, patience: Patience) -> Option<Query> {
        let listing = self.listings.front()?;
        let mut draft = Draft::about(repository);
        draft.declare("size", "Int!", patience.size(PAGE).into());
        let mut filter = String::new();
        if let Some(after) = &self.after {
            draft.declare("after", "String!", after.as_str().into());
            filter.push_str(",after:$after");
        }
        match listing {
            Listing::All => {}
            Listing::Open(label) | Listing::Labelled(label) => {
                draft.declare("label", "String!", label.as_str().into());
                filter.push_str(",labels:[$label]");
            }
            Listing::Since(date) => {
                draft.declare("since", "DateTime!", date.as_str().into());
                filter.push_str(",filterBy:{since:$since}");
            }
        }
        if matches!(listing, Listing::Open(_)) {
            filter.push_str(",states:[OPEN]");
        }
        let history = if self.history { HISTORY } else { "" };
        let mut fields = String::new();
        let _ = write!(
            fields,
            "repository(owner:$owner,name:$name){{issues(first:$size{filter},orderBy:{{field:CREATED_AT,direction:ASC}}){{\
             nodes{{__typename {ISSUE}{history}}}pageInfo{{hasNextPage endCursor}}}}}}"
        );
        Some(draft.finish(&fields, patience.delay()))
    }

    /// Reads a page. Returns whether it is complete; another one is not used.
    pub(super) fn take(&mut self, body: &Value, policy: &Policy) -> bool {
        let issues = member(member(member(body, "data"), "repository"), "issues");
        let (nodes, page) = (member(issues, "nodes"), member(issues, "pageInfo"));
        let next = text(page, "endCursor").filter(|next| Some(*next) != self.after.as_deref());
        let has_next = member(page, "hasNextPage").as_bool();
        let is_whole = nodes.is_array() && list(nodes).iter().all(Value::is_object);
        let has_place = has_next == Some(false) || (has_next == Some(true) && next.is_some());
        if !list(member(body, "errors")).is_empty() || !is_whole || !has_place {
            return false;
        }
        for issue in list(nodes) {
            if concerns(issue, policy) {
                let number = member(issue, "number").as_u64().unwrap_or_default();
                self.found.insert(number, issue.clone());
            }
        }
        self.after = next.filter(|_| has_next == Some(true)).map(str::to_owned);
        if self.after.is_none() {
            self.listings.pop_front();
        }
        true
    }
}

/// Whether an issue is in scope, or was in scope and still has the label that says that it is not complete.
fn concerns(issue: &Value, policy: &Policy) -> bool {
    let issue = seen_issue::read(issue);
    let description = issue.description.as_deref().unwrap_or_default();
    let pattern = policy.labels.incomplete.as_ref();
    let is_marked =
        |label: &String| pattern.is_some_and(|pattern| pattern.matches(label, &policy.tags));
    issue.labels.iter().any(is_marked)
        || Subject::read(&issue, description, policy, &Facts::default()).is_some()
}
