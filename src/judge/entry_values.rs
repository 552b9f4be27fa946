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

    /// What is wrong with a value that cannot be read, as the end of a sentence; nothing if that is not clear. The
    /// defaults say nothing of zeros.
    pub(crate) fn flaw(&self) -> &'static str {
        let tags = self.description.source.form.tags;
        let number = tags.number(self.value()).split(['-', '+']).next().unwrap_or_default();
        let is_number =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let starts_with_zero = |part: &str| part.len() > 1 && part.starts_with('0');
        let is_dotted = number.contains('.') && number.split('.').all(is_number);
        if !tags.is_default() && is_dotted && number.split('.').any(starts_with_zero) {
            ": its numbers must not start with zeros"
        } else {
            ""
        }
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
