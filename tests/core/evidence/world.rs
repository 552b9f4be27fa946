//! Random histories with an issue.

use patch_release_issues::affected::CherryPicks;
use patch_release_issues::evidence::{
    Base, Comparison, Evidence, History, IssueRecord, IssueState, Listed, Maintained, Mentions,
    RequestRecord, RequestState, TaggedVersion,
};
use patch_release_issues::version::Version;

use crate::affected::random::Random;

const NAME: &str = "owner/name";

const VERSIONS: &[&str] = &[
    "v1.7.0",
    "v1.7.1",
    "v1.7.2",
    "v1.8.0-rc.1",
    "v1.8.0",
    "v1.8.1",
    "v1.8.2",
    "v1.9.0",
    "v1.9.1",
    "v1.9.2-rc.1",
    "v1.9.2",
    "v1.10.0-alpha.1",
    "v1.10.0-rc.1",
    "v1.11.0-alpha.0",
];

const BASES: &[&str] = &[
    "master",
    "master",
    "release-1.7",
    "release-1.8",
    "release-1.9",
    "release-1.9",
    "release-1.10",
    "feature",
];

/// What a history is made of, and an issue.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) tags: Vec<TaggedVersion>,
    pub(crate) has_all_tags: bool,
    pub(crate) requests: Vec<RequestRecord>,
    pub(crate) comparisons: Vec<Comparison>,
    pub(crate) issue: IssueRecord,
    pub(crate) cherry_picks: CherryPicks,
    pub(crate) maintained: Maintained,
}

impl World {
    pub(crate) fn random(random: &mut Random) -> Self {
        let tags = tags(random);
        let mut requests = Vec::new();
        for number in 10..10 + random.below(6) {
            requests.push(request(random, number.try_into().unwrap(), None));
        }
        let comparisons = comparisons(random, &tags, &requests);
        let cherry_picks =
            if random.below(5) == 0 { CherryPicks::Independent } else { CherryPicks::MainFirst };
        let maintained = Maintained::Newest { newest: 2, overlap_months: 3 };
        let issue = issue(random, requests.len());
        let has_all_tags = random.below(6) > 0;
        Self { tags, has_all_tags, requests, comparisons, issue, cherry_picks, maintained }
    }

    pub(crate) fn history(&self) -> History {
        let (tags, requests) = (self.tags.clone(), self.requests.clone());
        History::new(NAME, tags, self.has_all_tags, requests, self.comparisons.clone())
    }

    pub(crate) fn evidence<'a>(&'a self, history: &'a History) -> Evidence<'a> {
        Evidence::new(history, &self.issue, self.cherry_picks)
    }
}

fn date(random: &mut Random) -> String {
    format!("2018-{:02}-{:02}T12:00:00Z", random.below(6) + 1, random.below(28) + 1)
}

/// Tags, mostly dated in their order.
fn tags(random: &mut Random) -> Vec<TaggedVersion> {
    let mut tags = Vec::new();
    for (at, name) in VERSIONS.iter().enumerate() {
        if random.below(8) == 0 {
            continue;
        }
        let ordered = format!("2018-{:02}-{:02}T12:00:00Z", at / 3 + 1, at * 9 % 27 + 1);
        let date = match random.below(8) {
            0 => None,
            1 => Some(date(random)),
            _ => Some(ordered),
        };
        let commit = (random.below(20) > 0).then(|| format!("t-{name}"));
        tags.push(TaggedVersion {
            version: Version::parse(name).unwrap(),
            name: name.to_string(),
            date,
            commit,
        });
    }
    tags
}

/// A pull request; `state` may be given.
pub(crate) fn request(
    random: &mut Random,
    number: u64,
    state: Option<RequestState>,
) -> RequestRecord {
    let states =
        [RequestState::Open, RequestState::Closed, RequestState::Merged, RequestState::Merged];
    let state = state.unwrap_or_else(|| random.one_of(&states));
    let is_merged = state == RequestState::Merged;
    let other = 10 + random.below(6);
    let title = match random.below(5) {
        0 => "Fix".to_owned(),
        1 => "Revert \"Fix\"".to_owned(),
        2 => format!("Revert \"Cherry pick of #{other}\""),
        _ => format!("Cherry pick of #{other}"),
    };
    let body = match random.below(6) {
        0 => format!("Reverts #{other}"),
        1 => format!("(cherry picked from commit {other}aaaaaaa)"),
        _ => String::new(),
    };
    let base = random.one_of(BASES);
    RequestRecord {
        number,
        state,
        base: (random.below(20) > 0).then(|| Base::of(base, None)),
        merged_at: (is_merged && random.below(10) > 0).then(|| date(random)),
        merge_commit: (is_merged && random.below(20) > 0).then(|| format!("{number}aaaaaaaa")),
        mentions: Mentions::read(NAME, &title, &body),
        title,
    }
}

fn comparisons(
    random: &mut Random,
    tags: &[TaggedVersion],
    requests: &[RequestRecord],
) -> Vec<Comparison> {
    let mut comparisons = Vec::new();
    for tag in tags.iter().filter_map(|tag| tag.commit.clone()) {
        for commit in requests.iter().filter_map(|request| request.merge_commit.clone()) {
            if random.below(2) == 0 {
                let contains = random.one_of(&[Some(true), Some(true), Some(false), None]);
                comparisons.push(Comparison { tag: tag.clone(), commit, contains });
            }
        }
    }
    comparisons
}

fn issue(random: &mut Random, requests: usize) -> IssueRecord {
    let mut issue = IssueRecord { number: 1, ..IssueRecord::default() };
    issue.state = random.one_of(&[
        IssueState::Open,
        IssueState::Open,
        IssueState::Completed,
        IssueState::Completed,
        IssueState::Dismissed,
    ]);
    issue.reopened_at = (random.below(4) == 0).then(|| date(random));
    issue.edited_at = (random.below(4) == 0).then(|| date(random));
    issue.urgency = random.one_of(&[Some(0), Some(0), Some(0), Some(1), None]);
    for minor in 7..11 {
        let version = |random: &mut Random| format!("v1.{minor}.{}", random.below(4));
        match random.below(8) {
            0 | 1 => issue.introduced_in.push(version(random)),
            2 | 3 => issue.resolved_in.push(version(random)),
            4 => {
                issue.introduced_in.push(format!("v1.{minor}.0"));
                issue.resolved_in.push(version(random));
            }
            5 if random.below(3) == 0 => issue.not_affected.push(format!("v1.{minor}")),
            6 if random.below(3) == 0 => issue.wont_fix.push(format!("v1.{minor}")),
            _ => {}
        }
    }
    // Sometimes one of which nothing is known.
    let end = 10 + requests + usize::from(random.below(12) == 0);
    for number in 10..end.try_into().unwrap() {
        if random.below(3) > 0 {
            issue.pull_requests.push(Listed { repository: NAME.to_owned(), number });
        }
    }
    issue
}
