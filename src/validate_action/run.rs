//! A run that uses GitHub: reads the present state, judges it, and writes what differs from the wanted state.

use serde_json::{Map, Value};

use crate::github::errors::AnswerFault;
use crate::github::query::Query;
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::judgement::Judgement;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::text::shared_file::SharedFile;
use crate::validate_action::event::Event;
use crate::validate_action::github_state::{Comment, GitHubState};
use crate::validate_action::plan::Plan;
use crate::validate_action::policy::FetchedFiles;
use crate::validate_action::question::Question;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::wanted_facts::{TagAndCommit, WantedFacts};
use crate::validate_action::write::Write;
use crate::validate_action::{failures, labels, outputs, policy, sticky, wanted_facts};

/// The most rounds of writes of a run. Overlapping runs need two, failures some more.
const MOST_ROUNDS: usize = 8;

/// How often an issue is requested that GitHub does not return: a new issue may not be on all servers yet.
const MOST_MISSES: usize = 3;

/// The most answers of one round: an issue has up to 2,500 comments.
const MOST_ANSWERS: usize = 40;

/// The wait before reading again what was in doubt or missing, in milliseconds.
const SETTLING: u32 = 2000;

/// The state of a run: the event and GitHub's answers.
struct ValidateRun<'a> {
    event: &'a Event,
    settings: ValidateSettings,
    number: u64,
    policy: Result<Policy, Vec<String>>,
    /// A file of another repository that the policy waits for.
    file: Option<SharedFile>,
    /// The issue as last read, in this round or before.
    last_seen: Option<Issue>,
    /// The state according to the answers of this round.
    state: GitHubState,
    /// The state according to the last round that returned the issue.
    earlier: GitHubState,
    /// The variables of the queries of this round.
    asked: Vec<&'a Map<String, Value>>,
}

/// Decides what a run for issue `number` does next.
pub(super) fn decide(
    event: &Event,
    settings: ValidateSettings,
    number: u64,
) -> Result<Plan, Vec<String>> {
    let run = ValidateRun::read(event, settings, number);
    let is_over = event.round >= MOST_ROUNDS || failures::is_over(&event.troubles);
    if !is_over && let Some(query) = run.query()? {
        return Ok(Plan { query: Some(query), number, ..Plan::default() });
    }
    let (policy, issue) = (run.policy.clone()?, run.issue()?);
    let is_seen_earlier = run.state.issue.is_none() && run.earlier.issue.is_some();
    let state = if is_seen_earlier { &run.earlier } else { &run.state };
    let facts = run.facts(state, &issue, &policy);
    let judgement = Judgement::of(&issue, &policy, &facts);
    let is_current = run.is_current();
    let left = if is_current { run.writes(&judgement) } else { Vec::new() };
    let mut writes = left.clone();
    writes.retain(|write| failures::may_retry(&event.troubles, write.kind()));
    if !is_over && !writes.is_empty() {
        return Ok(Plan { number, writes, ..Plan::default() });
    }
    let mut plan = Plan::ending(&judgement, settings.fail_on);
    plan.log.extend(
        state.other_pattern(&policy.tags).map(|pattern| outputs::no_tags(&policy, &pattern)),
    );
    plan.log.extend(outputs::done(&event.done));
    plan.log.extend(failures::log_lines(event, number, state, is_current && left.is_empty()));
    if failures::is_refused(&event.troubles) {
        plan.exit_code = 1;
    }
    Ok(plan)
}

impl<'a> ValidateRun<'a> {
    fn read(event: &'a Event, settings: ValidateSettings, number: u64) -> Self {
        let (mut state, mut earlier) = (GitHubState::default(), GitHubState::default());
        let (mut round, mut asked) = (0, Vec::new());
        let (mut last_seen, mut fetched): (Option<Issue>, _) = (None, FetchedFiles::default());
        for answer in &event.answers {
            if answer.round != round {
                end_round(&mut state, &mut earlier);
                (round, asked) = (answer.round, Vec::new());
            }
            state.add(answer);
            asked.push(&answer.variables);
            last_seen = state.issue.clone().or(last_seen);
            fetched.add(state.policy.as_ref(), &state.files);
        }
        if round != event.round {
            end_round(&mut state, &mut earlier);
            asked = Vec::new();
        }
        let policy = policy::read(event, &fetched);
        let file = policy::needed(event, &fetched);
        Self { event, settings, number, policy, file, last_seen, state, earlier, asked }
    }

    /// What this round still has to request.
    fn query(&self) -> Result<Option<Query>, Vec<String>> {
        if self.asked.is_empty() {
            let delay = if failures::is_in_doubt(self.event) { SETTLING } else { 0 };
            return Ok(Some(self.first(delay)));
        }
        if self.asked.len() >= MOST_ANSWERS || self.has_given_up() {
            return Ok(None);
        }
        let delay = if self.state.fault.is_some() { SETTLING } else { 0 };
        let Some(issue) = &self.state.issue else { return Ok(Some(self.first(delay))) };
        if self.settings.comment
            && let Some(after) = &self.state.next_comments
        {
            let after = Some(after.as_str());
            return Ok(Some(Question { after, comments: true, delay, ..self.question() }.query()));
        }
        if let Some(file) = &self.file {
            let question = Question { issue: None, file: Some(file), delay, ..self.question() };
            return Ok(Some(question.query()));
        }
        let policy = self.policy.as_ref().map_err(Clone::clone)?;
        let (wanted, tags) = self.wanted(issue, policy);
        let tags = tags && !self.has_asked("tags");
        let mut wanted = wanted.without(&self.asked);
        if wanted.is_empty() && !tags {
            wanted.comparisons = self.comparisons(&self.state, issue, policy);
            wanted.comparisons.retain(|wanted| !self.state.compared.knows(wanted));
        }
        let is_known = wanted.is_empty() && !tags;
        let question = Question { issue: None, wanted, tags, ..self.question() };
        Ok((!is_known).then(|| question.query()))
    }

    /// Whether this round has asked with a variable of this name.
    fn has_asked(&self, variable: &str) -> bool {
        self.asked.iter().any(|variables| variables.contains_key(variable))
    }

    /// What must be compared to judge an issue.
    fn comparisons(
        &self,
        state: &GitHubState,
        issue: &Issue,
        policy: &Policy,
    ) -> Vec<TagAndCommit> {
        let facts = state.facts(&self.event.repository, &policy.tags, Vec::new());
        let description = issue.description.as_deref().unwrap_or_default();
        let subject = Subject::read(issue, description, policy, &facts);
        subject.map(|subject| wanted_facts::comparisons(&subject, &facts)).unwrap_or_default()
    }

    /// What is known about an issue: as much as every run about it knows.
    fn facts(&self, state: &GitHubState, issue: &Issue, policy: &Policy) -> Facts {
        let wanted = self.comparisons(state, issue, policy);
        state.facts(&self.event.repository, &policy.tags, state.compared.about(&wanted))
    }

    /// Whether GitHub does not show the issue, and asking again does not help.
    fn has_given_up(&self) -> bool {
        match &self.state.fault {
            None => false,
            Some(AnswerFault::Forbidden) => true,
            Some(_) => self.state.misses >= MOST_MISSES,
        }
    }

    /// Whether everything that the writes depend on has been read. A missing page of comments may contain the action's
    /// comment.
    fn is_current(&self) -> bool {
        let has_comments = !self.settings.comment || self.state.next_comments.is_none();
        self.state.issue.is_some() && self.state.fault.is_none() && has_comments
    }

    fn question(&self) -> Question<'_> {
        let (repository, issue) = (self.event.repository.as_str(), Some(self.number));
        Question { repository, issue, history: self.settings.facts, ..Question::default() }
    }

    /// The first query of a round. It requests everything that the description is known to name.
    fn first(&self, delay: u32) -> Query {
        let mut question = Question { delay, comments: self.settings.comment, ..self.question() };
        match &self.policy {
            Err(_) => {
                question.file = self.file.as_ref();
                let is_elsewhere = policy::elsewhere(self.event).is_some();
                question.policy = Some(self.event.inputs.policy.trim()).filter(|_| !is_elsewhere);
            }
            Ok(policy) => {
                if let Some(issue) = self.last_seen.as_ref().or(self.payload()) {
                    (question.wanted, question.tags) = self.wanted(issue, policy);
                }
            }
        }
        question.query()
    }

    fn payload(&self) -> Option<&'a Issue> {
        self.event.payload.issue.as_ref().filter(|issue| issue.number == self.number)
    }

    /// What needs to be known about `issue`, and whether that includes the newest tags.
    fn wanted(&self, issue: &Issue, policy: &Policy) -> (WantedFacts, bool) {
        let description = issue.description.as_deref().unwrap_or_default();
        let facts = self.state.facts(&self.event.repository, &policy.tags, Vec::new());
        let mut wanted = WantedFacts::default();
        let subject = Subject::read(issue, description, policy, &facts);
        let Some(subject) = subject else { return (wanted, false) };
        if self.settings.labels {
            wanted.add_labels(policy);
        }
        if self.settings.facts {
            wanted.add_facts(&subject);
        }
        (wanted, self.settings.facts && !subject.is_withheld)
    }

    fn issue(&self) -> Result<Issue, Vec<String>> {
        let seen = self.state.issue.as_ref().or(self.earlier.issue.as_ref()).or(self.payload());
        seen.cloned().ok_or_else(|| {
            let (number, repository) = (self.number, &self.event.repository);
            let mut messages = vec![format!("issue #{number} of `{repository}` cannot be read")];
            messages.extend(failures::sentences(self.event));
            messages
        })
    }

    /// The writes that are needed to reach the wanted state.
    fn writes(&self, judgement: &Judgement<'_>) -> Vec<Write> {
        let mut writes = Vec::new();
        if self.settings.labels {
            let may_create = failures::may_retry(&self.event.troubles, "create-label");
            let facts = self.settings.facts && !self.state.lacks_facts();
            labels::push_label_writes(&mut writes, judgement, &self.state, facts, may_create);
            if self.state.lacks_facts() {
                // What is missing may be the reason for a label.
                writes.retain(|write| !matches!(write, Write::RemoveLabel { .. }));
            }
        }
        if self.settings.comment {
            sticky::push_comment_writes(&mut writes, judgement, self.number, &self.comments());
        }
        writes.retain(|write| !self.is_done(write));
        writes
    }

    /// Whether this write is the run's last one to its target, so that it need not be repeated: the state that was read
    /// may be older. If the run has undone the write since, because the issue changed and changed back, it is repeated.
    fn is_done(&self, write: &Write) -> bool {
        let last = self.event.done.iter().rev().find(|done| done.write.meets(write));
        last.is_some_and(|done| done.write == *write)
    }

    /// The action's comments. A comment that this run posted may not be in GitHub's answers yet.
    fn comments(&self) -> Vec<Comment> {
        let mut comments = self.state.comments.clone();
        for done in &self.event.done {
            if let (Write::PostComment { body, .. }, Some(id)) = (&done.write, &done.id)
                && !comments.iter().any(|comment| comment.id == *id)
                && !self.is_done(&Write::DeleteComment { id: id.clone() })
            {
                comments.push(Comment { id: id.clone(), body: body.clone() });
            }
        }
        comments
    }
}

/// Ends a round: the next one begins with what outlives it.
fn end_round(state: &mut GitHubState, earlier: &mut GitHubState) {
    let next = state.after_round();
    let ended = std::mem::replace(state, next);
    if ended.issue.is_some() {
        *earlier = ended;
    }
}
