//! The core's answers for fixtures, random input and real history.

mod affected;
#[cfg(feature = "report")]
mod command_line;
mod commands;
mod comments;
#[cfg(feature = "report")]
mod compose;
mod corpus;
mod draft;
mod draft_properties;
mod evidence;
mod evidence_properties;
mod evidence_reference;
mod fact_reader;
mod fixtures;
mod history;
#[cfg(feature = "report")]
mod known_issues;
mod label_help;
#[cfg(feature = "report")]
mod other_projects;
mod own_words;
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
#[cfg(feature = "report")]
mod schedule;
mod second_policy;
mod sweep;
