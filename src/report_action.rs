//! A run of the report action: decides what to request from GitHub, reads the answers, and decides what to write. It
//! does no I/O: JavaScript sends the requests, and reads and writes the files.
//!
//! If anything is missing at the end, there is no report. A run that continues an earlier report requests only what
//! changed since, and ends with the same bytes as a run that requests everything.

mod answer;
mod backoff;
mod comparisons;
mod compose_page;
mod inputs;
mod issues;
mod outcome;
mod pull_requests;
mod queries;
mod tags;
mod task;
mod tracking_issue;
mod world;

use std::collections::{BTreeSet, VecDeque};

pub use crate::github::policy_file::{file_query, file_text, file_without_token};
pub use inputs::{ReportInputs, extended_file};
pub use outcome::Outcome;

use crate::github::failure::{Advice, FailedRequest};
use crate::github::query::Query;
use crate::known_issues::collection::carried::Sampler;
use crate::known_issues::{Collection, Dump, KnownIssues, Options, read_schedule, vendor_build};
use crate::policy::PolicyError;
use backoff::Backoff;
use comparisons::Comparisons;
use inputs::ReportRequest;
use issues::Issues;
use pull_requests::PullRequests;
use tags::Tags;
use task::Task;
use world::{Stop, World, distrust};

/// A run of the report action.
pub struct Reporting {
    settings: ReportRequest,
    collection: Collection,
    /// What is still to be read. The first task is the current one.
    tasks: VecDeque<Task>,
    backoff: Backoff,
    notes: Vec<String>,
    /// The tracking issue's description.
    description: String,
    is_begun: bool,
    has_read_pull_requests: bool,
    has_compared: bool,
    /// The repositories that an earlier report withholds issues of, and their tags then.
    awaited: Vec<(String, BTreeSet<String>)>,
    sampler: Sampler,
}

impl Reporting {
    /// Starts a run.
    ///
    /// # Errors
    /// Every mistake in the inputs, or else in the policy, or else in the schedule, one sentence each.
    pub fn new(inputs: &ReportInputs) -> Result<Self, Vec<String>> {
        let settings = inputs.read()?;
        let policy = inputs.read_policy().map_err(|errors| in_file("policy", &errors))?;
        let schedule = match inputs.schedule.as_str() {
            "" => None,
            text => Some(read_schedule(text).map_err(|errors| in_file("schedule", &errors))?),
        };
        let options = Options {
            policy,
            versions: settings.versions.clone(),
            changes_since: settings.changes_since.clone(),
            schedule,
            now: None,
            server: Some(inputs.server.clone()).filter(|server| !server.is_empty()),
        };
        let collection = Collection::new(options);
        Ok(Self {
            settings,
            collection,
            tasks: VecDeque::new(),
            backoff: Backoff::default(),
            notes: Vec::new(),
            description: String::new(),
            is_begun: false,
            has_read_pull_requests: false,
            has_compared: false,
            awaited: Vec::new(),
            sampler: Sampler::new(inputs.seed),
        })
    }

    /// The collection, for adding dumps and other reports.
    pub fn collection(&mut self) -> &mut Collection {
        &mut self.collection
    }

    /// Adds a part of a dump.
    ///
    /// # Errors
    /// As [`Collection::add`].
    pub fn add(&mut self, dump: Dump) -> Result<(), String> {
        self.collection.add(dump)
    }

    /// Continues an earlier report, before any request is made. If it cannot be continued, everything is read again.
    pub fn previous(&mut self, text: &str) {
        match KnownIssues::from_json(text) {
            Ok(report) => {
                if !self.collection.previous(report) {
                    self.notes.push(
                        "the previous report was made under another policy, by another version or for another server: everything is read again"
                            .to_owned(),
                    );
                }
            }
            Err(_) => self.notes.push(
                "the file that the input `previous` names is not a known-issues.json: everything is read again".to_owned(),
            ),
        }
    }

    /// Adds a plain text note to the log.
    pub fn note(&mut self, note: &str) {
        self.notes.push(note.to_owned());
    }

    /// The next query to GitHub; `None` if everything has been read.
    pub fn ask(&mut self) -> Option<Query> {
        self.begin();
        let task = self.tasks.front()?;
        Some(self.backoff.slow(task.query(&self.settings, &self.backoff)))
    }

    /// Reads the body of GitHub's answer to [`Self::ask`], JSON.
    ///
    /// # Errors
    /// Why there can be no report, as a sentence.
    pub fn take(&mut self, body: &str) -> Result<(), String> {
        let Some(task) = self.tasks.front_mut() else { return Ok(()) };
        let mut world = World {
            settings: &self.settings,
            collection: &mut self.collection,
            notes: &mut self.notes,
            description: &mut self.description,
            sampler: &mut self.sampler,
        };
        match task.take(body, &self.backoff, &mut world) {
            Ok(is_done) => {
                self.backoff.succeeded();
                if is_done {
                    self.tasks.pop_front();
                    self.want_more();
                }
                Ok(())
            }
            Err(Stop::Again(why)) => self.retry(&why),
            Err(Stop::Failure(why)) => Err(why),
        }
    }

    /// Handles a failure that came instead of an answer.
    ///
    /// # Errors
    /// Why there can be no report, as a sentence.
    pub fn fail(&mut self, failed: &FailedRequest) -> Result<(), String> {
        if failed.doing == "read" && failed.is_in_doubt() {
            return self.retry(&explain(failed));
        }
        Err(explain(failed))
    }

    /// The progress of the run, as one line of plain text.
    #[must_use]
    pub fn progress(&self) -> String {
        self.tasks.front().map_or_else(|| "everything has been read".to_owned(), Task::progress)
    }

    /// The report, and what the run does with it.
    ///
    /// # Errors
    /// Why there can be no report, as a sentence.
    pub fn finish(mut self) -> Result<Outcome, String> {
        if !self.settings.repositories.is_empty() {
            self.collection.date_anew();
        }
        if let Some(why) = self.collection.refusal_without_tags() {
            return Err(why);
        }
        self.notes.extend(self.collection.tags_of_another_pattern());
        let report = self.collection.finish();
        if let Some(why) = vendor_build::refusal(&report, &self.settings.versions) {
            return Err(format!("the input {why}"));
        }
        Outcome::of(report, &self.settings, &self.description, &self.notes)
    }

    /// Queues what is to be read. The tracking issue comes first, because without a place for the report nothing else
    /// needs to be read. It is read again last, because someone may have edited it in the meantime.
    fn begin(&mut self) {
        if std::mem::replace(&mut self.is_begun, true) {
            return;
        }
        self.tasks.extend(self.settings.tracking_issue.map(Task::Tracking));
        if !self.settings.repositories.is_empty() {
            self.collection.keep_repositories(&self.settings.repositories);
        }
        for name in &self.settings.repositories {
            let tags = self.collection.awaited_tags(name);
            self.awaited.extend(tags.map(|tags| (name.clone(), tags)));
            self.collection.carry(name);
            self.tasks.push_back(Task::Issues(Issues::of(name, self.collection.since(name))));
            self.tasks.push_back(Task::Tags(Tags::of(name)));
        }
        if self.settings.repositories.is_empty() {
            self.has_read_pull_requests = true;
            self.has_compared = true;
        } else {
            self.tasks.extend(self.settings.tracking_issue.map(Task::Tracking));
        }
    }

    /// Once all issues and tags are read, it is known which pull requests they name; and once these are read, which
    /// tags must be compared.
    fn want_more(&mut self) {
        for (name, why) in self.collection.drop_all_doubtful() {
            self.notes.push(distrust(&name, &why));
            self.tasks.push_front(Task::Issues(Issues::of(&name, None)));
            (self.has_read_pull_requests, self.has_compared) = (false, false);
        }
        let is_left = |task: &Task| matches!(task, Task::Issues(_) | Task::Tags(_));
        if self.tasks.iter().any(is_left) {
            return;
        }
        // Other tags may release what was withheld: then everything is read again.
        for (name, before) in std::mem::take(&mut self.awaited) {
            if self.collection.awaited_tags(&name).is_some_and(|tags| tags != before) {
                self.collection.forget_issues(&name);
                self.tasks.push_front(Task::Issues(Issues::of(&name, None)));
            }
        }
        if self.tasks.iter().any(is_left) {
            return;
        }
        if !self.has_read_pull_requests {
            self.has_read_pull_requests = true;
            if let Some(requests) = PullRequests::of(&mut self.collection) {
                self.tasks.push_front(Task::PullRequests(requests));
                return;
            }
        }
        let is_reading = self.tasks.iter().any(|task| matches!(task, Task::PullRequests(_)));
        if !self.has_compared && !is_reading {
            self.has_compared = true;
            self.collection.date_anew();
            let comparisons = Comparisons::of(&mut self.collection, &mut self.sampler);
            if let Some(comparisons) = comparisons {
                self.tasks.push_front(Task::Comparisons(comparisons));
            }
        }
    }

    fn retry(&mut self, why: &str) -> Result<(), String> {
        if self.backoff.failed() {
            return Ok(());
        }
        Err(format!(
            "{why}. Retries got no further than {}; no report was written",
            self.progress()
        ))
    }
}

fn in_file(name: &str, errors: &[PolicyError]) -> Vec<String> {
    errors.iter().map(|error| error.in_file(name)).collect()
}

/// What a failed request means, and what to do about it. The sentence may contain untrusted text.
#[must_use]
pub fn explain(failed: &FailedRequest) -> String {
    let is_read = failed.doing == "read";
    let doing =
        if is_read { "reading from GitHub" } else { "writing the tracking issue's description" };
    failed.sentence(
        doing,
        &Advice {
            limited: "Run this again in an hour, or give each repository its own job",
            gone: String::new(),
            moved: "use the repository's current name",
            unavailable: "",
            permission: if is_read { "issues: read" } else { "issues: write" },
        },
    )
}
