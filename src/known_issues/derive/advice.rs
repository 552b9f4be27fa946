//! What to run instead of a release that an issue affects. Urgency decides: one issue outweighs all that are less
//! urgent, so a release that brings a more urgent issue than it fixes is never advised.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::known_issues::index::Index;
use crate::known_issues::report::{AdviceKind, BranchReport, ReleaseAdvice, ReleaseReport};
use crate::text::sort;

/// The urgency of each issue: the place of its priority.
type Ranks = HashMap<u64, usize>;

/// Adds the advice to every release of the branches, which are newest first.
pub(super) fn add(index: &Index<'_>, branches: &mut [BranchReport]) {
    let ranks: Ranks =
        index.problems.iter().map(|problem| (problem.issue.number, problem.rank)).collect();
    let advice: Vec<Vec<Vec<ReleaseAdvice>>> = (0..branches.len())
        .map(|at| {
            let (newer, rest) = branches.split_at(at);
            let Some(branch) = rest.first() else { return Vec::new() };
            branch.releases.iter().map(|one| about(one, branch, newer, &ranks)).collect()
        })
        .collect();
    for (branch, advice) in branches.iter_mut().zip(advice) {
        for (release, advice) in branch.releases.iter_mut().zip(advice) {
            release.advice = advice;
        }
    }
}

/// The advice about one release.
fn about(
    release: &ReleaseReport,
    branch: &BranchReport,
    newer: &[BranchReport],
    ranks: &Ranks,
) -> Vec<ReleaseAdvice> {
    if release.affected.is_empty() {
        return Vec::new();
    }
    let later: Vec<Tradeoff> = branch
        .releases
        .iter()
        .take_while(|one| one.version != release.version)
        .map(|one| Tradeoff::of(release, one, ranks))
        .collect();
    if let Some(good) = good(branch, &later) {
        return vec![good.advice(AdviceKind::Good, 0)];
    }
    let mut advice = Vec::new();
    // Of two that are equally good the newer one, which comes first.
    let best = later.iter().rev().filter(|one| one.is_better());
    let best = best.max_by(|one, other| one.weighed(other));
    advice.extend(best.map(|best| best.advice(AdviceKind::Better, 0)));
    let last = later.first().filter(|last| !last.is_better() && last.fixes > 0);
    advice.extend(last.map(|last| last.advice(AdviceKind::Worse, 0)));
    advice.extend(on_newer_branch(release, branch, newer, ranks));
    advice.extend(branch.next.as_ref().map(|next| ReleaseAdvice {
        kind: AdviceKind::Wait,
        version: next.version.clone(),
        minors: 0,
        fixes: 0,
        brings: Vec::new(),
        may_bring: Vec::new(),
        may_keep: Vec::new(),
    }));
    advice
}

/// The release from which on no issue is known, unless it may bring something more urgent than it fixes.
fn good<'c, 'a>(branch: &BranchReport, later: &'c [Tradeoff<'a>]) -> Option<&'c Tradeoff<'a>> {
    let version = branch.first_good.version.as_ref()?;
    later.iter().find(|one| one.to.version == *version && one.is_better())
}

/// The nearest newer branch that has a release from which on no issue is known.
fn on_newer_branch(
    release: &ReleaseReport,
    branch: &BranchReport,
    newer: &[BranchReport],
    ranks: &Ranks,
) -> Option<ReleaseAdvice> {
    newer.iter().rev().find_map(|newer| {
        let version = newer.first_good.version.as_ref()?;
        let target = newer.releases.iter().find(|one| one.version == *version)?;
        let compared = Tradeoff::of(release, target, ranks);
        let minors = minors(&branch.branch, &newer.branch);
        compared.is_better().then(|| compared.advice(AdviceKind::Good, minors))
    })
}

/// How many minor versions one branch is newer than another.
fn minors(from: &str, to: &str) -> u32 {
    let minor = |branch: &str| {
        branch.rsplit_once('.').and_then(|(_, minor)| minor.parse::<u32>().ok()).unwrap_or(0)
    };
    // Of another major version it is at least one.
    minor(to).saturating_sub(minor(from)).max(1)
}

/// What running one release instead of another does.
struct Tradeoff<'a> {
    to: &'a ReleaseReport,
    fixes: usize,
    brings: Vec<u64>,
    may_bring: Vec<u64>,
    may_keep: Vec<u64>,
    /// By urgency, how many more issues it fixes than it brings or may bring.
    balance: BTreeMap<usize, i64>,
}

impl<'a> Tradeoff<'a> {
    fn of(from: &ReleaseReport, to: &'a ReleaseReport, ranks: &Ranks) -> Self {
        let all = |release: &ReleaseReport| -> HashSet<u64> {
            release.affected.iter().chain(&release.unknown).copied().collect()
        };
        let (here, there) = (all(from), all(to));
        let only = |list: &[u64], others: &HashSet<u64>| -> Vec<u64> {
            list.iter().copied().filter(|issue| !others.contains(issue)).collect()
        };
        let fixed = only(&from.affected, &there);
        let (brings, may_bring) = (only(&to.affected, &here), only(&to.unknown, &here));
        let is_kept = |issue: &&u64| from.affected.contains(issue);
        let may_keep = to.unknown.iter().filter(is_kept).copied().collect();
        let mut balance = BTreeMap::new();
        let brought = brings.iter().chain(&may_bring).map(|issue| (issue, -1));
        for (issue, change) in fixed.iter().map(|issue| (issue, 1)).chain(brought) {
            let rank = ranks.get(issue).copied().unwrap_or(usize::MAX);
            *balance.entry(rank).or_insert(0) += change;
        }
        balance.retain(|_, change| *change != 0);
        Self { to, fixes: fixed.len(), brings, may_bring, may_keep, balance }
    }

    /// Whether it fixes more than it brings of the most urgent issues in which the releases differ.
    fn is_better(&self) -> bool {
        self.balance.values().next().is_some_and(|change| *change > 0)
    }

    fn weighed(&self, other: &Self) -> Ordering {
        let ranks: HashSet<usize> =
            self.balance.keys().chain(other.balance.keys()).copied().collect();
        let mut ranks: Vec<usize> = ranks.into_iter().collect();
        sort::sort_by(&mut ranks, Ord::cmp);
        let at = |one: &Self, rank| one.balance.get(&rank).copied().unwrap_or(0);
        ranks
            .into_iter()
            .map(|rank| at(self, rank).cmp(&at(other, rank)))
            .find(|order| order.is_ne())
            .unwrap_or(Ordering::Equal)
    }

    fn advice(&self, kind: AdviceKind, minors: u32) -> ReleaseAdvice {
        ReleaseAdvice {
            kind,
            version: self.to.version.clone(),
            minors,
            fixes: self.fixes,
            brings: self.brings.clone(),
            may_bring: self.may_bring.clone(),
            may_keep: self.may_keep.clone(),
        }
    }
}
