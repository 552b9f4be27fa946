//! What GitHub must be asked because dates cannot decide it: which tag contains which commit.

use crate::evidence::claim::{ClaimState, WeighedClaim};
use crate::evidence::history::{History, RequestRecord, TaggedVersion};
use crate::evidence::release_branch::Base;
use crate::evidence::weighed::Evidence;
use crate::format::version::Branch;

/// A question: does the tag contain the commit?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair<'a> {
    /// The commit of the tag.
    pub tag: &'a str,
    /// The merge commit that is looked for.
    pub commit: &'a str,
}

/// How many releases after the last merge are looked at for a fix that nobody names: the first may have been made from
/// an earlier commit.
const CANDIDATES: usize = 3;

/// The comparisons that would tell more about an issue, those of its claims first, each once; none that is known.
/// `branches` are those that are decided about.
#[must_use]
pub fn wanted<'a>(evidence: &Evidence<'a>, branches: &[Branch]) -> Vec<Pair<'a>> {
    let mut asked = Vec::new();
    for (tags, branch) in tags(evidence, branches) {
        let requests = requests(evidence, branch);
        for tag in tags {
            for request in &requests {
                add(evidence.history, tag, request, &mut asked);
            }
        }
    }
    asked
}

fn add<'a>(
    history: &History,
    tag: &'a TaggedVersion,
    request: &'a RequestRecord,
    asked: &mut Vec<Pair<'a>>,
) {
    let commits = tag.commit.as_deref().zip(request.merge_commit.as_deref());
    let Some((tagged, commit)) = commits.filter(|_| history.must_be_compared(tag, request)) else {
        return;
    };
    let pair = Pair { tag: tagged, commit };
    if !asked.contains(&pair) {
        asked.push(pair);
    }
}

/// The tags that matter: those that are claimed, those that introduced the problem, and those of the branches that
/// are decided about.
fn tags<'a>(evidence: &Evidence<'a>, branches: &[Branch]) -> Vec<(Vec<&'a TaggedVersion>, Branch)> {
    let history = evidence.history;
    let mut tags = Vec::new();
    for version in evidence.issue.resolved().iter().chain(&evidence.issue.introduced()) {
        tags.push((history.tag(version).into_iter().collect(), version.branch()));
    }
    for branch in branches.iter().copied() {
        let is_quiet = evidence.issue.expects_nothing(branch);
        // A claim that may be wrong leads to the release that should be named instead.
        let is_settled = |claim: &WeighedClaim| {
            !matches!(claim.state, ClaimState::Refuted | ClaimState::Unverified)
        };
        let is_named = evidence.claims_on(branch).any(is_settled);
        if !is_quiet && !is_named {
            tags.push((candidates(evidence, branch), branch));
        }
    }
    tags
}

/// The tags of a branch that may be the first with the fix: its `.0`, the first releases after the last merge, and its
/// newest tag.
fn candidates<'a>(evidence: &Evidence<'a>, branch: Branch) -> Vec<&'a TaggedVersion> {
    let history = evidence.history;
    let mut carriers = evidence.carriers.on(branch);
    carriers.retain(|request| request.is_merged());
    let may_have_all = |tag: &&TaggedVersion| {
        let may_have = |request: &&RequestRecord| history.contains(tag, request) != Some(false);
        !carriers.is_empty() && carriers.iter().all(may_have)
    };
    let releases = history.releases_of(branch).filter(may_have_all);
    let mut tags: Vec<&TaggedVersion> = releases.take(CANDIDATES).collect();
    tags.extend(history.tag(&branch.first_release()));
    tags.extend(history.tags_of(branch).last());
    tags
}

/// The merged pull requests that may be in tags of a branch, and what took them back.
fn requests<'a>(evidence: &Evidence<'a>, branch: Branch) -> Vec<&'a RequestRecord> {
    let carriers = &evidence.carriers;
    let mut requests = carriers.towards(branch);
    let is_near = |request: &&&RequestRecord| {
        request.base == Some(Base::Main) || request.base == Some(Base::Release(branch))
    };
    requests.extend(carriers.implausible.iter().filter(is_near));
    requests.retain(|request| request.is_merged());
    let mut next = 0;
    while let Some(request) = requests.get(next).copied() {
        // Each revert is younger than what it takes back, so this ends.
        requests.extend(evidence.history.reverts(branch, request));
        next += 1;
    }
    requests
}
