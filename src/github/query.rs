//! The query: GraphQL, every word from outside in a variable. What was asked can be told from the variables.

use std::fmt::Write;

use serde::Serialize;
use serde_json::{Map, Value};

use crate::description::entry::Key;
use crate::policy::Policy;
use crate::subject::Subject;
use crate::version::Version;

/// A question to GitHub's GraphQL API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Query {
    /// The query.
    pub text: String,
    /// Its variables, by name.
    pub variables: Map<String, Value>,
    /// How many milliseconds to wait before it is asked.
    pub delay: u32,
}

/// The most tags that are asked for by name; more are unknown.
const MOST_TAGS: usize = 40;

/// The most pull requests that are asked for; more are unknown.
const MOST_PULL_REQUESTS: usize = 50;

/// How many of the newest tags are read: the maintained branches' are among them.
const NEWEST_TAGS: u64 = 100;

/// What a description names, and GitHub may know.
#[derive(Debug, Default)]
pub(crate) struct Wanted {
    /// Tag names.
    tags: Vec<String>,
    /// Pull requests: owner and name of another repository, and the number.
    pull_requests: Vec<(Option<(String, String)>, u64)>,
    /// Words to find the repository's labels by.
    labels: Vec<String>,
}

impl Wanted {
    /// Adds the labels that the policy may set: which of them the repository has.
    pub(crate) fn add_labels(&mut self, policy: &Policy) {
        for pattern in policy.labels.patterns() {
            self.labels.push(pattern.longest_literal().to_owned());
        }
    }

    /// Adds what the facts rules must know. Of a withheld issue nothing is asked.
    pub(crate) fn add_facts(&mut self, subject: &Subject<'_>) {
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

    fn add_tag(&mut self, version: &Version) {
        let name = version.to_string();
        if self.tags.len() < MOST_TAGS && !self.tags.contains(&name) {
            self.tags.push(name);
        }
    }

    /// Leaves out what queries with these variables asked for.
    pub(crate) fn without(mut self, asked: &[&Map<String, Value>]) -> Self {
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

    pub(crate) fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.pull_requests.is_empty() && self.labels.is_empty()
    }
}

/// What one query asks for.
#[derive(Debug, Default)]
pub(crate) struct Question<'a> {
    /// The repository, `owner/name`.
    pub(crate) repository: &'a str,
    /// The issue, where it is to be read.
    pub(crate) issue: Option<u64>,
    /// Whether the issue's comments are to be read.
    pub(crate) comments: bool,
    /// Behind which comment to go on.
    pub(crate) after: Option<&'a str>,
    /// The path of a policy file to be read from the default branch.
    pub(crate) policy: Option<&'a str>,
    /// Whether the newest tags are to be read.
    pub(crate) tags: bool,
    pub(crate) wanted: Wanted,
    pub(crate) delay: u32,
}

impl Question<'_> {
    pub(crate) fn query(self) -> Query {
        let mut draft = Draft::default();
        let (owner, name) = self.repository.split_once('/').unwrap_or_default();
        draft.declare("owner", "String!", owner.into());
        draft.declare("name", "String!", name.into());
        if let Some(number) = self.issue {
            draft.declare("number", "Int!", number.into());
            draft.fields.push_str(&issue(&mut draft.declared, self.comments, self.after));
        }
        if let Some(path) = self.policy {
            draft.declare("policy", "String!", format!("HEAD:{path}").into());
            draft.fields.push_str(POLICY);
        }
        if self.tags {
            draft.declare("tags", "Int!", NEWEST_TAGS.into());
            draft.fields.push_str(TAGS);
        }
        draft.want(self.wanted);
        draft.finish(self.delay)
    }
}

fn issue(declared: &mut Declared, comments: bool, after: Option<&str>) -> String {
    let mut comments_field = String::new();
    if comments {
        let behind = if let Some(after) = after {
            declared.add("after", "String!", after.into());
            ",after:$after"
        } else {
            ""
        };
        let _ = write!(
            comments_field,
            "comments(first:100{behind}){{nodes{{fullDatabaseId viewerDidAuthor body}}pageInfo{{hasNextPage endCursor}}}}"
        );
    }
    format!(
        "issue:issueOrPullRequest(number:$number){{__typename ...on Issue{{number title body state stateReason url \
         labels(first:100){{nodes{{name}}}}{comments_field}}}}}"
    )
}

const POLICY: &str =
    "policy:object(expression:$policy){...on Blob{text isBinary isTruncated byteSize}}";

const TAGS: &str = "tags:refs(refPrefix:\"refs/tags/\",first:$tags,orderBy:{field:TAG_COMMIT_DATE,direction:DESC}){nodes{\
name target{...on Commit{committedDate}...on Tag{tagger{date}target{...on Commit{committedDate}}}}}\
pageInfo{hasNextPage}}";

const PULL_REQUEST: &str = "{__typename ...on PullRequest{merged labels(first:100){nodes{name}}}}";

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

/// The name of the reference that a tag is.
pub(super) fn reference(tag: &str) -> String {
    format!("refs/tags/{tag}")
}

/// Variables, and how the query declares them.
#[derive(Default)]
struct Declared {
    parameters: String,
    variables: Map<String, Value>,
}

impl Declared {
    fn add(&mut self, name: &str, kind: &str, value: Value) {
        let _ = write!(self.parameters, "${name}:{kind} ");
        self.variables.insert(name.to_owned(), value);
    }
}

/// A query that is being written.
#[derive(Default)]
struct Draft {
    declared: Declared,
    /// Of the issue's repository.
    fields: String,
    /// Of other repositories.
    others: String,
}

impl Draft {
    fn declare(&mut self, name: &str, kind: &str, value: Value) {
        self.declared.add(name, kind, value);
    }

    fn want(&mut self, wanted: Wanted) {
        for (index, label) in wanted.labels.iter().enumerate() {
            self.declare(&format!("l{index}"), "String!", label.as_str().into());
            let _ =
                write!(self.fields, "l{index}:labels(first:100,query:$l{index}){{nodes{{name}}}}");
        }
        for (index, tag) in wanted.tags.iter().enumerate() {
            self.declare(&format!("t{index}"), "String!", reference(tag).into());
            let _ = write!(self.fields, "t{index}:ref(qualifiedName:$t{index}){{name}}");
        }
        for (index, (repository, number)) in wanted.pull_requests.into_iter().enumerate() {
            match repository {
                None => {
                    self.declare(&format!("p{index}"), "Int!", number.into());
                    let _ = write!(
                        self.fields,
                        "p{index}:issueOrPullRequest(number:$p{index}){PULL_REQUEST}"
                    );
                }
                Some((owner, name)) => self.want_elsewhere(index, &owner, &name, number),
            }
        }
    }

    fn want_elsewhere(&mut self, index: usize, owner: &str, name: &str, number: u64) {
        self.declare(&format!("r{index}owner"), "String!", owner.into());
        self.declare(&format!("r{index}name"), "String!", name.into());
        self.declare(&format!("r{index}number"), "Int!", number.into());
        let _ = write!(
            self.others,
            "r{index}:repository(owner:$r{index}owner,name:$r{index}name){{\
             pullRequest:issueOrPullRequest(number:$r{index}number){PULL_REQUEST}}}"
        );
    }

    fn finish(self, delay: u32) -> Query {
        let Declared { parameters, variables } = self.declared;
        let text = format!(
            "query({}){{repository(owner:$owner,name:$name){{{}}}{}}}",
            parameters.trim_end(),
            self.fields,
            self.others
        );
        Query { text, variables, delay }
    }
}
