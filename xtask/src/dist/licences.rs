//! The licences of the crates whose code is in the module: all ask that their text goes along.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::dist::build::{Place, cargo_output};

const OWN: &str = "patch-release-issues ";

/// Writes the licence texts; crates with the same text share it.
pub(crate) fn write(place: &Place, file: &Path) -> Outcome {
    let mut crates_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for package in packages(place)? {
        crates_by_text
            .entry(text(place, &package)?)
            .or_default()
            .push(package.replacen("-v", " ", 1));
    }
    let mut sections: Vec<String> = crates_by_text
        .iter()
        .map(|(text, crates)| format!("{}\n\n{}\n", crates.join(", "), text.trim()))
        .collect();
    sections.sort();
    let separator = format!("\n{}\n\n", "-".repeat(80));
    let all = format!("{HEADER}{separator}{}", sections.join(&separator));
    Ok(fs::write(file, all)?)
}

const HEADER: &str = "\
patch_release_issues_bg.wasm contains code of these crates, and of the Rust standard library
(Apache-2.0 OR MIT, The Rust Project Developers). The rest is under the LICENSE of this repository.
";

/// The packages whose code ends up in the module: `name version`, as cargo names their folders but for the blank.
fn packages(place: &Place) -> Outcome<Vec<String>> {
    let edges = "--edges=normal,no-proc-macro";
    let target = "--target=wasm32-unknown-unknown";
    let tree = [
        "tree",
        "--locked",
        "--offline",
        "--prefix=none",
        "--format={p}",
        "--no-dedupe",
        "--package=patch-release-issues",
        edges,
        target,
    ];
    let mut packages: Vec<String> = cargo_output(place, &tree)?
        .lines()
        .filter(|line| !line.starts_with(OWN))
        .map(|line| line.trim().replacen(" v", " ", 1))
        .collect();
    packages.sort();
    packages.dedup();
    Ok(packages)
}

/// The licence text of a package: MIT's where there is a choice, as it is short.
fn text(place: &Place, package: &str) -> Outcome<String> {
    let mut files = licence_files(&folder(place, package)?)?;
    files
        .sort_by_key(|file| (!file.to_string_lossy().to_uppercase().contains("MIT"), file.clone()));
    let file = files.first().ok_or_else(|| format!("{package} has no licence file"))?;
    Ok(fs::read_to_string(file)?.replace("\r\n", "\n"))
}

fn folder(place: &Place, package: &str) -> Outcome<PathBuf> {
    let name = package.replace(' ', "-");
    for registry in fs::read_dir(place.cargo_home.join("registry/src"))? {
        let folder = registry?.path().join(&name);
        if folder.exists() {
            return Ok(folder);
        }
    }
    Err(format!("the sources of {package} are not in the cargo home").into())
}

fn licence_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file()
            && (name.starts_with("LICENSE")
                || name.starts_with("LICENCE")
                || name.starts_with("COPYING"))
        {
            files.push(path);
        }
    }
    Ok(files)
}
