//! Every command on the description of every fixture.

use std::fs;
use std::path::{Path, PathBuf};

use super::hub::Hub;

const COMMANDS: &[&str] = &[
    "/introduced-in v1.6.3",
    "/resolved-in v1.6.6",
    "/resolved-in - v1.6",
    "/not-affected v1.9",
    "/wont-fix v1.5",
    "/introduced-in - v1.6",
    "/wont-fix - v1.7",
];

/// Words of lines that are entries, however they are written.
const ENTRY: &[&str] = &["introd", "resolv", "fix", "affect", "since", "broken", "patched", "v1.6"];

fn fixtures() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/fixtures");
    let mut found = Vec::new();
    for folder in fs::read_dir(root).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).into_iter().flatten() {
            let path = file.unwrap().path();
            let name = path.to_string_lossy().into_owned();
            let is_markdown = path.extension().is_some_and(|extension| extension == "md");
            if is_markdown && !name.ends_with(".summary.md") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The lines of a text, however they end.
fn lines(text: &str) -> Vec<&str> {
    text.split(['\n', '\r']).filter(|line| !line.is_empty()).collect()
}

#[test]
fn commands_keep_every_line_that_is_no_entry() {
    let fixtures = fixtures();
    assert!(fixtures.len() > 200, "{} fixtures", fixtures.len());
    let mut edits = 0;
    for (index, path) in fixtures.iter().enumerate() {
        let body = fs::read_to_string(path).unwrap();
        let command = COMMANDS[index % COMMANDS.len()];
        let mut hub = Hub::with(&body, command);
        hub.run();
        let when = format!("{command} on {}\n{}", path.display(), hub.body);
        assert!(hub.edits <= 1, "{when}");
        let mut left = lines(&hub.body);
        let mut lost = Vec::new();
        for line in lines(&body) {
            match left.iter().position(|other| *other == line) {
                Some(at) => drop(left.remove(at)),
                None => lost.push(line),
            }
        }
        let is_entry = |line: &&str| {
            let line = line.to_lowercase();
            ENTRY.iter().any(|word| line.contains(word))
                || line.contains("tbd")
                || line.contains('=')
        };
        assert!(lost.iter().all(is_entry), "{lost:?} by {when}");
        for remark in lost.iter().filter_map(|line| line.split_once(" # ")) {
            assert!(hub.body.contains(remark.1), "{remark:?} by {when}");
        }
        assert!(lost.len() <= 3 && left.len() <= lost.len() + 3, "{lost:?} {left:?} by {when}");
        edits += hub.edits;
    }
    assert!(edits > fixtures.len() / 2, "{edits} edits");
}
