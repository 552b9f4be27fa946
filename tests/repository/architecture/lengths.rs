//! Checks that files and functions are short.

use super::files::files;

const MOST_LINES: usize = 320;
const MOST_FUNCTION_LINES: usize = 45;

/// Tests may be longer, because they list cases.
const MOST_TEST_FUNCTION_LINES: usize = 60;

#[test]
fn files_and_functions_are_short() {
    let ours =
        ["src", "xtask", "tests", "action", "bench", "cli", "compose", "docs", "fuzz", "npm"];
    for file in files(&ours, ".rs").iter().chain(&files(&ours, ".js")) {
        let lines = file.text.lines().count();
        let is_short = lines <= MOST_LINES;
        assert!(is_short, "{} has {lines} lines, the limit is {MOST_LINES}: split it", file.path);
        let is_test = file.path.starts_with("tests/");
        let most = if is_test { MOST_TEST_FUNCTION_LINES } else { MOST_FUNCTION_LINES };
        for (name, lines) in functions(&file.text) {
            let path = &file.path;
            assert!(lines <= most, "{path} has {lines} lines, the limit is {most}: {name}");
        }
    }
}

/// The functions of a formatted file, with their lengths. Each ends at a bracket with the indentation of its start.
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

/// Whether a line starts a function of several lines.
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
