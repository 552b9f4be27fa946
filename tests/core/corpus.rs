//! Real issue and pull request descriptions, if available. They belong to other people, so none is kept here.

#![expect(clippy::print_stdout, reason = "a skipped test prints a message")]

use std::fs;
use std::path::PathBuf;

use patch_release_issues::{Facts, Issue, Policy, summary, validate};

/// The folder that `PATCH_RELEASE_CORPUS` names, else `shared/corpus` beside the project: descriptions as `.md`.
fn corpus() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    let folder = std::env::var_os("PATCH_RELEASE_CORPUS").map_or_else(beside, PathBuf::from);
    folder.is_dir().then_some(folder)
}

#[test]
fn real_descriptions_are_out_of_scope_until_somebody_says_otherwise() {
    let Some(folder) = corpus() else {
        println!("skipped: no corpus; name its folder in PATCH_RELEASE_CORPUS");
        return;
    };
    let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let descriptions = paths.filter(|path| path.extension().is_some_and(|end| end == "md"));
    for path in descriptions {
        let description = fs::read_to_string(&path).ok();
        let mut issue = Issue { number: 1, description, ..Issue::default() };
        let answer = validate(&issue, &Policy::default());
        assert!(!answer.in_scope, "{}", path.display());
        issue.labels = vec!["patch-release".to_owned()];
        let answer = validate(&issue, &Policy::default());
        assert!(answer.in_scope && !answer.diagnostics.is_empty(), "{}", path.display());
        assert!(!summary(&issue, &Policy::default(), &Facts::default()).is_empty());
    }
}
