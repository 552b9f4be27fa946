//! Every patch release that Kubernetes made, a day and a week before it: is *go* right, and is *hold*?

use super::owners::{Owner, named, world};
use super::problems::{DAY, Problem, Releases, problems};
use super::versions::{Read, spelled};
use super::world::{Decisions, World};

/// How long after the last fix an issue is still looked at.
const AFTERWARDS: i64 = 400 * DAY;

/// How an owner's issues were judged, so many days before the releases.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// How many releases there are.
    pub(crate) patches: usize,
    /// Decisions about a release, each as far as one issue is concerned.
    pub(crate) decisions: usize,
    /// The branch was not maintained.
    pub(crate) undecided: usize,
    /// Another release of the branch was next on that day.
    pub(crate) too_early: usize,
    /// The release really lacked the fix of a critical problem: it was right to hold it.
    pub(crate) rightly_held: usize,
    /// The release really lacked the fix of a critical problem, which nobody had put off by name.
    pub(crate) false_go: Vec<String>,
    /// The release was good on that day already.
    pub(crate) false_hold: Vec<String>,
    /// Holds for a critical fix that was merged between that day and the release.
    pub(crate) waited: usize,
    /// Holds for a promised fix of lesser priority that was merged between that day and the release.
    pub(crate) promised: usize,
}

/// How many releases are looked at.
pub(crate) fn patches(releases: &Releases) -> Vec<(Read, i64)> {
    let dated = releases.all().iter().filter(|(version, _)| version.patch > 0);
    dated.filter_map(|(version, date)| Some((version.clone(), (*date)?))).collect()
}

/// Asks `decide` about every patch release, so many days before it, and about every problem that was known then, as
/// one kind of owner wrote it down.
pub(crate) fn simulate(
    owner: Owner,
    days: i64,
    decide: &mut dyn FnMut(&World) -> Decisions,
) -> Figures {
    let releases = Releases::read();
    let patches = patches(&releases);
    let mut figures = Figures { patches: patches.len(), ..Figures::default() };
    for problem in problems(&releases) {
        let (from, to) = (problem.created, problem.ended(&releases) + AFTERWARDS);
        for (patch, date) in &patches {
            let now = date - days * DAY;
            let is_told = problem.newest.is_none_or(|newest| patch.branch <= newest);
            if is_told && (from..to).contains(&now) {
                let world = world(&problem, owner, now, &releases);
                let put_off = named(&problem, owner, now, &releases);
                let is_put_off = put_off.iter().any(|version| is_later(version, patch));
                figures.count(&problem, (patch, now), is_put_off, &decide(&world));
            }
        }
    }
    figures
}

fn is_later(version: &Read, patch: &Read) -> bool {
    version.branch == patch.branch && version.patch > patch.patch
}

impl Figures {
    fn count(
        &mut self,
        problem: &Problem,
        (patch, now): (&Read, i64),
        is_put_off: bool,
        decisions: &Decisions,
    ) {
        let (major, minor) = patch.branch;
        let Some(next) = decisions.next.get(&format!("v{major}.{minor}")) else {
            self.undecided += 1;
            return;
        };
        if next.version != spelled(patch) {
            self.too_early += 1;
            return;
        }
        self.decisions += 1;
        let is_hold = next.decision == "hold";
        let has = problem.has(patch);
        let name = problem.names(patch);
        let came = problem.affected.iter().any(|version| version.branch == patch.branch);
        match (is_hold, has) {
            (false, true) if problem.is_critical && !is_put_off => self.false_go.push(name),
            (true, true) => self.rightly_held += 1,
            (true, false) if came && !problem.is_merged(patch.branch, now) => {
                if problem.is_critical {
                    self.waited += 1;
                } else {
                    self.promised += 1;
                }
            }
            (true, false) => self.false_hold.push(format!("{name}: {:?}", next.reason)),
            (false, _) => {}
        }
    }
}
