//! Patch Release Issues: validates the issues that track known problems in patch releases.
//!
//! The core does no I/O and cannot fail. It takes an issue and a policy, and returns diagnostics, a corrected
//! description and a plan. Data flows in one direction:
//!
//! payload ([`event`]) → [`issue`] → description → [`rules`] → [`plan`] → effects, which JavaScript carries out.
//!
//! [`affected`](mod@affected) says whether a version has the problem that an issue tracks.
//! [`validate`] judges one issue; [`plan()`] decides what a run of the action does about one event.
//!
//! The modules form layers. `ARCHITECTURE.md` lists which module may import which, and a test checks it.

pub mod evidence;
mod format;
pub mod github;
mod json;
pub mod judge;
#[cfg(feature = "report")]
pub mod known_issues;
pub mod links;
pub mod policy;
mod render;
#[cfg(feature = "report")]
pub mod report_action;
pub mod text;
mod validate_action;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use format::{affected, spelling, tags, template, version};
pub use judge::{diagnostic, facts, issue, read_policy, read_policy_with, rules};
pub use render::answer;
pub use validate_action::{event, event_reader, plan, write};

pub use answer::Answer;
pub use facts::Facts;
pub use format::description::branch_value::BranchReading;
pub use issue::Issue;
pub use plan::Plan;
pub use policy::{Policy, PolicyError};

use judge::judgement::Judgement;

/// Judges one issue.
///
/// An issue that is out of scope gets an answer without diagnostics. No issue causes an error.
#[must_use]
pub fn validate(issue: &Issue, policy: &Policy) -> Answer {
    validate_with(issue, policy, &Facts::default())
}

/// Judges one issue, with facts from GitHub about the tags and pull requests that it names.
#[must_use]
pub fn validate_with(issue: &Issue, policy: &Policy, facts: &Facts) -> Answer {
    Answer::of(&Judgement::of(issue, policy, facts))
}

/// Judges one issue and returns the job summary: Markdown.
#[must_use]
pub fn summary(issue: &Issue, policy: &Policy, facts: &Facts) -> String {
    render::summary::summary(&Judgement::of(issue, policy, facts))
}
