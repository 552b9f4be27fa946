//! Which issues an upgrade fixes and which it introduces.

use crate::format::affected::Status;
use crate::format::version::Version;
use crate::known_issues::background::Background;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::index::Index;
use crate::known_issues::report::Upgrade;

/// The most common upgrades: from the second to last release of a branch to its last, and from the last release of a
/// branch to the last release of the next branch.
pub(super) fn all(index: &Index<'_>) -> Vec<Upgrade> {
    let mut upgrades = Vec::new();
    let mut newer: Option<&Version> = None;
    for branch in &index.branches {
        let versions = branch.releases.iter().rev().map(|known| &known.version);
        let mut releases = versions.filter(|version| version.is_release());
        let Some(last) = releases.next() else { continue };
        upgrades.extend(newer.map(|newer| between(index, last, newer)));
        upgrades.extend(releases.next().map(|before| between(index, before, last)));
        newer = Some(last);
    }
    upgrades
}

/// The issues that an upgrade from one version to another fixes and introduces. The leading `v` of a version may be
/// missing. `None` if one of them is not a full version.
#[must_use]
pub fn upgrade(repository: &RepositoryFacts, from: &str, to: &str) -> Option<Upgrade> {
    let read = |text: &str| repository.settings.tags.meant_version(text);
    let background = Background::of(repository);
    Some(between(&Index::of(repository, &background, None), &read(from)?, &read(to)?))
}

fn between(index: &Index<'_>, from: &Version, to: &Version) -> Upgrade {
    let (mut fixes, mut brings, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for problem in &index.problems {
        let list = match (problem.verdict_for(from).status, problem.verdict_for(to).status) {
            (Status::Affected, Status::Fixed | Status::NotAffected) => &mut fixes,
            (Status::Fixed | Status::NotAffected, Status::Affected) => &mut brings,
            (_, Status::Unknown) | (Status::Unknown, Status::Affected) => &mut unknown,
            _ => continue,
        };
        list.push(problem.issue.number);
    }
    Upgrade { from: from.to_string(), to: to.to_string(), fixes, brings, unknown }
}
