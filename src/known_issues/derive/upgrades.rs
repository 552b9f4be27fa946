//! What an upgrade fixes and what it brings.

use crate::format::affected::Status;
use crate::format::version::Version;
use crate::known_issues::facts::Repository;
use crate::known_issues::index::View;
use crate::known_issues::report::Upgrade;

/// The upgrades that most people make: to the last release of a branch from the one before it, and from there to the
/// last release of the next branch.
pub(super) fn all(view: &View<'_>) -> Vec<Upgrade> {
    let mut upgrades = Vec::new();
    let mut newer: Option<&Version> = None;
    for branch in &view.branches {
        let versions = branch.releases.iter().rev().map(|known| &known.version);
        let mut releases = versions.filter(|version| version.is_release());
        let Some(last) = releases.next() else { continue };
        upgrades.extend(newer.map(|newer| between(view, last, newer)));
        upgrades.extend(releases.next().map(|before| between(view, before, last)));
        newer = Some(last);
    }
    upgrades
}

/// What upgrading a repository's software from one version to another fixes and brings; the `v` in front of a version
/// may be missing. `None` when one of them is no full version.
#[must_use]
pub fn upgrade(repository: &Repository, from: &str, to: &str) -> Option<Upgrade> {
    let read = |text: &str| Version::parse(&format!("v{}", text.strip_prefix('v').unwrap_or(text)));
    Some(between(&View::of(repository), &read(from)?, &read(to)?))
}

fn between(view: &View<'_>, from: &Version, to: &Version) -> Upgrade {
    let (mut fixes, mut brings, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for problem in &view.problems {
        let list = match (view.ask(problem, from).status, view.ask(problem, to).status) {
            (Status::Affected, Status::Fixed | Status::NotAffected) => &mut fixes,
            (Status::Fixed | Status::NotAffected, Status::Affected) => &mut brings,
            (_, Status::Unknown) | (Status::Unknown, Status::Affected) => &mut unknown,
            _ => continue,
        };
        list.push(problem.issue.number);
    }
    Upgrade { from: from.to_string(), to: to.to_string(), fixes, brings, unknown }
}
