//! The entries of an issue → the answer about a version.

use crate::format::affected::period::Period;
use crate::format::affected::verdict::{
    CherryPicks, Released, Status, Verdict, declared, inferred, unknown,
};
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// The entries of one issue, as written.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    pub(crate) tags: &'a TagPatterns,
    pub(crate) introduced_in: &'a [&'a str],
    pub(crate) resolved_in: &'a [&'a str],
    pub(crate) not_affected: &'a [&'a str],
    pub(crate) wont_fix: &'a [&'a str],
}

/// What evidence says against the entries of an issue; by default nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Doubts {
    /// Versions of `introduced-in` that do not exist, and are not the next release of their branch.
    pub unreleased: Vec<Version>,
    /// Versions of `resolved-in` that do not have the fix.
    pub refuted: Vec<Version>,
    /// Versions of `resolved-in` after which the issue was reopened.
    pub reopened: Vec<Version>,
}

/// The entries of one issue: versions, one a branch and key, and branches, both in order.
pub(crate) struct Entries {
    introduced: Vec<Version>,
    resolved: Vec<Version>,
    not_affected: Vec<Branch>,
    wont_fix: Vec<Branch>,
    doubts: Doubts,
}

impl Entries {
    /// Reads the entries as written; when nothing follows from them, the one answer that there is.
    pub(crate) fn read(written: &Written<'_>, doubts: Doubts) -> Result<Self, Verdict> {
        let entries = Self::parse(written, doubts).ok_or(unknown("U2"))?;
        if names_twice(&entries.introduced) || names_twice(&entries.resolved) {
            Err(unknown("U3"))
        } else if entries.resolve_too_early() {
            Err(unknown("U4"))
        } else if !entries.doubts.unreleased.is_empty() {
            Err(unknown("U16"))
        } else if entries.contradict() {
            Err(unknown("U5"))
        } else {
            Ok(entries)
        }
    }

    fn parse(written: &Written<'_>, doubts: Doubts) -> Option<Self> {
        let version = |text: &str| written.tags.version(text);
        let branch = |text: &str| written.tags.branch(text);
        Some(Self {
            introduced: sorted(written.introduced_in, version)?,
            resolved: sorted(written.resolved_in, version)?,
            not_affected: sorted(written.not_affected, branch)?,
            wont_fix: sorted(written.wont_fix, branch)?,
            doubts,
        })
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

    /// Whether a fix comes before the problem on its branch.
    fn resolve_too_early(&self) -> bool {
        let precedes = |resolved: &Version| {
            on(&self.introduced, resolved.branch()).is_some_and(|introduced| resolved <= introduced)
        };
        self.resolved.iter().any(precedes)
    }

    /// Whether a branch that never had the problem is named otherwise, or one that gets no fix has one.
    fn contradict(&self) -> bool {
        let is_named = |branch: &Branch| {
            let branch = *branch;
            let has_version = |versions| on(versions, branch).is_some();
            has_version(&self.introduced)
                || has_version(&self.resolved)
                || self.wont_fix.contains(&branch)
        };
        let is_resolved = |branch: &Branch| on(&self.resolved, *branch).is_some();
        self.not_affected.iter().any(is_named) || self.wont_fix.iter().any(is_resolved)
    }

    /// What the entries say themselves, or that they cannot say anything.
    fn declared(&self, version: &Version) -> Option<Verdict> {
        let branch = version.branch();
        if self.not_affected.contains(&branch) {
            return Some(declared(Status::NotAffected, "D5"));
        }
        let fix = on(&self.resolved, branch).filter(|resolved| version >= *resolved);
        let fixed = fix.map(|fix| self.unless_doubted(fix, declared(Status::Fixed, "D3")));
        let Some(oldest) = self.introduced.first().map(Version::branch) else {
            return Some(fixed.unwrap_or(unknown("U6")));
        };
        if self.oldest_afflicted().is_some_and(|afflicted| afflicted < oldest) {
            return Some(unknown("U7"));
        }
        match on(&self.introduced, branch) {
            _ if fixed.is_some() => fixed,
            Some(introduced) if version < introduced => Some(declared(Status::NotAffected, "D1")),
            Some(_) => Some(declared(Status::Affected, self.affected_rule(branch))),
            None if branch < oldest => Some(declared(Status::NotAffected, "D4")),
            None => None,
        }
    }

    /// The oldest branch that is said to have, or have had, the problem without saying since when.
    fn oldest_afflicted(&self) -> Option<Branch> {
        let resolved = self.resolved.first().map(Version::branch);
        resolved.into_iter().chain(self.wont_fix.first().copied()).min()
    }

    fn affected_rule(&self, branch: Branch) -> &'static str {
        if self.wont_fix.contains(&branch) { "D6" } else { "D2" }
    }

    /// `verdict`, which rests on `fix`, unless evidence speaks against the fix.
    fn unless_doubted(&self, fix: &Version, verdict: Verdict) -> Verdict {
        if self.doubts.refuted.contains(fix) {
            unknown("U14")
        } else if self.doubts.reopened.contains(fix) {
            unknown("U15")
        } else {
            verdict
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
        if self.wont_fix.contains(&branch) {
            return declared(Status::Affected, "D6");
        }
        if on(&self.resolved, branch).is_some() {
            return inferred(Status::Affected, "I1");
        }
        match self.branches().filter(|named| *named > branch).min() {
            Some(next) => self.between(branch, next),
            None => self.beyond(branch, released, cherry_picks),
        }
    }

    /// What follows for a branch whose next newer named branch is `next`.
    fn between(&self, branch: Branch, next: Branch) -> Verdict {
        let older = self.branches().filter(|named| *named < branch).max();
        let is_cut_off = older.is_some_and(|older| self.not_affected.contains(&older));
        if self.is_born_with_it(next) && !is_cut_off {
            inferred(Status::Affected, "I2")
        } else {
            unknown("U9")
        }
    }

    /// Whether a named branch was cut while the problem was there.
    fn is_born_with_it(&self, branch: Branch) -> bool {
        let introduced = on(&self.introduced, branch);
        !self.not_affected.contains(&branch)
            && introduced.is_none_or(|introduced| *introduced == branch.first_release())
    }

    /// What follows for a branch that is newer than all that are named.
    fn beyond(
        &self,
        branch: Branch,
        released: &Released<'_>,
        cherry_picks: CherryPicks,
    ) -> Verdict {
        let newest = self.branches().max();
        let is_clean = newest.is_some_and(|newest| self.not_affected.contains(&newest));
        let fix = self.resolved.last().filter(|fix| Some(fix.branch()) == newest);
        let cut = released(&branch.first_release());
        match fix {
            None if !is_clean => self.unresolved(cut, released),
            _ if cherry_picks == CherryPicks::Independent => unknown("U10"),
            None => inferred(Status::NotAffected, "I6"),
            Some(fix) => self.resolved_before(fix, cut, released),
        }
    }

    /// What follows for a branch that was cut at `cut`, when the newest named branch has no fix.
    fn unresolved(&self, cut: Period<'_>, released: &Released<'_>) -> Verdict {
        let came = self.introduced.last().map(released).unwrap_or_default();
        let is_older = came.is_after(cut) == Some(true);
        if is_older { unknown("U13") } else { inferred(Status::Affected, "I3") }
    }

    /// What follows for a branch that was cut at `cut`, when the newest named branch has a fix.
    fn resolved_before(&self, fix: &Version, cut: Period<'_>, released: &Released<'_>) -> Verdict {
        let fixed = |rule| self.unless_doubted(fix, inferred(Status::Fixed, rule));
        match cut.is_after(released(fix)) {
            Some(true) => fixed("I4"),
            Some(false) => unknown("U11"),
            None if *fix == fix.branch().first_release() => fixed("I5"),
            None => unknown("U12"),
        }
    }

    /// The branches that they name, in no order.
    pub(crate) fn branches(&self) -> impl Iterator<Item = Branch> {
        let of_versions = self.introduced.iter().chain(&self.resolved).map(Version::branch);
        of_versions.chain(self.not_affected.iter().chain(&self.wont_fix).copied())
    }
}

/// What a report asks of the entries beside the answers.
#[cfg(feature = "report")]
impl Entries {
    /// Whether they say which releases have the problem: one is introduced, and no branch that is said to have had it
    /// is older.
    pub(crate) fn are_conclusive(&self) -> bool {
        let introduced = self.introduced.first().map(Version::branch);
        introduced.is_some()
            && self.oldest_afflicted().is_none_or(|oldest| Some(oldest) >= introduced)
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

/// What the entries name, sorted, each once; `None` when one of them cannot be read.
fn sorted<T: Ord>(entries: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let mut named: Vec<T> = entries.iter().map(|entry| read(entry)).collect::<Option<_>>()?;
    sort::sort_by(&mut named, Ord::cmp);
    named.dedup();
    Some(named)
}

fn names_twice(versions: &[Version]) -> bool {
    versions.windows(2).any(|pair| matches!(pair, [one, other] if one.branch() == other.branch()))
}

fn on(versions: &[Version], branch: Branch) -> Option<&Version> {
    versions.iter().find(|version| version.branch() == branch)
}
