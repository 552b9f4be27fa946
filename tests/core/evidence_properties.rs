//! What must hold of evidence, on random histories.
#![expect(clippy::unwrap_used, reason = "a test may end where it stumbles")]

use std::slice;

use crate::affected::random::Random;
use crate::evidence::world::{self, World};
use patch_release_issues::affected::Status;
use patch_release_issues::evidence::{
    ClaimState, Comparison, Evidence, History, NextRelease, RemarkKind, RequestState, decide,
    maintained, next_releases, wanted,
};
use patch_release_issues::version::Version;

const WORLDS: usize = 10_000;
const NOW: &str = "2018-07-01T12:00:00Z";

fn decisions(world: &World, history: &History) -> Vec<NextRelease> {
    let evidence = world.evidence(history);
    let releases = next_releases(history, &world.maintained, Some(NOW));
    releases.iter().map(|next| decide(next, slice::from_ref(&evidence), &[])).collect()
}

fn versions() -> Vec<Version> {
    let all = (7..12).flat_map(|minor| (0..5).map(move |patch| format!("v1.{minor}.{patch}")));
    all.map(|text| Version::parse(&text).unwrap()).collect()
}

#[test]
fn an_unlisted_open_pull_request_adds_holds_only() {
    let mut random = Random::new(11);
    let mut added = 0;
    for _ in 0..WORLDS * 3 {
        let mut world = World::random(&mut random);
        let before = world.history();
        let before = decisions(&world, &before);
        world.requests.push(world::request(&mut random, 99, Some(RequestState::Open)));
        let after = world.history();
        let after = decisions(&world, &after);
        for (before, after) in before.iter().zip(&after) {
            assert!(!before.holds() || after.holds(), "{before:#?} {world:#?}");
            added += usize::from(before.holds() != after.holds());
        }
    }
    assert!(added > 50, "only {added} holds were added");
}

#[test]
fn evidence_makes_nothing_fixed() {
    let mut random = Random::new(12);
    let mut questioned = 0;
    for _ in 0..WORLDS {
        let world = World::random(&mut random);
        let mut bare = world.clone();
        bare.requests.clear();
        bare.issue.reopened_at = None;
        let (history, declared) = (world.history(), bare.history());
        let (evidence, declared) = (world.evidence(&history), bare.evidence(&declared));
        for version in versions() {
            let (found, said) = (evidence.answer(&version), declared.answer(&version));
            let is_questioned = said.status == Status::Fixed && matches!(found.rule, "U14" | "U15");
            assert!(found == said || is_questioned, "{version} {found:?} {said:?} {world:#?}");
            questioned += usize::from(is_questioned);
        }
    }
    assert!(questioned > 1000, "only {questioned} answers were questioned");
}

#[test]
fn an_urgent_issue_is_let_go_for_a_reason() {
    let mut random = Random::new(13);
    let mut in_hand = 0;
    for _ in 0..WORLDS {
        let world = World::random(&mut random);
        let history = world.history();
        for decision in decisions(&world, &history) {
            let verdict = world.evidence(&history).answer(&decision.version);
            let may_hold = world.issue.urgency == Some(0) && verdict.status == Status::Affected;
            for note in &decision.notes {
                if let RemarkKind::InHand(numbers) = &note.kind {
                    in_hand += 1;
                    let request = |number: &u64| history.pull_request(*number).unwrap();
                    assert!(numbers.iter().all(|number| request(number).is_merged()), "{world:#?}");
                }
            }
            let is_dismissed = format!("{:?}", world.issue.state) == "Dismissed";
            let is_told = decision.holds() || !decision.notes.is_empty();
            assert!(!may_hold || is_dismissed || is_told, "{decision:#?} {world:#?}");
        }
    }
    assert!(in_hand > 200, "only {in_hand} are in hand");
}

#[test]
fn order_changes_nothing() {
    let mut random = Random::new(14);
    for _ in 0..WORLDS / 4 {
        let world = World::random(&mut random);
        let mut turned = world.clone();
        turned.tags.reverse();
        turned.requests.reverse();
        turned.comparisons.reverse();
        turned.issue.pull_requests.reverse();
        turned.issue.introduced_in.reverse();
        turned.issue.resolved_in.reverse();
        let (one, other) = (world.history(), turned.history());
        let states = |evidence: &Evidence<'_>| -> Vec<ClaimState> {
            evidence.claims().iter().map(|claim| claim.state).collect()
        };
        assert_eq!(states(&world.evidence(&one)), states(&turned.evidence(&other)), "{world:#?}");
        for (one, other) in decisions(&world, &one).iter().zip(decisions(&turned, &other)) {
            assert_eq!(one.reasons, other.reasons, "{world:#?}");
        }
    }
}

#[test]
fn questions_come_to_an_end() {
    let mut random = Random::new(15);
    let mut rounds = [0; 4];
    for _ in 0..WORLDS / 4 {
        let mut world = World::random(&mut random);
        let mut round = 0;
        loop {
            let history = world.history();
            let evidence = world.evidence(&history);
            let branches = maintained(&history, &world.maintained, Some(NOW));
            let mut answers = Vec::new();
            for pair in wanted(&evidence, &branches) {
                let (tag, commit) = (pair.tag.to_owned(), pair.commit.to_owned());
                let is_known = |known: &Comparison| known.tag == tag && known.commit == commit;
                assert!(!world.comparisons.iter().any(is_known), "{pair:?} {world:#?}");
                let contains = random.one_of(&[Some(true), Some(false), None]);
                answers.push(Comparison { tag, commit, contains });
            }
            if answers.is_empty() {
                break;
            }
            round += 1;
            world.comparisons.extend(answers);
        }
        rounds[round] += 1;
    }
    assert!(rounds[1] > 300 && rounds[2] < rounds[1] / 10 && rounds[3] == 0, "{rounds:?}");
}
