//! What to run instead of a release that an issue affects.

use serde::Serialize;

/// What to run instead of a release, or what not to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReleaseAdvice {
    /// What to do about the other release.
    pub kind: AdviceKind,
    /// The other release.
    pub version: String,
    /// How many minor versions it is further: 0 on the same branch.
    pub minors: u32,
    /// How many of the issues that affect the release do not affect the other one.
    pub fixes: usize,
    /// The issues that affect the other release and not this one.
    pub brings: Vec<u64>,
    /// The issues that do not affect this release, and of which nobody knows whether they affect the other one.
    pub may_bring: Vec<u64>,
    /// The issues that affect this release, and of which nobody knows whether they affect the other one.
    pub may_keep: Vec<u64>,
}

/// What to do about another release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AdviceKind {
    /// Upgrade to it, or to a later release of its branch: from there on no issue is known.
    Good,
    /// Upgrade to it: what it fixes is more urgent than what it brings.
    Better,
    /// Do not upgrade to it: it fixes something, but what it brings is more urgent.
    Worse,
    /// Wait for it: it is the next release of the branch.
    Wait,
}
