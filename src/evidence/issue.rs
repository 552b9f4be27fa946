//! What evidence asks of an issue.

use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// An issue, as far as evidence needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IssueRecord {
    /// The number.
    pub number: u64,
    /// How its versions are written.
    pub tags: TagPatterns,
    /// Whether it is open, and if not, why.
    pub state: IssueState,
    /// When it was last reopened.
    pub reopened_at: Option<String>,
    /// When its description was last edited.
    pub edited_at: Option<String>,
    /// The place of its most urgent priority among the accepted ones: 0 is the most urgent. `None` without one.
    pub urgency: Option<usize>,
    /// Whether the project has no priorities, so that issues without one are not waiting for it.
    pub without_priorities: bool,
    /// Its `introduced-in` entries, without dressing; what cannot be read as a version makes everything unknown.
    pub introduced_in: Vec<String>,
    /// Its `resolved-in` entries, likewise.
    pub resolved_in: Vec<String>,
    /// Its `not-affected` entries: branches, likewise.
    pub not_affected: Vec<String>,
    /// Its `wont-fix` entries: branches, likewise.
    pub wont_fix: Vec<String>,
    /// The pull requests that it lists, without what is known to be none.
    pub pull_requests: Vec<Listed>,
}

/// Whether an issue is open, and if not, why.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum IssueState {
    /// It is open.
    #[default]
    Open,
    /// It was closed as completed, or nobody says why.
    Completed,
    /// It was closed as not planned, or as a duplicate.
    Dismissed,
}

/// A pull request that an issue lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// `owner/name`, in any letter case.
    pub repository: String,
    /// The number.
    pub number: u64,
}

impl IssueState {
    /// Reads what GitHub says, such as `closed` and `not_planned`.
    #[must_use]
    pub fn read(is_closed: bool, reason: Option<&str>) -> Self {
        match reason {
            _ if !is_closed => Self::Open,
            Some("not_planned" | "duplicate") => Self::Dismissed,
            _ => Self::Completed,
        }
    }
}

/// The place of the most urgent priority among the `accepted` ones, which stand behind `prefix` in labels; letter
/// case does not count.
#[must_use]
pub fn urgency(labels: &[String], prefix: &str, accepted: &[String]) -> Option<usize> {
    let names = |label: &String, name: &String| {
        let (label, prefix) = (label.to_ascii_lowercase(), prefix.to_ascii_lowercase());
        label.strip_prefix(&prefix).is_some_and(|rest| rest == name.to_ascii_lowercase())
    };
    accepted.iter().position(|name| labels.iter().any(|label| names(label, name)))
}

impl IssueRecord {
    /// Whether the most urgent priority is among its labels.
    pub(super) fn is_critical(&self) -> bool {
        self.urgency == Some(0)
    }

    /// Whether it has none of the accepted priorities, and should have one.
    pub(super) fn waits_for_priority(&self) -> bool {
        self.urgency.is_none() && !self.without_priorities
    }

    pub(super) fn is_open(&self) -> bool {
        self.state == IssueState::Open
    }

    /// The versions of `introduced-in` that can be read, oldest first.
    pub(super) fn introduced(&self) -> Vec<Version> {
        readable(&self.introduced_in, &self.tags)
    }

    /// The versions of `resolved-in` that can be read, oldest first.
    pub(super) fn resolved(&self) -> Vec<Version> {
        readable(&self.resolved_in, &self.tags)
    }

    /// Whether `wont-fix` names a branch.
    pub(super) fn gives_up(&self, branch: Branch) -> bool {
        names(&self.wont_fix, branch, &self.tags)
    }

    /// Whether `not-affected` or `wont-fix` names a branch: then nobody waits for a fix there.
    pub(super) fn expects_nothing(&self, branch: Branch) -> bool {
        self.gives_up(branch) || names(&self.not_affected, branch, &self.tags)
    }
}

fn names(branches: &[String], branch: Branch, tags: &TagPatterns) -> bool {
    branches.iter().any(|name| tags.branch(name) == Some(branch))
}

fn readable(entries: &[String], tags: &TagPatterns) -> Vec<Version> {
    let mut versions: Vec<Version> =
        entries.iter().filter_map(|entry| tags.version(entry)).collect();
    sort::sort_by(&mut versions, Ord::cmp);
    versions.dedup();
    versions
}
