//! The answer about one version, and what it is made from.

use serde::{Deserialize, Serialize};

use crate::format::affected::period::Period;
use crate::format::version::Version;

/// Whether a version has the problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// It has it.
    Affected,
    /// It had it, or a version before it had, and the fix is in.
    Fixed,
    /// It never had it.
    NotAffected,
    /// The entries do not tell.
    Unknown,
}

/// Where a status comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// The issue says so.
    Declared,
    /// It follows from how branches are cut.
    Inferred,
    /// From nothing: the status is unknown.
    None,
}

/// The answer about one version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Whether it has the problem.
    pub status: Status,
    /// Where that comes from.
    pub basis: Basis,
    /// The name of the rule that decided: `D…` declared, `I…` inferred, `U…` unknown.
    pub rule: &'static str,
}

/// How fixes reach branches.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CherryPicks {
    /// Through the main branch: a branch that is cut after the fix has it.
    #[default]
    MainFirst,
    /// Each branch for itself: nothing follows from another branch's fix.
    Independent,
}

/// When a version was published, as far as that is known.
pub type Released<'a> = dyn Fn(&Version) -> Period<'a> + 'a;

pub(super) const fn declared(status: Status, rule: &'static str) -> Verdict {
    Verdict { status, basis: Basis::Declared, rule }
}

pub(super) const fn inferred(status: Status, rule: &'static str) -> Verdict {
    Verdict { status, basis: Basis::Inferred, rule }
}

pub(super) const fn unknown(rule: &'static str) -> Verdict {
    Verdict { status: Status::Unknown, basis: Basis::None, rule }
}
