//! Which branches are maintained, as a report stores it.

use serde::{Deserialize, Serialize};

use crate::evidence::Maintained;
use crate::format::tags::TagPatterns;

/// Which branches are maintained.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MaintainedSetting {
    /// The newest ones that have a full release.
    Newest(usize),
    /// The newest ones, and for some time after a new branch the one before them.
    #[serde(rename_all = "camelCase")]
    Overlapping {
        /// How many of the newest.
        newest: usize,
        /// How many calendar months after the first release of the newest branch the one before them is maintained.
        overlap_months: u32,
    },
    /// These, written as versions are: `vMAJOR.MINOR`.
    Branches(Vec<String>),
}

impl Default for MaintainedSetting {
    fn default() -> Self {
        Self::of(&Maintained::default())
    }
}

impl MaintainedSetting {
    /// What a policy says.
    pub(crate) fn of(policy: &Maintained) -> Self {
        match policy {
            Maintained::Newest { newest, overlap_months: 0 } => Self::Newest(*newest),
            Maintained::Newest { newest, overlap_months } => {
                Self::Overlapping { newest: *newest, overlap_months: *overlap_months }
            }
            Maintained::Listed(branches) => {
                Self::Branches(branches.iter().map(ToString::to_string).collect())
            }
        }
    }

    /// The rule that it states.
    pub(crate) fn rule(&self, tags: &TagPatterns) -> Maintained {
        match self {
            Self::Newest(newest) => Maintained::Newest { newest: *newest, overlap_months: 0 },
            Self::Overlapping { newest, overlap_months } => {
                Maintained::Newest { newest: *newest, overlap_months: *overlap_months }
            }
            Self::Branches(names) => {
                Maintained::Listed(names.iter().filter_map(|name| tags.branch(name)).collect())
            }
        }
    }
}
