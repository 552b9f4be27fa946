//! Release tags, and what follows from them.

use std::cmp::Ordering;
use std::fmt;

/// A tag of a release, such as `v1.2.3` or `v1.3.0-rc.1`. Tags are ordered as semantic versions are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    numbers: [u64; 3],
    /// The parts of `rc.1`. Empty unless it is a pre-release.
    pre: Vec<String>,
}

impl Tag {
    /// Reads a tag. The error says what a tag looks like.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        let read = || {
            let version = text.strip_prefix('v')?;
            let (numbers, pre) = version
                .split_once('-')
                .map_or((version, None), |(numbers, pre)| (numbers, Some(pre)));
            let numbers: Option<Vec<u64>> = numbers.split('.').map(number).collect();
            let pre = pre.map_or(Some(Vec::new()), |pre| pre.split('.').map(identifier).collect());
            Some(Self { numbers: numbers?.try_into().ok()?, pre: pre? })
        };
        read().ok_or_else(|| {
            format!("`{text}` is not a release tag, such as `v1.2.3` or `v1.3.0-rc.1`")
        })
    }

    /// Without the `v`, as manifests have it.
    pub(crate) fn version(&self) -> String {
        self.to_string().split_off(1)
    }

    pub(crate) fn is_prerelease(&self) -> bool {
        !self.pre.is_empty()
    }

    /// The tag that users name in their workflows, such as `v1`.
    pub(crate) fn major(&self) -> String {
        let [major, ..] = self.numbers;
        format!("v{major}")
    }

    /// Whether the major tag moves to this release: not to a pre-release, and never backwards.
    pub(crate) fn moves_major(&self, others: &[Self]) -> bool {
        let mut rivals =
            others.iter().filter(|other| !other.is_prerelease() && other.major() == self.major());
        !self.is_prerelease() && rivals.all(|other| other <= self)
    }

    /// Whether it is the newest release of all. A pre-release never is.
    pub(crate) fn is_latest(&self, others: &[Self]) -> bool {
        let mut rivals = others.iter().filter(|other| !other.is_prerelease());
        !self.is_prerelease() && rivals.all(|other| other <= self)
    }

    /// The tag in the npm registry. What users install without a version is `latest`.
    pub(crate) fn npm_tag(&self, others: &[Self]) -> &'static str {
        match (self.is_prerelease(), self.is_latest(others)) {
            (true, _) => "next",
            (false, true) => "latest",
            (false, false) => "previous",
        }
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let [major, minor, patch] = self.numbers;
        write!(formatter, "v{major}.{minor}.{patch}")?;
        if self.is_prerelease() {
            write!(formatter, "-{}", self.pre.join("."))?;
        }
        Ok(())
    }
}

impl Ord for Tag {
    fn cmp(&self, other: &Self) -> Ordering {
        // A pre-release comes before its release. Of its parts, numbers come before words.
        let key = |part: &String| {
            (part.parse::<u64>().map_err(|_| part.clone()))
                .map_or_else(|word| (1, 0, word), |number| (0, number, String::new()))
        };
        let keys = |tag: &Self| tag.pre.iter().map(key).collect::<Vec<_>>();
        let pre = || {
            (!self.is_prerelease())
                .cmp(&!other.is_prerelease())
                .then_with(|| keys(self).cmp(&keys(other)))
        };
        self.numbers.cmp(&other.numbers).then_with(pre)
    }
}

impl PartialOrd for Tag {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A number without leading zeros.
fn number(text: &str) -> Option<u64> {
    let is_number =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    is_number.then(|| text.parse().ok()).flatten()
}

fn identifier(text: &str) -> Option<String> {
    let is_word =
        !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    (is_word && (!is_digits || number(text).is_some())).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::Tag;

    fn tag(text: &str) -> Tag {
        Tag::parse(text).unwrap_or_else(|_| Tag { numbers: [u64::MAX; 3], pre: Vec::new() })
    }

    fn tags(texts: &[&str]) -> Vec<Tag> {
        texts.iter().map(|text| tag(text)).collect()
    }

    #[test]
    fn a_tag_is_three_numbers_after_a_v() {
        for text in ["v0.0.0", "v1.2.3", "v10.20.30-rc.1", "v1.0.0-alpha-1.x.0"] {
            assert_eq!(Tag::parse(text).map(|tag| tag.to_string()), Ok(text.to_owned()));
        }
        let wrong = [
            "",
            "v1",
            "v1.2",
            "1.2.3",
            "v1.2.3.4",
            "v01.2.3",
            "v1.2.3-",
            "v1.2.3-rc..1",
            "v1.2.3-rc.01",
            "v1.2.3+b",
            "v1.2.x",
            "v1.2.3 ",
            "V1.2.3",
            "v1.2.-3",
            "v1.2.99999999999999999999",
        ];
        for text in wrong {
            assert!(
                Tag::parse(text).is_err_and(|error| error.contains(&format!("`{text}`"))),
                "{text}"
            );
        }
    }

    #[test]
    fn tags_are_ordered_as_semantic_versions() {
        let order = tags(&[
            "v0.9.0",
            "v1.0.0-alpha",
            "v1.0.0-alpha.1",
            "v1.0.0-beta.2",
            "v1.0.0-beta.11",
            "v1.0.0-rc.1",
            "v1.0.0",
            "v1.0.1-0",
            "v1.0.1-0a",
            "v1.0.1",
            "v1.10.0",
            "v2.0.0",
        ]);
        let mut sorted = order.clone();
        sorted.reverse();
        sorted.sort();
        assert_eq!(sorted, order);
    }

    #[test]
    fn the_major_tag_moves_forward_to_releases_only() {
        let others = tags(&["v1.0.0", "v1.1.0", "v1.2.0-rc.1", "v2.0.0"]);
        for (text, moves) in [
            ("v1.1.1", true),
            ("v1.1.0", true),
            ("v1.0.1", false),
            ("v1.2.0-rc.2", false),
            ("v2.0.1", true),
            ("v3.0.0", true),
            ("v3.0.0-rc.1", false),
        ] {
            assert_eq!(tag(text).moves_major(&others), moves, "{text}");
        }
        assert!(tag("v1.0.0").moves_major(&[]));
        assert_eq!(tag("v12.3.4").major(), "v12");
    }

    #[test]
    fn only_the_newest_release_is_what_npm_installs() {
        let others = tags(&["v1.1.0", "v2.0.0", "v3.0.0-rc.1"]);
        for (text, wanted) in [
            ("v2.0.1", "latest"),
            ("v1.1.1", "previous"),
            ("v2.1.0-rc.1", "next"),
            ("v4.0.0", "latest"),
        ] {
            assert_eq!(tag(text).npm_tag(&others), wanted, "{text}");
        }
    }
}
