//! Properties of every report.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may panic")]

mod checks;
mod histories;

use checks::{check_osv, check_partition, check_releases, check_settled};
use histories::{CANARY, Reading, all_surroundings, history, parts, readings};
use patch_release_issues::known_issues::{Collection, KnownIssues, Options};
use proptest::prelude::*;
use serde_json::{Value, json};

fn add(collection: &mut Collection, parts: &[Value]) {
    let dump = json!({ "repositories": parts });
    collection.add(serde_json::from_value(dump).unwrap()).unwrap();
}

fn report(parts: &[Value]) -> KnownIssues {
    let mut collection = Collection::new(Options::default());
    add(&mut collection, parts);
    collection.finish()
}

fn written(report: &KnownIssues) -> Vec<(String, String)> {
    let mut files = vec![("body".to_owned(), report.issue_body())];
    report.write(|path, text| files.push((path, text)));
    files
}

fn merged(reports: &[&KnownIssues]) -> KnownIssues {
    let mut collection = Collection::new(Options::default());
    for report in reports {
        // In its serialised form.
        collection.merge(KnownIssues::from_json(&report.to_json()).unwrap());
    }
    collection.finish()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn order_and_pieces_do_not_matter(history in history(), seed: u64, size in 1usize..9) {
        let expected = written(&report(&parts(&history)));
        let mut parts = parts(&history);
        let mut state = seed;
        for at in (1..parts.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            parts.swap(at, usize::try_from(state >> 33).unwrap() % (at + 1));
        }
        let mut collection = Collection::new(Options::default());
        for chunk in parts.chunks(size) {
            add(&mut collection, chunk);
        }
        prop_assert_eq!(&written(&collection.finish()), &expected);
    }

    #[test]
    fn shards_merge_to_the_whole(history in history(), shards in prop::collection::vec(0usize..3, 80)) {
        let whole = written(&report(&parts(&history)));
        // Each shard has some of the issues, and all tags and pull requests.
        let mut split = [all_surroundings(), all_surroundings(), all_surroundings()];
        for (part, shard) in readings(&history).into_iter().zip(shards.into_iter().cycle()) {
            split[shard].push(part);
        }
        let [a, b, c] = [report(&split[0]), report(&split[1]), report(&split[2])];
        let groupings = [
            merged(&[&a, &b, &c]),
            merged(&[&c, &a, &b]),
            merged(&[&merged(&[&a, &b]), &c]),
            merged(&[&a, &merged(&[&c, &b])]),
            merged(&[&merged(&[&a, &a]), &merged(&[&b, &c, &b])]),
        ];
        for grouping in groupings {
            prop_assert_eq!(&written(&grouping), &whole);
        }
    }

    #[test]
    fn what_changed_continues_what_was(history in history(), day in 1u32..28) {
        let mut newest = std::collections::BTreeMap::new();
        for reading in &history {
            let known = newest.entry((reading.repository, reading.number)).or_insert(reading);
            if known.day < reading.day { *known = reading; }
        }
        let latest: Vec<Reading> = newest.values().map(|reading| (*reading).clone()).collect();
        let before: Vec<Reading> = history.iter().filter(|reading| reading.day <= day).cloned().collect();
        let changed: Vec<Reading> = latest.iter().filter(|reading| reading.day > day).cloned().collect();
        let mut collection = Collection::new(Options::default());
        prop_assert!(collection.previous(KnownIssues::from_json(&report(&parts(&before)).to_json()).unwrap()));
        add(&mut collection, &parts(&changed));
        prop_assert_eq!(written(&collection.finish()), written(&report(&parts(&latest))));
    }

    #[test]
    fn every_issue_is_one_thing_and_every_answer_is_ours(history in history()) {
        let report = report(&parts(&history));
        check_partition(&report, &history)?;
        check_releases(&report)?;
        check_osv(&report)?;
        check_settled(&report)?;
    }

    #[test]
    fn nothing_withheld_is_told(history in history()) {
        let files = written(&report(&parts(&history)));
        for (path, text) in files {
            prop_assert!(!text.contains(CANARY), "{path}: {text}");
        }
    }
}
