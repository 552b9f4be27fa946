//! What stands around the number of a version in a tag, and in everything that names a version.

use std::fmt;

/// The place of the version in a pattern.
pub(super) const PLACEHOLDER: &str = "{version}";

/// The most text that a pattern may have around the version, in bytes.
const LONGEST: usize = 40;

/// What stands before and after the number of a version: ASCII without blanks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    text: [u8; LONGEST],
    before: u8,
    length: u8,
}

impl Spelling {
    /// `v` + version, as the format wants it unless a policy says otherwise.
    pub(crate) const V: Self = {
        let mut text = [0; LONGEST];
        text[0] = b'v';
        Self { text, before: 1, length: 1 }
    };

    /// Reads a pattern.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence that starts with "`x`".
    pub fn parse(pattern: &str) -> Result<Self, &'static str> {
        let Some((before, after)) = pattern.split_once(PLACEHOLDER) else {
            return Err("does not contain `{version}`: write, for example, `v{version}`");
        };
        if after.contains(PLACEHOLDER) {
            return Err("contains `{version}` more than once: keep one");
        }
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._/@+-".contains(&byte);
        if !before.bytes().chain(after.bytes()).all(is_plain) {
            return Err(
                "contains what no tag should: around `{version}`, write ASCII letters, digits and `._/@+-`",
            );
        }
        if before.ends_with(|last: char| last.is_ascii_digit() || last == '.') {
            return Err(
                "has a digit or a dot right before `{version}`, which could be read as a part of it",
            );
        }
        if after.starts_with(|first: char| first.is_ascii_alphanumeric() || first == '.') {
            return Err(
                "has a letter, a digit or a dot right after `{version}`, which could be read as a part of it",
            );
        }
        let written = format!("{before}{after}");
        let mut text = [0; LONGEST];
        let (Some(room), Ok(before), Ok(length)) = (
            text.get_mut(..written.len()),
            u8::try_from(before.len()),
            u8::try_from(written.len()),
        ) else {
            return Err("is longer than 40 characters around `{version}`");
        };
        room.copy_from_slice(written.as_bytes());
        Ok(Self { text, before, length })
    }

    /// What stands before the number.
    pub(crate) fn before(&self) -> &str {
        self.part(0, self.before)
    }

    /// What stands after the number.
    pub(crate) fn after(&self) -> &str {
        self.part(self.before, self.length)
    }

    fn part(&self, from: u8, to: u8) -> &str {
        let bytes = self.text.get(usize::from(from)..usize::from(to)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }

    /// Writes a number or what stands for one.
    #[must_use]
    pub fn write(&self, number: impl fmt::Display) -> String {
        format!("{}{number}{}", self.before(), self.after())
    }

    /// The number in `text`, which has exactly this form.
    pub(super) fn number<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(self.before())?.strip_suffix(self.after())
    }

    /// The project's name in a tag: what stands before the number, without its `v`.
    pub(super) fn name(&self) -> &str {
        let before = self.before();
        before.strip_suffix(['v', 'V']).filter(|name| !ends_in_word(name)).unwrap_or(before)
    }

    /// Whether the number follows a `v` that belongs to no word.
    pub(crate) fn has_v(&self) -> bool {
        self.name().len() < self.before().len()
    }

    /// The number in `text`, with or without the project's name, the `v` and what follows, in any letter case.
    pub(super) fn number_at_most<'t>(&self, text: &'t str) -> &'t str {
        let without_v = |rest: &'t str| rest.strip_prefix(['v', 'V']).unwrap_or(rest);
        let rest = match without_prefix(text, self.before()) {
            Some(rest) if self.has_v() => rest,
            Some(rest) => without_v(rest),
            None => without_v(without_prefix(text, self.name()).unwrap_or(text)),
        };
        let cut = rest.len().saturating_sub(self.after().len());
        match rest.split_at_checked(cut) {
            Some((number, after)) if after.eq_ignore_ascii_case(self.after()) => number,
            _ => rest,
        }
    }
}

/// Whether a letter at the end of `name` would make a word with what follows.
fn ends_in_word(name: &str) -> bool {
    name.ends_with(|last: char| last.is_ascii_alphanumeric())
}

pub(super) fn without_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}

impl fmt::Display for Spelling {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{PLACEHOLDER}{}", self.before(), self.after())
    }
}

impl fmt::Debug for Spelling {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_could_be_misread() {
        for pattern in [
            "",
            "v",
            "1{version}",
            "v1.{version}",
            "{version}a",
            "{version}{version}",
            "a b{version}",
        ] {
            assert!(Spelling::parse(pattern).is_err(), "{pattern}");
        }
        assert!(Spelling::parse(&format!("{}{PLACEHOLDER}", "a".repeat(41))).is_err());
        assert!(Spelling::parse("@scope/ui@{version}").is_ok());
    }
}
