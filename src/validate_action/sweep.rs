//! A sweep: judges all issues in scope, as a run about each of them alone would.
//!
//! First it lists the issues. Then it finds out which of them differ from what they should be: it asks about all of them
//! together, and writes nothing. At last it reads these again, some at a time, writes, and reads once more.

mod begin;
mod fragments;
mod limits;
mod lists;
mod patience;
mod piece;
mod policy_reading;
mod report;
mod runs;
mod writing;

use std::fmt::Write;

use serde_json::Value;

use crate::github::errors::{AnswerFault, Errors};
use crate::github::failure::{Advice, FailedRequest, FailureKind};
use crate::github::query::Query;
use crate::json::{list, member, nodes, text};
use crate::policy::Policy;
use crate::text::markdown::escaped;
use crate::text::sort;
use crate::text::workflow_command::command;
use crate::validate_action::event::{CompletedWrite, Event};
use crate::validate_action::plan::Plan;
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::sweep::lists::IssueLists;
use crate::validate_action::sweep::patience::Patience;
use crate::validate_action::sweep::piece::Piece;
use crate::validate_action::sweep::policy_reading::PolicyReading;
use crate::validate_action::sweep::runs::{Means, Member, ResultRows, Runs, Stage};
use crate::validate_action::sweep::writing::Writing;

/// A run that sweeps.
pub struct Sweep {
    /// What every run about an issue starts from.
    base: Event,
    settings: ValidateSettings,
    policy: Policy,
    reading: PolicyReading,
    /// The date before which unlabelled issues are not looked at; `None` to look at all.
    since: Option<String>,
    phase: Phase,
    patience: Patience,
    lists: IssueLists,
    runs: Runs,
    rows: ResultRows,
    writing: Writing,
    /// Why the sweep stopped: `warning` or `error`, and a sentence.
    stopped: Option<(&'static str, String)>,
    /// What is wrong with the tags of the repository.
    warning: Option<String>,
    /// Why the sweep fails without having written anything.
    failure: Vec<String>,
}

/// What a sweep is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// Reads the policy file.
    Policy,
    /// Reads the labels of the repository, and its newest tags.
    Labels,
    /// Lists issues.
    Lists,
    /// Finds out what there is to write.
    Survey,
    /// Writes.
    Writes,
}

impl Sweep {
    /// Starts a sweep at `now`, in milliseconds since 1970.
    #[must_use]
    pub fn new(event: &Event, now: f64) -> Self {
        let begin::Beginning { base, settings, policy: reading, since, failure } =
            begin::read(event, now);
        let mut sweep = Self {
            base,
            settings,
            policy: Policy::default(),
            reading,
            since,
            phase: Phase::Policy,
            patience: Patience::default(),
            lists: IssueLists::default(),
            runs: Runs::surveying(),
            rows: ResultRows::default(),
            writing: Writing::from(now),
            stopped: None,
            warning: None,
            failure,
        };
        sweep.end_policy();
        sweep
    }

    /// What to do next, at `now`, in milliseconds since 1970.
    pub fn next(&mut self, now: f64) -> Plan {
        loop {
            if !self.failure.is_empty() {
                return Plan::failures(&self.failure);
            }
            if self.stopped.is_some() {
                return self.end();
            }
            if let Some(query) = self.query() {
                return Plan { query: Some(query), ..Plan::default() };
            }
            match self.phase {
                Phase::Policy => {}
                Phase::Labels => self.end_labels(),
                Phase::Lists => self.end_lists(),
                Phase::Survey => self.end_survey(),
                Phase::Writes => {
                    let plan = self.writing.next(&mut self.runs, &mut self.rows, &self.base, now);
                    match plan {
                        writing::WritingTurn::Writes(number, writes) => {
                            return Plan { number, writes, ..Plan::default() };
                        }
                        writing::WritingTurn::Reads => {}
                        writing::WritingTurn::Ends => return self.end(),
                    }
                }
            }
        }
    }

    /// What the phase still has to ask.
    fn query(&mut self) -> Option<Query> {
        let Self { base, settings, policy, patience, runs, rows, .. } = self;
        match self.phase {
            Phase::Policy => {
                let mut question = self.reading.question(base)?;
                question.delay = patience.delay();
                Some(question.query())
            }
            Phase::Lists => self.lists.query(&base.repository, *patience),
            Phase::Labels | Phase::Survey | Phase::Writes => {
                let means = Means { settings: *settings, policy };
                Some(runs.question(base, means, *patience, rows)?.query())
            }
        }
    }

    /// Reads the body of GitHub's answer to the last query.
    pub fn take(&mut self, mut body: Value) {
        let is_usable = match self.phase {
            Phase::Policy => self.reading.take(&self.base, &body),
            Phase::Lists => self.lists.take(&body, &self.policy),
            Phase::Labels | Phase::Survey | Phase::Writes => self.runs.take(&mut body),
        };
        if is_usable {
            if self.phase != Phase::Labels {
                self.patience.succeeded();
            }
            self.end_policy();
        } else if !self.patience.failed() {
            let errors = Errors::of(&body);
            let why = errors.0.first().map(|error| match error.fault() {
                AnswerFault::Missing => {
                    ": it does not exist, or the token cannot see it".to_owned()
                }
                AnswerFault::Forbidden => {
                    ": add `issues: read` to the `permissions:` of the job".to_owned()
                }
                AnswerFault::Incomplete(message) => format!(": {message}"),
            });
            let why = why.unwrap_or_default();
            self.stop("warning", format!("GitHub did not return everything{why}"));
        }
    }

    /// Notes that the last query failed.
    pub fn fail(&mut self, failed: &FailedRequest) {
        if failed.is_in_doubt() && self.patience.failed() {
            return;
        }
        let level = if failed.kind == FailureKind::Unauthorized { "error" } else { "warning" };
        self.stop(level, explained(failed));
    }

    /// Notes which of the last writes were carried out, and why the next one failed.
    pub fn wrote(&mut self, done: Vec<CompletedWrite>, trouble: Option<FailedRequest>, sent: u32) {
        let ends = |trouble: &FailedRequest| {
            matches!(trouble.kind, FailureKind::Unauthorized | FailureKind::Limited)
        };
        let trouble_again = trouble.clone().filter(ends);
        self.writing.wrote(&mut self.runs, done, trouble, sent);
        if let Some(failed) = trouble_again {
            self.fail(&failed);
        }
    }

    /// Stops. Until the writes begin, that is a failure: nothing is known for certain.
    fn stop(&mut self, level: &'static str, sentence: String) {
        if self.phase == Phase::Writes {
            self.stopped = Some((level, sentence));
        } else {
            self.failure = vec![format!("{sentence}. The sweep wrote nothing")];
        }
    }

    /// Goes on as soon as the policy is known, or why there is none.
    fn end_policy(&mut self) {
        if self.phase != Phase::Policy || self.reading.question(&self.base).is_some() {
            return;
        }
        match self.reading.policy(&self.base) {
            Ok(policy) => self.want_labels(policy),
            Err(messages) => self.failure.extend(messages),
        }
    }

    /// Wants the labels of the repository that may be ours.
    fn want_labels(&mut self, policy: Policy) {
        self.runs.fragments.policy.clone_from(&policy.name);
        self.policy = policy;
        self.phase = Phase::Labels;
        let mut wanted =
            if self.settings.facts { vec![Piece::Tags, Piece::Main] } else { Vec::new() };
        wanted.extend(self.label_pieces());
        self.runs.want(wanted);
    }

    fn label_pieces(&self) -> Vec<Piece> {
        let patterns = self.policy.labels.patterns();
        patterns.iter().map(|pattern| Piece::Label(pattern.longest_literal().to_owned())).collect()
    }

    fn end_labels(&mut self) {
        let (mut labels, mut broken) = (Vec::new(), Vec::new());
        for piece in self.label_pieces() {
            let found = self.runs.fragments.whole(&piece);
            match found.filter(|found| list(member(found, "nodes")).iter().all(Value::is_object)) {
                Some(found) if member(found, "nodes").is_array() => {
                    let names = nodes(found).iter().filter_map(|label| text(label, "name"));
                    labels.extend(names.map(str::to_owned));
                }
                _ => broken.push(piece),
            }
        }
        for piece in [Piece::Tags, Piece::Main] {
            if self.runs.fragments.is_incomplete(&piece) {
                broken.push(piece);
            }
        }
        if broken.is_empty() {
            self.patience.succeeded();
            self.warning = self.runs.fragments.no_tags(&self.policy.tags);
            sort::sort_by(&mut labels, Ord::cmp);
            labels.dedup();
            let since = self.since.take();
            self.lists = IssueLists::new(&self.policy, since, &labels, self.settings.facts);
            self.phase = Phase::Lists;
        } else if self.patience.failed() {
            for piece in &broken {
                self.runs.fragments.forget(piece);
            }
            self.runs.want(broken);
        } else {
            let sentence = "GitHub did not return all labels and tags of the repository".to_owned();
            self.stop("warning", sentence);
        }
    }

    fn end_lists(&mut self) {
        for (number, issue) in std::mem::take(&mut self.lists.found) {
            self.runs.fragments.add_listed(number, issue, !self.settings.comment);
            self.runs.members.push(Member::new(number, self.base.clone()));
        }
        self.phase = Phase::Survey;
    }

    /// Queues the issues that there is something to write to.
    fn end_survey(&mut self) {
        for member in std::mem::take(&mut self.runs.members) {
            if matches!(member.stage, Stage::Writing(_)) {
                self.writing.queue(member.number, member.event.payload.issue);
            }
        }
        self.runs.fragments.end_round();
        self.runs.is_survey = false;
        self.phase = Phase::Writes;
    }

    fn end(&mut self) -> Plan {
        self.writing.leave(&mut self.runs, &mut self.rows);
        let mut plan = report::end(&self.rows.0, &self.settings, self.stopped.as_ref());
        if let Some(warning) = &self.warning {
            plan.log.insert(0, command("warning", None, warning));
            let _ = write!(plan.summary, "\n⚠️ {}.\n", escaped(warning));
        }
        plan
    }
}

/// What a failed request means for a sweep.
fn explained(failed: &FailedRequest) -> String {
    let doing = if failed.doing == "read" { "reading from GitHub" } else { "writing to GitHub" };
    failed.sentence(
        doing,
        &Advice {
            limited: "The next sweep does the rest",
            gone: ": the repository does not exist, or the token cannot see it".to_owned(),
            moved: "the repository moved, and nothing was written there",
            unavailable: " after all retries. The next sweep tries again",
            permission: if failed.doing == "read" { "issues: read" } else { "issues: write" },
        },
    )
}
