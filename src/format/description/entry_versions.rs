//! What entries claim about versions, sorted so that related claims are adjacent.

use std::ops::Range;

use crate::format::description::entry::{Entry, Key};
use crate::format::version::{Branch, Version};

/// One version that an entry names.
#[derive(Debug)]
pub(crate) struct Claim {
    pub(crate) key: Key,
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
                if let Some(version) = written.version().cloned() {
                    let span = written.span.clone();
                    claims.push(Claim { key: read.key, version, entry, value, span });
                }
            }
        }
        claims.sort_unstable_by(|one, other| {
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

    /// Whether one key names two versions on a branch.
    pub(crate) fn conflict_on(&self, branch: Branch) -> bool {
        Key::ALL.into_iter().any(|key| {
            let claims = self.on_branch(key, branch);
            claims.first().map(|claim| &claim.version) != claims.last().map(|claim| &claim.version)
        })
    }
}
