//! A run that talks to GitHub: reads what is there now, judges that, and writes what differs from what should be.

use super::settings::Settings;
use super::{Plan, Write, checked_out, labels, outputs, policy, sticky, troubles};
use crate::event::{Answered, Event};
use crate::github::{Comment, Live, Miss, PolicyFile, Query, Question, Wanted};
use crate::issue::Issue;
use crate::judgement::Judgement;
use crate::policy::Policy;
use crate::subject::Subject;

/// How often a run writes, at most: overlapping runs need two rounds, failures some more.
const MOST_ROUNDS: usize = 8;

/// How often an issue that GitHub does not tell is asked for: right after it was made it may not be everywhere.
const MOST_MISSES: usize = 3;

/// How many answers one round takes, at most: an issue has up to 2,500 comments.
const MOST_ANSWERS: usize = 40;

/// How long to wait before reading again what was in doubt or not there, in milliseconds.
const SETTLING: u32 = 2000;

/// What a run knows.
struct Run<'a> {
    event: &'a Event,
    settings: Settings,
    number: u64,
    /// The answers of this round.
    answers: Vec<&'a Answered>,
    live: Live,
}

pub(super) fn decide(event: &Event, settings: Settings, number: u64) -> Result<Plan, Vec<String>> {
    let answers = of_round(event, event.round);
    let live = Live::of(&answers);
    let mut run = Run { event, settings, number, answers, live };
    let is_over = event.round >= MOST_ROUNDS || troubles::end(&event.troubles);
    if !is_over && let Some(query) = run.query()? {
        return Ok(Plan { query: Some(query), number, ..Plan::default() });
    }
    let is_current = run.is_current();
    run.recall();
    let policy = run.policy()?;
    let issue = run.issue()?;
    let judgement = Judgement::of(&issue, &policy, &run.live.facts);
    let left = if is_current { run.writes(&judgement) } else { Vec::new() };
    let writes: Vec<Write> = left
        .iter()
        .filter(|write| troubles::allow(&event.troubles, write.kind()))
        .cloned()
        .collect();
    if !is_over && !writes.is_empty() {
        return Ok(Plan { number, writes, ..Plan::default() });
    }
    let mut plan = Plan::ending(&judgement, settings.fail_on);
    plan.log.extend(outputs::done(&event.done));
    let is_settled = is_current && left.is_empty();
    plan.log.extend(troubles::told(event, number, &run.live, is_settled));
    if troubles::is_refused(&event.troubles) {
        plan.exit_code = 1;
    }
    Ok(plan)
}

fn of_round(event: &Event, round: usize) -> Vec<&Answered> {
    let mut answers = Vec::new();
    for answer in &event.answers {
        if answer.round == round {
            answers.push(answer);
        }
    }
    answers
}

impl Run<'_> {
    /// What is still to be asked in this round.
    fn query(&self) -> Result<Option<Query>, Vec<String>> {
        if self.answers.is_empty() {
            let delay = if troubles::doubt(self.event) { SETTLING } else { 0 };
            return Ok(Some(self.first(delay)));
        }
        let delay = if self.live.miss.is_some() { SETTLING } else { 0 };
        let is_settled = self.live.miss == Some(Miss::Forbidden) || self.live.misses >= MOST_MISSES;
        if self.answers.len() >= MOST_ANSWERS || (self.live.miss.is_some() && is_settled) {
            return Ok(None);
        }
        let Some(issue) = &self.live.issue else { return Ok(Some(self.first(delay))) };
        if self.settings.comment
            && let Some(after) = &self.live.next_comments
        {
            let after = Some(after.as_str());
            return Ok(Some(Question { after, comments: true, delay, ..self.question() }.query()));
        }
        let policy = self.policy()?;
        let mut asked = Vec::new();
        for answer in &self.answers {
            asked.push(&answer.variables);
        }
        let (wanted, tags) = self.wanted(issue, &policy);
        let tags = tags && !asked.iter().any(|variables| variables.contains_key("tags"));
        let wanted = wanted.without(&asked);
        let is_known = wanted.is_empty() && !tags;
        let question = Question { issue: None, wanted, tags, ..self.question() };
        Ok((!is_known).then(|| question.query()))
    }

    /// Whether all is read that the writes depend on: a page of comments that is missing may hold ours.
    fn is_current(&self) -> bool {
        let has_comments = !self.settings.comment || self.live.next_comments.is_none();
        self.live.issue.is_some() && self.live.miss.is_none() && has_comments
    }

    fn question(&self) -> Question<'_> {
        let (repository, issue) = (self.event.repository.as_str(), Some(self.number));
        Question { repository, issue, ..Question::default() }
    }

    /// The query that a round begins with: it asks for all that the description is known to name.
    fn first(&self, delay: u32) -> Query {
        let mut question = Question { delay, comments: self.settings.comment, ..self.question() };
        match self.policy() {
            Err(_) => question.policy = Some(self.event.inputs.policy.trim()),
            Ok(policy) => {
                if let Some(issue) = self.known() {
                    (question.wanted, question.tags) = self.wanted(&issue, &policy);
                }
            }
        }
        question.query()
    }

    /// The issue as far as it is known before it is read in this round.
    fn known(&self) -> Option<Issue> {
        let mut before = None;
        for answer in &self.event.answers {
            before = Live::of(&[answer]).issue.or(before);
        }
        before.or_else(|| self.payload())
    }

    fn payload(&self) -> Option<Issue> {
        self.event.payload.issue.clone().filter(|issue| issue.number == self.number)
    }

    /// What should be known about `issue`, and whether the newest tags are part of it.
    fn wanted(&self, issue: &Issue, policy: &Policy) -> (Wanted, bool) {
        let description = issue.description.as_deref().unwrap_or_default();
        let mut wanted = Wanted::default();
        let subject = Subject::read(issue, description, policy, &self.live.facts);
        let Some(subject) = subject else { return (wanted, false) };
        if self.settings.labels {
            wanted.add_labels(policy);
        }
        if self.settings.facts {
            wanted.add_facts(&subject);
        }
        (wanted, self.settings.facts && !subject.is_withheld)
    }

    /// Goes back to what was there at last, where this round told nothing.
    fn recall(&mut self) {
        let mut round = self.event.round;
        while self.live.issue.is_none() && round > 0 {
            round -= 1;
            self.live = Live::of(&of_round(self.event, round));
        }
    }

    /// The policy, once it is there.
    fn policy(&self) -> Result<Policy, Vec<String>> {
        let path = self.event.inputs.policy.trim();
        if path.is_empty() {
            return policy(self.event, None);
        }
        let mut fetched = None;
        for answer in &self.event.answers {
            fetched = Live::of(&[answer]).policy.or(fetched);
        }
        match fetched {
            Some(PolicyFile::Unreadable) => {
                Err(vec![format!("the policy `{path}` is not a text of at most 64 KiB")])
            }
            Some(PolicyFile::Forbidden) => Err(vec![format!(
                "the policy `{path}` may not be read: add `contents: read` to the `permissions:` of the job"
            )]),
            Some(PolicyFile::Text(text)) => policy(self.event, Some(&text)),
            None if self.lacks_policy() => {
                let mut messages = vec![format!("the policy `{path}` cannot be read")];
                messages.extend(troubles::plainly(self.event));
                Err(messages)
            }
            Some(PolicyFile::Missing) | None => policy(self.event, None),
        }
    }

    /// Whether GitHub did not answer for a policy that it alone has.
    fn lacks_policy(&self) -> bool {
        checked_out(self.event).is_none() && !self.event.troubles.is_empty()
    }

    fn issue(&self) -> Result<Issue, Vec<String>> {
        self.live.issue.clone().or_else(|| self.payload()).ok_or_else(|| {
            let mut messages = vec![format!(
                "issue #{} of `{}` cannot be read",
                self.number, self.event.repository
            )];
            messages.extend(troubles::plainly(self.event));
            messages
        })
    }

    /// What differs from what should be.
    fn writes(&self, judgement: &Judgement<'_>) -> Vec<Write> {
        let mut writes = Vec::new();
        if self.settings.labels {
            let may_create = troubles::allow(&self.event.troubles, "create-label");
            labels::add(&mut writes, judgement, &self.live, self.settings.facts, may_create);
        }
        if self.settings.comment {
            sticky::add(&mut writes, judgement, self.number, &self.comments());
        }
        writes.retain(|write| !self.is_done(write));
        writes
    }

    /// Whether this is the last thing that this run did there: what is read may be older. What was undone since, as
    /// the issue changed and changed back, is to be done again.
    fn is_done(&self, write: &Write) -> bool {
        let last = self.event.done.iter().rev().find(|done| done.write.meets(write));
        last.is_some_and(|done| done.write == *write)
    }

    /// Our comments: what was posted in this run may not have reached the place that is read.
    fn comments(&self) -> Vec<Comment> {
        let mut comments = self.live.comments.clone();
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
