//! How a project writes its versions: the codec between its tags and versions. Nothing else knows what stands around
//! the number of a version.

use crate::format::spelling::{PLACEHOLDER, Spelling, without_prefix};
use crate::format::version::{Branch, Version};

/// The most patterns of a project.
pub(crate) const MOST_PATTERNS: usize = 10;

/// The patterns that a project's tags have; the first is written, all are read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TagPatterns(Vec<Spelling>);

impl Default for TagPatterns {
    fn default() -> Self {
        Self(vec![Spelling::V])
    }
}

impl TagPatterns {
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

    /// Whether a tag names the project, so that a number alone may be another project's.
    pub(crate) fn has_name(&self) -> bool {
        self.0.iter().all(|one| !one.name().is_empty() || !one.after().is_empty())
    }

    /// How many bytes of `text` are the project's name, with or without a `v` behind it, if it starts with that.
    pub(crate) fn named(&self, text: &str) -> usize {
        let named = self.0.iter().filter(|one| !one.name().is_empty());
        let starts = named.flat_map(|one| [one.before(), one.name()]);
        let lengths = starts.filter(|start| without_prefix(text, start).is_some()).map(str::len);
        lengths.max().unwrap_or_default()
    }

    /// Whether `text` has a number that starts or ends as those of the project's tags do.
    pub(crate) fn name_number(&self, text: &str) -> bool {
        let is_digit = |character: char| character.is_ascii_digit();
        text.char_indices().any(|(at, _)| {
            let rest = text.get(at..).unwrap_or_default();
            let number = rest.get(self.named(rest)..).unwrap_or_default();
            let has_name = number.len() < rest.len();
            let is_before = has_name && number.trim_start_matches(['v', 'V']).starts_with(is_digit);
            let ends = |one: &&Spelling| !one.after().is_empty();
            let mut ended = self.0.iter().filter(ends);
            is_before || ended.any(|one| without_prefix(rest, one.after()).is_some())
        })
    }

    /// How many bytes at the end of `before` and at the start of `after`, which surround a number, belong to the tag: all
    /// of a pattern's text, the project's name, or a `v`, in any letter case.
    pub(crate) fn around(&self, before: &str, after: &str) -> (usize, usize) {
        let (mut front, mut back) = (0, 0);
        for one in &self.0 {
            for text in [one.before(), one.name(), "v"] {
                let ends = before.len().checked_sub(text.len()).and_then(|at| before.get(at..));
                if ends.is_some_and(|end| end.eq_ignore_ascii_case(text)) {
                    front = front.max(text.len());
                }
            }
            if without_prefix(after, one.after()).is_some() {
                back = back.max(one.after().len());
            }
        }
        (front, back)
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
    counts.retain(|(before, _)| Spelling::parse(&format!("{before}{PLACEHOLDER}")).is_ok());
    let most = counts.iter().map(|(_, count)| *count).max()?;
    let most = counts.iter().filter(|(_, count)| *count == most).map(|(before, _)| before).min()?;
    Some(format!("{most}{PLACEHOLDER}"))
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

impl serde::Serialize for TagPatterns {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [one] => serializer.collect_str(one),
            several => serializer.collect_seq(several.iter().map(ToString::to_string)),
        }
    }
}

impl<'de> serde::Deserialize<'de> for TagPatterns {
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

    fn tags(patterns: &[&str]) -> TagPatterns {
        TagPatterns::new(patterns.iter().map(|one| Spelling::parse(one).unwrap()).collect())
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
