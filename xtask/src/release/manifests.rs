//! Reads the versions of the manifests. They have the form that cargo and npm write.

/// A path, and the function that reads the version from the file's text.
pub(crate) type Manifest = (&'static str, fn(&str) -> Option<&str>);

/// The files that have the version.
pub(crate) const MANIFESTS: &[Manifest] = &[
    ("Cargo.toml", of_cargo),
    ("Cargo.lock", of_cargo_lock),
    ("package.json", of_npm),
    ("package-lock.json", of_npm),
    ("npm/package.json", of_npm),
    ("pkg/package.json", of_npm),
];

pub(crate) fn of_cargo(manifest: &str) -> Option<&str> {
    let (_, package) = manifest.split_once("[package]\n")?;
    quoted(package.split("\n[").next()?, "version = \"")
}

fn of_cargo_lock(lock: &str) -> Option<&str> {
    let (_, package) = lock.split_once("\nname = \"patch-release-issues\"\n")?;
    quoted(package.split("\n[").next()?, "version = \"")
}

/// The member of the outermost object.
fn of_npm(manifest: &str) -> Option<&str> {
    quoted(manifest, "  \"version\": \"")
}

/// The rest of the first line that starts with `start`, up to a quotation mark.
fn quoted<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    text.lines().find_map(|line| line.strip_prefix(start))?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{MANIFESTS, of_cargo, of_cargo_lock, of_npm};

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        let manifest = "[workspace]\nversion = \"9.0.0\"\n\n[package]\nname = \"a\"\nversion = \"1.2.3\"\n\n[dependencies.b]\nversion = \"2\"\n";
        assert_eq!(of_cargo(manifest), Some("1.2.3"));
        assert_eq!(
            of_cargo("[package]\nname = \"a\"\n\n[dependencies.b]\nversion = \"2\"\n"),
            None
        );
        let lock = "[[package]]\nname = \"a\"\nversion = \"9.0.0\"\n\n[[package]]\nname = \"patch-release-issues\"\nversion = \"1.2.3\"\n";
        assert_eq!(of_cargo_lock(lock), Some("1.2.3"));
        let npm = "{\n  \"engines\": {\n    \"version\": \"9\"\n  },\n  \"version\": \"1.2.3-rc.1\",\n}\n";
        assert_eq!(of_npm(npm), Some("1.2.3-rc.1"));
    }

    #[test]
    fn all_manifests_of_this_repository_have_the_same_version() {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        for (path, read) in MANIFESTS {
            let text = std::fs::read_to_string(root.join(path)).unwrap_or_default();
            let own = of_cargo(include_str!("../../../Cargo.toml"));
            assert_eq!((read(&text), own.is_some()), (own, true), "{path}");
        }
    }
}
