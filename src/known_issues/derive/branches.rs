//! The branches: their releases with their known issues, and the first release without known issues.

use std::collections::{HashMap, HashSet};

use crate::format::affected::Status;
use crate::known_issues::derive::{advice, next_patch};
use crate::known_issues::index::{Index, IndexedBranch};
use crate::known_issues::report::{
    BranchAnswer, BranchReport, FirstGood, IssueAnswer, ReleaseReport,
};
use crate::text::sort;

/// The branches, newest first.
pub(super) fn all(index: &Index<'_>, answers: &[IssueAnswer]) -> Vec<BranchReport> {
    let critical = index.problems.iter().filter(|problem| problem.is_critical());
    let critical: HashSet<u64> = critical.map(|problem| problem.issue.number).collect();
    let mut branches = Vec::new();
    for branch in &index.branches {
        let lists = Lists::of(branch, answers);
        // Without priorities no issue is known to be urgent, and none is known not to be.
        let first_good_critical = if index.repository.settings.priorities.is_empty() {
            FirstGood::default()
        } else {
            lists.first_good(|issue| critical.contains(&issue))
        };
        branches.push(BranchReport {
            branch: branch.branch.to_string(),
            maintained: branch.is_maintained,
            next: branch
                .next
                .as_ref()
                .filter(|_| branch.is_maintained)
                .map(|next| next_patch::decide(index, next)),
            first_good: lists.first_good(|_| true),
            first_good_critical,
            releases: lists.releases(),
        });
    }
    advice::add(index, &mut branches);
    branches
}

/// The issues of each release of a branch, oldest first.
struct Lists<'a> {
    branch: &'a IndexedBranch<'a>,
    affected: Vec<Vec<u64>>,
    unknown: Vec<Vec<u64>>,
}

impl<'a> Lists<'a> {
    fn of(branch: &'a IndexedBranch<'a>, answers: &[IssueAnswer]) -> Self {
        let places: HashMap<String, usize> = branch
            .releases
            .iter()
            .enumerate()
            .map(|(at, known)| (known.version.to_string(), at))
            .collect();
        let name = branch.branch.to_string();
        let empty = vec![Vec::new(); branch.releases.len()];
        let mut lists = Self { branch, affected: empty.clone(), unknown: empty };
        for answer in answers {
            for on_branch in answer.branches.iter().filter(|answer| answer.branch == name) {
                lists.add(answer.issue, on_branch, &places);
            }
        }
        lists
    }

    fn add(&mut self, issue: u64, answer: &BranchAnswer, places: &HashMap<String, usize>) {
        for run in &answer.runs {
            let lists = match run.verdict.status {
                Status::Affected => &mut self.affected,
                Status::Unknown => &mut self.unknown,
                Status::Fixed | Status::NotAffected => continue,
            };
            let (Some(from), Some(to)) = (places.get(&run.from), places.get(&run.to)) else {
                continue;
            };
            for list in lists.get_mut(*from..=*to).unwrap_or_default() {
                list.push(issue);
            }
        }
    }

    /// The lowest release such that no issue that counts affects it or a later release.
    fn first_good(&self, counts: impl Fn(u64) -> bool) -> FirstGood {
        let is_bad = |list: &Vec<u64>| list.iter().any(|issue| counts(*issue));
        let first = self.affected.iter().rposition(is_bad).map_or(0, |bad| bad + 1);
        let mut later = self.branch.releases.iter().skip(first);
        // A requested version may be a pre-release.
        let Some(release) = later.find(|known| known.version.is_release()) else {
            return FirstGood::default();
        };
        let mut unknown: Vec<u64> = Vec::new();
        for list in self.unknown.iter().skip(first) {
            for issue in list.iter().filter(|issue| counts(**issue)) {
                unknown.push(*issue);
            }
        }
        sort::sort_by(&mut unknown, Ord::cmp);
        unknown.dedup();
        FirstGood { version: Some(release.version.to_string()), unknown }
    }

    /// The releases, newest first.
    fn releases(self) -> Vec<ReleaseReport> {
        let mut releases = Vec::new();
        let lists = self.affected.into_iter().zip(self.unknown);
        for (known, (affected, unknown)) in self.branch.releases.iter().zip(lists) {
            if !self.branch.tells(&known.version) {
                continue;
            }
            let date = known.released.map(str::to_owned);
            releases.push(ReleaseReport {
                version: known.version.to_string(),
                released: date,
                affected,
                unknown,
                advice: Vec::new(),
            });
        }
        releases.reverse();
        releases
    }
}
