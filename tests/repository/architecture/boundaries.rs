//! Checks what only one file or folder may do.

use patch_release_issues::links::HOME;

use super::files::{File, code, files};

/// Fails if the code of a file outside `home` contains one of `words`.
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
    only_in("src/format/description/outline", &files(&["src"], ".rs"), &["pulldown_cmark"]);
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
    only_in("src/text", &files, &["%0A", "\"::", "\"`\".repeat", "'&', \"&amp;\""]);
}

#[test]
fn one_script_prints() {
    let words = ["writeSync(", "process.stdout", "process.stderr", "console."];
    only_in("action/runner.js", &files(&["action"], ".js"), &words);
    only_in("cli/print.js", &files(&["cli"], ".js"), &words);
}

#[test]
fn one_script_imports_each_core() {
    let mut files = files(&["action"], ".js");
    only_in("action/report/core.js", &files, &["pkg/report/"]);
    files.retain(|file| file.path != "action/report/core.js");
    only_in("action/validate/offline.js", &files, &["pkg/offline/"]);
    files.retain(|file| file.path != "action/validate/offline.js");
    only_in("action/validate/core.js", &files, &["pkg/"]);
    only_in("cli/core.js", &self::files(&["cli"], ".js"), &["pkg/"]);
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
fn the_command_line_reaches_github_through_one_bundle() {
    let mut files = files(&["cli"], ".js");
    only_in("cli/connection.js", &files, &["./github.cjs"]);
    let own = ["cli/github.js", "cli/download.js", "cli/connection.js"];
    files.retain(|file| !own.contains(&file.path.as_str()));
    for file in &files {
        for word in ["action/github", "node:http", "fetch("] {
            assert!(!code(file).contains(word), "{} has `{word}`", file.path);
        }
    }
}

#[test]
fn the_core_does_nothing() {
    for file in files(&["src"], ".rs") {
        for word in ["std::fs", "std::env", "std::net", "std::time", "std::process", "std::io"] {
            assert!(!code(&file).contains(word), "{} has `{word}`", file.path);
        }
    }
}

/// Whose actions our workflows use.
const OTHERS: &[&str] = &["actions/", "github/codeql-action/", "ossf/scorecard-action@"];

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
            let is_known = OTHERS.iter().any(|owner| place.starts_with(owner));
            assert!(
                is_ours || ["./", "$/report"].contains(&place) || is_known,
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
