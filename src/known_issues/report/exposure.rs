//! How long releases had the problems.

use serde::Serialize;

/// How long releases had the problems, in days.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exposure {
    /// For each issue whose first `introduced-in` has a date, by number.
    pub issues: Vec<IssueExposure>,
    /// For each priority, most urgent first.
    pub by_priority: Vec<MedianExposure>,
    /// For each SIG, by name.
    pub by_sig: Vec<MedianExposure>,
}

/// How long releases had one problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct IssueExposure {
    /// The issue's number.
    pub issue: u64,
    /// When the first release that introduced it was published.
    pub from: String,
    /// When the last release that resolves it was published; null if it is not released yet.
    pub to: Option<String>,
    /// Whole days between the two dates, or until the report's `asOf` if it has not ended.
    pub days: u64,
}

/// The median exposure of some issues.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct MedianExposure {
    /// The priority or SIG; null for issues without one.
    pub name: Option<String>,
    /// The median of the exposures that ended, in days, rounded half up; null if none ended.
    pub median_days: Option<u64>,
    /// How many exposures ended.
    pub ended: usize,
    /// How many exposures have not ended.
    pub ongoing: usize,
}
