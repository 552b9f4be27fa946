//! Patterns for the names of labels that the action sets and removes.

use std::fmt;

use crate::format::tags::TagPatterns;

/// A label name, or a family of label names: text with at most one placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The text before the placeholder; all of it when there is none.
    before: String,
    placeholder: Option<Placeholder>,
    after: String,
}

/// A placeholder in a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// `{branch}`: a branch such as `v1.34`.
    Branch,
    /// `{version}`: a version such as `v1.34.2`.
    Version,
}

/// The longest label name that GitHub allows, in characters.
pub(super) const LONGEST_NAME: usize = 50;

impl Placeholder {
    /// How it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Branch => "{branch}",
            Self::Version => "{version}",
        }
    }

    /// The longest expected value, which must fit in a label's name.
    const fn longest(self) -> &'static str {
        match self {
            Self::Branch => "v999.999",
            Self::Version => "v999.999.999-alpha.999",
        }
    }

    /// The number of the longest expected value.
    const fn longest_number(self) -> &'static str {
        match self {
            Self::Branch => "999.999",
            Self::Version => "999.999.999-alpha.999",
        }
    }

    fn is_value(self, text: &str, tags: &TagPatterns) -> bool {
        match self {
            Self::Branch => tags.is_branch_label(text),
            Self::Version => tags.is_version_label(text),
        }
    }
}

impl Pattern {
    /// Reads a pattern that must contain this placeholder once, or no placeholder if `None`.
    ///
    /// # Errors
    /// What is wrong with it, as the end of a sentence that starts with "`x`".
    pub(super) fn parse(text: &str, wanted: Option<Placeholder>) -> Result<Self, String> {
        let parts = wanted.and_then(|placeholder| text.split_once(placeholder.name()));
        let (before, after) = parts.unwrap_or((text, ""));
        if let Some(other) = placeholder(before).or_else(|| placeholder(after)) {
            let other = crate::text::quote::code(other);
            return Err(match wanted {
                Some(wanted) if parts.is_some() => {
                    format!("also contains {other}: write only `{}`", wanted.name())
                }
                Some(wanted) => format!("contains {other}: write `{}`", wanted.name()),
                None => format!("contains {other}, but is a single label: write a plain name"),
            });
        }
        if let (Some(wanted), None) = (wanted, parts) {
            let name = wanted.name();
            return Err(format!(
                "does not contain `{name}`: write, for example, {}",
                example(text, name)
            ));
        }
        let pattern =
            Self { before: before.to_owned(), placeholder: wanted, after: after.to_owned() };
        match flaw(&pattern.filled(wanted.map_or("", Placeholder::longest))) {
            Some(flaw) => Err(match wanted {
                Some(wanted) => format!("{flaw} once `{}` is filled in", wanted.name()),
                None => flaw.to_owned(),
            }),
            None => Ok(pattern),
        }
    }

    /// The name of the label without a placeholder.
    pub(super) fn plain(&self) -> Option<String> {
        self.placeholder.is_none().then(|| self.before.clone())
    }

    /// The label for `value`; `None` when the name would be longer than GitHub allows.
    pub(super) fn name(&self, value: &impl fmt::Display) -> Option<String> {
        Some(self.filled(&value.to_string())).filter(|name| name.chars().count() <= LONGEST_NAME)
    }

    fn filled(&self, value: &str) -> String {
        format!("{}{value}{}", self.before, self.after)
    }

    /// The longer text next to the placeholder, which can be used to search for labels of this pattern.
    pub(crate) fn longest_literal(&self) -> &str {
        if self.after.len() > self.before.len() { &self.after } else { &self.before }
    }

    /// Whether the names for versions, as these tags write them, are longer than GitHub allows.
    pub(super) fn is_too_long(&self, tags: &TagPatterns) -> Option<Placeholder> {
        let placeholder = self.placeholder?;
        let longest = tags.spelling().write(placeholder.longest_number());
        self.name(&longest).is_none().then_some(placeholder)
    }

    /// Whether this pattern can produce `name`. As on GitHub, case does not matter.
    #[must_use]
    pub fn matches(&self, name: &str, tags: &TagPatterns) -> bool {
        let name = name.to_ascii_lowercase();
        let rest = name.strip_prefix(&self.before.to_ascii_lowercase());
        match (rest, self.placeholder) {
            (Some(rest), None) => rest.is_empty(),
            (Some(rest), Some(placeholder)) => {
                let value = rest.strip_suffix(&self.after.to_ascii_lowercase());
                value.is_some_and(|value| placeholder.is_value(value, tags))
            }
            (None, _) => false,
        }
    }

    /// Whether some name that this pattern can produce starts with `prefix` and is longer. A prefix that ends like the
    /// start of a version may match too, and is then reported.
    pub(super) fn can_extend(&self, prefix: &str, tags: &TagPatterns) -> bool {
        let (before, prefix) = (self.before.to_ascii_lowercase(), prefix.to_ascii_lowercase());
        match (before.strip_prefix(&prefix), prefix.strip_prefix(&before)) {
            (Some(rest), _) => self.placeholder.is_some() || !rest.trim().is_empty(),
            (None, Some(rest)) => self.placeholder.is_some() && can_start_value(rest, tags),
            (None, None) => false,
        }
    }

    /// Whether both patterns can produce the same name, judging by their texts.
    pub(super) fn overlaps(&self, other: &Self, tags: &TagPatterns) -> bool {
        if self.placeholder.is_none() || other.placeholder.is_none() {
            return self.matches(&other.before, tags) || other.matches(&self.before, tags);
        }
        let lower = |text: &String| text.to_ascii_lowercase();
        let (before, other_before) = (lower(&self.before), lower(&other.before));
        let (after, other_after) = (lower(&self.after), lower(&other.after));
        if before == other_before && after == other_after {
            return self.placeholder == other.placeholder;
        }
        let can_start = |text: &str| can_start_value(text, tags);
        let meets = |one: &str, other: &str| one.strip_prefix(other).is_some_and(can_start);
        (meets(&before, &other_before) || meets(&other_before, &before))
            && (after.ends_with(&other_after) || other_after.ends_with(&after))
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.filled(self.placeholder.map_or("", Placeholder::name)))
    }
}

/// The first part of `text` that has the form of a placeholder, known or not.
fn placeholder(text: &str) -> Option<&str> {
    let start = text.find('{')?;
    let rest = text.get(start..)?;
    rest.get(..=rest.find('}')?)
}

fn example(text: &str, placeholder: &str) -> String {
    crate::text::quote::code(&format!("{}/{placeholder}", text.trim_end_matches('/')))
}

/// Whether a branch or version may start like this.
fn can_start_value(text: &str, tags: &TagPatterns) -> bool {
    tags.patterns().iter().any(|pattern| {
        let before = pattern.before().to_ascii_lowercase();
        let is_number = |rest: &str| rest.starts_with(|next: char| next.is_ascii_digit());
        before.starts_with(text) || text.strip_prefix(&before).is_some_and(is_number)
    })
}

/// Why `name` cannot be a label's name, as the end of a sentence that starts with "`x`".
///
/// GitHub's `DELETE …/labels/.` removes all labels of an issue. `labels=` splits at commas. Whitespace around a name is
/// dropped, so a label that was set would not be found again.
pub(super) fn flaw(name: &str) -> Option<&'static str> {
    match name {
        "" => Some("is empty"),
        "." | ".." => Some("is not a label name that GitHub can remove"),
        _ if name.contains(',') => Some("contains a comma"),
        _ if name.contains(char::is_control) => Some("contains a control character"),
        _ if name.trim() != name => Some("starts or ends with whitespace"),
        _ if name.chars().count() > LONGEST_NAME => Some("is longer than 50 characters"),
        _ => None,
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for Pattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
