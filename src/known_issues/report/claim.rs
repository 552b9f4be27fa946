//! What becomes of the claim that a release has the fix.

use serde::Serialize;

use crate::evidence::ClaimState;

/// A `resolved-in` entry, and what the history shows about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportedClaim {
    /// The release.
    pub version: String,
    /// What becomes of the claim.
    pub state: ClaimState,
    /// The numbers of the pull requests that show it: those that the release contains, lacks or waits for.
    pub pull_requests: Vec<u64>,
}
