//! When branches get their next release, and until when they are maintained: the file that Kubernetes keeps as
//! `data/releases/schedule.yaml` in its website's repository.

use serde::{Deserialize, Serialize};

use crate::evidence::History;
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::text::sort;

/// A schedule: its branches, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Schedule(pub(super) Vec<ScheduledBranch>);

/// What a schedule says about a branch. Dates are days, `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScheduledBranch {
    /// The branch, `vMAJOR.MINOR`.
    pub branch: String,
    /// The last day on which it is maintained; null if the file does not say.
    pub end_of_life: Option<String>,
    /// Its next release; null if the file names none.
    pub next: Option<ScheduledRelease>,
}

/// What a schedule says about the next release of a branch.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ScheduledRelease {
    /// The version, `vMAJOR.MINOR.PATCH`.
    pub version: String,
    /// The last day for backports; null if the file does not say.
    pub cherry_pick_deadline: Option<String>,
    /// The day on which it is to be released; null if the file does not say.
    pub target_date: Option<String>,
}

impl Schedule {
    /// The same schedule, with branches and versions written as tags are.
    pub(crate) fn spelled(mut self, tags: &TagPatterns) -> Self {
        let spelling = tags.spelling();
        for one in &mut self.0 {
            let branch = Branch::parse(&one.branch).map(|branch| branch.spelled(spelling));
            one.branch = branch.map_or_else(|| one.branch.clone(), |branch| branch.to_string());
            if let Some(next) = &mut one.next {
                let version = Version::parse(&next.version);
                let version = version.map(|version| version.spelled(spelling).to_string());
                next.version = version.unwrap_or_else(|| next.version.clone());
            }
        }
        self
    }

    /// What it says about a branch.
    pub(crate) fn branch(&self, branch: Branch, tags: &TagPatterns) -> Option<&ScheduledBranch> {
        self.0.iter().find(|one| tags.branch(&one.branch) == Some(branch))
    }

    /// What it says about a version, if that is the next release of its branch.
    pub(crate) fn release(
        &self,
        version: &Version,
        tags: &TagPatterns,
    ) -> Option<&ScheduledRelease> {
        let next = self.branch(version.branch(), tags)?.next.as_ref()?;
        (tags.version(&next.version).as_ref() == Some(version)).then_some(next)
    }

    /// The branches that have a full release and have not reached their end of life, newest first. Branches newer than
    /// all in the schedule are maintained, too: somebody forgot to add them. `now` is a date.
    pub(crate) fn maintained(
        &self,
        history: &History,
        tags: &TagPatterns,
        now: Option<&str>,
    ) -> Vec<Branch> {
        let newest = self.0.iter().filter_map(|one| tags.branch(&one.branch)).max();
        let today = now.and_then(|now| now.get(.."YYYY-MM-DD".len()));
        let is_maintained = |branch: &Branch| match self.branch(*branch, tags) {
            Some(known) => {
                let end = known.end_of_life.as_deref();
                end.zip(today).is_none_or(|(end, today)| today <= end)
            }
            None => Some(*branch) > newest,
        };
        let mut branches = history.released_branches().to_vec();
        branches.retain(is_maintained);
        sort::sort_by(&mut branches, |one, other| other.cmp(one));
        branches
    }
}
