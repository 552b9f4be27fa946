//! Judges one issue: what is wrong with it, where, and how to fix it.

pub mod diagnostic;
mod entry_values;
pub mod facts;
pub(crate) mod fix;
mod help;
pub mod issue;
pub(crate) mod judgement;
pub(crate) mod listed_pull_requests;
pub(crate) mod lookups;
mod own_template;
mod record;
pub mod rule;
pub mod rules;
pub(crate) mod subject;

use crate::judge::rules::RULES;
use crate::policy::read::Shared;
use crate::policy::{Policy, PolicyError};

/// Reads a policy file; see [`Policy::read`].
///
/// # Errors
/// All mistakes in the file, ordered by position.
pub fn read_policy(text: &str) -> Result<Policy, Vec<PolicyError>> {
    read_policy_with(text, None)
}

/// Reads a policy file that may extend a file of another repository; see [`Policy::read`].
///
/// # Errors
/// All mistakes in the files, ordered by position.
pub fn read_policy_with(
    text: &str,
    shared: Option<Shared<'_>>,
) -> Result<Policy, Vec<PolicyError>> {
    let mut names = Vec::with_capacity(RULES.len());
    for rule in RULES {
        names.push(rule.name);
    }
    Policy::read(text, shared, &names, own_template::flaw)
}
