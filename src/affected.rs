//! Is a version affected by a known problem? What the entries say, what follows from how branches are cut, and
//! nothing else: what cannot be known is unknown.
//!
//! A fix lands on the main branch first and is then cherry-picked, so a branch that was cut with the problem needed
//! a fix of its own. Simple ranges do not know that, and call affected versions safe.

mod entries;
mod period;

use serde::{Deserialize, Serialize};

use crate::version::Version;

pub use entries::Doubts;
pub(crate) use entries::{Entries, Written};
pub use period::Period;

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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// What is known of a problem.
#[derive(Clone, Copy)]
pub struct Problem<'a> {
    /// The issue's `introduced-in` entries, as written.
    pub introduced_in: &'a [&'a str],
    /// Its `resolved-in` entries, as written.
    pub resolved_in: &'a [&'a str],
    /// Its `not-affected` entries, as written: branches that never had it.
    pub not_affected: &'a [&'a str],
    /// Its `wont-fix` entries, as written: branches that have it and get no fix.
    pub wont_fix: &'a [&'a str],
    /// What evidence says against the entries.
    pub doubts: &'a Doubts,
    /// When a version was published. Without it more is unknown.
    pub released: &'a Released<'a>,
    /// How fixes reach branches.
    pub cherry_picks: CherryPicks,
}

/// When a version was published, as far as that is known.
pub type Released<'a> = dyn Fn(&Version) -> Period<'a> + 'a;

/// Whether `version` has `problem`; the `v` in front may be missing. The first rule that matches decides.
#[must_use]
pub fn affected(version: &str, problem: &Problem<'_>) -> Verdict {
    let Some(version) = read_question(version) else { return unknown("U1") };
    let written = Written {
        introduced_in: problem.introduced_in,
        resolved_in: problem.resolved_in,
        not_affected: problem.not_affected,
        wont_fix: problem.wont_fix,
    };
    match Entries::read(&written, problem.doubts.clone()) {
        Ok(entries) => entries.answer(&version, problem.released, problem.cherry_picks),
        Err(verdict) => verdict,
    }
}

const fn declared(status: Status, rule: &'static str) -> Verdict {
    Verdict { status, basis: Basis::Declared, rule }
}

const fn inferred(status: Status, rule: &'static str) -> Verdict {
    Verdict { status, basis: Basis::Inferred, rule }
}

const fn unknown(rule: &'static str) -> Verdict {
    Verdict { status: Status::Unknown, basis: Basis::None, rule }
}

fn read_question(version: &str) -> Option<Version> {
    Version::parse(version).or_else(|| Version::parse(&format!("v{version}")))
}
