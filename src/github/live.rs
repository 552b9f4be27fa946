//! GitHub's answers → what is there now. Whatever cannot be told from them is unknown.

use serde_json::{Map, Value};

use super::query;
use crate::event::Answered;
use crate::facts::{Facts, PullRequest, PullRequestState, Tag};
use crate::issue::{Issue, State};
use crate::version::Version;

/// What the answers of one round say.
#[derive(Debug, Default)]
pub(crate) struct Live {
    /// The issue as it is now.
    pub(crate) issue: Option<Issue>,
    /// How often an answer lacked the issue, or a part of it.
    pub(crate) misses: usize,
    /// Why the last answer about the issue is of no use.
    pub(crate) miss: Option<Miss>,
    /// Our own comments, oldest first.
    pub(crate) comments: Vec<Comment>,
    /// Where to go on reading comments.
    pub(crate) next_comments: Option<String>,
    /// The labels of the repository that were found.
    pub(crate) labels: Vec<String>,
    /// The policy file on the default branch.
    pub(crate) policy: Option<PolicyFile>,
    pub(crate) facts: Facts,
    /// Whether something was not told for want of permission, and what: `pull-requests`, `contents` or `issues`.
    pub(crate) forbidden: Vec<&'static str>,
}

/// Why an answer about the issue is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Miss {
    /// There is no such issue.
    Gone,
    /// The token may not read it.
    Forbidden,
    /// GitHub did not tell it, or not all that was asked about it.
    Partial,
}

/// A comment that our token's identity wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Comment {
    pub(crate) id: String,
    pub(crate) body: String,
}

/// What is at the policy's path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum PolicyFile {
    Missing,
    /// The token may not read it.
    Forbidden,
    /// Too long, or no text.
    Unreadable,
    Text(String),
}

impl Live {
    /// Puts the answers of one round together.
    pub(crate) fn of(answers: &[&Answered]) -> Self {
        let mut live = Self::default();
        for answer in answers {
            let errors = Errors::of(&answer.body);
            let data = member(&answer.body, "data");
            let repository = member(data, "repository");
            live.read_issue(answer, repository, &errors);
            live.read_repository(answer, repository, &errors);
            live.read_named(answer, repository, &errors);
            live.read_elsewhere(answer, data, &errors);
            live.note_forbidden(&errors);
        }
        live
    }

    fn read_issue(&mut self, answer: &Answered, repository: &Value, errors: &Errors<'_>) {
        if !answer.variables.contains_key("number") {
            return;
        }
        let issue = member(repository, "issue");
        self.miss = errors.about_issue(issue);
        if self.miss.is_some() {
            self.misses += 1;
            return;
        }
        self.issue = Some(read_issue(issue));
        let comments = member(issue, "comments");
        for comment in nodes(comments) {
            if member(comment, "viewerDidAuthor") == &Value::Bool(true)
                && let Some(id) = id(member(comment, "fullDatabaseId"))
            {
                let body = text(comment, "body").unwrap_or_default().to_owned();
                self.comments.push(Comment { id, body });
            }
        }
        let page = member(comments, "pageInfo");
        self.next_comments = (member(page, "hasNextPage") == &Value::Bool(true))
            .then(|| text(page, "endCursor").unwrap_or_default().to_owned());
    }

    fn read_repository(&mut self, answer: &Answered, repository: &Value, errors: &Errors<'_>) {
        if answer.variables.contains_key("policy") && repository.is_object() {
            self.policy = match errors.at(&["repository", "policy"]) {
                None => Some(read_policy(member(repository, "policy"))),
                Some("FORBIDDEN") => Some(PolicyFile::Forbidden),
                Some(_) => None,
            };
        }
        let tags = member(repository, "tags");
        for tag in nodes(tags) {
            if let Some(version) = text(tag, "name").and_then(Version::parse) {
                self.facts.tags.push(Tag { version, date: date(member(tag, "target")) });
            }
        }
        if tags.is_object() {
            self.facts.has_all_tags =
                member(member(tags, "pageInfo"), "hasNextPage") == &Value::Bool(false);
        }
    }

    fn read_named(&mut self, answer: &Answered, repository: &Value, errors: &Errors<'_>) {
        if !repository.is_object() {
            return;
        }
        for (name, asked) in &answer.variables {
            let there = member(repository, name);
            let is_refused = errors.at(&["repository", name]).is_some();
            match (name.chars().next(), asked) {
                (Some('l'), _) => {
                    for label in nodes(there) {
                        self.labels.extend(text(label, "name").map(str::to_owned));
                    }
                }
                (Some('t'), Value::String(asked)) if !is_refused => {
                    let tag = asked.strip_prefix("refs/tags/").and_then(Version::parse);
                    self.facts.named.extend(tag.map(|tag| (tag, there.is_object())));
                }
                (Some('p'), Value::Number(number)) => {
                    let state = pull_request(there, errors, &["repository", name]);
                    self.add_pull_request(None, number.as_u64(), state);
                }
                _ => {}
            }
        }
    }

    fn read_elsewhere(&mut self, answer: &Answered, data: &Value, errors: &Errors<'_>) {
        for (alias, (repository, number)) in query::elsewhere(&answer.variables) {
            let there = member(member(data, &alias), "pullRequest");
            let state = pull_request(there, errors, &[&alias, "pullRequest"]);
            self.add_pull_request(Some(repository), Some(number), state);
        }
    }

    fn add_pull_request(
        &mut self,
        repository: Option<String>,
        number: Option<u64>,
        state: Option<PullRequestState>,
    ) {
        if let (Some(number), Some(state)) = (number, state) {
            self.facts.pull_requests.push(PullRequest { repository, number, state });
        }
    }

    /// A repository of somebody else's that may not be read is no want of permission.
    fn note_forbidden(&mut self, errors: &Errors<'_>) {
        for (kind, path) in &errors.0 {
            let [Some("repository"), field @ ..] = path.as_slice() else { continue };
            let field = field.first().copied().flatten().unwrap_or_default();
            let permission = match field.chars().next() {
                Some('p') if field != "policy" => "pull-requests",
                Some('p' | 't') => "contents",
                _ => "issues",
            };
            if *kind == "FORBIDDEN" && !self.forbidden.contains(&permission) {
                self.forbidden.push(permission);
            }
        }
    }
}

fn read_issue(issue: &Value) -> Issue {
    let mut labels = Vec::new();
    for label in nodes(member(issue, "labels")) {
        labels.extend(text(label, "name").map(str::to_owned));
    }
    let state = match text(issue, "state") {
        Some("OPEN") => Some(State::Open),
        Some("CLOSED") => Some(State::Closed),
        _ => None,
    };
    Issue {
        number: member(issue, "number").as_u64().unwrap_or_default(),
        title: text(issue, "title").unwrap_or_default().to_owned(),
        description: text(issue, "body").map(str::to_owned),
        labels,
        state,
        state_reason: text(issue, "stateReason").map(str::to_ascii_lowercase),
        html_url: text(issue, "url").map(str::to_owned),
        pull_request: text(issue, "__typename") == Some("PullRequest"),
    }
}

/// The longest policy that is read, in bytes.
const LONGEST_POLICY: u64 = 64 * 1024;

fn read_policy(file: &Value) -> PolicyFile {
    let is_too_long = member(file, "isTruncated") == &Value::Bool(true)
        || member(file, "byteSize").as_u64().is_some_and(|size| size > LONGEST_POLICY);
    match text(file, "text") {
        Some(policy) if !is_too_long => PolicyFile::Text(policy.to_owned()),
        None if !file.is_object() || file.as_object().is_some_and(Map::is_empty) => {
            PolicyFile::Missing
        }
        _ => PolicyFile::Unreadable,
    }
}

/// When a tag was made: an annotated tag says so, of another its commit does.
fn date(target: &Value) -> Option<String> {
    let annotated = text(member(target, "tagger"), "date");
    let own_commit = text(target, "committedDate");
    let its_commit = text(member(target, "target"), "committedDate");
    annotated.or(own_commit).or(its_commit).map(str::to_owned)
}

fn pull_request(there: &Value, errors: &Errors<'_>, path: &[&str]) -> Option<PullRequestState> {
    match text(there, "__typename") {
        Some("Issue") => Some(PullRequestState::Issue),
        Some("PullRequest") => {
            let mut labels = Vec::new();
            for label in nodes(member(there, "labels")) {
                labels.extend(text(label, "name").map(str::to_owned));
            }
            let is_merged = member(there, "merged") == &Value::Bool(true);
            Some(PullRequestState::PullRequest { is_merged, labels })
        }
        _ => errors.are("NOT_FOUND", path).then_some(PullRequestState::Missing),
    }
}

/// What went wrong in a query, and at which of its fields.
struct Errors<'a>(Vec<(&'a str, Vec<Option<&'a str>>)>);

impl<'a> Errors<'a> {
    fn of(body: &'a Value) -> Self {
        let mut errors = Vec::new();
        for error in list(member(body, "errors")) {
            let mut path = Vec::new();
            for part in list(member(error, "path")) {
                path.push(part.as_str());
            }
            errors.push((text(error, "type").unwrap_or_default(), path));
        }
        Self(errors)
    }

    /// The kind of the error at exactly this path.
    fn at(&self, path: &[&str]) -> Option<&'a str> {
        let is_here = |found: &[Option<&str>]| {
            found.len() == path.len()
                && found.iter().zip(path).all(|(found, path)| *found == Some(*path))
        };
        self.0.iter().find(|(_, found)| is_here(found)).map(|(kind, _)| *kind)
    }

    fn are(&self, kind: &str, path: &[&str]) -> bool {
        self.at(path) == Some(kind)
    }

    /// What is wrong with the answer about the issue. Where any part of it is missing, such as one of its labels,
    /// nothing may be concluded from the others.
    fn about_issue(&self, issue: &Value) -> Option<Miss> {
        let mut miss = issue.is_null().then_some(Miss::Partial);
        for (kind, path) in &self.0 {
            let is_about = match path.as_slice() {
                [Some("repository")] => issue.is_null(),
                [Some("repository"), Some("issue"), ..] => true,
                _ => false,
            };
            if is_about {
                miss = Some(match *kind {
                    "NOT_FOUND" => Miss::Gone,
                    "FORBIDDEN" => Miss::Forbidden,
                    _ => Miss::Partial,
                });
            }
        }
        miss
    }
}

/// Ids are strings, since they outgrew GraphQL's numbers.
fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(id) => Some(id.clone()),
        Value::Number(id) => Some(id.to_string()),
        _ => None,
    }
}

fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    value.get(name).unwrap_or(&Value::Null)
}

fn text<'a>(value: &'a Value, name: &str) -> Option<&'a str> {
    member(value, name).as_str()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}

/// The nodes of a connection.
fn nodes(connection: &Value) -> &[Value] {
    list(member(connection, "nodes"))
}
