//! Evidence decided a second time, from the specification alone; and both implementations on made-up histories and on
//! Kubernetes' own.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test may end where it stumbles, and shows its figures"
)]

pub(crate) mod answers;
mod backports;
mod claims;
pub(crate) mod dates;
mod facts;
mod graph;
mod owners;
mod problems;
mod random;
mod reference;
mod rules;
mod simulation;
mod spellings;
mod story;
pub(crate) mod versions;
mod world;

use std::collections::BTreeMap;

use self::owners::Owner;
use self::reference::decide;
use self::simulation::simulate;
use self::world::{Decisions, World};
use crate::affected::random::Random;
use crate::evidence::{case, verdict};

/// What the core decides about a world.
fn core(world: &World) -> Decisions {
    core_about(world, &decide(world))
}

/// What the core decides about a world, with the answers that `expected` has.
fn core_about(world: &World, expected: &Decisions) -> Decisions {
    let mut told = serde_json::to_value(world).unwrap();
    told["id"] = "made up".into();
    told["why"] = "made up".into();
    let case: case::Case = serde_json::from_value(told).unwrap();
    let expected = serde_json::to_value(expected).unwrap();
    serde_json::from_value(verdict::of(&case, &expected)).unwrap()
}

#[test]
fn the_reference_agrees_with_the_cases() {
    let mut wrong = Vec::new();
    for case in case::texts() {
        let world: World = serde_json::from_value(case.clone()).unwrap();
        let expected: Decisions = serde_json::from_value(case["expect"].clone()).unwrap();
        let mut decisions = decide(&world);
        decisions.answers.retain(|version, _| expected.answers.contains_key(version));
        if decisions != expected {
            wrong.push(format!("{}: {}\n{decisions:?}\n{expected:?}\n", case["id"], case["why"]));
        }
    }
    assert!(wrong.is_empty(), "{} cases:\n{}", wrong.len(), wrong.join("\n"));
}

/// How many made-up histories both implementations decide.
const WORLDS: usize = 10_000;

/// The most decisions of 1,000 that may differ. The specification leaves room: for reverts, for pull requests that are
/// listed and not known, for main pull requests of which nobody can tell whether an introducing release had them, and
/// for closed issues without a priority. Of what follows from the entries and the claims, nothing may differ.
const ROOM: usize = 40;

#[test]
fn both_decide_alike_on_made_up_histories() {
    let mut random = Random::new(1);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let (mut decisions, mut different) = (0, 0);
    for _ in 0..WORLDS {
        let world = random::world(&mut random);
        let theirs = decide(&world);
        let ours = core_about(&world, &theirs);
        let is_withheld = ours.answers.is_empty() || theirs.answers.is_empty();
        if ours.claims == theirs.claims && !is_withheld {
            assert_eq!(ours.answers, theirs.answers, "{world:#?}");
        }
        // A policy that lists a branch without a release is decided by one of them only.
        for (branch, next) in &ours.next {
            let Some(other) = theirs.next.get(branch) else { continue };
            assert_eq!(next.version, other.version, "{world:#?}");
            decisions += 1;
            different += usize::from(next.decision != other.decision);
        }
        for word in words(&theirs).into_iter().filter(|word| words(&ours).contains(word)) {
            *seen.entry(word).or_default() += 1;
        }
    }
    println!("{different} of {decisions} decisions differ");
    assert!(different * 1000 <= decisions * ROOM, "{different} of {decisions} decisions differ");
    let words = "D1 D2 D3 D4 D5 D6 I1 I2 I3 I4 I5 I6 U2 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 \
                 U16 go critical critical-unknown promised untriaged refuted reopened proven \
                 unverified waiting ready missing planned invalid-branch absent-fix \
                 unlisted-resolution unlisted-pull-request open-backport outdated-resolution";
    for word in words.split_whitespace() {
        let is_met = seen.get(word).is_some_and(|count| *count >= 3);
        assert!(is_met, "{word} is not met often enough to be believed: {seen:?}");
    }
}

fn words(decisions: &Decisions) -> Vec<String> {
    let answers = decisions.answers.values().map(|answer| answer.split(' ').nth(2).unwrap());
    let next = decisions.next.values();
    let reasons = next.map(|next| next.reason.as_deref().unwrap_or("go"));
    let claims = decisions.claims.values().map(String::as_str);
    let rules = decisions.rules.iter().map(String::as_str);
    answers.chain(reasons).chain(claims).chain(rules).map(str::to_owned).collect()
}

/// In which order the facts come changes nothing.
#[test]
fn order_changes_nothing() {
    let mut random = Random::new(2);
    for _ in 0..300 {
        let mut world = random::world(&mut random);
        let decisions = [core(&world), decide(&world)];
        world.tags.reverse();
        world.pull_requests.reverse();
        world.comparisons.reverse();
        world.issue.pull_requests.reverse();
        world.issue.labels.reverse();
        assert_eq!([core(&world), decide(&world)], decisions, "{world:#?}");
    }
}

/// Four kinds of owners, a day and a week before a release; and how many wrong holds each may cause.
const KINDS: [(Owner, i64, usize); 8] = [
    (Owner::Early, 1, 2),
    (Owner::Early, 7, 2),
    (Owner::Late, 1, 2),
    (Owner::Late, 7, 2),
    (Owner::Never, 1, 0),
    (Owner::Never, 7, 0),
    (Owner::Silent, 1, 0),
    (Owner::Silent, 7, 0),
];

/// Every patch release of Kubernetes' history, a day and a week before it was made.
#[test]
fn go_means_go() {
    for (owner, days, allowed) in KINDS {
        let figures = simulate(owner, days, &mut |world| core_about(world, &Decisions::default()));
        println!("{owner:?}, {days} days before: {figures:?}");
        assert!(figures.false_go.is_empty(), "{owner:?}, {days} days before: {figures:?}");
        assert!(figures.false_hold.len() <= allowed, "{owner:?}, {days} days before: {figures:?}");
        assert!(
            figures.patches > 400 && figures.decisions > 2500 && figures.rightly_held >= 70,
            "{figures:?}"
        );
        assert!(figures.waited <= 16 && figures.promised <= 9, "{figures:?}");
    }
}

/// The figures can be bad: who takes a closed issue for a fixed one lets releases go that lack the fix.
#[test]
fn closed_is_not_fixed() {
    let mut believe = |world: &World| {
        let mut decisions = decide(world);
        if world.issue.state == "closed" {
            for next in decisions.next.values_mut() {
                next.decision = "go".to_owned();
            }
        }
        decisions
    };
    let figures = simulate(Owner::Never, 1, &mut believe);
    assert!(figures.false_go.len() >= 5, "{figures:?}");
}
