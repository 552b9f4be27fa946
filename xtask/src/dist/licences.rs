//! Collects the licences of the crates and packages whose code we ship. Each requires that its text is included.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::command::root;
use crate::dist::build::Place;
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
    for package in packages(place)? {
        texts.push((package.replacen("-v", " ", 1), text(&folder(place, &package)?)?));
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
    let with_text = |module: &Module| {
        let folder = root().join("node_modules").join(&module.name);
        Ok((format!("{} {}", module.name, module.version), text(&folder)?))
    };
    modules::bundled(metafile)?.iter().map(with_text).collect()
}

/// Each licence text once, with the names of its packages.
fn sections(header: &str, texts: Vec<(String, String)>) -> String {
    let mut names_by_text: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, text) in texts {
        names_by_text.entry(text).or_default().push(name);
    }
    let mut sections: Vec<String> = names_by_text
        .iter()
        .map(|(text, names)| format!("{}\n\n{}\n", names.join(", "), text.trim()))
        .collect();
    sections.sort();
    let separator = format!("\n{}\n\n", "-".repeat(80));
    format!("{header}{separator}{}", sections.join(&separator))
}

/// The packages whose code is in the modules, as `name version`. Cargo names their folders the same, with `-`. The
/// report's module contains all crates of the other.
fn packages(place: &Place) -> Outcome<Vec<String>> {
    let linked = crates::linked(place, "report")?;
    let foreign = linked.keys().filter(|linked| linked.name != OWN);
    Ok(foreign.map(|linked| format!("{} {}", linked.name, linked.version)).collect())
}

/// The licence text of a package: the MIT licence if there is a choice, because it is short. A package with a folder of
/// licences has several owners and requires the text of each.
fn text(folder: &Path) -> Outcome<String> {
    let is_mit = |file: &PathBuf| file.to_string_lossy().to_uppercase().contains("MIT");
    let mut files = licence_files(folder)?;
    files.sort_by_key(|file| (!is_mit(file), file.clone()));
    files.truncate(1);
    if folder.join(FOLDER).exists() {
        let entries = fs::read_dir(folder.join(FOLDER))?;
        let owners = entries.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<PathBuf>>>()?;
        files.extend(owners.into_iter().filter(is_mit));
        files.sort();
    }
    if files.is_empty() {
        return Err(format!("{} has no licence file", folder.display()).into());
    }
    let texts = files.iter().map(|file| Ok(fs::read_to_string(file)?.replace("\r\n", "\n")));
    Ok(texts.collect::<Outcome<Vec<String>>>()?.join("\n"))
}

const FOLDER: &str = ".licenses";

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
