//! How a project writes its versions: the codec between its tags and versions. Nothing else knows what stands around
//! the number of a version.

use std::fmt;

use crate::format::version::{Branch, Version};

/// The place of the version in a pattern.
const PLACEHOLDER: &str = "{version}";

/// The most text that a pattern may have around the version, in bytes.
const LONGEST: usize = 40;

/// The most patterns of a project.
pub(crate) const MOST_PATTERNS: usize = 10;

/// What stands before and after the number of a version: ASCII without blanks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spelling {
    text: [u8; LONGEST],
    before: u8,
    length: u8,
}

/// The patterns that a project's tags have; the first is written, all are read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tags(Vec<Spelling>);

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
    pub(crate) fn write(&self, number: impl fmt::Display) -> String {
        format!("{}{number}{}", self.before(), self.after())
    }

    /// The number in `text`, which has exactly this form.
    fn number<'t>(&self, text: &'t str) -> Option<&'t str> {
        text.strip_prefix(self.before())?.strip_suffix(self.after())
    }

    /// The project's name in a tag: what stands before the number, without its `v`.
    fn name(&self) -> &str {
        let before = self.before();
        before.strip_suffix(['v', 'V']).filter(|name| !ends_in_word(name)).unwrap_or(before)
    }

    /// Whether the number follows a `v` that belongs to no word.
    pub(crate) fn has_v(&self) -> bool {
        self.name().len() < self.before().len()
    }

    /// The number in `text`, with or without the project's name, the `v` and what follows, in any letter case.
    fn number_at_most<'t>(&self, text: &'t str) -> &'t str {
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

fn without_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
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

impl Default for Tags {
    fn default() -> Self {
        Self(vec![Spelling::V])
    }
}

impl Tags {
    /// The tags of these patterns; those of the defaults when there are none.
    #[must_use]
    pub fn new(patterns: Vec<Spelling>) -> Self {
        if patterns.is_empty() { Self::default() } else { Self(patterns) }
    }

    /// How versions are written.
    #[must_use]
    pub fn spelling(&self) -> Spelling {
        self.0.first().copied().unwrap_or(Spelling::V)
    }

    /// Every pattern.
    pub(crate) fn patterns(&self) -> &[Spelling] {
        &self.0
    }

    /// Whether these are the tags of the defaults.
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// The version of the tag `text`, written as versions are; `None` for anything else.
    #[must_use]
    pub fn version(&self, text: &str) -> Option<Version> {
        let mut read = self.0.iter().filter_map(|one| Version::of_number(one.number(text)?));
        read.next().map(|version| version.spelled(self.spelling()))
    }

    /// The branch `text`, likewise.
    #[must_use]
    pub fn branch(&self, text: &str) -> Option<Branch> {
        let mut read = self.0.iter().filter_map(|one| Branch::of_number(one.number(text)?));
        read.next().map(|branch| branch.spelled(self.spelling()))
    }

    /// The place of the pattern that the tag `text` has, if it is a version.
    pub(crate) fn rank(&self, text: &str) -> Option<usize> {
        let is_read = |one: &Spelling| one.number(text).and_then(Version::of_number).is_some();
        self.0.iter().position(is_read)
    }

    /// The version in a label's name, in any letter case.
    pub(crate) fn is_version_label(&self, text: &str) -> bool {
        self.labelled(text).any(|number| Version::of_number(number).is_some())
    }

    /// The branch in a label's name, in any letter case.
    pub(crate) fn is_branch_label(&self, text: &str) -> bool {
        self.labelled(text).any(|number| Branch::of_number(number).is_some())
    }

    fn labelled<'t>(&'t self, text: &'t str) -> impl Iterator<Item = &'t str> {
        self.0.iter().filter_map(|one| {
            let rest = without_prefix(text, one.before())?;
            let (number, after) =
                rest.split_at_checked(rest.len().checked_sub(one.after().len())?)?;
            after.eq_ignore_ascii_case(one.after()).then_some(number)
        })
    }

    /// The version that was meant, where a `v` or the project's name may be missing or have another letter case.
    pub(crate) fn meant_version(&self, text: &str) -> Option<Version> {
        let mut numbers = self.0.iter().map(|one| one.number_at_most(text));
        let meant = self.version(text).or_else(|| numbers.find_map(Version::of_number));
        meant.map(|version| version.spelled(self.spelling()))
    }

    /// The branch that was meant, likewise.
    pub(crate) fn meant_branch(&self, text: &str) -> Option<Branch> {
        let mut numbers = self.0.iter().map(|one| one.number_at_most(text));
        let meant = self.branch(text).or_else(|| numbers.find_map(Branch::of_number));
        meant.map(|branch| branch.spelled(self.spelling()))
    }

    /// What stands in `text` for the number of a version, or all of `text`: the shortest rest of any pattern.
    pub(crate) fn number<'t>(&self, text: &'t str) -> &'t str {
        let numbers = self.0.iter().map(|one| one.number_at_most(text));
        numbers.min_by_key(|number| number.len()).unwrap_or(text)
    }

    /// Whether a character may stand in a tag of this project, beside those of versions.
    pub(crate) fn contain(&self, character: char) -> bool {
        self.0.iter().any(|one| one.before().contains(character) || one.after().contains(character))
    }

    /// What to say when no tag is written like these, but most end in a version in the way of `pattern`.
    pub(crate) fn none_matches(&self, pattern: &str) -> String {
        let own: Vec<String> = self.0.iter().map(|one| format!("`{one}`")).collect();
        format!(
            "no tag has the form {}, so no release is known: most tags have the form `{pattern}`. Write `tags: \"{pattern}\"` into a policy, and name it in the input `policy`",
            own.join(" or ")
        )
    }

    /// The names that the tag of a version may have, by pattern.
    pub(crate) fn names(&self, version: &Version) -> Vec<String> {
        self.0.iter().map(|one| version.clone().spelled(*one).to_string()).collect()
    }
}

/// The pattern that most of `names` have, if none of them has one of the project's: names that only differ in what
/// stands before a version. For a warning.
pub(crate) fn pattern_of_most<'n>(names: impl Iterator<Item = &'n str>) -> Option<String> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    for name in names {
        let Some(before) = before_version(name) else { continue };
        match counts.iter_mut().find(|(known, _)| known == before) {
            Some((_, count)) => *count += 1,
            None => counts.push((before.to_owned(), 1)),
        }
    }
    counts.sort_by(|(one, few), (other, many)| many.cmp(few).then_with(|| one.cmp(other)));
    let patterns = counts.iter().map(|(before, _)| format!("{before}{PLACEHOLDER}"));
    patterns.into_iter().find(|pattern| Spelling::parse(pattern).is_ok())
}

/// What stands before the version that `name` ends in.
fn before_version(name: &str) -> Option<&str> {
    let starts = name.char_indices().filter(|(at, character)| {
        let before = name.get(..*at).unwrap_or_default();
        character.is_ascii_digit()
            && !before.ends_with(|last: char| last.is_ascii_digit() || last == '.')
    });
    let mut befores = starts.filter_map(|(at, _)| name.split_at_checked(at));
    befores.find(|(_, rest)| Version::of_number(rest).is_some()).map(|(before, _)| before)
}

impl serde::Serialize for Tags {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => serializer.collect_str(one),
            several => serializer.collect_seq(several.iter().map(ToString::to_string)),
        }
    }
}

impl<'de> serde::Deserialize<'de> for Tags {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let patterns = match serde_json::Value::deserialize(deserializer)? {
            serde_json::Value::Array(patterns) => patterns,
            pattern => vec![pattern],
        };
        let read = |pattern: &serde_json::Value| Spelling::parse(pattern.as_str()?).ok();
        let read = patterns.iter().map(read).collect::<Option<Vec<_>>>();
        read.map(Self::new).ok_or_else(|| serde::de::Error::custom("not a pattern of tags"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(patterns: &[&str]) -> Tags {
        Tags::new(patterns.iter().map(|one| Spelling::parse(one).unwrap()).collect())
    }

    #[test]
    fn reads_any_and_writes_the_first() {
        let tags = tags(&["{version}", "v{version}"]);
        for text in ["1.6.2", "v1.6.2"] {
            assert_eq!(tags.version(text).unwrap().to_string(), "1.6.2");
        }
        assert_eq!(tags.version("V1.6.2"), None);
        assert_eq!(tags.branch("v1.6").unwrap().to_string(), "1.6");
        assert_eq!(
            (tags.rank("v1.6.2"), tags.rank("1.6.2"), tags.rank("1.6")),
            (Some(1), Some(0), None)
        );
    }

    #[test]
    fn prefixes_of_each_other_stay_apart() {
        let (ui, kit) = (tags(&["ui-v{version}"]), tags(&["ui-kit-v{version}"]));
        for (text, of) in [("ui-v1.2.3", &ui), ("ui-kit-v1.2.3", &kit)] {
            let other = if std::ptr::eq(of, &raw const ui) { &kit } else { &ui };
            assert_eq!(of.version(text).unwrap().to_string(), text);
            assert_eq!((other.version(text), other.meant_version(text)), (None, None), "{text}");
        }
    }

    #[test]
    fn recognizes_what_was_meant() {
        for (pattern, text, meant) in [
            ("{version}", "v1.6.2", Some("1.6.2")),
            ("engine-v{version}", "engine-1.6.2", Some("engine-v1.6.2")),
            ("engine-v{version}", "Engine-V1.6.2", Some("engine-v1.6.2")),
            ("engine-v{version}", "v1.6.2", Some("engine-v1.6.2")),
            ("engine-v{version}", "1.6.2", Some("engine-v1.6.2")),
            ("engine-{version}", "engine-v1.6.2", Some("engine-1.6.2")),
            ("engine-v{version}", "ui-v1.6.2", None),
            ("v{version}", "vv1.6.2", None),
            ("dev{version}", "de1.6.2", None),
            ("{version}/engine", "1.6.2", Some("1.6.2/engine")),
            ("{version}", "2024.01.3", None),
            ("{version}", "2024.1.3", Some("2024.1.3")),
        ] {
            let read = tags(&[pattern]).meant_version(text).map(|version| version.to_string());
            assert_eq!(read.as_deref(), meant, "{pattern} {text}");
        }
    }

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

    #[test]
    fn finds_the_pattern_of_most() {
        let most = |names: &[&str]| pattern_of_most(names.iter().copied());
        assert_eq!(most(&["1.6.2", "1.6.3", "ui-v1.0.0", "nightly"]).as_deref(), Some("{version}"));
        assert_eq!(
            most(&["engine-v1.6.2", "v8-engine-v1.6.3", "engine-v1.7.0"]).as_deref(),
            Some("engine-v{version}")
        );
        assert_eq!(most(&["nightly", "v1"]), None);
    }
}
