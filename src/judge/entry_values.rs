//! The values of entries, and where they are.

use crate::format::description::Description;
use crate::format::description::entry::Entry;
use crate::format::description::entry_versions::Claim;
use crate::format::description::value::Value;
use crate::text::edit::Span;

/// A value of an entry, and where it is.
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

    /// A number as the project writes its versions and branches.
    pub(crate) fn example(&self, number: &str) -> String {
        self.description.source.form.tags.spelling().write(number)
    }

    /// The text `key=value`, with the intended key.
    pub(crate) fn text(&self) -> String {
        format!("{}={}", self.entry.key.name(), self.value())
    }
}

/// All values of all entries, in the order of the description.
pub(crate) fn written<'a>(description: &'a Description<'a>) -> Vec<EntryValue<'a>> {
    let mut written = Vec::new();
    for entry in &description.entries {
        for value in &entry.values {
            written.push(EntryValue { description, entry, value });
        }
    }
    written
}

/// The value that `claim` was made from.
pub(crate) fn claimed<'a>(
    description: &'a Description<'a>,
    claim: &Claim,
) -> Option<EntryValue<'a>> {
    let entry = description.entries.get(claim.entry)?;
    Some(EntryValue { description, entry, value: entry.values.get(claim.value)? })
}
