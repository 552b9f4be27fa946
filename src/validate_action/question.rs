//! The queries about one issue.
//!
//! One query requests everything: the present issue, the action's comment, the repository's labels that the policy
//! names, and the tags and pull requests that the description names. If the answer names more, another query
//! follows. The variables of a query show what it requested.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::evidence;
use crate::format::description::entry::Key;
use crate::format::version::Version;
use crate::github::fields::{PULL_REQUEST, REFERRING, REOPENED, TAG};
use crate::github::policy_file;
use crate::github::query::{Draft, Query};
use crate::judge::subject::Subject;
use crate::policy::Policy;

/// The most tags that are requested by name. Any others are unknown.
const MOST_TAGS: usize = 40;

/// The most pull requests that are requested. Any others are unknown.
const MOST_PULL_REQUESTS: usize = 50;

/// The most comparisons that are asked for; more are unknown.
const MOST_COMPARISONS: usize = 50;

/// How many of the newest tags are read: the maintained branches' are among them.
const NEWEST_TAGS: u64 = 100;

/// What a description names and GitHub may know.
#[derive(Debug, Default)]
pub(super) struct WantedFacts {
    /// Tag names.
    tags: Vec<String>,
    /// Pull requests: the owner and name of another repository, and the number.
    pull_requests: Vec<(Option<(String, String)>, u64)>,
    /// The words to search for the repository's labels.
    labels: Vec<String>,
    /// Comparisons: the name of a tag, and a commit.
    comparisons: Vec<(String, String)>,
}

impl WantedFacts {
    /// Adds the labels that the policy may set, to find out which of them the repository has.
    pub(super) fn add_labels(&mut self, policy: &Policy) {
        for pattern in policy.labels.patterns() {
            self.labels.push(pattern.longest_literal().to_owned());
        }
    }

    /// Adds what the facts rules need. For a withheld issue, nothing is requested.
    pub(super) fn add_facts(&mut self, subject: &Subject<'_>) {
        let Some(description) = subject.description().filter(|_| !subject.is_withheld) else {
            return;
        };
        for claim in description.claims.of_key(Key::IntroducedIn) {
            self.add_tag(&claim.version);
        }
        for claim in description.claims.of_key(Key::ResolvedIn) {
            self.add_tag(&claim.version);
            if let Some(before) = claim.version.predecessor() {
                self.add_tag(&before);
            }
        }
        for listed in subject.pull_requests().into_iter().take(MOST_PULL_REQUESTS) {
            let other = listed.reference.repository.filter(|_| listed.repository.is_some());
            self.pull_requests.push((other, listed.reference.number));
        }
    }

    /// Adds the comparisons without which the history says less about the issue.
    pub(super) fn add_comparisons(&mut self, subject: &Subject<'_>) {
        let history = &subject.facts.history;
        for pair in evidence::wanted(&subject.evidence, &subject.maintained) {
            let tag = history.tags().iter().find(|tag| tag.commit.as_deref() == Some(pair.tag));
            if let Some(tag) = tag.filter(|_| self.comparisons.len() < MOST_COMPARISONS) {
                self.comparisons.push((tag.version.to_string(), pair.commit.to_owned()));
            }
        }
    }

    fn add_tag(&mut self, version: &Version) {
        let name = version.to_string();
        if self.tags.len() < MOST_TAGS && !self.tags.contains(&name) {
            self.tags.push(name);
        }
    }

    /// Removes what queries with these variables have already requested.
    pub(super) fn without(mut self, asked: &[&Map<String, Value>]) -> Self {
        let is_asked = |prefix: char, value: Value| {
            let asks =
                |(name, asked): (&String, &Value)| name.starts_with(prefix) && *asked == value;
            asked.iter().any(|variables| variables.iter().any(asks))
        };
        self.tags.retain(|tag| !is_asked('t', reference(tag).into()));
        self.labels.retain(|label| !is_asked('l', label.as_str().into()));
        self.pull_requests.retain(|(repository, number)| match repository {
            None => !is_asked('p', (*number).into()),
            Some((owner, name)) => {
                let this = (format!("{owner}/{name}").to_ascii_lowercase(), *number);
                !asked
                    .iter()
                    .any(|variables| elsewhere(variables).iter().any(|(_, asked)| *asked == this))
            }
        });
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tags.is_empty()
            && self.pull_requests.is_empty()
            && self.labels.is_empty()
            && self.comparisons.is_empty()
    }
}

/// What one query requests.
#[derive(Debug, Default)]
pub(super) struct Question<'a> {
    /// The repository, `owner/name`.
    pub(super) repository: &'a str,
    /// The issue, if it is to be read.
    pub(super) issue: Option<u64>,
    /// Whether the issue's comments are to be read.
    pub(super) comments: bool,
    /// The cursor of the comment to continue after.
    pub(super) after: Option<&'a str>,
    /// The path of a policy file to read from the default branch.
    pub(super) policy: Option<&'a str>,
    /// Whether the newest tags are to be read.
    pub(super) tags: bool,
    pub(super) wanted: WantedFacts,
    pub(super) delay: u32,
}

impl Question<'_> {
    /// The query.
    pub(super) fn query(self) -> Query {
        let (own, others) = (String::new(), String::new());
        let mut fields = Fields { draft: Draft::about(self.repository), own, others };
        if let Some(number) = self.issue {
            fields.draft.declare("number", "Int!", number.into());
            let issue = issue(&mut fields.draft, self.comments, self.after);
            fields.own.push_str(&issue);
        }
        if let Some(path) = self.policy {
            fields.draft.declare("policy", "String!", policy_file::expression(path));
            fields.own.push_str(policy_file::FIELD);
        }
        if self.tags {
            fields.draft.declare("tags", "Int!", NEWEST_TAGS.into());
            let _ = write!(
                fields.own,
                "defaultBranchRef{{name}}tags:refs(refPrefix:\"refs/tags/\",first:$tags,orderBy:{{field:TAG_COMMIT_DATE,direction:DESC}}){{\
                 nodes{{{TAG}}}pageInfo{{hasNextPage}}}}"
            );
        }
        fields.want(self.wanted);
        let Fields { draft, own, others } = fields;
        draft.finish(&format!("repository(owner:$owner,name:$name){{{own}}}{others}"), self.delay)
    }
}

fn issue(draft: &mut Draft, comments: bool, after: Option<&str>) -> String {
    let mut comments_field = String::new();
    if comments {
        let position = if let Some(after) = after {
            draft.declare("after", "String!", after.into());
            ",after:$after"
        } else {
            ""
        };
        let _ = write!(
            comments_field,
            "comments(first:100{position}){{nodes{{fullDatabaseId viewerDidAuthor body}}pageInfo{{hasNextPage endCursor}}}}"
        );
    }
    format!(
        "issue:issueOrPullRequest(number:$number){{__typename ...on Issue{{number title body state stateReason url lastEditedAt {REOPENED} \
         labels(first:100){{nodes{{name}}}}{comments_field}}}}}"
    )
}

/// The pull requests of other repositories that a query with these variables asked for: the alias of each, and its
/// repository, in lower case, and number.
pub(super) fn elsewhere(variables: &Map<String, Value>) -> Vec<(String, (String, u64))> {
    let mut found = Vec::new();
    for (name, number) in variables {
        let Some(alias) = name.strip_suffix("number").filter(|alias| alias.starts_with('r')) else {
            continue;
        };
        let word = |suffix| {
            let value = variables.get(&format!("{alias}{suffix}"));
            value.and_then(Value::as_str).unwrap_or_default()
        };
        let repository = format!("{}/{}", word("owner"), word("name")).to_ascii_lowercase();
        found.push((alias.to_owned(), (repository, number.as_u64().unwrap_or_default())));
    }
    found
}

/// The comparisons that a query with these variables asked for: the alias of each, the tag's name and the commit.
pub(super) fn comparisons(variables: &Map<String, Value>) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (name, tag) in variables {
        let alias = name.strip_suffix("tag").filter(|alias| alias.starts_with('c'));
        let Some(alias) = alias else { continue };
        let commit = variables.get(&format!("{alias}commit")).and_then(Value::as_str);
        let tag = tag.as_str().and_then(|tag| tag.strip_prefix("refs/tags/"));
        if let Some((tag, commit)) = tag.zip(commit) {
            found.push((alias.to_owned(), tag.to_owned(), commit.to_owned()));
        }
    }
    found
}

/// The name of the reference that a tag is.
pub(super) fn reference(tag: &str) -> String {
    format!("refs/tags/{tag}")
}

/// The fields of a query that is being built.
struct Fields {
    draft: Draft,
    /// The fields of the issue's repository.
    own: String,
    /// The fields of other repositories.
    others: String,
}

impl Fields {
    fn want(&mut self, wanted: WantedFacts) {
        self.compare(&wanted.comparisons);
        for (index, label) in wanted.labels.iter().enumerate() {
            self.draft.declare(&format!("l{index}"), "String!", label.as_str().into());
            let _ = write!(self.own, "l{index}:labels(first:100,query:$l{index}){{nodes{{name}}}}");
        }
        for (index, tag) in wanted.tags.iter().enumerate() {
            self.draft.declare(&format!("t{index}"), "String!", reference(tag).into());
            let _ = write!(self.own, "t{index}:ref(qualifiedName:$t{index}){{{TAG}}}");
        }
        for (index, (repository, number)) in wanted.pull_requests.into_iter().enumerate() {
            match repository {
                None => {
                    self.draft.declare(&format!("p{index}"), "Int!", number.into());
                    let _ = write!(
                        self.own,
                        "p{index}:issueOrPullRequest(number:$p{index}){{\
                         __typename ...on PullRequest{{{PULL_REQUEST} labels(first:100){{nodes{{name}}}} {REFERRING}}}}}"
                    );
                }
                Some((owner, name)) => self.want_elsewhere(index, &owner, &name, number),
            }
        }
    }

    fn compare(&mut self, comparisons: &[(String, String)]) {
        for (index, (tag, commit)) in comparisons.iter().enumerate() {
            self.draft.declare(&format!("c{index}tag"), "String!", reference(tag).into());
            self.draft.declare(&format!("c{index}commit"), "String!", commit.as_str().into());
            let _ = write!(
                self.own,
                "c{index}:ref(qualifiedName:$c{index}tag){{compare(headRef:$c{index}commit){{status}}}}"
            );
        }
    }

    fn want_elsewhere(&mut self, index: usize, owner: &str, name: &str, number: u64) {
        self.draft.declare(&format!("r{index}owner"), "String!", owner.into());
        self.draft.declare(&format!("r{index}name"), "String!", name.into());
        self.draft.declare(&format!("r{index}number"), "Int!", number.into());
        let _ = write!(
            self.others,
            "r{index}:repository(owner:$r{index}owner,name:$r{index}name){{\
             pullRequest:issueOrPullRequest(number:$r{index}number){{\
             __typename ...on PullRequest{{merged labels(first:100){{nodes{{name}}}}}}}}}}"
        );
    }
}
