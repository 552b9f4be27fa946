//! GitHub's answers → the present state. What they do not contain is unknown.

use serde_json::Value;

use std::collections::BTreeMap;

use crate::evidence::{Comparison, History, RequestRecord, TaggedVersion};
use crate::format::version::Version;
use crate::github::errors::{AnswerFault, Errors};
use crate::github::policy_file::PolicyFile;
use crate::github::pull_requests;
use crate::json::{id, member, nodes, text};
use crate::judge::facts::{Facts, KnownNumber, NumberMeaning};
use crate::judge::issue::{Issue, State};
use crate::validate_action::event::QueryAnswer;
use crate::validate_action::question;

/// The state according to the answers of one round.
#[derive(Clone, Debug, Default)]
pub(super) struct GitHubState {
    /// The issue as it is now.
    pub(super) issue: Option<Issue>,
    /// How many answers lacked the issue or a part of it.
    pub(super) misses: usize,
    /// Why the last answer about the issue cannot be used.
    pub(super) fault: Option<AnswerFault>,
    /// The action's own comments, oldest first.
    pub(super) comments: Vec<Comment>,
    /// The cursor to continue reading comments from.
    pub(super) next_comments: Option<String>,
    /// The labels of the repository that were found.
    pub(super) labels: Vec<String>,
    /// The policy file on the default branch.
    pub(super) policy: Option<PolicyFile>,
    /// The tags that are versions, as far as they were listed.
    tags: Vec<TaggedVersion>,
    /// Whether these are all.
    has_all_tags: bool,
    /// Versions that were asked for one by one, and whether each is a tag.
    named: Vec<(Version, bool)>,
    /// What the numbers are that were asked for.
    numbers: Vec<KnownNumber>,
    /// The repository's own pull requests that were asked for, and those that refer to them.
    requests: BTreeMap<u64, RequestRecord>,
    /// Which tag contains which commit, by the tag's name.
    comparisons: Vec<(String, String, Option<bool>)>,
    /// The repository's default branch.
    default_branch: Option<String>,
    /// The repository, `owner/name`.
    repository: String,
    /// The permissions that were missing: `pull-requests`, `contents` or `issues`.
    pub(super) forbidden: Vec<&'static str>,
}

/// A comment that the token's identity wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Comment {
    pub(super) id: String,
    pub(super) body: String,
}

impl GitHubState {
    /// What the answers say about what the issue names.
    pub(super) fn facts(&self) -> Facts {
        let requests = self.requests.values().cloned().collect();
        let mut comparisons = Vec::new();
        for (name, commit, contains) in &self.comparisons {
            let tag = self.tags.iter().find(|tag| tag.version.to_string() == *name);
            if let Some(tag) = tag.and_then(|tag| tag.commit.clone()) {
                let (commit, contains) = (commit.clone(), *contains);
                comparisons.push(Comparison { tag, commit, contains });
            }
        }
        let (tags, has_all_tags) = (self.tags.clone(), self.has_all_tags);
        Facts {
            history: History::new(&self.repository, tags, has_all_tags, requests, comparisons),
            named: self.named.clone(),
            numbers: self.numbers.clone(),
        }
    }

    /// Takes over the comparisons of an earlier round: commits do not change.
    pub(super) fn keep_comparisons(&mut self, earlier: &Self) {
        self.comparisons.clone_from(&earlier.comparisons);
    }

    /// Adds another answer of the same round.
    pub(super) fn add(&mut self, name: &str, answer: &QueryAnswer) {
        name.clone_into(&mut self.repository);
        let errors = Errors::of(&answer.body);
        let data = member(&answer.body, "data");
        let repository = member(data, "repository");
        self.read_issue(answer, repository, &errors);
        self.read_repository(answer, repository, &errors);
        self.read_named(answer, repository, &errors);
        self.read_elsewhere(answer, data, &errors);
        self.read_comparisons(answer, repository);
        self.note_forbidden(&errors);
    }

    fn read_issue(&mut self, answer: &QueryAnswer, repository: &Value, errors: &Errors<'_>) {
        if !answer.variables.contains_key("number") {
            return;
        }
        let issue = member(repository, "issue");
        self.fault = issue_fault(issue, errors);
        if self.fault.is_some() {
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

    fn read_repository(&mut self, answer: &QueryAnswer, repository: &Value, errors: &Errors<'_>) {
        if answer.variables.contains_key("policy") && repository.is_object() {
            let fault = errors.at(&["repository", "policy"]);
            self.policy = PolicyFile::read(member(repository, "policy"), fault.as_ref());
        }
        let default_branch = text(member(repository, "defaultBranchRef"), "name");
        self.default_branch = default_branch.map(str::to_owned).or(self.default_branch.take());
        let tags = member(repository, "tags");
        for tag in nodes(tags) {
            if let Some(version) = text(tag, "name").and_then(Version::parse) {
                self.add_tag(version, member(tag, "target"));
            }
        }
        if tags.is_object() {
            self.has_all_tags =
                member(member(tags, "pageInfo"), "hasNextPage") == &Value::Bool(false);
        }
    }

    fn read_named(&mut self, answer: &QueryAnswer, repository: &Value, errors: &Errors<'_>) {
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
                    let Some(version) = tag else { continue };
                    if there.is_object() {
                        self.add_tag(version.clone(), member(there, "target"));
                    }
                    self.named.push((version, there.is_object()));
                }
                (Some('p'), Value::Number(number)) => {
                    self.add_requests(there);
                    let state = pull_request(there, errors, &["repository", name]);
                    self.add_pull_request(None, number.as_u64(), state);
                }
                _ => {}
            }
        }
    }

    fn read_comparisons(&mut self, answer: &QueryAnswer, repository: &Value) {
        for (alias, tag, commit) in question::comparisons(&answer.variables) {
            let contains = pull_requests::contains(member(repository, &alias));
            self.comparisons.push((tag, commit, contains));
        }
    }

    fn add_tag(&mut self, version: Version, target: &Value) {
        if self.tags.iter().all(|tag| tag.version.to_string() != version.to_string()) {
            let (date, commit) = pull_requests::tag_target(target);
            self.tags.push(TaggedVersion { version, date, commit });
        }
    }

    /// Adds a pull request and those that refer to it.
    fn add_requests(&mut self, it: &Value) {
        for found in pull_requests::referring(&self.repository, it).into_iter().chain([it]) {
            let default_branch = self.default_branch.as_deref();
            let request = pull_requests::request(&self.repository, default_branch, found);
            self.requests.extend(request.map(|request| (request.number, request)));
        }
    }

    fn read_elsewhere(&mut self, answer: &QueryAnswer, data: &Value, errors: &Errors<'_>) {
        for (alias, (repository, number)) in question::elsewhere(&answer.variables) {
            let there = member(member(data, &alias), "pullRequest");
            let state = pull_request(there, errors, &[&alias, "pullRequest"]);
            self.add_pull_request(Some(repository), Some(number), state);
        }
    }

    fn add_pull_request(
        &mut self,
        repository: Option<String>,
        number: Option<u64>,
        state: Option<NumberMeaning>,
    ) {
        if let (Some(number), Some(state)) = (number, state) {
            self.numbers.push(KnownNumber { repository, number, state });
        }
    }

    /// Another owner's unreadable repository is not a missing permission of ours.
    fn note_forbidden(&mut self, errors: &Errors<'_>) {
        for error in &errors.0 {
            let [Some("repository"), field @ ..] = error.path.as_slice() else { continue };
            let field = field.first().copied().flatten().unwrap_or_default();
            let permission = match field.chars().next() {
                Some('p') if field != "policy" => "pull-requests",
                Some('p' | 't' | 'c' | 'd') => "contents",
                _ => "issues",
            };
            if error.fault() == AnswerFault::Forbidden && !self.forbidden.contains(&permission) {
                self.forbidden.push(permission);
            }
        }
    }
}

fn read_issue(issue: &Value) -> Issue {
    let state = match text(issue, "state") {
        Some("OPEN") => Some(State::Open),
        Some("CLOSED") => Some(State::Closed),
        _ => None,
    };
    let events = nodes(member(issue, "timelineItems"));
    let reopened = events.iter().find_map(|event| text(event, "createdAt"));
    Issue {
        number: member(issue, "number").as_u64().unwrap_or_default(),
        title: text(issue, "title").unwrap_or_default().to_owned(),
        description: text(issue, "body").map(str::to_owned),
        labels: label_names(issue),
        state,
        state_reason: text(issue, "stateReason").map(str::to_ascii_lowercase),
        html_url: text(issue, "url").map(str::to_owned),
        pull_request: text(issue, "__typename") == Some("PullRequest"),
        reopened_at: reopened.map(str::to_owned),
        last_edited_at: text(issue, "lastEditedAt").map(str::to_owned),
    }
}

fn label_names(labelled: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for label in nodes(member(labelled, "labels")) {
        names.extend(text(label, "name").map(str::to_owned));
    }
    names
}

/// What is wrong with the answer about the issue. If any part of it is missing, such as one of its labels, the other
/// parts must not be used.
fn issue_fault(issue: &Value, errors: &Errors<'_>) -> Option<AnswerFault> {
    let mut fault = issue.is_null().then(|| AnswerFault::Incomplete(String::new()));
    for error in &errors.0 {
        let is_about = match error.path.as_slice() {
            [Some("repository")] => issue.is_null(),
            [Some("repository"), Some("issue"), ..] => true,
            _ => false,
        };
        if is_about {
            fault = Some(error.fault());
        }
    }
    fault
}

fn pull_request(there: &Value, errors: &Errors<'_>, path: &[&str]) -> Option<NumberMeaning> {
    match text(there, "__typename") {
        Some("Issue") => Some(NumberMeaning::Issue),
        Some("PullRequest") => {
            let is_merged = member(there, "merged") == &Value::Bool(true);
            Some(NumberMeaning::PullRequest { is_merged, labels: label_names(there) })
        }
        _ => (errors.at(path) == Some(AnswerFault::Missing)).then_some(NumberMeaning::Missing),
    }
}
