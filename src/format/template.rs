//! The published template. Its text consists of the section names and prompts that the rules use.

use std::fmt::Write;

/// A section that every description must have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SectionName {
    /// What users experience.
    Symptoms,
    /// The technical cause, and the binaries that have it.
    RootCause,
    /// Why it is worth a patch release.
    Impact,
    /// How it was or will be fixed.
    Resolution,
    /// The pull requests that fix it.
    PullRequests,
}

impl SectionName {
    /// All of them, in template order.
    pub const ALL: [Self; 5] =
        [Self::Symptoms, Self::RootCause, Self::Impact, Self::Resolution, Self::PullRequests];

    /// The canonical heading text.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Symptoms => "Symptoms",
            Self::RootCause => "Root cause",
            Self::Impact => "Impact",
            Self::Resolution => "Resolution",
            Self::PullRequests => "PRs",
        }
    }

    /// Every heading text that names this section, folded as [`crate::format::description`] folds names.
    #[must_use]
    pub const fn names(self) -> &'static [&'static str] {
        match self {
            Self::Symptoms => &["symptoms"],
            Self::RootCause => &["root cause"],
            Self::Impact => &["impact"],
            Self::Resolution => &["resolution"],
            Self::PullRequests => &["prs", "pr", "pull requests"],
        }
    }

    /// The section called `folded`.
    #[must_use]
    pub fn find(folded: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.names().contains(&folded))
    }

    /// Whether `TBD` and similar answers are accepted until the issue is done.
    #[must_use]
    pub const fn is_deferrable(self) -> bool {
        !matches!(self, Self::Symptoms | Self::Impact)
    }

    /// The template's text in this section, which authors replace.
    #[must_use]
    pub const fn prompt(self) -> &'static str {
        match self {
            Self::Symptoms => "What users are experiencing",
            Self::RootCause => {
                "Binaries:\n- NAME\n\nThe technical cause of the symptoms including the list of components / binaries."
            }
            Self::Impact => {
                "Why this is important enough to warrant a patch vs waiting until the next minor release"
            }
            Self::Resolution => "How the issue will be (was) fixed",
            Self::PullRequests => "- #NNNNN",
        }
    }

    /// Folded texts that do not count as an answer, longest first: the parts of the prompt and, for *Root cause*, the
    /// example in Kubernetes' original document. Text that consists only of these is not an answer.
    #[must_use]
    pub const fn prompts(self) -> &'static [&'static str] {
        match self {
            Self::Symptoms => &["what users are experiencing"],
            Self::RootCause => &[
                "binaries: kubectl kubectl was incorrectly calculating the patch for apply. when diffing foo...",
                "the technical cause of the symptoms including the list of components / binaries.",
                "kubectl was incorrectly calculating the patch for apply. when diffing foo...",
                "binaries:",
                "e.g.",
                "name",
            ],
            Self::Impact => &[
                "why this is important enough to warrant a patch vs waiting until the next minor release",
            ],
            Self::Resolution => &["how the issue will be (was) fixed"],
            Self::PullRequests => &["#nnnnn"],
        }
    }
}

/// The template's release block.
pub const RELEASE_BLOCKS: &str = "```release\nintroduced-in=vX.Y.Z\n```\n\n```release\nresolved-in=vX.Y.Z\nresolved-in=vX.Y+1.Z\n```\n";

/// The whole template. Lines end with LF.
#[must_use]
pub fn template() -> String {
    let mut text = RELEASE_BLOCKS.to_owned();
    for section in SectionName::ALL {
        let _ = write!(text, "\n## {}\n\n{}\n", section.title(), section.prompt());
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normalize;

    #[test]
    fn every_prompt_is_made_of_its_parts() {
        for section in SectionName::ALL {
            let mut rest = normalize::text(&section.prompt().replace("- ", " "));
            while let Some(part) = section.prompts().iter().find(|part| rest.starts_with(**part)) {
                rest = rest.split_off(part.len()).trim_start().to_owned();
            }
            assert_eq!(rest, "", "{section:?}");
            assert_eq!(SectionName::find(&normalize::name(section.title())), Some(section));
        }
    }
}
