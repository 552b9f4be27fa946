//! The values of entries, with where they are written.

use crate::format::description::Description;
use crate::format::description::entry::Entry;
use crate::format::description::entry_versions::Claim;
use crate::format::description::value::Value;
use crate::text::edit::Span;

/// A value of an entry, with where it stands.
#[derive(Clone, Copy)]
pub(crate) struct EntryValue<'a> {
    pub(crate) description: &'a Description<'a>,
    pub(crate) entry: &'a Entry,
    pub(crate) value: &'a Value,
}

impl EntryValue<'_> {
    pub(crate) fn span(&self) -> Span {
        self.description.original(&self.value.span)
    }

    /// The value as its author wrote it.
    pub(crate) fn value(&self) -> &str {
        self.description.source.slice(&self.value.span)
    }

    /// The words `key=value`, with the key that was meant.
    pub(crate) fn text(&self) -> String {
        format!("{}={}", self.entry.key.name(), self.value())
    }
}

/// Every value that entries name, in the order of the description.
pub(crate) fn written<'a>(description: &'a Description<'a>) -> Vec<EntryValue<'a>> {
    let mut written = Vec::new();
    for entry in &description.entries {
        for value in &entry.values {
            written.push(EntryValue { description, entry, value });
        }
    }
    written
}

/// What `claim` was made from.
pub(crate) fn claimed<'a>(
    description: &'a Description<'a>,
    claim: &Claim,
) -> Option<EntryValue<'a>> {
    let entry = description.entries.get(claim.entry)?;
    Some(EntryValue { description, entry, value: entry.values.get(claim.value)? })
}
