//! Collects the licences of the crates and packages whose code we ship. Each requires that its text is included.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::command::root;
use crate::dist::build::Place;
use crate::dist::crates::Crate;
use crate::dist::modules::Module;
use crate::dist::{crates, modules};

const OWN: &str = "patch-release-issues";

const OF_CRATES: &str = "\
patch_release_issues_bg.wasm and report/report_bg.wasm contain code of these crates, and of the Rust standard library
(Apache-2.0 OR MIT, The Rust Project Developers). The rest is under the LICENSE of this repository.
";

const OF_MODULES: &str = "\
github.cjs contains code of these packages. The rest is under the LICENSE of this repository.
";

/// Writes the licence texts of the crates in the module.
pub(crate) fn write_of_crates(place: &Place, file: &Path) -> Outcome {
    let mut texts = Vec::new();
    // The report's module contains all crates of the other.
    for Crate { name, version, licence, .. } in crates::linked(place, "report")?.keys() {
        if name != OWN {
            let folder = folder(place, &format!("{name}-{version}"))?;
            texts.extend(texts_of(&format!("{name} {version}"), &folder, licence)?);
        }
    }
    Ok(fs::write(file, sections(OF_CRATES, texts))?)
}

/// Writes the licence texts of the npm packages in a bundle, which esbuild listed in `metafile`.
pub(crate) fn write_of_modules(metafile: &Path, file: &Path) -> Outcome {
    Ok(fs::write(file, sections(OF_MODULES, of_modules(metafile)?))?)
}

/// Adds them to a file that has the licence texts of crates.
pub(crate) fn add_of_modules(metafile: &Path, file: &Path) -> Outcome {
    let crates = fs::read_to_string(file)?;
    let modules = sections(OF_MODULES, of_modules(metafile)?);
    Ok(fs::write(file, format!("{crates}\n{}\n\n{modules}", "=".repeat(80)))?)
}

/// The names and the licence texts of the npm packages in a bundle.
fn of_modules(metafile: &Path) -> Outcome<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for Module { name, version, licence, .. } in modules::bundled(metafile)? {
        let folder = root().join("node_modules").join(&name);
        texts.extend(texts_of(&format!("{name} {version}"), &folder, &licence)?);
    }
    Ok(texts)
}

/// Each licence text once, with the names of its packages.
fn sections(header: &str, texts: Vec<(String, String)>) -> String {
    let mut names_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in texts {
        names_by_text.entry(text).or_default().push(name);
    }
    let mut sections: Vec<String> = names_by_text
        .iter()
        .map(|(text, names)| format!("{}\n\n{}\n", names.join(", "), text))
        .collect();
    sections.sort();
    let separator = format!("\n{}\n\n", "-".repeat(80));
    format!("{header}{separator}{}", sections.join(&separator))
}

/// The licence texts of a package, each with its name. A package with a folder of licences has several owners and requires the text of each.
fn texts_of(name: &str, folder: &Path, expression: &str) -> Outcome<Vec<(String, String)>> {
    let names = licence_files(folder)?;
    let chosen = chosen(expression, &names)
        .ok_or_else(|| format!("{} has no file for {expression}", folder.display()))?;
    let mut files: Vec<PathBuf> = chosen.into_iter().map(|name| folder.join(name)).collect();
    if folder.join(FOLDER).exists() {
        let of_owners = file_names(&folder.join(FOLDER))?;
        let mit = of_owners.iter().filter(|name| name.to_uppercase().contains("MIT"));
        files.extend(mit.map(|name| folder.join(FOLDER).join(name)));
        files.sort();
    }
    let read = |file| {
        let text = fs::read_to_string(file)?.replace("\r\n", "\n");
        Ok((name.to_owned(), text.trim().to_owned()))
    };
    files.iter().map(read).collect()
}

/// The files among `files` that an SPDX expression requires: one for each part that is joined with `AND`. Of a choice it
/// is the MIT licence, because it is short. A file without the name of a licence is for all.
fn chosen<'a>(expression: &str, files: &'a [String]) -> Option<Vec<&'a String>> {
    let named = |licence: &str| {
        let word = licence.split('-').next().unwrap_or_default().to_uppercase();
        files.iter().find(|name| name.to_uppercase().contains(&word))
    };
    let is_general = |name: &&String| !name.contains('-');
    let mut chosen = Vec::new();
    for part in expression.split(" AND ") {
        let mut choice: Vec<&str> = part.trim_matches(['(', ')']).split(" OR ").collect();
        choice.sort_by_key(|licence| *licence != "MIT");
        let file = choice.into_iter().find_map(named);
        let file = file.or_else(|| files.iter().find(is_general))?;
        if !chosen.contains(&file) {
            chosen.push(file);
        }
    }
    Some(chosen)
}

const FOLDER: &str = ".licenses";

/// The folder of the sources of `name-version`.
fn folder(place: &Place, package: &str) -> Outcome<PathBuf> {
    for registry in fs::read_dir(place.cargo_home.join("registry/src"))? {
        let folder = registry?.path().join(package);
        if folder.exists() {
            return Ok(folder);
        }
    }
    Err(format!("the sources of {package} are not in the cargo home").into())
}

/// The names of a package's licence files, sorted.
fn licence_files(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = file_names(folder)?;
    let starts = ["LICENSE", "LICENCE", "COPYING"];
    names.retain(|name| starts.iter().any(|start| name.to_uppercase().starts_with(start)));
    Ok(names)
}

/// The names of the files in a folder, sorted.
fn file_names(folder: &Path) -> Outcome<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.path().is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn every_licence_that_is_required_has_its_text() {
        let three = ["LICENSE-APACHE", "LICENSE-MIT", "LICENSE-UNICODE"].as_slice();
        let cases = [
            (
                "(MIT OR Apache-2.0) AND Unicode-3.0",
                three,
                Some(vec!["LICENSE-MIT", "LICENSE-UNICODE"]),
            ),
            ("MIT OR Apache-2.0", three, Some(vec!["LICENSE-MIT"])),
            ("Apache-2.0 OR MIT", three, Some(vec!["LICENSE-MIT"])),
            ("Apache-2.0", three, Some(vec!["LICENSE-APACHE"])),
            ("Unlicense OR MIT", &["COPYING", "LICENSE-MIT"], Some(vec!["LICENSE-MIT"])),
            ("ISC", &["LICENSE.md"], Some(vec!["LICENSE.md"])),
            ("MIT AND Zlib", &["LICENSE"], Some(vec!["LICENSE"])),
            ("MIT AND Zlib", &["LICENSE-MIT"], None),
            ("MIT", &[], None),
        ];
        for (expression, names, wanted) in cases {
            let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
            let found = chosen(expression, &names);
            let found =
                found.map(|found| found.into_iter().map(String::as_str).collect::<Vec<_>>());
            assert_eq!(found, wanted, "{expression} of {names:?}");
        }
    }
}
