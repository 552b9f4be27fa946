//! The versions and binaries that a description names.

use std::collections::HashSet;

use crate::format::description::Description;
#[cfg(feature = "report")]
use crate::format::description::Fill;
use crate::format::description::entry::Key;
#[cfg(feature = "report")]
use crate::format::description::outline::{InlineKind, LeafKind};
#[cfg(feature = "report")]
use crate::format::template::SectionName;

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

    /// The text of the first paragraph or list item of a section, without comments; `None` when the section has no
    /// answer or begins with something else.
    #[cfg(feature = "report")]
    pub(crate) fn first_paragraph(&self, name: SectionName) -> Option<String> {
        let body = self.body(name).filter(|_| self.fill(name) == Some(Fill::Given))?;
        let paragraphs = body.leaves().iter().filter(|leaf| leaf.kind == LeafKind::Paragraph);
        paragraphs.into_iter().find_map(|leaf| {
            let mut text = String::new();
            for inline in body.inlines(leaf) {
                if inline.kind != InlineKind::Html {
                    text.push_str(body.text(inline));
                }
            }
            Some(text).filter(|text| !text.trim().is_empty())
        })
    }
}
