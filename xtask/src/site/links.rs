//! Where the pages are, and what links between them become. A link that leads nowhere is an error.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use patch_release_issues::links::{HOME, SITE};

use crate::Outcome;
use crate::command::root;
use crate::site::pages;

/// Folders of the site that are made elsewhere.
const OTHERS: &[&str] = &["compose/", "report/"];

/// All pages of the site.
pub(crate) struct Site {
    pub(crate) pages: Vec<SitePage>,
    /// The paths of the files that are copied.
    pub(crate) assets: BTreeSet<String>,
    /// The index in `pages` of each path.
    known: BTreeMap<String, usize>,
}

/// A page that is made from a file in the repository.
pub(crate) struct SitePage {
    /// The file's path.
    pub(crate) path: String,
    /// The page's path in the site.
    pub(crate) address: String,
    pub(crate) text: String,
    /// The names of its headings, for links.
    anchors: BTreeSet<String>,
}

impl Site {
    pub(crate) fn of(paths: &[String], assets: BTreeSet<String>) -> Outcome<Self> {
        let (mut pages, mut known) = (Vec::new(), BTreeMap::new());
        for path in paths {
            let text = fs::read_to_string(root().join(path))?;
            let address = match path.strip_suffix("README.md") {
                Some(folder) => format!("{folder}index.html"),
                None => path.replace(".md", ".html"),
            };
            let anchors = pages::anchors(&text).into_iter().collect();
            known.insert(path.clone(), pages.len());
            pages.push(SitePage { path: path.clone(), address, text, anchors });
        }
        Ok(Self { pages, assets, known })
    }

    /// The target of a link of `page`, for its place in the site.
    pub(crate) fn target(&self, page: &SitePage, link: &str) -> Outcome<String> {
        if let Some(own) = link.strip_prefix(SITE) {
            let own = own.trim_start_matches('/');
            let is_known = own.is_empty() || OTHERS.iter().any(|folder| own.starts_with(folder));
            return if is_known { Ok(format!("{}{own}", up(page))) } else { broken(page, link) };
        }
        if link.contains("://") || link.starts_with("mailto:") {
            return Ok(link.to_owned());
        }
        let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
        let path = if path.is_empty() { page.path.clone() } else { resolve(&page.path, path) };
        let other = self.known.get(&path).and_then(|index| self.pages.get(*index));
        if let Some(other) = other {
            if !anchor.is_empty() && !other.anchors.contains(anchor) {
                return broken(page, link);
            }
            let mark = if anchor.is_empty() { "" } else { "#" };
            return Ok(format!("{}{}{mark}{anchor}", up(page), other.address));
        }
        if self.assets.contains(&path) {
            return Ok(format!("{}{path}", up(page)));
        }
        if !root().join(&path).exists() {
            return broken(page, link);
        }
        let kind = if root().join(&path).is_dir() { "tree" } else { "blob" };
        let mark = if anchor.is_empty() { "" } else { "#" };
        Ok(format!("https://github.com/{HOME}/{kind}/v1/{path}{mark}{anchor}"))
    }
}

fn broken(page: &SitePage, link: &str) -> Outcome<String> {
    Err(format!("{}: the link `{link}` leads nowhere", page.path).into())
}

/// The way from a page to the top of the site.
pub(crate) fn up(page: &SitePage) -> String {
    "../".repeat(page.address.matches('/').count())
}

/// The path of a link from the file at `from`.
fn resolve(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::resolve;

    #[test]
    fn links_are_relative_to_their_file() {
        assert_eq!(resolve("docs/rules/README.md", "../template.md"), "docs/template.md");
        assert_eq!(resolve("README.md", "docs/rules/"), "docs/rules");
    }
}
