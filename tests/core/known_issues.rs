//! Dumps, and their reports: `known_issues/<case>/dump.json`, with `options.json` if the options are not the default,
//! `schedule.yml` if there is a schedule, and next to it every file of the report. `UPDATE_EXPECT=1 cargo test --features report` rewrites the files. Read
//! them before you commit them.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read its cases fails"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use expect_test::expect_file;
use patch_release_issues::known_issues::report::AdviceKind;
use patch_release_issues::known_issues::{Collection, Dump, KnownIssues, Options, read_schedule};
use patch_release_issues::read_policy;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};
use serde_json::{Value, json};

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/known_issues");
    let mut cases: Vec<PathBuf> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    cases
}

/// `options.json` also contains the policy, because JSON is YAML.
fn options(case: &Path) -> Options {
    let schedule = fs::read_to_string(case.join("schedule.yml")).ok();
    let schedule = schedule.map(|text| read_schedule(&text).unwrap());
    let Ok(text) = fs::read_to_string(case.join("options.json")) else {
        return Options { schedule, ..Options::default() };
    };
    let options: Value = serde_json::from_str(&text).unwrap();
    Options {
        policy: read_policy(&options["policy"].to_string()).unwrap(),
        versions: serde_json::from_value(options["versions"].clone()).unwrap(),
        schedule,
        ..Options::default()
    }
}

fn report(case: &Path) -> KnownIssues {
    let dump: Dump =
        serde_json::from_str(&fs::read_to_string(case.join("dump.json")).unwrap()).unwrap();
    let mut collection = Collection::new(options(case));
    collection.add(dump).unwrap();
    collection.finish()
}

/// The path and text of each file of a report.
fn written(report: &KnownIssues) -> Vec<(String, String)> {
    let mut files = Vec::new();
    report.write(|path, text| files.push((path, text)));
    files
}

/// The JSON in readable form.
fn pretty(json: &str) -> String {
    assert!(json.ends_with('\n') && json.lines().count() == 1);
    let value: Value = serde_json::from_str(json).unwrap();
    serde_json::to_string_pretty(&value).unwrap() + "\n"
}

/// A page without its style and script, which are the same on every page.
fn body(page: &str) -> String {
    let (_, rest) = page.split_once("<body>\n").unwrap();
    rest.split_once("<script>").unwrap().0.to_owned()
}

/// The files below a folder.
fn files(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

#[test]
fn readers_get_what_is_expected() {
    for case in cases() {
        let mut made = BTreeSet::from(
            ["dump.json", "options.json", "schedule.yml"].map(|name| case.join(name)),
        );
        for (path, text) in written(&report(&case)) {
            let expected = case.join(&path);
            made.insert(expected.clone());
            fs::create_dir_all(expected.parent().unwrap()).unwrap();
            let text = match path.rsplit('.').next() {
                Some("json") => pretty(&text),
                Some("html") => body(&text),
                _ => text,
            };
            expect_file![expected].assert_eq(&text);
        }
        let strays: Vec<PathBuf> = files(&case).difference(&made).cloned().collect();
        assert!(strays.is_empty(), "no longer made: {strays:?}");
    }
}

/// Titles that contain markup.
const HOSTILE: &[&str] = &[
    "a | b || c",
    "a \\| b \\\\| c",
    "ends with \\",
    "`` a ` b ``",
    "@everyone #1 o/r#2 GH-3",
    "https://example.com/ www.example.com",
    "<img src=x onerror=alert(1)> <!-- -->",
    "[a](b) ![c](d) **e** ~~f~~",
    "line\nbreak\r\n| x |",
    "bidi \u{202e} and \u{200b} zero",
    "noncharacters \u{fffe} \u{ffff} \u{fdd0} \u{10ffff}",
    "",
    "``` fence",
];

fn hostile(count: u64) -> KnownIssues {
    let issues: Vec<Value> = (1..=count)
        .map(|number| {
            let title = HOSTILE[usize::try_from(number).unwrap() % HOSTILE.len()];
            let labels = ["patch-release", "priority/important-soon", "sig/a|b"];
            let body = "```release\nintroduced-in=v1.7.0\n```\n";
            json!({
                "number": number, "title": title, "labels": labels, "body": body, "state": "open",
                "author": "@everyone", "assignees": ["@someone"], "milestone": "www.example.com | o/r#2",
            })
        })
        .collect();
    let tags = json!([{ "name": "v1.7.0", "date": "2026-01-01" }, { "name": "v1.7.1" }]);
    let repository = json!({ "name": "o/r", "issues": issues, "tags": tags });
    let mut collection = Collection::new(Options::default());
    collection
        .add(serde_json::from_value(json!({ "repositories": [repository] })).unwrap())
        .unwrap();
    collection.finish()
}

/// The tables of a text: rows of cells, including the header, as GitHub reads them.
fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    for event in Parser::new_ext(text, Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH)
    {
        match event {
            Event::Start(Tag::Table(_)) => tables.push(Vec::new()),
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                tables.last_mut().unwrap().push(Vec::new());
            }
            Event::Start(Tag::TableCell) => {
                tables.last_mut().unwrap().last_mut().unwrap().push(String::new());
            }
            Event::Text(words) | Event::Code(words) => {
                let cell = tables.last_mut().and_then(|table| table.last_mut()?.last_mut());
                if let Some(cell) = cell {
                    cell.push_str(&words);
                }
            }
            Event::Html(_) | Event::InlineHtml(_) => panic!("HTML"),
            _ => {}
        }
    }
    tables
}

#[test]
fn rows_are_read_back_as_they_were_written() {
    let text = hostile(24).summary();
    let lines = text.lines().filter(|line| line.starts_with('|')).count();
    let tables = tables(&text);
    assert_eq!(lines, tables.iter().map(|table| table.len() + 1).sum::<usize>());
    let attention = tables.iter().find(|table| table[0] == ["issue", "why"]).unwrap();
    for row in &attention[1..] {
        let number: usize =
            row[0].trim_start_matches('#').split(' ').next().unwrap().parse().unwrap();
        let title = HOSTILE[number % HOSTILE.len()];
        let title = title.replace("\\|", "⧵|").replace("\r\n", "⏎").replace('\n', "⏎");
        let mut shown = title.clone();
        for hidden in ['\u{202e}', '\u{200b}', '\u{fffe}', '\u{ffff}', '\u{fdd0}', '\u{10ffff}'] {
            shown = shown.replace(hidden, &format!("⟨U+{:04X}⟩", u32::from(hidden)));
        }
        let title = shown;
        assert_eq!(row[0].trim_end(), format!("#{number} {title}").trim_end());
        assert!(row[1].starts_with("invalid: missing-section"), "{row:?}");
    }
}

/// Text of others appears only in code: it mentions no one and refers to nothing.
#[test]
fn words_of_others_stay_words() {
    let text = hostile(24).summary();
    let mut spoken = String::new();
    for event in Parser::new_ext(&text, Extensions::ENABLE_TABLES) {
        if let Event::Text(words) = event {
            spoken.push_str(&words);
            spoken.push('\n');
        }
    }
    for word in ["@", "o/r#", "GH-", "https:", "www.", "alert", "a|b"] {
        assert!(!spoken.contains(word), "{word} is spoken");
    }
}

#[test]
fn what_has_no_room_is_counted() {
    let rows = |text: &str| tables(text).iter().map(|table| table.len() - 1).sum::<usize>();
    let report = hostile(400);
    let (summary, body) = (report.summary(), report.issue_body());
    assert!(!summary.contains("more rows are left out"));
    assert!(body.encode_utf16().count() <= 60_000);
    let left_out: usize = body
        .split("**")
        .find_map(|part| part.strip_suffix(" more rows are left out here.")?.parse().ok())
        .unwrap();
    assert!(body.len() > 50_000 && left_out > 100);
    assert_eq!(rows(&body) + left_out, rows(&summary));
    for table in tables(&body) {
        assert!(table.iter().all(|row| row.len() == table[0].len()));
    }
    let long = hostile(6000);
    assert!(
        long.summary().len() <= 900 * 1024 && long.issue_body().encode_utf16().count() <= 60_000
    );
    assert!(long.summary().contains("more rows are left out"));
}

#[test]
fn the_file_has_every_row() {
    let rows = |text: &str| tables(text).iter().map(|table| table.len() - 1).sum::<usize>();
    let short = hostile(24);
    assert_eq!(short.to_markdown(), short.summary());
    let long = hostile(6000);
    let (_, file) = written(&long).into_iter().find(|(path, _)| path == "known-issues.md").unwrap();
    assert!(file.len() > 900 * 1024 && !file.contains("left out"));
    let summary = long.summary();
    let left_out: usize = summary
        .split("**")
        .find_map(|part| part.strip_suffix(" more rows are left out here.")?.parse().ok())
        .unwrap();
    assert_eq!(rows(&file), rows(&summary) + left_out);
}

/// The ranges of an issue's OSV record, as the JSON text of each.
fn ranges(report: &KnownIssues, number: u64) -> Vec<String> {
    let path = format!("osv/example~engine~{number}.json");
    let (_, text) = written(report).into_iter().find(|(name, _)| *name == path).unwrap();
    let record: Value = serde_json::from_str(&text).unwrap();
    let ranges = record["affected"][0]["ranges"].as_array().unwrap();
    ranges.iter().map(|range| range["events"].to_string()).collect()
}

#[test]
fn records_believe_no_refuted_or_reopened_claim() {
    let case = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/known_issues/evidence");
    let mut report = report(&case);
    assert_eq!(ranges(&report, 201)[0], r#"[{"introduced":"1.9.0"},{"last_affected":"1.9.5"}]"#);
    assert_eq!(ranges(&report, 207)[0], r#"[{"introduced":"1.8.0"},{"last_affected":"1.8.3"}]"#);
    assert_eq!(ranges(&report, 202)[0], r#"[{"introduced":"1.9.1"},{"fixed":"1.9.3"}]"#);
    let is_about_v1_8 = |range: &String| range.contains("\"introduced\":\"1.8.");
    assert!(ranges(&report, 204).iter().any(is_about_v1_8));
    let issues = &mut report.repositories[0].issues;
    let issue = issues.iter_mut().find(|issue| issue.number == 204).unwrap();
    issue.not_affected = vec!["v1.8".to_owned()];
    assert!(!ranges(&report, 204).iter().any(is_about_v1_8));
}

#[test]
fn no_advice_brings_something_more_urgent_than_it_fixes() {
    let mut kinds = BTreeSet::new();
    for case in cases() {
        for repository in report(&case).repositories {
            let rank = |number: &u64| {
                let priority = repository.issue(*number).unwrap().priority.as_ref();
                let order = &repository.settings.priorities;
                order.iter().position(|name| Some(name) == priority).unwrap_or(order.len())
            };
            let branches = &repository.report.branches;
            let releases = || branches.iter().flat_map(|branch| &branch.releases);
            for release in releases() {
                for advice in &release.advice {
                    kinds.insert(format!("{:?}", advice.kind));
                    let target = releases().find(|one| one.version == advice.version);
                    let Some(target) = target else { continue };
                    let is_left = |issue: &&u64| {
                        target.affected.contains(issue) || target.unknown.contains(issue)
                    };
                    let fixed = release.affected.iter().filter(|issue| !is_left(issue));
                    let brought = advice.brings.iter().chain(&advice.may_bring).map(rank).min();
                    let fixed = fixed.map(rank).min();
                    let is_advised = matches!(advice.kind, AdviceKind::Good | AdviceKind::Better);
                    let is_fine = fixed.is_some() && brought.is_none_or(|rank| Some(rank) >= fixed);
                    assert!(is_fine || !is_advised, "{}: {advice:?}", release.version);
                }
            }
        }
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), ["Better", "Good", "Wait", "Worse"]);
}
