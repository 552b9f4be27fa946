//! GitHub's answers → the present state. What they do not contain is unknown.

use serde_json::Value;

use crate::evidence::{Comparison, History};
use crate::format::tags::TagPatterns;
use crate::github::errors::{AnswerFault, Errors};
use crate::github::policy_file::{self, PolicyFile};
use crate::json::{id, member, nodes, text};
use crate::judge::facts::{Facts, KnownNumber, NumberMeaning};
use crate::judge::issue::Issue;
use crate::text::shared_file::SharedFile;
use crate::validate_action::commands::comment::SeenCommands;
use crate::validate_action::compared::Compared;
use crate::validate_action::event::QueryAnswer;
use crate::validate_action::requests::SeenRequests;
use crate::validate_action::seen_issue::{self, label_names};
use crate::validate_action::seen_tags::SeenTags;
use crate::validate_action::variables;

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
    /// The commands in comments.
    pub(super) commands: SeenCommands,
    /// The cursor to continue reading comments from.
    pub(super) next_comments: Option<String>,
    /// The labels of the repository that were found.
    pub(super) labels: Vec<String>,
    /// The policy file on the default branch.
    pub(super) policy: Option<PolicyFile>,
    /// Policy files of other repositories.
    pub(super) files: Vec<(SharedFile, PolicyFile)>,
    /// The tags that are versions, as far as they were listed.
    tags: SeenTags,
    /// Names that were asked for one by one, and whether each is a tag.
    named: Vec<(String, bool)>,
    /// What the numbers are that were asked for.
    numbers: Vec<KnownNumber>,
    /// Pull requests of the repository: those that were asked for, and those that refer to them.
    requests: SeenRequests,
    /// The default branch.
    main: Option<String>,
    /// Which tag contains which commit; that outlives a round.
    pub(super) compared: Compared,
    /// Whether a part of the facts is missing, for a reason that may pass.
    lacks_facts: bool,
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
    /// What the answers say about what the issue names, and, of what was compared, `comparisons`.
    pub(super) fn facts(
        &self,
        repository: &str,
        tags: &TagPatterns,
        comparisons: Vec<Comparison>,
    ) -> Facts {
        let named = self.named.iter();
        let named =
            named.filter_map(|(name, is_tag)| Some((tags.version(name)?, *is_tag))).collect();
        let requests = self.requests.records(self.main.as_deref(), tags);
        let (tags, has_all) = (self.tags.known(tags), self.tags.has_all);
        Facts {
            history: History::new(repository, tags, has_all, requests, comparisons),
            named,
            numbers: self.numbers.clone(),
            is_partial: self.lacks_facts(),
            is_unread: false,
        }
    }

    /// The pattern that most tags have, if none of them is a version of this project.
    pub(super) fn other_pattern(&self, tags: &TagPatterns) -> Option<String> {
        self.tags.other_pattern(tags)
    }

    /// Whether a part of the facts is missing, for a reason that may pass.
    pub(super) fn lacks_facts(&self) -> bool {
        self.lacks_facts || self.compared.is_broken
    }

    /// What is left of the answers when a round ends and everything is read again.
    pub(super) fn after_round(&self) -> Self {
        Self { compared: self.compared.clone(), ..Self::default() }
    }

    /// Adds another answer of the same round.
    pub(super) fn add(&mut self, answer: &QueryAnswer) {
        let errors = Errors::of(&answer.body);
        let data = member(&answer.body, "data");
        let repository = member(data, "repository");
        self.read_issue(answer, data, &errors);
        self.read_repository(answer, repository, &errors);
        self.read_named(answer, repository, &errors);
        self.read_comparisons(answer, repository, &errors);
        self.lacks_facts |= !repository.is_object() || breaks_fact(&errors);
        self.read_elsewhere(answer, data, &errors);
        if let Some(name) = policy_file::shared_name(&answer.variables) {
            let file = PolicyFile::read_shared(data, &errors);
            self.files.extend(file.map(|file| (name, file)));
        }
        self.note_forbidden(&errors);
    }

    fn read_issue(&mut self, answer: &QueryAnswer, data: &Value, errors: &Errors<'_>) {
        if !answer.variables.contains_key("number") {
            return;
        }
        let issue = member(member(data, "repository"), "issue");
        self.fault = issue_fault(issue, errors);
        if self.fault.is_some() {
            self.misses += 1;
            return;
        }
        self.issue = Some(seen_issue::read(issue));
        self.commands.add(issue, member(data, "viewer"));
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
        if answer.variables.contains_key("tags") {
            let main = text(member(repository, "main"), "name");
            self.main = main.map(str::to_owned).or(self.main.take());
            let tags = member(repository, "tags");
            self.lacks_facts |= !self.tags.add_newest(tags, errors) && tags.is_object();
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
                    let tag = asked.strip_prefix("refs/tags/").map(str::to_owned);
                    self.named.extend(tag.map(|tag| (tag, there.is_object())));
                    self.tags.add_named(there);
                }
                (Some('p'), Value::Number(number)) => {
                    self.read_request(answer, number.as_u64(), there, errors, name);
                }
                _ => {}
            }
        }
    }

    /// Reads what a number of the issue's repository is.
    fn read_request(
        &mut self,
        answer: &QueryAnswer,
        number: Option<u64>,
        there: &Value,
        errors: &Errors<'_>,
        name: &str,
    ) {
        let path = ["repository", name];
        let state = pull_request(there, errors, &path);
        let is_read = match &state {
            Some(NumberMeaning::PullRequest { .. }) => {
                self.requests.add(there, &own_name(answer), errors, &path)
            }
            Some(_) => true,
            None => errors.at(&path) == Some(AnswerFault::Forbidden),
        };
        if let Some(number) = number.filter(|_| !is_read) {
            self.requests.note_broken(number);
            self.lacks_facts = true;
        }
        self.add_pull_request(None, number, state);
    }

    fn read_comparisons(&mut self, answer: &QueryAnswer, repository: &Value, errors: &Errors<'_>) {
        let tags = &self.tags;
        let tagged = |reference: &str| tags.commit(reference.strip_prefix("refs/tags/")?);
        self.compared.add(answer, repository, errors, &tagged);
    }

    fn read_elsewhere(&mut self, answer: &QueryAnswer, data: &Value, errors: &Errors<'_>) {
        for (alias, (repository, number)) in variables::elsewhere(&answer.variables) {
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
            let is_commit = error.path.contains(&Some("mergeCommit"));
            let permission = match field.chars().next() {
                Some('p') if is_commit => "contents",
                Some('p') if field != "policy" => "pull-requests",
                Some('p' | 't' | 'c' | 'm') => "contents",
                _ => "issues",
            };
            if error.fault() == AnswerFault::Forbidden && !self.forbidden.contains(&permission) {
                self.forbidden.push(permission);
            }
        }
    }
}

/// Whether a part of what was asked about tags and pull requests is missing, for a reason that may pass.
fn breaks_fact(errors: &Errors<'_>) -> bool {
    errors.0.iter().any(|error| {
        let [Some("repository"), Some(field), ..] = error.path.as_slice() else { return false };
        let is_numbered = field.ends_with(|last: char| last.is_ascii_digit());
        let is_fact = *field == "tags" || *field == "main";
        let is_fact = is_fact || (is_numbered && field.starts_with(['t', 'p', 'c']));
        is_fact && matches!(error.fault(), AnswerFault::Incomplete(_))
    })
}

/// What is wrong with the answer about the issue. When any part of it is missing, such as one of its labels, nothing
/// may be concluded from the others.
fn issue_fault(issue: &Value, errors: &Errors<'_>) -> Option<AnswerFault> {
    let mut fault = seen_issue::lacks_part(issue).then(|| AnswerFault::Incomplete(String::new()));
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

/// The repository that an answer is about, `owner/name`.
fn own_name(answer: &QueryAnswer) -> String {
    let word = |name| answer.variables.get(name).and_then(Value::as_str).unwrap_or_default();
    format!("{}/{}", word("owner"), word("name"))
}

fn pull_request(there: &Value, errors: &Errors<'_>, path: &[&str]) -> Option<NumberMeaning> {
    match text(there, "__typename") {
        Some("Issue") => Some(NumberMeaning::Issue),
        Some("PullRequest") => {
            let merged = member(there, "merged");
            let is_merged = merged == &Value::Bool(true) || text(there, "state") == Some("MERGED");
            Some(NumberMeaning::PullRequest { is_merged, labels: label_names(there) })
        }
        _ => (errors.at(path) == Some(AnswerFault::Missing)).then_some(NumberMeaning::Missing),
    }
}
