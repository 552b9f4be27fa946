//! How long releases had each problem: from the tag that introduced it to the tag that resolved it.

use std::collections::BTreeMap;

use crate::known_issues::index::{Index, RankedIssue};
use crate::known_issues::report::{Exposure, IssueExposure, MedianExposure};
use crate::known_issues::wording;
use crate::text::date;
use crate::text::sort;

/// The exposure of every issue, and the medians. `as_of` is what counts as now.
pub(super) fn all(index: &Index<'_>, as_of: Option<&str>) -> Exposure {
    let mut issues = Vec::new();
    let (mut by_priority, mut by_sig) = (Medians::default(), Medians::default());
    for problem in &index.problems {
        let issue = problem.issue;
        let readable = problem.evidence.entries().is_some();
        let Some(exposure) = readable.then(|| of(index, problem, as_of)).flatten() else {
            continue;
        };
        by_priority.add(issue.priority.as_deref(), &exposure);
        for sig in &issue.sigs {
            by_sig.add(Some(sig), &exposure);
        }
        if issue.sigs.is_empty() {
            by_sig.add(None, &exposure);
        }
        issues.push(exposure);
    }
    sort::sort_by_key(&mut issues, |exposure| exposure.issue);
    let order = &index.repository.settings.priorities;
    let place = |name: Option<&str>| {
        order.iter().position(|other| Some(other.as_str()) == name).unwrap_or(order.len())
    };
    let mut by_priority = by_priority.finish();
    sort::sort_by_key(&mut by_priority, |median| place(median.name.as_deref()));
    let asked = &index.repository.settings.words;
    let mut by_sig = by_sig.finish();
    by_priority.retain(|_| asked.priority.is_some());
    by_sig.retain(|_| asked.sig.is_some());
    Exposure { issues, by_priority, by_sig }
}

fn of(index: &Index<'_>, problem: &RankedIssue<'_>, as_of: Option<&str>) -> Option<IssueExposure> {
    let issue = problem.issue;
    let from = issue.introduced_in.iter().filter_map(|version| index.date(version)).min()?;
    let resolved: Option<Vec<&str>> =
        issue.resolved_in.iter().map(|version| index.date(version)).collect();
    // A release that is known to lack the fix, or after which the issue was reopened, did not end it.
    let is_doubted = problem.evidence.claims().iter().any(|claim| wording::is_doubted(claim.state));
    let to = resolved.and_then(|dates| dates.into_iter().max()).filter(|_| !is_doubted);
    let days = date::days_between(from, to.or(as_of).unwrap_or(from));
    Some(IssueExposure {
        issue: issue.number,
        from: from.to_owned(),
        to: to.map(str::to_owned),
        days,
    })
}

/// Exposures by name. Those without a name come last.
#[derive(Default)]
struct Medians<'a>(BTreeMap<(bool, Option<&'a str>), Days>);

/// The exposures that ended, and the number of those that have not ended.
#[derive(Default)]
struct Days {
    ended: Vec<u64>,
    ongoing: usize,
}

impl<'a> Medians<'a> {
    fn add(&mut self, name: Option<&'a str>, exposure: &IssueExposure) {
        let days = self.0.entry((name.is_none(), name)).or_default();
        match exposure.to {
            Some(_) => days.ended.push(exposure.days),
            None => days.ongoing += 1,
        }
    }

    fn finish(self) -> Vec<MedianExposure> {
        let mut medians = Vec::new();
        for ((_, name), Days { mut ended, ongoing }) in self.0 {
            sort::sort_by(&mut ended, Ord::cmp);
            medians.push(MedianExposure {
                name: name.map(str::to_owned),
                median_days: median(&ended),
                ended: ended.len(),
                ongoing,
            });
        }
        medians
    }
}

/// The median of sorted numbers, rounded half up.
fn median(sorted: &[u64]) -> Option<u64> {
    let upper = sorted.get(sorted.len() / 2)?;
    let lower = sorted.get((sorted.len() - 1) / 2)?;
    Some((lower + upper).div_ceil(2))
}
