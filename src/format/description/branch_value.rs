//! The value of an entry that names a branch, however it is dressed.

use crate::format::description::dressing::{LONGEST, undressed};
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};

/// What the value of a `not-affected` or `wont-fix` entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BranchReading {
    /// A branch, written as the format asks: `v1.8`.
    Branch(Branch),
    /// A branch with something around it that does not belong there, or a version of it.
    Dressed(Branch),
    /// No branch.
    Unreadable,
}

impl BranchReading {
    /// Reads the value of an entry.
    #[must_use]
    pub fn read(text: &str, tags: &TagPatterns) -> Self {
        if text.len() > LONGEST {
            return Self::Unreadable;
        }
        if let Some(branch) = tags.branch(text) {
            return Self::Branch(branch);
        }
        let bare = undressed(text);
        let version = || tags.meant_version(&bare).as_ref().map(Version::branch);
        let branch = tags.meant_branch(&bare).or_else(version);
        branch.map_or(Self::Unreadable, Self::Dressed)
    }

    /// The branch that is meant, where that can be told.
    #[must_use]
    pub const fn branch(self) -> Option<Branch> {
        match self {
            Self::Branch(branch) | Self::Dressed(branch) => Some(branch),
            Self::Unreadable => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> BranchReading {
        BranchReading::read(text, &TagPatterns::default())
    }

    #[test]
    fn reads_branches() {
        let branch = Branch::parse("v1.8").unwrap();
        assert_eq!(read("v1.8"), BranchReading::Branch(branch));
        for text in
            ["1.8", "V1.8", "`v1.8`", "v1.8.", "v1.8 (#12)", "v1.8.1", "1.8.0-rc.1", "<v1.8>"]
        {
            assert_eq!(read(text), BranchReading::Dressed(branch), "{text}");
        }
    }

    #[test]
    fn guesses_nothing() {
        for text in
            ["", "main", "v1", "v1.x", "v1.8.x", "v1.08", "v1.7, v1.8", "v1.7-v1.8", "release-1.8"]
        {
            assert_eq!(read(text), BranchReading::Unreadable, "{text}");
        }
    }
}
