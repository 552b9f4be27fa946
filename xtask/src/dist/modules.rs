//! Lists the npm packages whose code is in a bundle.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::Outcome;
use crate::command::root;

/// An npm package whose code is in a bundle, as the lock file describes it.
pub(crate) struct Module {
    /// Such as `@octokit/core`.
    pub(crate) name: String,
    pub(crate) version: String,
    /// An SPDX expression.
    pub(crate) licence: String,
    /// The digest of its tarball, such as `sha512-…` in base64.
    pub(crate) integrity: String,
    /// The names of the packages that it depends on, bundled or not.
    pub(crate) needs: BTreeSet<String>,
}

/// Returns the packages in a bundle, which esbuild listed in `metafile`, sorted by name.
pub(crate) fn bundled(metafile: &Path) -> Outcome<Vec<Module>> {
    let meta: Value = serde_json::from_str(&fs::read_to_string(metafile)?)?;
    let inputs = meta.get("inputs").and_then(Value::as_object).ok_or("esbuild lists no inputs")?;
    let places: BTreeSet<&str> = inputs.keys().filter_map(|path| place(path)).collect();
    let lock: Value = serde_json::from_str(&fs::read_to_string(root().join("package-lock.json"))?)?;
    let of = |place: &str| {
        read(&lock, place).ok_or_else(|| format!("package-lock.json does not describe {place}"))
    };
    Ok(places.into_iter().map(of).collect::<Result<Vec<Module>, String>>()?)
}

/// The part of a file's path that leads to its npm package, from `node_modules` on. The lock file uses it as a key.
fn place(path: &str) -> Option<&str> {
    let start = path.find("node_modules/")?;
    let (before, inside) = path.rsplit_once("node_modules/")?;
    let slashes = usize::from(inside.starts_with('@'));
    let (end, _) = inside.match_indices('/').nth(slashes)?;
    path.get(start..before.len() + "node_modules/".len() + end)
}

fn read(lock: &Value, place: &str) -> Option<Module> {
    let entry = lock.get("packages")?.get(place)?;
    let text = |name: &str| Some(entry.get(name)?.as_str()?.to_owned());
    let needs = entry.get("dependencies").and_then(Value::as_object);
    Some(Module {
        name: place.rsplit_once("node_modules/")?.1.to_owned(),
        version: text("version")?,
        licence: text("license")?,
        integrity: text("integrity")?,
        needs: needs.into_iter().flatten().map(|(name, _)| name.clone()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{place, read};

    #[test]
    fn a_file_belongs_to_the_innermost_package() {
        let cases = [
            ("node_modules/@o/core/dist/index.js", Some("node_modules/@o/core")),
            ("../../node_modules/a/b/c.js", Some("node_modules/a")),
            ("node_modules/a/node_modules/@o/b/c.js", Some("node_modules/a/node_modules/@o/b")),
            ("action/github.js", None),
        ];
        for (path, wanted) in cases {
            assert_eq!(place(path), wanted, "{path}");
        }
    }

    #[test]
    fn a_package_without_a_licence_is_refused() {
        let entry = json!({"version": "1.0.0", "license": "MIT", "integrity": "sha512-AA=="});
        let lock = |entry| json!({"packages": {"node_modules/@o/b": entry}});
        let module = read(&lock(entry.clone()), "node_modules/@o/b");
        assert_eq!(module.map(|module| module.name).as_deref(), Some("@o/b"));
        let mut without = entry;
        without.as_object_mut().map(|entry| entry.remove("license"));
        assert!(read(&lock(without), "node_modules/@o/b").is_none());
    }
}
