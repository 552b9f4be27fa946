//! Reads the files of the repository for the tests of its structure.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A file of ours: its path in the repository and its text.
pub(super) struct File {
    pub(super) path: String,
    pub(super) text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The names of a folder's entries.
pub(super) fn names(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

/// The files in some folders and their subfolders whose names end with `end`.
pub(super) fn files(folders: &[&str], end: &str) -> Vec<File> {
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

/// A file's code, without comment lines.
pub(super) fn code(file: &File) -> String {
    let is_comment = |line: &&str| ["//", "/*", "*"].iter().any(|mark| line.starts_with(mark));
    file.text.lines().map(str::trim).filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n")
}
