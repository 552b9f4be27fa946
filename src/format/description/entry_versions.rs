//! What entries claim about versions, sorted so that related claims are adjacent.

use std::ops::Range;

use crate::format::description::entry::{Entry, Key};
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// One version or branch that an entry names.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) key: Key,
    /// For a branch, its first release.
    pub(crate) version: Version,
    /// The index of the entry, and of the value in it.
    pub(crate) entry: usize,
    pub(crate) value: usize,
    pub(crate) span: Range<usize>,
}

/// All claims, sorted by key, then by version, then by place.
#[derive(Debug, Default)]
pub(crate) struct Claims(Vec<Claim>);

impl Claims {
    pub(crate) fn of(entries: &[Entry]) -> Self {
        let mut claims = Vec::new();
        for (entry, read) in entries.iter().enumerate() {
            for (value, written) in read.values.iter().enumerate() {
                let first = || written.branch().map(Branch::first_release);
                if let Some(version) = written.version().cloned().or_else(first) {
                    let span = written.span.clone();
                    claims.push(Claim { key: read.key, version, entry, value, span });
                }
            }
        }
        sort::sort_by(&mut claims, |one, other| {
            let order = one.key.cmp(&other.key).then_with(|| one.version.cmp(&other.version));
            order.then_with(|| one.span.start.cmp(&other.span.start))
        });
        Self(claims)
    }

    /// The claims of one key, sorted by version.
    pub(crate) fn of_key(&self, key: Key) -> &[Claim] {
        let start = self.0.partition_point(|claim| claim.key < key);
        let end = self.0.partition_point(|claim| claim.key <= key);
        self.0.get(start..end).unwrap_or_default()
    }

    /// The claims of one key on one branch, sorted by version.
    pub(crate) fn on_branch(&self, key: Key, branch: Branch) -> &[Claim] {
        let claims = self.of_key(key);
        let start = claims.partition_point(|claim| claim.version.branch() < branch);
        let end = claims.partition_point(|claim| claim.version.branch() <= branch);
        claims.get(start..end).unwrap_or_default()
    }

    /// Whether one key names two versions of a branch, or two keys contradict each other there.
    pub(crate) fn conflict_on(&self, branch: Branch) -> bool {
        let names_two = Key::ALL.into_iter().any(|key| {
            let claims = self.on_branch(key, branch);
            claims.first().map(|claim| &claim.version) != claims.last().map(|claim| &claim.version)
        });
        names_two || self.contradiction_on(branch).is_some()
    }

    /// Two entries that cannot both be true of a branch, whatever versions they name, in the order of the description:
    /// it never had the problem and is named otherwise, or gets no fix and has one.
    pub(crate) fn contradiction_on(&self, branch: Branch) -> Option<(&Claim, &Claim)> {
        let first = |key| self.on_branch(key, branch).iter().min_by_key(|claim| claim.span.start);
        let others = |keys: &[Key]| {
            let claims = keys.iter().filter_map(|key| first(*key));
            claims.min_by_key(|claim| claim.span.start)
        };
        let unaffected = first(Key::NotAffected).zip(others(&[
            Key::IntroducedIn,
            Key::ResolvedIn,
            Key::WontFix,
        ]));
        let unfixed = || first(Key::WontFix).zip(first(Key::ResolvedIn));
        let (one, other) = unaffected.or_else(unfixed)?;
        Some(if one.span.start < other.span.start { (one, other) } else { (other, one) })
    }
}
