//! The generated files: which there are, and whether what is committed is what the code says.

use std::fs;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;
use crate::docs::{policy, readme, rules, schema, templates};

/// The one folder that holds nothing but pages.
const FOLDER: &str = "docs/rules";

/// Writes the generated files, and removes the pages of rules that are gone.
pub(crate) fn write() -> Outcome {
    let pages = all()?;
    for path in strays(&pages)? {
        fs::remove_file(root().join(path))?;
    }
    for page in &pages {
        let path = root().join(&page.path);
        fs::create_dir_all(path.parent().unwrap_or(root()))?;
        fs::write(path, &page.text)?;
    }
    Ok(())
}

/// Fails when a generated file is not what would be written, naming each.
pub(crate) fn check() -> Outcome {
    let pages = all()?;
    let is_stale = |page: &&Page| {
        fs::read_to_string(root().join(&page.path)).ok().as_ref() != Some(&page.text)
    };
    let mut stale: Vec<&str> =
        pages.iter().filter(is_stale).map(|page| page.path.as_str()).collect();
    let strays = strays(&pages)?;
    stale.extend(strays.iter().map(String::as_str));
    if stale.is_empty() {
        println!("{} generated files are what the code says", pages.len());
        return Ok(());
    }
    Err(format!("not what the code says (run `cargo xtask docs`):\n  {}", stale.join("\n  "))
        .into())
}

fn all() -> Outcome<Vec<Page>> {
    let mut pages = rules::pages()?;
    pages.extend(templates::pages());
    pages.extend(schema::pages()?);
    pages.push(readme::page()?);
    pages.push(policy::page()?);
    Ok(pages)
}

/// Files that no rule asks for.
fn strays(pages: &[Page]) -> Outcome<Vec<String>> {
    let mut strays = Vec::new();
    for entry in fs::read_dir(root().join(FOLDER)).into_iter().flatten() {
        let path = format!("{FOLDER}/{}", entry?.file_name().to_string_lossy());
        if pages.iter().all(|page| page.path != path) {
            strays.push(path);
        }
    }
    strays.sort();
    Ok(strays)
}
