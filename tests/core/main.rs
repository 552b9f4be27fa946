//! The core's answers for fixtures, random input and real history.

mod affected;
mod comments;
mod corpus;
mod evidence;
mod evidence_properties;
mod evidence_reference;
mod fact_reader;
mod fixtures;
mod history;
#[cfg(feature = "report")]
mod known_issues;
mod policy;
mod policy_keys;
mod policy_properties;
#[cfg(feature = "report")]
mod project_words;
#[cfg(feature = "report")]
mod projects;
mod properties;
#[cfg(feature = "report")]
mod report_properties;
mod schedule;
mod second_policy;
