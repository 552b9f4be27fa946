//! Versions and branches: `SemVer` 2.0, ordered by precedence, and written as the project's tags are: `v1.6.2`.

use std::cmp::Ordering;
use std::fmt;

use crate::format::spelling::Spelling;

/// A release version, `vMAJOR.MINOR.PATCH[-pre.release][+build]`.
///
/// Order and equality follow `SemVer` 2.0 precedence, which ignores build metadata.
#[derive(Clone, Debug)]
pub struct Version {
    number: semver::Version,
    spelling: Spelling,
}

impl Version {
    /// Reads a version written exactly as the format requires; `None` for anything else, including ranges such as
    /// `v1.6.0-v1.6.3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::of_number(text.strip_prefix('v')?)
    }

    /// Reads the number alone, without what stands around it in a tag.
    pub(crate) fn of_number(text: &str) -> Option<Self> {
        let number = semver::Version::parse(text).ok()?;
        let is_range = looks_like_version(number.pre.as_str());
        (!is_range).then_some(Self { number, spelling: Spelling::V })
    }

    /// The number alone, with build metadata.
    pub(crate) fn number(&self) -> String {
        self.number.to_string()
    }

    /// The same version, written otherwise.
    #[must_use]
    pub fn spelled(self, spelling: Spelling) -> Self {
        Self { spelling, ..self }
    }

    fn with_number(&self, number: semver::Version) -> Self {
        Self { number, spelling: self.spelling }
    }

    /// The line of patch releases that this version belongs to.
    #[must_use]
    pub fn branch(&self) -> Branch {
        Branch { major: self.number.major, minor: self.number.minor, spelling: self.spelling }
    }
}

impl Version {
    /// Whether it is a release and not a pre-release.
    #[must_use]
    pub fn is_release(&self) -> bool {
        self.number.pre.is_empty()
    }

    /// Whether it belongs to a later release of its branch than the first.
    #[must_use]
    pub fn is_patch(&self) -> bool {
        self.number.patch > 0
    }

    /// The release that comes before this version, ignoring pre-releases: the previous patch or, for a `.0`, the first
    /// release of the previous minor version. `None` for the first release of a major version.
    #[must_use]
    pub fn predecessor(&self) -> Option<Self> {
        let semver::Version { major, minor, patch, .. } = self.number;
        let before = match (minor, patch) {
            (_, 1..) => semver::Version::new(major, minor, patch - 1),
            (1.., 0) => semver::Version::new(major, minor - 1, 0),
            (0, 0) => return None,
        };
        Some(self.with_number(before))
    }

    /// The next patch release of its branch.
    #[must_use]
    pub fn next_patch(&self) -> Self {
        let semver::Version { major, minor, patch, .. } = self.number;
        self.with_number(semver::Version::new(major, minor, patch.saturating_add(1)))
    }

    /// Whether it is written with `v` alone before the number.
    #[must_use]
    pub fn is_written_by_default(&self) -> bool {
        self.spelling == Spelling::V
    }

    /// The version as other tools write it, without the `v` and without build metadata.
    #[must_use]
    pub fn bare(&self) -> String {
        let mut bare = self.number.clone();
        bare.build = semver::BuildMetadata::EMPTY;
        bare.to_string()
    }

    /// Whether it is a pre-release of its branch's first release, made before or while the branch was cut.
    #[must_use]
    pub fn is_before_branch(&self) -> bool {
        self.number.patch == 0 && !self.number.pre.is_empty()
    }
}

impl Branch {
    /// Reads a branch written exactly as `vMAJOR.MINOR`; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::of_number(text.strip_prefix('v')?)
    }

    /// Reads the number alone, without what stands around it in a tag.
    pub(crate) fn of_number(text: &str) -> Option<Self> {
        let (major, minor) = text.split_once('.')?;
        let number = |text: &str| {
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit());
            (is_plain && (text.len() == 1 || !text.starts_with('0'))).then(|| text.parse().ok())?
        };
        Some(Self { major: number(major)?, minor: number(minor)?, spelling: Spelling::V })
    }

    /// The branch `vMAJOR.MINOR`.
    pub(crate) const fn new(major: u64, minor: u64) -> Self {
        Self { major, minor, spelling: Spelling::V }
    }

    /// The same branch, written otherwise.
    #[must_use]
    pub const fn spelled(self, spelling: Spelling) -> Self {
        Self { spelling, ..self }
    }

    /// The branch after it.
    #[must_use]
    pub const fn next_minor(self) -> Self {
        Self { minor: self.minor.saturating_add(1), ..self }
    }

    /// The branch's first release, its `.0`.
    #[must_use]
    pub const fn first_release(self) -> Version {
        let number = semver::Version::new(self.major, self.minor, 0);
        Version { number, spelling: self.spelling }
    }
}

/// A pre-release such as `v1.6.3` or `1.6` is the end of a range, not a pre-release.
fn looks_like_version(pre: &str) -> bool {
    let number = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit()) || part.eq_ignore_ascii_case("x")
    };
    let mut parts = 0;
    for part in pre.strip_prefix(['v', 'V']).unwrap_or(pre).split('.') {
        if part.is_empty() || !number(part) {
            return false;
        }
        parts += 1;
    }
    matches!(parts, 2 | 3)
}

impl fmt::Display for Version {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}{}{}", self.spelling.before(), self.number, self.spelling.after())
    }
}

impl PartialEq for Version {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Version {}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.number.cmp_precedence(&other.number)
    }
}

/// A branch, `vMAJOR.MINOR`. How it is written does not count when branches are compared.
#[derive(Clone, Copy, Debug)]
pub struct Branch {
    /// The major version.
    pub major: u64,
    /// The minor version.
    pub minor: u64,
    spelling: Spelling,
}

impl PartialEq for Branch {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Branch {}

impl PartialOrd for Branch {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Branch {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.major, self.minor).cmp(&(other.major, other.minor))
    }
}

impl fmt::Display for Branch {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (before, after) = (self.spelling.before(), self.spelling.after());
        write!(formatter, "{before}{}.{}{after}", self.major, self.minor)
    }
}

#[cfg(feature = "schema")]
impl serde::Serialize for Branch {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        for text in ["v1.6.2", "v0.0.0", "v1.6.0-beta.1", "v1.6.2+vendor.7", "v1.7.0-alpha.0.1234"]
        {
            assert_eq!(Version::parse(text).expect(text).to_string(), text);
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "v",
            "1.6.2",
            "V1.6.2",
            "v1.7",
            "v1.06.3",
            "v1.18.0.0",
            "v1.6.0-v1.6.3",
            "v1.6.0-1.6.3",
            "v1.6.0-v1.6",
            "v1.3.0-1.6.x",
            "v1.6.2 ",
            "v１.6.2",
            "v1.6.99999999999999999999",
            "v1.6.2-",
        ] {
            assert!(Version::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn reads_branches() {
        for text in ["v0.0", "v1.34", "v10.0"] {
            assert_eq!(Branch::parse(text).expect(text).to_string(), text);
        }
        for text in [
            "",
            "v",
            "1.34",
            "v1",
            "v1.",
            "v.1",
            "v1.34.0",
            "v01.3",
            "v1.03",
            "v1.+3",
            "v1.99999999999999999999",
        ] {
            assert!(Branch::parse(text).is_none(), "{text}");
        }
    }

    #[test]
    fn orders_by_precedence() {
        let version = |text| Version::parse(text).unwrap();
        assert!(version("v1.7.0-beta.1") < version("v1.7.0"));
        assert!(version("v1.7.9") < version("v1.7.10"));
        assert_eq!(version("v1.6.2+a"), version("v1.6.2+b"));
        assert!(version("v1.9.0").branch() < version("v1.10.0").branch());
    }
}
