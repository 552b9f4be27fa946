//! An answer about a version, as a report contains it.

use serde::Serialize;

use crate::format::affected::{Basis, Status};

/// An answer about a version, and the entries that would settle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedVerdict {
    /// Whether the version has the problem.
    pub status: Status,
    /// Whether the issue says so, or it is inferred from how branches are cut.
    pub basis: Basis,
    /// The rule that decided: `D…` declared, `I…` inferred, `U…` unknown.
    pub rule: &'static str,
    /// If the status is unknown, two entries: the first settles that the version has the problem, the second that it
    /// does not. Empty if the existing entries must be corrected first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub settle: Vec<String>,
}
