//! Finds circular imports.

use std::collections::{BTreeMap, BTreeSet};

/// The imports of each file.
pub(super) type Imports = BTreeMap<String, BTreeSet<String>>;

/// The files of a circular import, each of which imports the next one, and the last one the first. `None` if there is
/// none.
pub(super) fn find(imports: &Imports) -> Option<Vec<&str>> {
    let mut done = BTreeSet::new();
    imports.keys().find_map(|file| search(file, imports, &mut Vec::new(), &mut done))
}

/// Follows the imports of a file in depth. `path` leads to it. `done` contains the files that reach no circle.
fn search<'a>(
    file: &'a str,
    imports: &'a Imports,
    path: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<&'a str>> {
    if let Some(start) = path.iter().position(|other| *other == file) {
        return Some(path[start..].to_vec());
    }
    if done.contains(file) {
        return None;
    }
    path.push(file);
    let next = imports.get(file).into_iter().flatten();
    let found = next.into_iter().find_map(|other| search(other, imports, path, done));
    path.pop();
    done.insert(file);
    found
}

/// Imports from text, one file per word: `a: b c` means that `a` imports `b` and `c`.
fn read(lines: &[&str]) -> Imports {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect();
    lines
        .iter()
        .map(|line| line.split_once(':').unwrap())
        .map(|(file, others)| (file.to_owned(), words(others)))
        .collect()
}

#[test]
fn a_circle_is_found() {
    let imports = read(&["a: b d", "b: c", "c: e b", "d: ", "e: d"]);
    assert_eq!(find(&imports), Some(vec!["b", "c"]));
    let imports = read(&["a: a"]);
    assert_eq!(find(&imports), Some(vec!["a"]));
}

#[test]
fn two_ways_to_one_file_are_no_circle() {
    let imports = read(&["a: b c", "b: d", "c: b d", "d: "]);
    assert_eq!(find(&imports), None);
}
