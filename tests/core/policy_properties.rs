//! Properties of every policy file.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use patch_release_issues::read_policy;
use patch_release_issues::tags::TagPatterns;
use patch_release_issues::version::{Branch, Version};
use patch_release_issues::{Policy, PolicyError};
use proptest::prelude::*;

/// Valid and invalid pieces of policy files. Any sequence of them makes a file.
const PIECES: &[&str] = &[
    "scope: all\n",
    "scope:",
    "sigs:",
    "  prefix: sig/\n",
    " {",
    "}",
    "[",
    "]",
    ",",
    ": ",
    "- ",
    "\n",
    "\n\n",
    "  ",
    "\t",
    "\r\n",
    "\r",
    "'",
    "\"",
    "|",
    ">",
    "|-\n",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "%YAML 1.1\n",
    "---\n",
    "...\n",
    "--- ",
    "# remark\n",
    "? ",
    "<<",
    "null",
    "~",
    "1.34",
    "v1.34",
    "off",
    "{branch}",
    "{version}",
    "\\",
    "\u{0}",
    "\u{feff}",
    "\u{85}",
    "\u{2028}",
    "é",
    "🐛",
    "@",
    "`",
    "key",
    "rules:\n",
    "labels:\n  affects: x\n",
    "maintained: 3\n",
    "{...",
    "{---",
    "\"\\x",
    "\"\\u00e9\"",
    "- - - a\n",
    "      ",
    "a: b: c",
    "]]",
    "}}",
    "[a, [b, {c: d}]]",
    "? [a]\n: b\n",
];

fn examples() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut examples =
        vec![fs::read_to_string(root.join("docs/patch-release-issues.yml")).unwrap()];
    for entry in fs::read_dir(root.join("tests/core/policy")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "yml") {
            let text = fs::read_to_string(path).unwrap();
            examples.extend((text.len() < 4_000).then_some(text));
        }
    }
    examples
}

/// Checks that every mistake has a place in the file, in order, on one line.
pub(crate) fn check(text: &str) -> Result<(), TestCaseError> {
    let Err(errors) = read_policy(text) else { return Ok(()) };
    prop_assert!((1..=20).contains(&errors.len()));
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = lines(text);
    let mut last = (0, 0);
    for PolicyError { line, column, message, .. } in errors {
        prop_assert!((line, column) >= last, "{message}");
        last = (line, column);
        let length = lines[line - 1].encode_utf16().count();
        prop_assert!((1..=length + 1).contains(&column), "{line}:{column} {message}");
        let is_line = !message.contains(char::is_control) && message.chars().count() < 1_000;
        prop_assert!(is_line, "{message}");
    }
    Ok(())
}

/// The lines, including their ends: LF, CRLF or CR.
fn lines(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut start = 0;
    for (at, byte) in text.bytes().enumerate() {
        let is_end = byte == b'\n' || byte == b'\r' && text.as_bytes().get(at + 1) != Some(&b'\n');
        if is_end {
            lines.push(&text[start..=at]);
            start = at + 1;
        }
    }
    lines.push(&text[start..]);
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_explained(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn any_bytes_are_read_or_explained(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        check(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_pieces_are_read_or_explained(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..40)) {
        check(&pieces.concat())?;
    }

    #[test]
    fn any_damaged_example_is_read_or_explained(
        example in prop::sample::select(examples()),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0..8_usize, prop::sample::select(PIECES)), 1..4),
    ) {
        let mut text: Vec<char> = example.chars().collect();
        for (at, length, piece) in cuts {
            let at = at.index(text.len() + 1);
            let end = (at + length).min(text.len());
            text.splice(at..end, piece.chars());
        }
        check(&text.into_iter().collect::<String>())?;
    }

    #[test]
    fn a_pattern_matches_what_it_produces(
        before in "[a-z/ {}v0-9.]{0,12}", after in "[a-z/ {}0-9.]{0,12}",
        major in 0..2_000_u64, minor in any::<u64>(), pre in "(-alpha\\.[1-9]{1,3})?",
    ) {
        let file = format!(
            "labels: {{incomplete: '{before}x{after}', affects: '{before}{{branch}}{after}', resolved-in: '{before}{{version}}{after}'}}"
        );
        let Ok(Policy { labels, .. }) = read_policy(&file) else { return Ok(()) };
        let version = Version::parse(&format!("v{major}.{minor}.7{pre}")).unwrap();
        let names = [labels.incomplete(), labels.affects(version.branch()), labels.resolved_in(&version)];
        let patterns = [labels.incomplete.unwrap(), labels.affects.unwrap(), labels.resolved_in.unwrap()];
        for (index, name) in names.iter().enumerate() {
            let Some(name) = name else { continue };
            prop_assert!(name.chars().count() <= 50);
            for (other, pattern) in patterns.iter().enumerate() {
                prop_assert_eq!(pattern.matches(&name.to_uppercase(), &TagPatterns::default()), index == other, "{} {}", name, pattern);
            }
        }
    }
}

#[test]
fn patterns_match_nothing_else() {
    let labels = Policy::default().labels;
    assert_eq!(labels.affects(Branch::parse("v1.34").unwrap()).as_deref(), Some("affects/v1.34"));
    let can_be = |name: &str| labels.can_be(name, &TagPatterns::default());
    assert!(can_be("Affects/V1.34") && can_be("patch-release/incomplete"));
    for name in [
        "affects/",
        "affects/v1",
        "affects/v1.34.1",
        "affects/1.34",
        "affects/v1.34 ",
        "affects/v01.3",
        "affects/kubelet",
        "affects/v1.34/x",
        "patch-release",
        "",
    ] {
        assert!(!can_be(name), "{name}");
    }
}

/// The start of a file, and the text that fills it.
const HOSTILE: &[(&str, &str)] = &[
    ("", "["),
    ("binaries: ", "[a, "),
    ("", "{a: "),
    ("", "{[a]: "),
    ("", "- "),
    ("", "? "),
    ("", "- - a\n"),
    ("", "a"),
    ("", "a "),
    ("", "a\n"),
    ("\"", "\\n"),
    ("'", "''"),
    ("", "key: x\n"),
    ("", "scope: all\n"),
    ("rules:\n", "  missing-sgi: off\n"),
    ("rules:\n", "  missing-sig: off\n"),
    ("binaries:\n", "- 1\n"),
    ("binaries: [", "a,"),
    ("binaries: [", "a:b,"),
    ("binaries: [", "a: b,"),
    ("", "# x\n"),
    ("", "\n"),
    ("", "\r"),
    ("", " "),
    ("", "\t"),
    ("", "---\n"),
    ("", "...\n"),
    ("", "&a "),
    ("", "!a "),
    ("", "*a "),
    ("a: |\n", "  x\n"),
    ("a: >\n", "  x\n\n"),
    ("a: |\n ", "\n"),
    ("", "🐛: x\n"),
    ("", "%TAG ! x\n"),
    ("", "%A b\n"),
    ("", "{"),
    ("", "]"),
    ("", "\u{feff}"),
    ("", "? a\n: b\n"),
    ("a: \"", "x \n  "),
    ("a: ", "x\n  "),
    ("a: [", "x\n  "),
    ("labels: {affects: ", "{branch}"),
    ("labels: {affects: \"", "{\" "),
    ("scope: {labels: [", "\"a\u{300}\","),
    ("maintained: [", "v1.34,"),
    ("security: {phrases: [\"", "a  "),
];

/// 64 KiB: a start, and one text as often as it fits.
fn much(start: &str, piece: &str) -> String {
    format!("{start}{}", piece.repeat((65_536 - start.len()) / piece.len()))
}

#[test]
fn hostile_files_take_no_longer_than_others() {
    let mut files: Vec<String> = HOSTILE.iter().map(|(start, piece)| much(start, piece)).collect();
    files.push((0..360).map(|depth| " ".repeat(depth) + "a:\n").collect());
    for file in files {
        let start = Instant::now();
        let _ = read_policy(&file);
        let took = start.elapsed();
        // Unoptimised code on a busy machine needs some tens of milliseconds. Quadratic time would take seconds.
        assert!(
            took < Duration::from_millis(1_500),
            "{took:?}: {:?}",
            &file.chars().take(40).collect::<String>()
        );
    }
}

#[test]
fn places_are_right_behind_everything() {
    let before = [
        "# é🐛\n",
        "scope: \"é🐛\\u00e9\"\r\n",
        "rules: |\n  é🐛\n\n  b\n",
        "rules: >-\r\n  é\r\n\r\n  b\r\n",
        "sigs: 'é\n  🐛\n\n  it''s'\n",
        "sigs: é\n  🐛\n",
        "labels: {é: 🐛, ? a : b,\n  c: [é,\n 🐛]}\n",
        "binaries:\r- é\r- 🐛\r",
        "? é\n: 🐛\n",
    ];
    for text in before {
        for end in ["zzz: 1\n", "  # é\n\n\t\nzzz: 1"] {
            let file = format!("\u{feff}{text}{end}");
            let start = file.find("zzz").unwrap();
            let above = lines(&file[3..start]);
            let errors = read_policy(&file).unwrap_err();
            let found = errors.iter().find(|error| error.message.contains("`zzz`"));
            assert_eq!(
                found.map(|found| (found.line, found.column)),
                Some((above.len(), 1)),
                "{file:?} {errors:?}"
            );
        }
    }
    let errors = read_policy("{é🐛: 1, \"🐛\\n\": 1, zzz: 1}").unwrap_err();
    assert_eq!(errors.last().map(|error| error.column), Some(21));
}

#[test]
fn long_files_are_refused_by_length_alone() {
    assert!(read_policy(&much("", "#")).is_ok());
    let errors = read_policy(&"#".repeat(65_537)).unwrap_err();
    assert_eq!(errors[0].to_string(), "line 1, column 1: the policy is longer than 64 KiB");
}
