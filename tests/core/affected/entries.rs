//! What `not-affected`, `wont-fix` and doubts change in *Is version V affected?*

use patch_release_issues::affected::{CherryPicks, Doubts, KnownProblem, Status, affected};
use patch_release_issues::version::Version;
use proptest::prelude::*;

/// The entries of an issue, as one text: `i` introduced-in, `r` resolved-in, `n` not-affected, `w` wont-fix.
struct Entries<'a>(&'a str);

impl<'a> Entries<'a> {
    fn of(&self, key: char) -> Vec<&'a str> {
        self.0.split(' ').filter_map(|entry| entry.strip_prefix(key)).collect()
    }
}

fn versions(texts: &[&str]) -> Vec<Version> {
    texts.iter().filter_map(|text| Version::parse(text)).collect()
}

fn ask(
    version: &str,
    entries: &str,
    doubts: &Doubts,
    cherry_picks: CherryPicks,
) -> (Status, &'static str) {
    let entries = Entries(entries);
    let released = |_: &Version| None.into();
    let problem = KnownProblem {
        introduced_in: &entries.of('i'),
        resolved_in: &entries.of('r'),
        not_affected: &entries.of('n'),
        wont_fix: &entries.of('w'),
        doubts,
        released: &released,
        cherry_picks,
    };
    let verdict = affected(version, &problem);
    (verdict.status, verdict.rule)
}

#[test]
fn branches_are_declared() {
    for (version, entries, rule) in [
        ("v1.8.3", "iv1.7.1 nv1.8", "D5"),
        ("v1.8.0-rc.1", "iv1.7.1 nv1.8", "D5"),
        ("v1.8.3", "nv1.8", "D5"),
        ("v1.9.3", "nv1.8", "U6"),
        ("v1.9.3", "iv1.7.1 nv1.8", "I6"),
        ("v1.9.0-rc.1", "iv1.7.1 nv1.8", "U8"),
        ("v1.6.3", "iv1.7.1 nv1.8", "D4"),
        ("v1.8.3", "iv1.7.1 nv1.9", "U9"),
        ("v1.8.3", "iv1.6.0 rv1.9.5 nv1.7", "U9"),
        ("v1.9.4", "iv1.6.0 rv1.9.5 nv1.7", "I1"),
        ("v1.7.3", "iv1.6.0 rv1.8.2 nv1.9", "I2"),
        ("v1.10.0", "iv1.6.0 rv1.9.0 nv1.7", "I5"),
        ("v1.8.3", "iv1.7.1 wv1.8", "D6"),
        ("v1.8.0-rc.1", "iv1.7.1 wv1.8", "U8"),
        ("v1.8.3", "iv1.8.2 wv1.8", "D6"),
        ("v1.8.1", "iv1.8.2 wv1.8", "D1"),
        ("v1.8.0-rc.1", "iv1.8.0-beta.1 wv1.8", "D6"),
        ("v1.7.3", "iv1.6.1 wv1.8", "I2"),
        ("v1.7.3", "iv1.6.1 iv1.8.2 wv1.8", "U9"),
        ("v1.9.0", "iv1.6.1 wv1.8", "I3"),
        ("v1.8.3", "iv1.8.2 wv1.7", "U7"),
        ("v1.8.3", "wv1.8", "U6"),
        ("v1.7.3", "iv1.6.1 iv1.8.0", "I2"),
        ("v1.7.3", "iv1.6.1 iv1.8.0-rc.1", "U9"),
        ("v1.7.3", "iv1.5.1 nv1.6 iv1.8.0", "U9"),
        ("v1.8.3", "iv1.7.1 nv1.8 iv1.8.2", "U5"),
        ("v1.8.3", "iv1.7.1 nv1.9 rv1.9.2", "U5"),
        ("v1.8.3", "iv1.7.1 nv1.9 wv1.9", "U5"),
        ("v1.8.3", "iv1.7.1 wv1.7 rv1.7.2", "U5"),
        ("v1.8.3", "iv1.7.1 nv1.8.1", "U2"),
        ("v1.8.3", "iv1.7.1 wmain", "U2"),
        ("v1.7.1", "iv1.7.1 nv1.8 nv1.8", "D2"),
        ("v1.8.3", "iv1.7.3 rv1.7.2 nv1.7", "U4"),
    ] {
        let found = ask(version, entries, &Doubts::default(), CherryPicks::MainFirst);
        assert_eq!(found.1, rule, "{version} {entries}");
    }
    let independent = ask("v1.9.3", "iv1.7.1 nv1.8", &Doubts::default(), CherryPicks::Independent);
    assert_eq!(independent.1, "U10");
}

#[test]
fn doubts_make_unknown() {
    let refuted = Doubts { refuted: versions(&["v1.9.5"]), ..Doubts::default() };
    let reopened = Doubts { reopened: versions(&["v1.9.5", "v1.10.0"]), ..Doubts::default() };
    let unreleased = Doubts { unreleased: versions(&["v1.9.40"]), ..Doubts::default() };
    let both = Doubts { refuted: versions(&["v1.9.5"]), ..reopened.clone() };
    for (version, entries, doubts, rule) in [
        ("v1.9.4", "iv1.8.1 rv1.9.5", &refuted, "I1"),
        ("v1.9.5", "iv1.8.1 rv1.9.5", &refuted, "U14"),
        ("v1.9.9", "rv1.9.5", &refuted, "U14"),
        ("v1.8.3", "iv1.7.1 rv1.9.5", &refuted, "I2"),
        ("v1.10.0", "iv1.8.1 rv1.9.5", &refuted, "U12"),
        ("v1.10.0", "iv1.8.1 rv1.10.0", &reopened, "U15"),
        ("v1.11.0", "iv1.8.1 rv1.10.0", &reopened, "U15"),
        ("v1.9.5", "iv1.8.1 rv1.9.5", &both, "U14"),
        ("v1.7.1", "iv1.8.1 rv1.9.5", &unreleased, "U16"),
        ("v1.9.1", "nv1.9 iv1.8.1", &unreleased, "U16"),
        ("v1.9.1", "nv1.9 iv1.9.1", &unreleased, "U16"),
        ("v1.9.1", "iv1.8.1 iv1.8.2", &unreleased, "U3"),
    ] {
        let found = ask(version, entries, doubts, CherryPicks::MainFirst);
        assert_eq!(found.1, rule, "{version} {entries}");
    }
}

fn entry() -> impl Strategy<Value = String> {
    let version = || (6_u8..11, 0_u8..5).prop_map(|(minor, patch)| format!("v1.{minor}.{patch}"));
    let branch = || (6_u8..11).prop_map(|minor| format!("v1.{minor}"));
    prop_oneof![
        3 => version().prop_map(|version| format!("i{version}")),
        3 => version().prop_map(|version| format!("r{version}")),
        1 => branch().prop_map(|branch| format!("n{branch}")),
        1 => branch().prop_map(|branch| format!("w{branch}")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_must_hold(
        entries in prop::collection::vec(entry(), 0..6),
        refuted in prop::collection::vec(any::<bool>(), 6),
        reopened in prop::collection::vec(any::<bool>(), 6),
    ) {
        let text = entries.join(" ");
        let resolved = versions(&Entries(&text).of('r'));
        let some = |wanted: &[bool]| {
            let chosen = resolved.iter().zip(wanted).filter(|(_, wanted)| **wanted);
            chosen.map(|(version, _)| version.clone()).collect()
        };
        let doubts = Doubts { refuted: some(&refuted), reopened: some(&reopened), ..Doubts::default() };
        for minor in 5..12 {
            let mut last = 0;
            for patch in 0..6 {
                let version = format!("v1.{minor}.{patch}");
                let believed = ask(&version, &text, &Doubts::default(), CherryPicks::MainFirst);
                let doubted = ask(&version, &text, &doubts, CherryPicks::MainFirst);
                let is_questioned = matches!(doubted.1, "U14" | "U15");
                // Doubts question what is called fixed, and nothing else.
                prop_assert!(doubted == believed || (is_questioned && believed.0 == Status::Fixed), "{version} {text}");
                let order = [Status::NotAffected, Status::Affected, Status::Fixed];
                let at = order.iter().position(|status| *status == doubted.0).unwrap_or(last);
                prop_assert!(at >= last, "{version} {text}");
                last = at;
            }
        }
    }
}
