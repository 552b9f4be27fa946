//! What must be done: the decisions that JavaScript carries out.
//!
//! A run is planned anew after everything that happened: an answer of GitHub's, writes, a failure. What is done
//! depends on what is there, not on how it came about, so that runs that overlap, or end in the middle, leave
//! nothing behind that the next one does not mend.

mod github;
mod labels;
mod outputs;
mod settings;
mod sticky;
mod troubles;

use serde::Serialize;

use crate::answer::Answer;
use crate::diagnostic::Severity;
use crate::event::Event;
use crate::facts::Facts;
use crate::github::Query;
use crate::judgement::Judgement;
use crate::policy::Policy;
use crate::render::{commands, summary};
use settings::{FailOn, Settings};

/// Everything a run does next. JavaScript adds nothing and decides nothing.
///
/// With a query, only that is done: GitHub is asked, and planned again. With writes, only these: they are carried out
/// in order until one fails, and planned again. With neither, the rest is carried out and the run ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// What to ask GitHub.
    pub query: Option<Query>,
    /// The issue that the writes are about.
    pub number: u64,
    /// What to write to GitHub, in order.
    pub writes: Vec<Write>,
    /// The process's exit code: 0 or 1.
    pub exit_code: u8,
    /// Lines for standard output, workflow commands among them: complete and escaped.
    pub log: Vec<String>,
    /// Step outputs, in order: name and value. No value holds a line break.
    pub outputs: Vec<(&'static str, String)>,
    /// The job summary: Markdown, at most 900 KiB.
    pub summary: String,
}

/// Something to be written to GitHub.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Write {
    /// Makes a label of the repository.
    CreateLabel {
        /// Its name.
        name: String,
        /// Its colour, `rrggbb`.
        color: String,
        /// What it is for.
        description: String,
    },
    /// Adds labels to the issue.
    AddLabels {
        /// Their names.
        names: Vec<String>,
    },
    /// Takes a label away from the issue.
    RemoveLabel {
        /// Its name.
        name: String,
    },
    /// Comments on the issue.
    PostComment {
        /// The text: Markdown.
        body: String,
        /// A text to try once if GitHub refuses the other.
        shorter: String,
    },
    /// Replaces the text of our comment.
    UpdateComment {
        /// The comment.
        id: String,
        /// The text: Markdown.
        body: String,
        /// A text to try once if GitHub refuses the other.
        shorter: String,
    },
    /// Deletes a comment of ours.
    DeleteComment {
        /// The comment.
        id: String,
    },
}

impl Write {
    /// The name of the kind.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::CreateLabel { .. } => "create-label",
            Self::AddLabels { .. } => "add-labels",
            Self::RemoveLabel { .. } => "remove-label",
            Self::PostComment { .. } => "post-comment",
            Self::UpdateComment { .. } => "update-comment",
            Self::DeleteComment { .. } => "delete-comment",
        }
    }

    /// Whether both are about one thing, so that the later one undoes the other: a label, or a comment that is there.
    fn meets(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::CreateLabel { name, .. }, Self::CreateLabel { name: other, .. }) => {
                name == other
            }
            (
                Self::UpdateComment { id, .. } | Self::DeleteComment { id },
                Self::UpdateComment { id: other, .. } | Self::DeleteComment { id: other },
            ) => id == other,
            _ => self.moved_labels().iter().any(|name| other.moved_labels().contains(name)),
        }
    }

    /// The labels that the issue gets or loses.
    fn moved_labels(&self) -> &[String] {
        match self {
            Self::AddLabels { names } => names,
            Self::RemoveLabel { name } => std::slice::from_ref(name),
            _ => &[],
        }
    }
}

impl Plan {
    /// The plan of a run that cannot go on: it says why and fails.
    #[must_use]
    pub fn failure(message: &str) -> Self {
        Self::failures(&[message.to_owned()])
    }

    fn failures(messages: &[String]) -> Self {
        let mut log = Vec::new();
        for message in messages {
            log.push(commands::command("error", None, &crate::render::shown(message)));
        }
        Self { exit_code: 1, log, ..Self::default() }
    }

    /// The end of a run that judged an issue.
    fn ending(judgement: &Judgement<'_>, fail_on: FailOn) -> Self {
        let fails = match fail_on {
            FailOn::Error => judgement.count(Severity::Error) > 0,
            FailOn::Warning => !judgement.findings.is_empty(),
            FailOn::Never => false,
        };
        Self {
            exit_code: fails.into(),
            log: outputs::log(judgement),
            outputs: outputs::outputs(&Answer::of(judgement)),
            summary: summary::summary(judgement),
            ..Self::default()
        }
    }
}

/// Decides what a run does next about `event`. An event that carries no issue, and an input or a policy that means
/// nothing, become a plan that fails and says what to do.
#[must_use]
pub fn plan(event: &Event) -> Plan {
    decide(event).unwrap_or_else(|messages| Plan::failures(&messages))
}

fn decide(event: &Event) -> Result<Plan, Vec<String>> {
    let settings = Settings::read(&event.inputs).map_err(|message| vec![message])?;
    let payload = event.payload.issue.as_ref();
    let is_pull_request = payload.is_some_and(|issue| issue.pull_request);
    match settings.issue_number.or(payload.map(|issue| issue.number)) {
        None => Err(vec![without_issue(&event.name)]),
        Some(number)
            if settings.asks(event) && (settings.issue_number.is_some() || !is_pull_request) =>
        {
            github::decide(event, settings, number)
        }
        Some(number) => match payload.filter(|issue| issue.number == number) {
            Some(issue) => {
                let policy = policy(event, None)?;
                Ok(Plan::ending(
                    &Judgement::of(issue, &policy, &Facts::default()),
                    settings.fail_on,
                ))
            }
            None => Err(vec![format!(
                "issue #{number} cannot be read: GitHub may not be asked; set the input `token`, and one of `comment`, \
                 `labels` and `facts` to `true`"
            )]),
        },
    }
}

fn without_issue(event: &str) -> String {
    format!(
        "the event `{event}` carries no issue: run this action on `issues` or `issue_comment` events, or set the input \
         `issue-number`"
    )
}

/// The policy that the workflow names; the defaults where it names none. `fetched` is the file's text on the default
/// branch.
fn policy(event: &Event, fetched: Option<&str>) -> Result<Policy, Vec<String>> {
    let path = event.inputs.policy.trim();
    if path.is_empty() {
        return Ok(Policy::default());
    }
    let Some(text) = checked_out(event).or(fetched) else {
        return Err(vec![format!(
            "the policy `{path}` cannot be found: commit it to the default branch, and check the input `policy`; where \
             GitHub may not be asked, run `actions/checkout` before this step"
        )]);
    };
    Policy::read(text).map_err(|errors| errors.iter().map(|error| error.in_file(path)).collect())
}

/// The policy file's text in the workspace, where that can be trusted.
fn checked_out(event: &Event) -> Option<&str> {
    event.policy.as_deref().filter(|_| trusts_workspace(event))
}

/// Whether what is checked out is the default branch, as far as the event tells: another may hold a policy that
/// nobody reviewed.
fn trusts_workspace(event: &Event) -> bool {
    let default_branch = event.payload.default_branch.as_deref();
    default_branch.is_none_or(|name| event.git_ref.strip_prefix("refs/heads/") == Some(name))
        || event.git_ref.is_empty()
}
