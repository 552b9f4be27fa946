//! Lists and writes the generated files, and checks that the committed ones are up to date.

use std::fs;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;
use crate::docs::{policy, readme, rules, schema, templates};

/// The only folder in which every file is generated.
const FOLDER: &str = "docs/rules";

/// Writes the generated files, and removes the pages of rules that no longer exist.
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

/// Fails if generated files are out of date, and names them.
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
        println!("{} generated files are up to date", pages.len());
        return Ok(());
    }
    Err(format!("files are out of date (run `cargo xtask docs`):\n  {}", stale.join("\n  ")).into())
}

fn all() -> Outcome<Vec<Page>> {
    let mut pages = rules::pages()?;
    pages.extend(templates::pages()?);
    pages.extend(schema::pages()?);
    pages.push(readme::page()?);
    pages.push(policy::page()?);
    Ok(pages)
}

/// Pages without a rule.
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
