//! An answer about a version, as a report tells it.

use serde::Serialize;

use crate::format::affected::{Basis, Status};

/// An answer about a version, and what would settle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReportedVerdict {
    /// Whether it has the problem.
    pub status: Status,
    /// Whether the issue says so, or it follows from how branches are cut.
    pub basis: Basis,
    /// The rule that decided: `D…` declared, `I…` inferred, `U…` unknown.
    pub rule: &'static str,
    /// Where the status is unknown: two entries, the first of which would settle that it has the problem, the second
    /// that it does not. Empty where the entries that there are must be corrected first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub settle: Vec<String>,
}
