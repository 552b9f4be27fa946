//! What ARCHITECTURE.md promises of the code's shape.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end where it stumbles"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use patch_release_issues::rules::{HOME, RULES};

/// A file of ours: its path in the repository and its text.
struct File {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of what is in a folder.
fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The files of some folders, and of the folders in them, whose names end with `end`.
fn files(folders: &[&str], end: &str) -> Vec<File> {
    let mut paths: Vec<PathBuf> = folders.iter().map(|folder| root().join(folder)).collect();
    let mut files = Vec::new();
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            paths.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.to_string_lossy().ends_with(end) {
            let inside = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            files.push(File { path: inside, text: fs::read_to_string(path).unwrap() });
        }
    }
    files
}

/// A file's code, without the lines that are comments.
fn code(file: &File) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    file.text.lines().map(str::trim).filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}

/// Fails when one of `words` stands in the code of a file that is not `home`, or below it.
#[track_caller]
fn only_in(home: &str, files: &[File], words: &[&str]) {
    for file in files.iter().filter(|file| !file.path.starts_with(home)) {
        for word in words {
            assert!(!code(file).contains(word), "{} has `{word}`: only {home} may", file.path);
        }
    }
    let is_home = |file: &&File| file.path.starts_with(home) && code(file).contains(words[0]);
    assert!(files.iter().any(|file| is_home(&file)), "{home} has no `{}`", words[0]);
}

#[test]
fn one_file_knows_markdowns_parser() {
    only_in("src/description/outline.rs", &files(&["src"], ".rs"), &["pulldown_cmark"]);
}

#[test]
fn one_file_knows_yamls_parser() {
    only_in("src/policy/yaml.rs", &files(&["src"], ".rs"), &["saphyr_parser"]);
}

#[test]
fn one_file_knows_javascript() {
    only_in("src/wasm", &files(&["src"], ".rs"), &["wasm_bindgen", "js_sys", "JsValue"]);
}

#[test]
fn one_folder_escapes() {
    let files = files(&["src"], ".rs");
    only_in("src/render", &files, &["%0A", "\"::", "\"`\".repeat", "'&', \"&amp;\""]);
}

#[test]
fn one_script_prints() {
    let words = ["writeSync(", "process.stdout", "process.stderr", "console."];
    only_in("action/runner.js", &files(&["action"], ".js"), &words);
}

#[test]
fn one_script_imports_the_core() {
    let mut files = files(&["action"], ".js");
    only_in("action/report/core.js", &files, &["pkg/report/"]);
    files.retain(|file| file.path != "action/report/core.js");
    only_in("action/core.js", &files, &["pkg/"]);
}

#[test]
fn one_folder_reaches_github() {
    let files = files(&["action"], ".js");
    only_in("action/github/client.js", &files, &["@octokit/core"]);
    only_in("action/github/transport.js", &files, &["node:http\"", "node:https", "fetch("]);
    for file in files.iter().filter(|file| !file.path.starts_with("action/github")) {
        assert!(!code(file).contains("./github/"), "{} loads the client", file.path);
    }
}

#[test]
fn the_action_has_one_address() {
    let mut all = files(&[".github", "docs", "README.md", "CHANGELOG.md"], ".md");
    all.extend(files(&[".github", "docs"], ".yml"));
    let mut uses = 0;
    for file in &all {
        for (_, rest) in
            file.text.match_indices("uses: ").map(|(at, word)| file.text.split_at(at + word.len()))
        {
            let place = rest.split_whitespace().next().unwrap_or_default();
            let is_ours = place.strip_prefix(HOME).is_some_and(|rest| rest.ends_with("@v1"));
            assert!(
                is_ours || place == "./" || place.starts_with("actions/"),
                "{}: {place}",
                file.path
            );
            uses += usize::from(is_ours);
        }
    }
    assert!(uses >= 5, "only {uses} mentions");
    assert!(
        files(&["action"], "internal-error.js")[0]
            .text
            .contains(&format!("https://github.com/{HOME}/issues"))
    );
}

#[test]
fn the_core_does_nothing() {
    for file in files(&["src"], ".rs") {
        for word in ["std::fs", "std::env", "std::net", "std::time", "std::process", "std::io"] {
            assert!(!code(&file).contains(word), "{} has `{word}`", file.path);
        }
    }
}

#[test]
fn a_rule_has_one_name_everywhere() {
    let rules = |of: &dyn Fn(&str) -> String| -> BTreeSet<String> {
        RULES.iter().map(|rule| of(rule.name)).collect()
    };
    assert_eq!(names("src/rules"), rules(&|name| format!("{}.rs", name.replace('-', "_"))));
    assert_eq!(names("tests/core/fixtures"), rules(&str::to_owned));
    let mut pages = rules(&|name| format!("{name}.md"));
    pages.insert("README.md".to_owned());
    assert_eq!(names("docs/rules"), pages);
    assert_eq!(rules(&str::to_owned).len(), RULES.len(), "two rules have one name");
}

#[test]
fn fixtures_are_cases_and_nothing_else() {
    for rule in RULES {
        let folder = names(&format!("tests/core/fixtures/{}", rule.name));
        for name in &folder {
            let case = name.split('.').next().unwrap();
            let is_part =
                [".md", ".json", ".summary.md"].contains(&name.strip_prefix(case).unwrap());
            let has_description = folder.contains(&format!("{case}.md"));
            assert!(is_part && has_description, "{}/{name} is no part of a case", rule.name);
        }
    }
}

const MOST_LINES: usize = 300;
const MOST_FUNCTION_LINES: usize = 60;

#[test]
fn files_and_functions_are_short() {
    let ours = ["src", "xtask", "tests", "action", "docs"];
    for file in files(&ours, ".rs").iter().chain(&files(&ours, ".js")) {
        let lines = code(file).lines().filter(|line| !line.is_empty()).count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines of code", file.path);
        for (name, lines) in functions(&file.text) {
            assert!(lines <= MOST_FUNCTION_LINES, "{} has {lines} lines: {name}", file.path);
        }
    }
}

/// The functions of a formatted file, with their lengths: each ends at a bracket that is indented as its start.
fn functions(text: &str) -> Vec<(&str, usize)> {
    let lines: Vec<&str> = text.lines().collect();
    let starts = lines.iter().enumerate().filter(|(_, line)| starts_function(line));
    starts
        .map(|(index, line)| {
            let indentation = " ".repeat(line.len() - line.trim_start().len());
            let end = format!("{indentation}}}");
            let length = lines[index..].iter().position(|line| *line == end);
            (line.trim(), length.unwrap() + 1)
        })
        .collect()
}

/// Whether a line starts a function that goes on below.
fn starts_function(line: &str) -> bool {
    let head: Vec<&str> = line.split('(').next().unwrap().split_whitespace().collect();
    let is_named = head.windows(2).any(|words| matches!(words[0], "fn" | "function"));
    is_named && !line.ends_with(['}', ';', ',']) && !line.trim_start().starts_with(['/', '*'])
}

#[test]
fn no_module_hides_in_mod_rs() {
    let hidden = files(&["src", "xtask", "tests"], "/mod.rs");
    let paths: Vec<String> = hidden.into_iter().map(|file| file.path).collect();
    assert!(paths.is_empty(), "name the file as the module: {paths:?}");
}
