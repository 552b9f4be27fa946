//! Writes the folder of the site.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::Outcome;
use crate::command::{command, root, succeed, target_dir};
use crate::dist::files;
use crate::node;
use crate::site::links::Site;
use crate::site::pages;

/// The pages outside `docs/`.
const PAGES: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "bench/README.md",
    "npm/README.md",
];

/// What the compose page needs of the package.
const CORE: &[&str] = &["report.js", "report_bg.wasm"];

/// The compose page of the project itself is for any repository that its address names.
const CONFIG: &str =
    "{\"schema\":1,\"server\":\"https://github.com\",\"anyRepository\":true,\"repositories\":[]}\n";

/// Builds the pages in `folder`, or in `site` where cargo builds.
pub(crate) fn write(folder: Option<&str>) -> Outcome {
    let folder = folder.map_or_else(|| target_dir().join("site"), |folder| root().join(folder));
    replaceable(&folder)?;
    files::empty(&folder)?;
    let mut paths: Vec<String> = PAGES.iter().map(|path| (*path).to_owned()).collect();
    let mut assets = BTreeSet::new();
    gather("docs", &mut paths, &mut assets)?;
    let site = Site::of(&paths, assets)?;
    for page in &site.pages {
        let file = folder.join(&page.address);
        fs::create_dir_all(file.parent().unwrap_or(&folder))?;
        fs::write(file, pages::html(&site, page)?)?;
    }
    for asset in &site.assets {
        files::copy(&root().join(asset), &folder.join(asset))?;
    }
    fs::write(folder.join("site.css"), include_str!("site.css"))?;
    compose(&folder.join("compose"))?;
    let report = folder.join("report");
    let mut node = command(node::installed()?, &["xtask/site-report.js"]);
    succeed(node.arg(&report))?;
    println!("{} pages are in {}", site.pages.len(), folder.display());
    Ok(())
}

/// Only a site is replaced, or nothing.
fn replaceable(folder: &Path) -> Outcome {
    let is_site = folder.join("site.css").exists();
    let is_empty = fs::read_dir(folder).map_or(true, |mut entries| entries.next().is_none());
    if is_site || is_empty {
        return Ok(());
    }
    Err(format!("{} is not an earlier site: name an empty folder", folder.display()).into())
}

/// The Markdown pages of a folder, and its other files.
fn gather(folder: &str, pages: &mut Vec<String>, assets: &mut BTreeSet<String>) -> Outcome {
    let mut entries: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(root().join(folder))? {
        entries.push(entry?.path());
    }
    entries.sort();
    for entry in entries {
        let name = entry.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let path = format!("{folder}/{name}");
        if entry.is_dir() {
            gather(&path, pages, assets)?;
        } else if Path::new(&name).extension().is_some_and(|kind| kind == "md") {
            pages.push(path);
        } else {
            assets.insert(path);
        }
    }
    Ok(())
}

/// The compose page, in the form in which it lies beside a report.
fn compose(folder: &Path) -> Outcome {
    files::copy(&root().join("compose"), folder)?;
    for name in CORE {
        files::copy(&root().join("pkg/report").join(name), &folder.join("core").join(name))?;
    }
    Ok(fs::write(folder.join("config.json"), CONFIG)?)
}
