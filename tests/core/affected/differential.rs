//! Compares the core's `affected` with a second implementation on random histories, and checks further properties.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeMap;

use patch_release_issues::affected::{
    Basis, CherryPicks, Doubts, KnownProblem, Status, Verdict, affected,
};
use patch_release_issues::version::Version;

use super::random::Random;
use crate::evidence_reference::answers::{Answer, Entries, Known, answer};
use crate::evidence_reference::dates::seconds;
use crate::evidence_reference::versions::spelled;

const HISTORIES: usize = 100_000;
const QUESTIONS: usize = 2;

/// A few neighbouring branches, over a change of the major version and past `.9`.
const BRANCHES: &[&str] = &["v1.8", "v1.9", "v1.10", "v1.11", "v2.0"];

/// The data of an issue and its repository: entries as written, and dates of releases.
#[derive(Debug)]
struct History {
    introduced: Vec<String>,
    resolved: Vec<String>,
    dates: BTreeMap<String, String>,
    cherry_picks: CherryPicks,
}

fn history(random: &mut Random) -> History {
    let (introduced, resolved) = (entries(random), entries(random));
    let known = random.one_of(&[0, 50, 95, 100]);
    let mut dates = BTreeMap::new();
    for (branch, patch) in
        BRANCHES.iter().flat_map(|branch| (0..5).map(move |patch| (branch, patch)))
    {
        let (month, day) = (random.below(12) + 1, random.below(3) + 1);
        if random.below(100) < known {
            dates.insert(format!("{branch}.{patch}"), format!("2017-{month:02}-{day:02}"));
        }
    }
    let cherry_picks =
        if random.below(4) == 0 { CherryPicks::Independent } else { CherryPicks::MainFirst };
    History { introduced, resolved, dates, cherry_picks }
}

/// Up to four entries, mostly one a branch.
fn entries(random: &mut Random) -> Vec<String> {
    let may_repeat = random.below(8) == 0;
    let mut entries: Vec<String> = Vec::new();
    for _ in 0..random.one_of(&[0, 1, 1, 1, 2, 2, 3, 4]) {
        let entry = entry(random);
        let branch = |text: &str| text.rsplit_once('.').map(|(branch, _)| branch.to_owned());
        if may_repeat || entries.iter().all(|other| branch(other) != branch(&entry)) {
            entries.push(entry);
        }
    }
    entries
}

/// A version of a branch: mostly a release, sometimes a pre-release, with build metadata, or both.
fn version(random: &mut Random) -> String {
    let mut text = format!("{}.{}", random.one_of(BRANCHES), random.below(5));
    if random.below(6) == 0 {
        text += random.one_of(&["-rc.1", "-rc.2", "-rc.10", "-beta.0", "-alpha.1.7", "-1", "-rc"]);
    }
    if random.below(8) == 0 {
        text += random.one_of(&["+vendor.7", "+001", "+k3s1"]);
    }
    text
}

/// An entry: mostly a version, sometimes unreadable text.
fn entry(random: &mut Random) -> String {
    let unreadable = [
        "v1.9",
        "1.9.2",
        "v1.09.2",
        "master",
        "",
        "v1.9.0-v1.9.3",
        "v1.9.2-",
        "v1.9.2-01",
        "V1.9.2",
    ];
    if random.below(40) == 0 { random.one_of(&unreadable).to_owned() } else { version(random) }
}

fn question(random: &mut Random) -> String {
    let text = if random.below(9) == 0 { entry(random) } else { version(random) };
    if random.below(5) == 0 { text.trim_start_matches('v').to_owned() } else { text }
}

/// Hands the core, with a history, to `asker`.
fn with_core(history: &History, asker: impl FnOnce(&dyn Fn(&str) -> Verdict)) {
    let introduced: Vec<&str> = history.introduced.iter().map(String::as_str).collect();
    let resolved: Vec<&str> = history.resolved.iter().map(String::as_str).collect();
    let plain = |version: &Version| version.to_string().split('+').next().unwrap().to_owned();
    let released =
        |version: &Version| history.dates.get(&plain(version)).map(String::as_str).into();
    let problem = KnownProblem {
        introduced_in: &introduced,
        resolved_in: &resolved,
        not_affected: &[],
        wont_fix: &[],
        doubts: &Doubts::default(),
        released: &released,
        cherry_picks: history.cherry_picks,
    };
    asker(&|version| affected(version, &problem));
}

fn book(version: &str, history: &History) -> Answer {
    let entries = Entries::read(&history.introduced, &history.resolved, &[], &[]);
    let published = |day: &String| (seconds(day), seconds(day));
    let known = Known {
        published: &|version| history.dates.get(&spelled(version)).map(published),
        main_first: history.cherry_picks == CherryPicks::MainFirst,
        introduced_never: false,
        doubted: &|_| None,
    };
    answer(version, entries.as_ref(), &known)
}

fn words(verdict: Verdict) -> Answer {
    let status = match verdict.status {
        Status::Affected => "affected",
        Status::Fixed => "fixed",
        Status::NotAffected => "not-affected",
        Status::Unknown => "unknown",
    };
    let basis = match verdict.basis {
        Basis::Declared => "declared",
        Basis::Inferred => "inferred",
        Basis::None => "none",
    };
    (status, basis, verdict.rule)
}

#[test]
fn two_implementations_agree() {
    let mut random = Random::new(1);
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for _ in 0..HISTORIES {
        let history = history(&mut random);
        with_core(&history, |core| {
            for _ in 0..QUESTIONS {
                let version = question(&mut random);
                let expected = book(&version, &history);
                assert_eq!(words(core(&version)), expected, "{version} {history:#?}");
                *seen.entry(expected.2).or_default() += 1;
            }
        });
    }
    for rule in "U1 U2 U3 U4 D3 U6 U7 D1 D2 D4 U8 I1 I2 U9 I3 U13 I4 U11 I5 U10 U12".split(' ') {
        let is_met = seen.get(rule).is_some_and(|count| *count >= 100);
        assert!(is_met, "{rule} is not met often enough to be believed: {seen:?}");
    }
}

#[test]
fn a_branch_moves_one_way() {
    let mut random = Random::new(2);
    for _ in 0..HISTORIES / 20 {
        let history = history(&mut random);
        with_core(&history, |core| BRANCHES.iter().for_each(|branch| moves_one_way(branch, core)));
    }
}

/// Along a branch the status only moves from not affected over affected to fixed, unknowns aside.
fn moves_one_way(branch: &str, core: &dyn Fn(&str) -> Verdict) {
    let mut last = 0;
    for patch in 0..5 {
        for end in ["-1", "-alpha.1.7", "-beta.0", "-rc", "-rc.1", "-rc.2", "-rc.10", ""] {
            let verdict = core(&format!("{branch}.{patch}{end}"));
            let order = [Status::NotAffected, Status::Affected, Status::Fixed];
            let at = order.iter().position(|status| *status == verdict.status).unwrap_or(last);
            assert!(at >= last, "{branch}.{patch}{end}: {verdict:?}");
            last = at;
        }
    }
}

#[test]
fn a_status_changes_where_it_is_declared() {
    let mut random = Random::new(3);
    let refusals = ["U1", "U2", "U3", "U4", "U7"];
    for _ in 0..HISTORIES / 4 {
        let history = history(&mut random);
        with_core(&history, |core| {
            for (entries, rule) in [(&history.introduced, "D2"), (&history.resolved, "D3")] {
                for entry in entries {
                    let at = core(entry).rule;
                    assert!(at == rule || refusals.contains(&at), "{entry}: {at} {history:#?}");
                    let before = core(&just_before(entry)).rule;
                    assert_ne!(before, rule, "before {entry}: {history:#?}");
                }
            }
        });
    }
}

/// A version that comes before a release, or the entry itself made unreadable.
fn just_before(entry: &str) -> String {
    let plain = entry.split('+').next().unwrap();
    let pre = if plain.contains('-') { "-0" } else { "-zzz" };
    format!("{}{pre}", plain.split('-').next().unwrap())
}

#[test]
fn spelling_and_order_change_nothing() {
    let mut random = Random::new(4);
    for _ in 0..HISTORIES / 4 {
        let mut history = history(&mut random);
        let version = version(&mut random);
        let plain = version.split('+').next().unwrap();
        let mut expected = None;
        with_core(&history, |core| expected = Some(core(&version)));
        history.introduced.reverse();
        history.resolved.reverse();
        with_core(&history, |core| {
            for spelling in [plain, plain.trim_start_matches('v'), &format!("{plain}+other.1")] {
                assert_eq!(Some(core(spelling)), expected, "{spelling} {history:#?}");
            }
        });
        let verdict = expected.unwrap();
        assert!(verdict.basis != Basis::Inferred || verdict.status != Status::NotAffected);
        assert_eq!(verdict.basis == Basis::None, verdict.status == Status::Unknown);
    }
}
