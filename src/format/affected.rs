//! Is a version affected by a known problem? What the entries say, what follows from how branches are cut, and
//! nothing else: what cannot be known is unknown.
//!
//! A fix lands on the main branch first and is then cherry-picked, so a branch that was cut with the problem needed
//! a fix of its own. Simple ranges do not know that, and call affected versions safe.

mod entries;
mod period;
mod verdict;

use crate::format::tags::TagPatterns;
use crate::format::version::Version;

pub use entries::Doubts;
pub(crate) use entries::{Entries, Written};
pub use period::Period;
use verdict::unknown;
pub use verdict::{Basis, CherryPicks, Released, Status, Verdict};

/// What is known of a problem.
#[derive(Clone, Copy)]
pub struct KnownProblem<'a> {
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

/// Whether `version` has `problem`; the `v` in front may be missing. The first rule that matches decides.
#[must_use]
pub fn affected(version: &str, problem: &KnownProblem<'_>) -> Verdict {
    affected_of(&TagPatterns::default(), version, problem)
}

/// The same about a project with these tags: its entries are written as they are.
pub(crate) fn affected_of(
    tags: &TagPatterns,
    version: &str,
    problem: &KnownProblem<'_>,
) -> Verdict {
    let Some(version) = read_question(version, tags) else { return unknown("U1") };
    let written = Written {
        tags,
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

/// What stands around the number may be missing, and a `v` may be there.
fn read_question(version: &str, tags: &TagPatterns) -> Option<Version> {
    let number = version.strip_prefix('v').unwrap_or(version);
    tags.version(version).or_else(|| tags.version(&tags.spelling().write(number)))
}
