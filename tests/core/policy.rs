//! Policy files, and what their maintainers see: `policy/<case>.yml`, and next to it the parsed policy or its mistakes.
//! `UPDATE_EXPECT=1 cargo test` rewrites the latter. Read it before you commit it.
//!
//! The name of a case says what it shows: a `good-…` policy is accepted, a `bad-…` one is refused, and the JSON Schema
//! agrees (`tests/package/policy.test.js`). A `beyond-…` policy is refused for a mistake that a schema cannot express.

#![expect(clippy::unwrap_used, reason = "a test that cannot read its cases fails")]

use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::Policy;
use patch_release_issues::links::HOME;
use patch_release_issues::read_policy;

const PATH: &str = ".github/patch-release-issues.yml";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn cases() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("tests/core/policy")).unwrap();
    let paths = entries.map(|entry| entry.unwrap().path());
    let mut cases: Vec<PathBuf> =
        paths.filter(|path| path.extension().is_some_and(|extension| extension == "yml")).collect();
    cases.sort();
    cases
}

fn shown(text: &str) -> String {
    match read_policy(text) {
        Ok(policy) => format!("{policy:#?}\n"),
        Err(errors) => errors.iter().map(|error| error.in_file(PATH) + "\n").collect(),
    }
}

#[test]
fn maintainers_see_what_is_expected() {
    for case in cases() {
        let expected = expect_test::expect_file![case.with_extension("txt")];
        expected.assert_eq(&shown(&fs::read_to_string(&case).unwrap()));
    }
}

#[test]
fn cases_are_what_their_names_say() {
    for case in cases() {
        let name = case.file_stem().unwrap().to_string_lossy().into_owned();
        let is_read = read_policy(&fs::read_to_string(&case).unwrap()).is_ok();
        match name.split('-').next() {
            Some("good") => assert!(is_read, "{name} is not read"),
            Some("bad" | "beyond") => assert!(!is_read, "{name} is read"),
            _ => panic!("{name}: call it good-…, bad-… or beyond-…"),
        }
    }
}

#[test]
fn the_example_says_the_defaults() {
    let example = fs::read_to_string(root().join("docs/patch-release-issues.yml")).unwrap();
    assert_eq!(read_policy(&example), Ok(Policy::default()));
    let schema = format!("https://raw.githubusercontent.com/{HOME}/v1/schema/policy.schema.json");
    assert_eq!(
        example.lines().next().unwrap(),
        format!("# yaml-language-server: $schema={schema}")
    );
}
