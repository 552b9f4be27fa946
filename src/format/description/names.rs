//! The versions and binaries that a description names.

use std::collections::HashSet;

use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::version::Version;

impl Description<'_> {
    /// What entries of `key` name: versions, or the text as written when it cannot be read.
    pub(crate) fn named(&self, key: Key) -> Vec<String> {
        let mut named = Vec::new();
        for entry in &self.entries {
            for value in &entry.values {
                if entry.key == key {
                    let version = value.version().map(Version::to_string);
                    named
                        .push(version.unwrap_or_else(|| self.source.slice(&value.span).to_owned()));
                }
            }
        }
        named
    }

    /// Each version that entries of `key` name, at its first place.
    pub(crate) fn versions(&self, key: Key) -> Vec<String> {
        let (mut versions, mut seen) = (Vec::new(), HashSet::new());
        for entry in &self.entries {
            for value in &entry.values {
                if let Some(version) = value.version().filter(|_| entry.key == key) {
                    let version = version.to_string();
                    if seen.insert(version.clone()) {
                        versions.push(version);
                    }
                }
            }
        }
        versions
    }

    /// Each binary, at its first place.
    pub(crate) fn binary_names(&self) -> Vec<String> {
        let (mut binaries, mut seen) = (Vec::new(), HashSet::new());
        for binary in &self.binaries.named {
            if seen.insert(binary.name.as_str()) {
                binaries.push(binary.name.clone());
            }
        }
        binaries
    }
}
