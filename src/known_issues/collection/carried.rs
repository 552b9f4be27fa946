//! What a run takes over from an earlier report without reading it again. The earlier report is a file, and anyone who
//! could write that file could have edited it. So a sample is read again and compared.

use crate::known_issues::collected_repository::{Carried, CollectedRepository};
use crate::known_issues::collection::Collection;
use crate::known_issues::issue_facts::IssueKind;

/// Chooses a sample that nobody can know before the run.
#[derive(Clone, Debug)]
pub(crate) struct Sampler(u64);

impl Sampler {
    /// `seed` is a number that was drawn for this run.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number of the sequence (`SplitMix64`, by Steele, Lea and Flood).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// At most `most` of the items, each as likely as the others.
    fn choose<T: Ord>(&mut self, items: Vec<T>, most: usize) -> Vec<T> {
        let mut drawn: Vec<(u64, T)> = items.into_iter().map(|item| (self.next(), item)).collect();
        drawn.sort_unstable();
        drawn.truncate(most);
        drawn.into_iter().map(|(_, item)| item).collect()
    }
}

impl Collection {
    /// Notes that all that is known of a repository so far is carried over. GitHub is asked for the default branch in
    /// any case.
    pub(crate) fn carry(&mut self, repository: &str) {
        let newest = self.since(repository).unwrap_or_default().to_owned();
        let Some(known) = self.repositories.get_mut(&repository.to_ascii_lowercase()) else {
            return;
        };
        let issues = known.issues.keys().copied().collect();
        known.carried = Carried { issues, newest, ..Carried::default() };
        known.default_branch = None;
    }

    /// The issues to read again: at most `most` of those that are carried over.
    pub(crate) fn sample_issues(
        &self,
        repository: &str,
        sampler: &mut Sampler,
        most: usize,
    ) -> Vec<u64> {
        let known = self.repositories.get(&repository.to_ascii_lowercase());
        let Some(known) = known else { return Vec::new() };
        let carried: Vec<u64> = known.carried.issues.iter().copied().collect();
        let mut chosen = sampler.choose(carried, most);
        // The newest one decides what is read at all. GitHub lists it again, unless its date is wrong.
        let is_newest = |number: &&u64| {
            known.issues.get(number).is_some_and(|(changed, _)| *changed == known.carried.newest)
        };
        chosen.extend(known.carried.issues.iter().filter(is_newest).take(1));
        chosen.sort_unstable();
        chosen.dedup();
        chosen
    }

    /// Notes that GitHub does not have an issue that is carried over.
    pub(crate) fn lacks_issue(&mut self, repository: &str, number: u64) {
        if let Some(known) = self.repositories.get_mut(&repository.to_ascii_lowercase()) {
            known.carried.differs = Some(format!("GitHub has no issue #{number}"));
        }
    }

    /// What GitHub says differently from the earlier report. All that is known of the repository is dropped then.
    pub(crate) fn drop_doubtful(&mut self, repository: &str) -> Option<String> {
        let known = self.repositories.get_mut(&repository.to_ascii_lowercase())?;
        let why = known.carried.differs.take()?;
        known.drop_carried();
        Some(why)
    }

    /// The same for all repositories, with their names.
    pub(crate) fn drop_all_doubtful(&mut self) -> Vec<(String, String)> {
        let mut dropped = Vec::new();
        for (name, known) in &mut self.repositories {
            if let Some(why) = known.carried.differs.take() {
                known.drop_carried();
                dropped.push((name.clone(), why));
            }
        }
        dropped
    }

    /// Takes an issue that is carried over out of what is known, because it has been read.
    pub(crate) fn take_carried(&mut self, key: &str, number: u64) -> Option<(String, IssueKind)> {
        let known = self.repositories.get_mut(key)?;
        if known.carried.issues.remove(&number) { known.issues.remove(&number) } else { None }
    }
}

impl CollectedRepository {
    /// Compares an issue that was read with what was carried over.
    pub(crate) fn check_carried(&mut self, number: u64, before: &(String, IssueKind)) {
        let Some((changed, kind)) = self.issues.get(&number) else { return };
        // GitHub lists changes from the newest date on: these are no surprise. A report in an issue has no date.
        let is_later = *changed >= before.0 && *changed >= self.carried.newest;
        let is_equal = *changed == before.0 && is_same(&before.1, kind);
        if !(changed.is_empty() || is_later || is_equal) {
            self.carried.differs = Some(format!("issue #{number} is not as it says"));
        }
    }

    /// Chooses some of the comparisons that matter, and that the earlier report tells, to make them again: at most `most`
    /// in all.
    pub(crate) fn doubt_comparisons<'a>(
        &mut self,
        matter: impl Iterator<Item = &'a (String, String)>,
        sampler: &mut Sampler,
        most: usize,
    ) {
        let told: Vec<_> = matter.filter(|pair| self.compared_before.contains_key(*pair)).collect();
        for pair in sampler.choose(told, most.saturating_sub(self.carried.doubted)) {
            if let Some(before) = self.compared_before.remove(pair) {
                self.carried.doubted += 1;
                self.carried.comparisons.insert(pair.clone(), before);
            }
        }
    }

    fn drop_carried(&mut self) {
        self.issues.clear();
        self.comparisons.clear();
        self.compared_before.clear();
        self.carried = Carried::default();
    }

    /// Compares an answer with that of the earlier report. One that could not be told may be told now.
    pub(crate) fn check_comparison(&mut self, pair: &(String, String), contains: Option<bool>) {
        let before = self.carried.comparisons.remove(pair).flatten();
        if before.is_some() && before != contains {
            self.carried.differs = Some("a tag does not contain what it says".to_owned());
        }
    }
}

/// Whether an earlier report may say this of an issue. Of a security issue whose details it withholds, it says less
/// than what is read.
fn is_same(before: &IssueKind, now: &IssueKind) -> bool {
    let IssueKind::Known(issue) = now else { return before == now };
    match (before, &issue.security_labels) {
        (IssueKind::Withheld(withheld), Some(labels)) => {
            issue.is_open() && withheld.labels == *labels
        }
        (IssueKind::Skipped, Some(_)) => !issue.is_open(),
        _ => before == now,
    }
}
