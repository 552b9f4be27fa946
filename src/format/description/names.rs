//! What a description names: versions, and binaries.

use std::collections::HashSet;

use crate::format::description::Description;
#[cfg(feature = "report")]
use crate::format::description::Fill;
use crate::format::description::entry::Key;
#[cfg(feature = "report")]
use crate::format::description::outline::{InlineKind, LeafKind};
#[cfg(feature = "report")]
use crate::format::template::SectionName;
use crate::format::version::Version;

impl Description<'_> {
    /// What entries of `key` name: versions, and as it is written what cannot be read.
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

    /// Each version that entries of `key` name, where it comes first.
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
