//! What changed lately: the weekly summary of a release manager.

use serde::Serialize;

/// What changed since a date.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Changes {
    /// The date; null when the report knows no date.
    pub since: Option<String>,
    /// The issues that were written since, by number.
    pub new_issues: Vec<u64>,
    /// The issues that were reopened since.
    pub reopened: Vec<u64>,
    /// The versions that were tagged since, oldest first.
    pub tags: Vec<String>,
    /// The releases that were made since and have an issue that an earlier release of the branch does not have.
    pub newly_affected: Vec<ChangedRelease>,
    /// The releases that were made since and have the fix of an issue that an earlier release of the branch has.
    pub newly_fixed: Vec<ChangedRelease>,
    /// The releases that were made since, or whose issue changed since, and that do not have the fix they are said to
    /// have.
    pub refuted: Vec<ChangedRelease>,
}

/// A release and an issue.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangedRelease {
    /// The issue's number.
    pub issue: u64,
    /// The release.
    pub version: String,
}
