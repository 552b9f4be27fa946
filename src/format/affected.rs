//! Is a version affected by a known problem? What the entries say, what follows from how branches are cut, and
//! nothing else: what cannot be known is unknown.
//!
//! A fix lands on the main branch first and is then cherry-picked, so a branch that was cut with the problem needed
//! a fix of its own. Simple ranges do not know that, and call affected versions safe.

use serde::{Deserialize, Serialize};

use crate::format::version::{Branch, Version};

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
pub struct KnownProblem<'a> {
    /// The issue's `introduced-in` entries, as written.
    pub introduced_in: &'a [&'a str],
    /// Its `resolved-in` entries, as written.
    pub resolved_in: &'a [&'a str],
    /// When a version was released, as an ISO 8601 date; `None` where nobody knows. Without it more is unknown.
    pub released: &'a dyn Fn(&Version) -> Option<&'a str>,
    /// How fixes reach branches.
    pub cherry_picks: CherryPicks,
}

/// Whether `version` has `problem`; the `v` in front may be missing. The first rule that matches decides.
#[must_use]
pub fn affected(version: &str, problem: &KnownProblem<'_>) -> Verdict {
    let Some(version) = read_question(version) else { return unknown("U1") };
    match Entries::read(problem.introduced_in, problem.resolved_in) {
        Ok(entries) => entries.answer(&version, problem.released, problem.cherry_picks),
        Err(verdict) => verdict,
    }
}

/// When a version was released, as an ISO 8601 date; `None` where nobody knows.
pub(crate) type Released<'a> = dyn Fn(&Version) -> Option<&'a str> + 'a;

/// The entries of one issue: by version, one a branch and key.
pub(crate) struct Entries {
    introduced: Vec<Version>,
    resolved: Vec<Version>,
}

impl Entries {
    /// Reads the entries as written; when nothing follows from them, the one answer that there is.
    pub(crate) fn read(introduced_in: &[&str], resolved_in: &[&str]) -> Result<Self, Verdict> {
        let (Some(introduced), Some(resolved)) = (read(introduced_in), read(resolved_in)) else {
            return Err(unknown("U2"));
        };
        if names_twice(&introduced) || names_twice(&resolved) {
            return Err(unknown("U3"));
        }
        let entries = Self { introduced, resolved };
        if entries.contradict() { Err(unknown("U4")) } else { Ok(entries) }
    }

    /// The answer about one version.
    pub(crate) fn answer(
        &self,
        version: &Version,
        released: &Released<'_>,
        cherry_picks: CherryPicks,
    ) -> Verdict {
        let declared = self.declared(version);
        declared.unwrap_or_else(|| self.inferred(version, released, cherry_picks))
    }

    fn contradict(&self) -> bool {
        let precedes = |resolved: &Version| {
            on(&self.introduced, resolved.branch()).is_some_and(|introduced| resolved <= introduced)
        };
        self.resolved.iter().any(precedes)
    }

    /// What the entries say themselves, or that they cannot say anything.
    fn declared(&self, version: &Version) -> Option<Verdict> {
        let branch = version.branch();
        let resolved = on(&self.resolved, branch).is_some_and(|resolved| version >= resolved);
        let Some(oldest) = self.introduced.first().map(Version::branch) else {
            return Some(if resolved { declared(Status::Fixed, "D3") } else { unknown("U6") });
        };
        if self.resolved.first().is_some_and(|resolved| resolved.branch() < oldest) {
            return Some(unknown("U7"));
        }
        match on(&self.introduced, branch) {
            _ if resolved => Some(declared(Status::Fixed, "D3")),
            Some(introduced) if version < introduced => Some(declared(Status::NotAffected, "D1")),
            Some(_) => Some(declared(Status::Affected, "D2")),
            None if branch < oldest => Some(declared(Status::NotAffected, "D4")),
            None => None,
        }
    }

    /// What follows for a branch without an `introduced-in` of its own.
    fn inferred(
        &self,
        version: &Version,
        released: &Released<'_>,
        cherry_picks: CherryPicks,
    ) -> Verdict {
        let branch = version.branch();
        if version.is_before_branch() {
            return unknown("U8");
        }
        if on(&self.resolved, branch).is_some() {
            return inferred(Status::Affected, "I1");
        }
        let named = self.introduced.iter().chain(&self.resolved).map(Version::branch);
        match named.filter(|named| *named > branch).min() {
            Some(next) if on(&self.introduced, next).is_none() => inferred(Status::Affected, "I2"),
            Some(_) => unknown("U9"),
            None => self.beyond(version, released, cherry_picks),
        }
    }

    /// What follows for a branch that is newer than all that are named.
    fn beyond(
        &self,
        version: &Version,
        released: &Released<'_>,
        cherry_picks: CherryPicks,
    ) -> Verdict {
        let cut = released(&version.branch().first_release());
        let date = |version: &Version| released(version);
        let (introduced, resolved) = (self.introduced.last(), self.resolved.last());
        let newest = introduced.max(resolved).map(Version::branch);
        let fix = resolved.filter(|resolved| Some(resolved.branch()) == newest);
        let Some(fix) = fix else {
            let before = introduced.and_then(date).zip(cut).is_some_and(|(came, cut)| cut < came);
            return if before { unknown("U13") } else { inferred(Status::Affected, "I3") };
        };
        if cherry_picks == CherryPicks::Independent {
            return unknown("U10");
        }
        match date(fix).zip(cut) {
            Some((fixed, cut)) if cut > fixed => inferred(Status::Fixed, "I4"),
            Some(_) => unknown("U11"),
            None if *fix == fix.branch().first_release() => inferred(Status::Fixed, "I5"),
            None => unknown("U12"),
        }
    }
}

/// What a report asks of the entries beside the answers.
#[cfg(feature = "report")]
impl Entries {
    /// Whether they say which releases have the problem: one is introduced, and none resolved before all of them.
    pub(crate) fn are_conclusive(&self) -> bool {
        let oldest = |versions: &[Version]| versions.first().map(Version::branch);
        let introduced = oldest(&self.introduced);
        introduced.is_some()
            && oldest(&self.resolved).is_none_or(|oldest| Some(oldest) >= introduced)
    }

    /// The branches that they name, in no order.
    pub(crate) fn branches(&self) -> impl Iterator<Item = Branch> {
        self.introduced.iter().chain(&self.resolved).map(Version::branch)
    }

    /// The first version of a branch that is declared to have the problem.
    pub(crate) fn introduced_on(&self, branch: Branch) -> Option<&Version> {
        on(&self.introduced, branch)
    }

    /// The first version of a branch that is declared to have the fix.
    pub(crate) fn resolved_on(&self, branch: Branch) -> Option<&Version> {
        on(&self.resolved, branch)
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

/// The versions, sorted, each once; `None` when one of them is none.
fn read(entries: &[&str]) -> Option<Vec<Version>> {
    let mut versions: Vec<Version> =
        entries.iter().map(|entry| Version::parse(entry)).collect::<Option<_>>()?;
    versions.sort();
    versions.dedup();
    Some(versions)
}

fn names_twice(versions: &[Version]) -> bool {
    versions.windows(2).any(|pair| matches!(pair, [one, other] if one.branch() == other.branch()))
}

fn on(versions: &[Version], branch: Branch) -> Option<&Version> {
    versions.iter().find(|version| version.branch() == branch)
}
