//! The rules. Each has its own file. They are listed here in the order of the table of rules.
//!
//! A rule compares what is there with what should be there. It never renders text and never parses Markdown.

use crate::evidence::IS_GIVEN;
use crate::judge::diagnostic::Finding;
use crate::judge::subject::Subject;
use crate::text::sort;

pub use crate::judge::rule::{Group, Rule};

mod absent_fix;
mod conflicting_entries;
mod conflicting_priorities;
mod duplicate_entry;
mod duplicate_section;
mod empty_description;
mod empty_section;
mod exposed_security_detail;
mod fenced_template;
mod heading_level;
mod invalid_branch;
mod invalid_version;
mod late_release_block;
mod malformed_entry;
mod malformed_pull_request;
mod missing_binaries;
mod missing_introduced_in;
mod missing_priority;
mod missing_pull_request;
mod missing_release_block;
mod missing_resolved_in;
mod missing_section;
mod missing_security_statement;
mod missing_sig;
mod missing_template;
mod missing_workaround;
mod misspelled_section;
mod open_backport;
mod outdated_resolution;
mod pseudo_heading;
mod resolved_before_introduced;
mod section_order;
mod several_versions;
mod unaccepted_priority;
mod unclosed_comment;
mod unclosed_fence;
mod unclosed_release_block;
mod unfenced_entry;
mod unfilled_section;
mod unfilled_version;
mod unknown_binary;
mod unknown_key;
mod unknown_pull_request;
mod unknown_resolution;
mod unknown_sig;
mod unlisted_pull_request;
mod unlisted_resolution;
mod unlisted_sig;
mod unmerged_pull_request;
mod unreadable_description;
mod unreleased_version;
mod unresolved_branch;

/// Every rule, in the order of the table of rules.
pub const RULES: &[Rule] = &[
    missing_priority::RULE,
    unaccepted_priority::RULE,
    conflicting_priorities::RULE,
    missing_sig::RULE,
    unknown_sig::RULE,
    empty_description::RULE,
    unreadable_description::RULE,
    missing_template::RULE,
    fenced_template::RULE,
    unclosed_fence::RULE,
    unclosed_comment::RULE,
    missing_release_block::RULE,
    missing_introduced_in::RULE,
    missing_resolved_in::RULE,
    unfilled_version::RULE,
    invalid_version::RULE,
    invalid_branch::RULE,
    several_versions::RULE,
    unknown_key::RULE,
    malformed_entry::RULE,
    duplicate_entry::RULE,
    conflicting_entries::RULE,
    resolved_before_introduced::RULE,
    unfenced_entry::RULE,
    unclosed_release_block::RULE,
    late_release_block::RULE,
    missing_section::RULE,
    empty_section::RULE,
    unfilled_section::RULE,
    duplicate_section::RULE,
    misspelled_section::RULE,
    pseudo_heading::RULE,
    section_order::RULE,
    heading_level::RULE,
    missing_workaround::RULE,
    missing_binaries::RULE,
    unknown_binary::RULE,
    missing_pull_request::RULE,
    malformed_pull_request::RULE,
    missing_security_statement::RULE,
    exposed_security_detail::RULE,
    about_facts(unreleased_version::RULE),
    about_facts(unknown_resolution::RULE),
    about_facts(absent_fix::RULE),
    about_facts(outdated_resolution::RULE),
    about_facts(unlisted_resolution::RULE),
    about_facts(unresolved_branch::RULE),
    about_facts(open_backport::RULE),
    about_facts(unknown_pull_request::RULE),
    about_facts(unmerged_pull_request::RULE),
    about_facts(unlisted_pull_request::RULE),
    about_facts(unlisted_sig::RULE),
];

/// A rule that finds something only in facts: without any, its code is dropped.
const fn about_facts(rule: Rule) -> Rule {
    if IS_GIVEN { rule } else { Rule { check: |_, _| {}, ..rule } }
}

/// Applies every rule. Findings are ordered by position, labels first. Findings at the same position are in the order
/// of the table.
pub(crate) fn judge(subject: &Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (rank, rule) in RULES.iter().enumerate() {
        rule.judge(rank, subject, &mut findings);
    }
    sort::sort(&mut findings, |finding| finding.violation.span.map_or(0, |span| span.start + 1));
    findings
}
