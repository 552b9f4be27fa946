//! A repository's facts as evidence takes them: its history, and its issues.

use crate::evidence::{
    Base, Comparison, History, IssueRecord, IssueState, Listed, RequestRecord, RequestState,
    TaggedVersion,
};
use crate::format::tags::TagPatterns;
use crate::judge::issue::State;
use crate::known_issues::facts::{
    KnownIssue, MergeState, PullRequestFacts, RepositoryFacts, Withheld,
};

/// What evidence takes of one repository.
pub(crate) struct Background {
    /// Its tags, its own pull requests, and which tag contains which commit.
    pub(crate) history: History,
    /// Its issues, in the order of the facts.
    pub(crate) records: Vec<IssueRecord>,
    /// Its withheld issues: of these only number and urgency are known.
    pub(crate) withheld: Vec<IssueRecord>,
}

impl Background {
    /// Reads the facts of a repository.
    pub(crate) fn of(repository: &RepositoryFacts) -> Self {
        let accepted = &repository.settings.priorities;
        let prefix = &repository.settings.priority_prefix;
        let without_priorities = repository.settings.words.priority.is_none();
        let withheld = |issue: &Withheld| IssueRecord {
            without_priorities,
            ..withheld(issue, prefix, accepted)
        };
        Self {
            history: history(repository),
            records: repository.issues.iter().map(|issue| record(repository, issue)).collect(),
            withheld: repository.withheld.iter().map(withheld).collect(),
        }
    }
}

/// Its tags, its own pull requests, and which tag contains which commit.
pub(crate) fn history(repository: &RepositoryFacts) -> History {
    let mut tags = Vec::with_capacity(repository.tags.len());
    let spelled = &repository.settings.tags;
    for tag in &repository.tags {
        if let Some(version) = spelled.version(&tag.version) {
            let (date, commit) = (tag.released.clone(), tag.commit.clone());
            let name = tag.version.clone();
            tags.push(TaggedVersion { version, name, date, commit });
        }
    }
    let mut requests = Vec::new();
    for facts in &repository.pull_requests {
        if facts.repository.eq_ignore_ascii_case(&repository.name) {
            requests.push(request(facts, repository.default_branch.as_deref(), spelled));
        }
    }
    let mut comparisons = Vec::with_capacity(repository.comparisons.len());
    for facts in &repository.comparisons {
        let (tag, commit) = (facts.tag.clone(), facts.commit.clone());
        comparisons.push(Comparison { tag, commit, contains: facts.contains });
    }
    History::new(&repository.name, tags, true, requests, comparisons)
}

fn request(
    facts: &PullRequestFacts,
    default_branch: Option<&str>,
    tags: &TagPatterns,
) -> RequestRecord {
    RequestRecord {
        number: facts.number,
        state: match facts.state {
            MergeState::Open => RequestState::Open,
            MergeState::Closed => RequestState::Closed,
            MergeState::Merged => RequestState::Merged,
        },
        base: facts.base.as_deref().map(|base| Base::read(base, default_branch, tags)),
        merged_at: facts.merged_at.clone(),
        merge_commit: facts.merge_commit.clone(),
        title: facts.title.clone(),
        mentions: facts.mentions.clone(),
    }
}

/// An issue.
pub(crate) fn record(repository: &RepositoryFacts, issue: &KnownIssue) -> IssueRecord {
    let accepted = &repository.settings.priorities;
    let place = |name: &String| accepted.iter().position(|other| other.eq_ignore_ascii_case(name));
    let mut introduced_in = issue.introduced_in.clone();
    if issue.unreadable {
        // What cannot be read makes every answer unknown.
        introduced_in.push(String::new());
    }
    let listed = |name: &crate::known_issues::facts::PullRequestName| Listed {
        repository: name.repository.clone(),
        number: name.number,
    };
    IssueRecord {
        number: issue.number,
        tags: repository.settings.tags.clone(),
        state: state(issue),
        reopened_at: issue.reopened_at.clone(),
        edited_at: issue.described_at.clone(),
        urgency: issue.priority.as_ref().and_then(place),
        without_priorities: repository.settings.words.priority.is_none(),
        introduced_in,
        resolved_in: issue.resolved_in.clone(),
        not_affected: issue.not_affected.clone(),
        wont_fix: issue.wont_fix.clone(),
        pull_requests: issue.pull_requests.iter().map(listed).collect(),
    }
}

fn state(issue: &KnownIssue) -> IssueState {
    let is_closed = issue.state == Some(State::Closed);
    IssueState::read(is_closed, issue.state_reason.as_deref())
}

fn withheld(issue: &Withheld, prefix: &str, accepted: &[String]) -> IssueRecord {
    let urgency = crate::evidence::urgency(&issue.labels, prefix, accepted);
    IssueRecord { number: issue.number, urgency, ..IssueRecord::default() }
}
