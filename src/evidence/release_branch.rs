//! The branch that a pull request goes into → the branch of releases that it is for.

use crate::format::tags::TagPatterns;
use crate::format::version::Branch;

/// What the base of a pull request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Base {
    /// The release branch of a branch: `release-1.9`, `release/v1.9`, `1.9.x`.
    Release(Branch),
    /// The main branch, where the next minor version is made.
    Main,
    /// Another one.
    Other,
}

/// What may stand before the number of a release branch.
const WORDS: [&str; 5] = ["release", "releases", "rel", "stable", "branch"];

/// How main branches are called.
const MAIN: [&str; 5] = ["main", "master", "trunk", "develop", "devel"];

impl Base {
    /// Reads the name of a branch, which may also be written as the project's branches are: `engine-v1.6`.
    #[must_use]
    pub fn read(name: &str, default: Option<&str>, tags: &TagPatterns) -> Self {
        match Self::of(name, default) {
            Self::Release(branch) => Self::Release(branch.spelled(tags.spelling())),
            Self::Other => tags.branch(name).map_or(Self::Other, Self::Release),
            main @ Self::Main => main,
        }
    }

    /// Reads the name of a branch. `default` is the repository's default branch, where that is known.
    #[must_use]
    pub fn of(name: &str, default: Option<&str>) -> Self {
        match release_branch(name) {
            Some(branch) => Self::Release(branch),
            None if default == Some(name) || MAIN.contains(&name) => Self::Main,
            None => Self::Other,
        }
    }
}

fn release_branch(name: &str) -> Option<Branch> {
    let at = name.find(|character: char| character.is_ascii_digit())?;
    let (prefix, numbers) = name.split_at_checked(at)?;
    let prefix = prefix.strip_suffix('v').unwrap_or(prefix);
    let word = prefix.strip_suffix(['-', '/', '_', '.']);
    let is_known = |word| WORDS.iter().any(|known| known.eq_ignore_ascii_case(word));
    let numbers = numbers.strip_suffix(".x").unwrap_or(numbers);
    let stands = prefix.is_empty() || word.is_some_and(is_known);
    stands.then(|| Branch::parse(&format!("v{numbers}"))).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_release_branches() {
        let v1_9 = Base::Release(Branch::parse("v1.9").unwrap());
        for name in
            ["release-1.9", "release/v1.9", "1.9.x", "v1.9", "release/1.9.x", "Release-1.9", "1.9"]
        {
            assert_eq!(Base::of(name, None), v1_9, "{name}");
        }
    }

    #[test]
    fn takes_nothing_else_for_one() {
        for name in [
            "feature-1.9",
            "release1.9",
            "my-release-1.9",
            "release-1.9-fix",
            "release-1.9.2",
            "-1.9",
            "release-v1",
            "",
        ] {
            assert_eq!(Base::of(name, None), Base::Other, "{name}");
        }
    }

    #[test]
    fn knows_the_main_branch() {
        assert_eq!(Base::of("master", None), Base::Main);
        assert_eq!(Base::of("next", None), Base::Other);
        assert_eq!(Base::of("next", Some("next")), Base::Main);
        // What was merged before the branch got another name.
        assert_eq!(Base::of("master", Some("main")), Base::Main);
    }
}
