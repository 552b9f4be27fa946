//! A run that uses GitHub: reads the present state, judges it, and writes what differs from the wanted state.

use serde_json::{Map, Value};

use crate::github::errors::AnswerFault;
use crate::judge::facts::Facts;
use crate::judge::issue::Issue;
use crate::judge::judgement::Judgement;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::text::shared_file::SharedFile;
use crate::validate_action::event::Event;
use crate::validate_action::github_state::GitHubState;
use crate::validate_action::plan::Plan;
use crate::validate_action::policy::FetchedFiles;
use crate::validate_action::question::Question;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::step::{Judged, Step};
use crate::validate_action::wanted_facts::{TagAndCommit, WantedFacts};
use crate::validate_action::{ending, failures, policy, wanted_facts};

mod commanding;
mod writing;

/// The most rounds of writes of a run. Overlapping runs need two, failures some more.
const MOST_ROUNDS: usize = 8;

/// The most rounds that commands may add: two a comment.
const MOST_COMMAND_ROUNDS: usize = 60;

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
    let mut end = Plan::default();
    let step = step(event, settings, number, None, &mut |judgement, judged| {
        if judged.is_end {
            end = ending::of(judgement, &settings, &event.done, &judged);
        }
    })?;
    Ok(match step {
        Step::Ask(question) => Plan { query: Some(question.query()), number, ..Plan::default() },
        Step::Write(writes) => Plan { number, writes, ..Plan::default() },
        Step::End => end,
    })
}

/// Decides what a run does next. `see` is called if that is a write or the end. `policy` is the policy, if it is known.
pub(super) fn step<'a>(
    event: &'a Event,
    settings: ValidateSettings,
    number: u64,
    policy: Option<&Policy>,
    see: &mut dyn FnMut(&Judgement<'_>, Judged),
) -> Result<Step<'a>, Vec<String>> {
    let run = ValidateRun::read(event, settings, number, policy);
    let is_over = run.has_ended_rounds() || failures::is_over(&event.troubles);
    if !is_over && let Some(question) = run.question_next()? {
        return Ok(Step::Ask(Box::new(question)));
    }
    let (policy, issue) = (run.policy.clone()?, run.issue()?);
    let is_seen_earlier = run.state.issue.is_none() && run.earlier.issue.is_some();
    let state = if is_seen_earlier { &run.earlier } else { &run.state };
    let facts = run.facts(state, &issue, &policy);
    let judgement = Judgement::of(&issue, &policy, &facts);
    let is_current = run.is_current();
    let turn = run.turn(&judgement, state);
    let left = if is_current { run.writes(&judgement, &turn) } else { Vec::new() };
    let mut writes = left.clone();
    writes.retain(|write| !is_over && failures::may_retry(&event.troubles, write.kind()));
    if run.is_known_by_label(&judgement) && writes.len() < left.len() {
        writes.clear();
    }
    let is_end = settings.dry_run || writes.is_empty();
    let mut troubles = failures::told(event, number, state, is_current && left.is_empty());
    // A sweep says this once, about all issues.
    if !settings.is_part_of_sweep {
        let pattern = state.other_pattern(&policy.tags);
        let warning = pattern.map(|pattern| policy.tags.none_matches(&pattern));
        troubles.extend(warning.map(|warning| ("warning", warning)));
    }
    let refusals = run.refusals(&judgement, &turn);
    see(&judgement, Judged { writes: writes.clone(), is_end, troubles, refusals });
    Ok(if is_end { Step::End } else { Step::Write(writes) })
}

impl<'a> ValidateRun<'a> {
    fn read(
        event: &'a Event,
        settings: ValidateSettings,
        number: u64,
        policy: Option<&Policy>,
    ) -> Self {
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
        let file = policy::needed(event, &fetched).filter(|_| policy.is_none());
        let policy =
            policy.map_or_else(|| policy::read(event, &fetched), |known| Ok(known.clone()));
        Self { event, settings, number, policy, file, last_seen, state, earlier, asked }
    }

    /// What this round still has to request.
    fn question_next(&self) -> Result<Option<Question<'a>>, Vec<String>> {
        if self.asked.is_empty() {
            let delay = if failures::is_in_doubt(self.event) { SETTLING } else { 0 };
            return Ok(Some(self.first(delay)));
        }
        if self.asked.len() >= MOST_ANSWERS || self.has_given_up() {
            return Ok(None);
        }
        let delay = if self.state.fault.is_some() { SETTLING } else { 0 };
        let Some(issue) = &self.state.issue else { return Ok(Some(self.first(delay))) };
        if self.reads_comments()
            && let Some(after) = &self.state.next_comments
        {
            let after = Some(after.clone());
            return Ok(Some(Question { after, comments: true, delay, ..self.question() }));
        }
        if let Some(file) = &self.file {
            let question =
                Question { issue: None, file: Some(file.clone()), delay, ..self.question() };
            return Ok(Some(question));
        }
        let policy = self.policy.as_ref().map_err(Clone::clone)?;
        let (wanted, tags) = self.wanted(issue, policy);
        let tags = tags && !self.has_asked("tags");
        let mut wanted = wanted.without(&self.asked);
        if wanted.is_empty() && !tags {
            wanted.comparisons = self.comparisons(&self.state, issue, policy);
            wanted.comparisons.retain(|wanted| !self.state.compared.knows(wanted));
        }
        if wanted.is_empty() && !tags {
            return Ok(self.question_for_command(issue, policy));
        }
        Ok(Some(Question { issue: None, wanted, tags, ..self.question() }))
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
        let about = state.compared.about(&wanted);
        let mut facts = state.facts(&self.event.repository, &policy.tags, about);
        facts.is_unread = state.issue.is_none();
        facts.is_partial |= facts.is_unread;
        facts
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
        let has_comments = !self.reads_comments() || self.state.next_comments.is_none();
        self.state.issue.is_some() && self.state.fault.is_none() && has_comments
    }

    fn question(&self) -> Question<'a> {
        let event = self.event;
        let (repository, issue) = (event.repository.as_str(), Some(self.number));
        let (history, detail) = (self.settings.facts, self.detail());
        Question { repository, issue, detail, history, ..Question::default() }
    }

    /// The first query of a round. It requests everything that the description is known to name.
    fn first(&self, delay: u32) -> Question<'a> {
        let mut question = Question { delay, comments: self.reads_comments(), ..self.question() };
        match &self.policy {
            Err(_) => {
                question.file.clone_from(&self.file);
                let is_elsewhere = policy::elsewhere(self.event).is_some();
                question.policy = Some(self.event.inputs.policy.trim()).filter(|_| !is_elsewhere);
            }
            Ok(policy) => {
                if let Some(issue) = self.last_seen.as_ref().or(self.payload()) {
                    (question.wanted, question.tags) = self.wanted(issue, policy);
                }
            }
        }
        question
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
        let named = |issue: &Issue| Issue { number: self.number, ..issue.clone() };
        seen.map(named).ok_or_else(|| {
            let (number, repository) = (self.number, &self.event.repository);
            let mut messages = vec![format!("issue #{number} of `{repository}` cannot be read")];
            messages.extend(failures::sentences(self.event));
            messages
        })
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
