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

#[cfg(feature = "report")]
pub mod command_line;
#[cfg(feature = "report")]
pub mod compose;
mod draft;
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
pub use render::draft_answer;
pub use validate_action::{event, event_reader, is_offline, plan, plan_of, sweep, write};

pub use answer::Answer;
pub use draft::Confidence;
pub use draft_answer::{DraftAnswer, DraftFact, DraftOptions};
pub use facts::Facts;
pub use format::description::branch_value::BranchReading;
pub use issue::Issue;
pub use plan::Plan;
pub use policy::{Policy, PolicyError};

use affected::{Doubts, KnownProblem, Period, Verdict};
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

/// Drafts a description in the format from an old one, in which versions stand in words.
///
/// It reads a withheld issue like any other, and says so: showing the draft is up to the caller. No issue causes an
/// error, and nothing that was drafted changes what [`validate`] says.
#[must_use]
pub fn draft(issue: &Issue, options: &DraftOptions<'_>) -> DraftAnswer {
    DraftAnswer::of(issue, options)
}

/// The description with every fix applied; the description as it is if there is nothing to fix, empty if it was never
/// written.
#[must_use]
pub fn fix(issue: &Issue, policy: &Policy) -> String {
    let facts = Facts::default();
    let fixed = Judgement::of(issue, policy, &facts).fixed;
    fixed.unwrap_or_else(|| issue.description.clone().unwrap_or_default())
}

/// Whether `version` has the problem that an issue tracks, as far as its entries tell, with fixes applied. Unknown for
/// an issue that is out of scope, cannot be read, or whose details are withheld.
#[must_use]
pub fn affected_version(issue: &Issue, version: &str, policy: &Policy) -> Verdict {
    let read = validate(issue, policy).issue;
    let written = [&read.introduced_in, &read.resolved_in, &read.not_affected, &read.wont_fix]
        .map(|versions| versions.iter().map(String::as_str).collect::<Vec<_>>());
    let [introduced_in, resolved_in, not_affected, wont_fix] = &written;
    affected::affected_of(
        &policy.tags,
        version,
        &KnownProblem {
            introduced_in,
            resolved_in,
            not_affected,
            wont_fix,
            doubts: &Doubts::default(),
            released: &|_| Period::default(),
            cherry_picks: policy.cherry_picks,
        },
    )
}

/// Judges one issue and returns the job summary: Markdown.
#[must_use]
pub fn summary(issue: &Issue, policy: &Policy, facts: &Facts) -> String {
    render::summary::summary(&Judgement::of(issue, policy, facts))
}
