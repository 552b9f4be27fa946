//! Lists the crates whose code is in a WebAssembly module.

use std::collections::{BTreeMap, BTreeSet};

use crate::Outcome;
use crate::dist::build::{Place, cargo_output};

/// A crate whose code is in a module. Its identity is its name and version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Crate {
    pub(crate) name: String,
    /// Such as `1.0.229`.
    pub(crate) version: String,
    /// The expression of its manifest, such as `MIT OR Apache-2.0`.
    pub(crate) licence: String,
    /// The URL of its repository. Empty if its manifest has none.
    pub(crate) repository: String,
}

/// The crates of a module, each with the crates that it depends on. The package itself is one of them.
pub(crate) type Linked = BTreeMap<Crate, BTreeSet<Crate>>;

/// Returns what cargo links into the module that is built with `features`: no build scripts, macros or tests.
pub(crate) fn linked(place: &Place, features: &str) -> Outcome<Linked> {
    let tree = [
        "tree",
        "--locked",
        "--offline",
        "--prefix=depth",
        "--format=|{p}|{l}|{r}",
        "--no-dedupe",
        "--package=patch-release-issues",
        &format!("--features={features}"),
        "--edges=normal,no-proc-macro",
        "--target=wasm32-unknown-unknown",
    ];
    let tree = cargo_output(place, &tree)?;
    read(&tree).ok_or_else(|| format!("cargo's tree cannot be read:\n{tree}").into())
}

/// Reads a tree, one crate a line: its depth, and what the format asks for.
fn read(tree: &str) -> Option<Linked> {
    let mut linked = Linked::new();
    let mut path: Vec<Crate> = Vec::new();
    for line in tree.lines() {
        let (depth, rest) = line.split_once('|')?;
        let found = read_crate(rest)?;
        path.truncate(depth.parse().ok()?);
        if let Some(parent) = path.last() {
            linked.entry(parent.clone()).or_default().insert(found.clone());
        }
        linked.entry(found.clone()).or_default();
        path.push(found);
    }
    Some(linked)
}

/// Reads `name vVERSION (place)|licence|repository`.
fn read_crate(text: &str) -> Option<Crate> {
    let (package, rest) = text.split_once('|')?;
    let (licence, repository) = rest.split_once('|')?;
    let mut words = package.split_whitespace();
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    Some(Crate {
        name: name.to_owned(),
        version: version.to_owned(),
        // The form from before SPDX expressions.
        licence: licence.replace('/', " OR "),
        repository: repository.trim().to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::{Crate, read};

    fn named(name: &str) -> Crate {
        let [licence, repository] =
            ["MIT OR Apache-2.0", "https://example.org/r"].map(str::to_owned);
        Crate { name: name.to_owned(), version: "1.0.0".to_owned(), licence, repository }
    }

    #[test]
    fn a_tree_becomes_crates_with_what_they_depend_on() {
        let end = "|MIT/Apache-2.0|https://example.org/r";
        let lines = ["0|a v1.0.0 (/w)", "1|b v1.0.0", "2|c v1.0.0", "1|c v1.0.0", "1|d v1.0.0"];
        let tree: String = lines.map(|line| format!("{line}{end}\n")).concat();
        let linked = read(&tree).unwrap_or_default();
        let [a, b, c, d] = ["a", "b", "c", "d"].map(named);
        assert_eq!(linked.get(&a), Some(&[b.clone(), c.clone(), d.clone()].into()));
        assert_eq!(linked.get(&b), Some(&[c.clone()].into()));
        assert_eq!((linked.get(&c), linked.get(&d)), (Some(&[].into()), Some(&[].into())));
        assert_eq!(read("0|a\n"), None);
    }
}
