//! The pull requests that bring a fix: those that an issue lists, and their backports.

use crate::evidence::backports::{Backport, find};
use crate::evidence::history::{History, RequestRecord};
use crate::evidence::issue::IssueRecord;
use crate::evidence::release_branch::Base;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// What may bring the fix of one issue to its branches.
pub(super) struct Carriers<'a> {
    /// Listed pull requests.
    pub(super) listed: Vec<&'a RequestRecord>,
    /// Backports of them that are not listed.
    found: Vec<&'a RequestRecord>,
    /// All backports that are not listed, those that mend nothing among them.
    pub(super) backports: Vec<Backport<'a>>,
    /// Listed pull requests that did not mend the problem, because a release that introduced it contains them.
    pub(super) implausible: Vec<&'a RequestRecord>,
    /// Whether nothing is known of a listed pull request of this repository, or not what it goes into.
    pub(super) has_unknown: bool,
}

impl<'a> Carriers<'a> {
    pub(super) fn of(history: &'a History, issue: &IssueRecord) -> Self {
        let (known, has_unknown) = listed(history, issue);
        let backports = find(history, &known);
        let introduced = issue.introduced();
        let came_with_it = |request: &&RequestRecord| came_with(history, &introduced, request);
        let (implausible, mut listed): (Vec<_>, Vec<_>) = known.into_iter().partition(came_with_it);
        drop_reverts(history, &mut listed);
        let mut found = Vec::new();
        for Backport { request, of } in &backports {
            let is_of_fix = listed.iter().any(|listed| listed.number == *of);
            if is_of_fix && !found.contains(request) && !came_with_it(request) {
                found.push(*request);
            }
        }
        Self { listed, found, backports, implausible, has_unknown }
    }

    /// The carriers that go into the release branch of a branch.
    pub(super) fn on(&self, branch: Branch) -> Vec<&'a RequestRecord> {
        let mut carriers = self.listed_on(branch);
        carriers.extend(into(&self.found, Base::Release(branch)));
        carriers
    }

    /// Those of them that are listed.
    pub(super) fn listed_on(&self, branch: Branch) -> Vec<&'a RequestRecord> {
        into(&self.listed, Base::Release(branch)).collect()
    }

    /// The listed pull requests of the main branch.
    pub(super) fn main(&self) -> Vec<&'a RequestRecord> {
        into(&self.listed, Base::Main).collect()
    }

    /// All carriers that could be in a release of a branch: those of the branch and those of the main branch.
    pub(super) fn towards(&self, branch: Branch) -> Vec<&'a RequestRecord> {
        let mut carriers = self.on(branch);
        carriers.extend(self.main());
        carriers
    }

    /// Whether `request` is a backport of `other`, in one step or over listed ones.
    pub(super) fn descends(&self, request: &RequestRecord, other: &RequestRecord) -> bool {
        let (mut reached, mut next) = (vec![other], 0);
        while let Some(origin) = reached.get(next).copied() {
            if request.backports(origin) {
                return true;
            }
            for listed in &self.listed {
                if listed.backports(origin) && !reached.contains(listed) {
                    reached.push(listed);
                }
            }
            next += 1;
        }
        false
    }
}

/// Drops what takes back one of the others: it is listed to tell the story, and brings nothing. What is open may still
/// change, and stays.
fn drop_reverts(history: &History, listed: &mut Vec<&RequestRecord>) {
    let mut by_number = listed.clone();
    sort::sort_by_key(&mut by_number, |request| request.number);
    let mut kept: Vec<&RequestRecord> = Vec::new();
    for request in by_number {
        if request.is_open() || !kept.iter().any(|kept| history.is_revert(request, kept)) {
            kept.push(request);
        }
    }
    listed.retain(|request| kept.contains(request));
}

fn into<'r, 'a>(
    requests: &'r [&'a RequestRecord],
    base: Base,
) -> impl Iterator<Item = &'a RequestRecord> + use<'r, 'a> {
    requests.iter().copied().filter(move |request| request.base == Some(base))
}

/// The listed pull requests of this repository that are known, each once, and whether others are not.
fn listed<'a>(history: &'a History, issue: &IssueRecord) -> (Vec<&'a RequestRecord>, bool) {
    let (mut known, mut has_unknown) = (Vec::new(), false);
    for listed in issue.pull_requests.iter().filter(|listed| history.is_called(&listed.repository))
    {
        match history.pull_request(listed.number) {
            Some(request) if known.contains(&request) => {}
            Some(request) => {
                has_unknown |= request.base.is_none();
                known.push(request);
            }
            None => has_unknown = true,
        }
    }
    (known, has_unknown)
}

/// Whether a release that introduced the problem contains a pull request: then it did not mend it.
fn came_with(history: &History, introduced: &[Version], request: &RequestRecord) -> bool {
    introduced.iter().any(|version| {
        let Some(tag) = history.tag(version) else { return false };
        let branch = version.branch();
        history.contains(tag, request).unwrap_or_else(|| {
            let period = history.period(version);
            let is_here = match request.base {
                Some(Base::Release(base)) => base == branch,
                Some(Base::Main) => history.is_made_on_main(branch),
                _ => false,
            };
            let is_older = period.is_after(request.merged_at.as_deref().into()) == Some(true);
            (is_here && is_older) || is_in_earlier(history, version, request)
        })
    })
}

/// Whether an earlier tag of a version's branch contains a pull request.
fn is_in_earlier(history: &History, version: &Version, request: &RequestRecord) -> bool {
    let earlier = history.tags_of(version.branch()).iter().filter(|tag| tag.version < *version);
    earlier.into_iter().any(|tag| history.contains(tag, request) == Some(true))
}
