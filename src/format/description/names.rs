//! What a description names: versions, and binaries.

use std::collections::HashSet;

use crate::format::description::Description;
use crate::format::description::entry::Key;

impl Description<'_> {
    /// What entries of `key` name: versions or branches, and as it is written what cannot be read.
    pub(crate) fn named(&self, key: Key) -> Vec<String> {
        let mut named = Vec::new();
        for entry in &self.entries {
            for value in &entry.values {
                if entry.key == key {
                    let written = || self.source.slice(&value.span).to_owned();
                    named.push(value.name().unwrap_or_else(written));
                }
            }
        }
        named
    }

    /// Each version or branch that entries of `key` name, where it comes first.
    pub(crate) fn versions(&self, key: Key) -> Vec<String> {
        let (mut versions, mut seen) = (Vec::new(), HashSet::new());
        for entry in &self.entries {
            for value in &entry.values {
                if let Some(version) = value.name().filter(|_| entry.key == key)
                    && seen.insert(version.clone())
                {
                    versions.push(version);
                }
            }
        }
        versions
    }

    /// Each binary, where it is named first.
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
