//! What GitHub knows about the issue of an input.

use patch_release_issues::Facts;
use patch_release_issues::evidence::{
    Base, Comparison, History, Mentions, RequestRecord, RequestState, TaggedVersion,
};
use patch_release_issues::facts::{KnownNumber, NumberMeaning};
use patch_release_issues::version::Version;

/// The repository.
pub(crate) const REPOSITORY: &str = "o/r";

/// The tags, oldest first, and in which month of 2026 each was made.
const TAGS: &[(&str, u32)] = &[
    ("v1.5.0", 1),
    ("v1.6.0", 2),
    ("v1.6.2", 3),
    ("v1.6.3", 4),
    ("v1.6.5", 5),
    ("v1.7.0-rc.1", 5),
    ("v1.7.0", 6),
    ("v1.7.1", 7),
    ("v1.8.0", 8),
];

/// A small history: tags, pull requests, and what the tags contain.
pub(crate) fn small() -> Facts {
    let mut tags = Vec::new();
    for (name, month) in TAGS {
        tags.extend(Version::parse(name).map(|version| TaggedVersion {
            version,
            name: (*name).to_owned(),
            date: Some(format!("2026-{month:02}-01T00:00:00Z")),
            commit: Some(format!("c{}", name.replace(['v', '.', '-'], ""))),
        }));
    }
    let requests = vec![
        request(12, RequestState::Merged, "master", "Fix it"),
        request(13, RequestState::Merged, "release-1.6", "Cherry pick of #12"),
        request(14, RequestState::Open, "release-1.7", "Cherry pick of #12"),
        request(15, RequestState::Closed, "master", "Revert #12"),
    ];
    let contains = [("c165", "m13", true), ("c163", "m13", false), ("c180", "m12", true)];
    let comparisons = contains.map(|(tag, commit, contains)| Comparison {
        tag: tag.to_owned(),
        commit: commit.to_owned(),
        contains: Some(contains),
    });
    let meanings = [
        (12, merged(&["sig/node"])),
        (13, merged(&[])),
        (14, NumberMeaning::PullRequest { is_merged: false, labels: Vec::new() }),
        (3, NumberMeaning::Issue),
        (678, NumberMeaning::Missing),
    ];
    let numbers = meanings.map(|(number, state)| KnownNumber { repository: None, number, state });
    let history = History::new(REPOSITORY, tags, true, requests, comparisons.to_vec());
    Facts {
        history,
        named: Vec::new(),
        numbers: numbers.to_vec(),
        is_partial: false,
        is_unread: false,
    }
}

fn merged(labels: &[&str]) -> NumberMeaning {
    let labels = labels.iter().map(|label| (*label).to_owned()).collect();
    NumberMeaning::PullRequest { is_merged: true, labels }
}

fn request(number: u64, state: RequestState, base: &str, title: &str) -> RequestRecord {
    let is_merged = state == RequestState::Merged;
    RequestRecord {
        number,
        state,
        base: Some(Base::of(base, Some("master"))),
        merged_at: is_merged.then(|| "2026-04-15T00:00:00Z".to_owned()),
        merge_commit: is_merged.then(|| format!("m{number}")),
        title: title.to_owned(),
        mentions: Mentions::read(REPOSITORY, title, ""),
    }
}
