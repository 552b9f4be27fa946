//! What is known of one repository while a report is being collected.

use std::collections::{BTreeMap, BTreeSet};

use crate::evidence::Comparison;
use crate::format::tags::TagPatterns;
use crate::known_issues::facts::{
    ComparisonFacts, PullRequestFacts, PullRequestName, ReportSettings, RepositoryFacts, TagFacts,
};
use crate::known_issues::issue_facts::IssueKind;
use crate::known_issues::report::Report;
use crate::known_issues::withholding::withhold;
use crate::text::sort;

/// What one repository takes over.
#[derive(Clone, Debug, Default)]
pub(super) struct Carried {
    /// The numbers of the issues that were not read in this run.
    pub(super) issues: BTreeSet<u64>,
    /// The date of the newest of them. Later changes are not carried over.
    pub(super) newest: String,
    /// Comparisons that are made again, with what the earlier report says.
    pub(super) comparisons: BTreeMap<(String, String), Option<bool>>,
    /// How many comparisons were chosen.
    pub(super) doubted: usize,
    /// What GitHub says differently, in words.
    pub(super) differs: Option<String>,
}

/// What is known of one repository.
#[derive(Clone, Debug, Default)]
pub(super) struct CollectedRepository {
    /// The name as its owners spell it.
    pub(super) name: String,
    pub(super) url: String,
    pub(super) settings: ReportSettings,
    /// When each version was published, and its commit.
    pub(super) tags: BTreeMap<String, (Option<String>, Option<String>)>,
    /// The tags that end in a version but are not written as the project's tags are.
    pub(super) other_tags: BTreeSet<String>,
    /// By number, with the date of the last change.
    pub(super) issues: BTreeMap<u64, (String, IssueKind)>,
    pub(super) pull_requests: BTreeMap<PullRequestName, PullRequestFacts>,
    /// By the commit of the tag, or its name, and the commit of the pull request.
    pub(super) comparisons: BTreeMap<(String, String), Option<bool>>,
    /// What was compared for an earlier report, and is not known to matter yet.
    pub(super) compared_before: BTreeMap<(String, String), Option<bool>>,
    /// What is carried over from an earlier report and was not read in this run.
    pub(super) carried: Carried,
    /// The default branch.
    pub(super) default_branch: Option<String>,
}

impl CollectedRepository {
    /// Of two spellings of a name, keeps the lesser one, so that the result does not depend on the order.
    pub(super) fn spell(&mut self, name: &str, url: &str) {
        if self.name.is_empty() || (url, name) < (self.url.as_str(), self.name.as_str()) {
            name.clone_into(&mut self.name);
            url.clone_into(&mut self.url);
        }
    }

    /// The facts, without what must be withheld. `now` is a date.
    pub(super) fn facts(self, now: Option<&str>) -> RepositoryFacts {
        let mut facts = self.all_facts();
        withhold(&mut facts, now);
        facts
    }

    /// The facts, with those that must be withheld.
    pub(super) fn all_facts(self) -> RepositoryFacts {
        let mut tags = Vec::new();
        for (version, (released, commit)) in self.tags {
            tags.push(TagFacts { version, released, commit });
        }
        let mut comparisons = Vec::with_capacity(self.comparisons.len());
        for ((tag, commit), contains) in self.comparisons {
            // A dump may name the tag. Tags can be moved, so its commit is kept.
            let named = tags.iter().find(|known| known.version == tag);
            let tag = named.and_then(|named| named.commit.clone()).unwrap_or(tag);
            comparisons.push(ComparisonFacts { tag, commit, contains });
        }
        sort::sort_by(&mut comparisons, Ord::cmp);
        comparisons.dedup_by(|later, kept| {
            let is_same = (&later.tag, &later.commit) == (&kept.tag, &kept.commit);
            if is_same {
                kept.contains = Comparison::weigh(kept.contains, later.contains);
            }
            is_same
        });
        put_in_order(&mut tags, &self.settings.tags);
        let (mut issues, mut withheld, mut read) = (Vec::new(), Vec::new(), Vec::new());
        for (number, (changed, kind)) in self.issues {
            read.push((number, changed));
            match kind {
                IssueKind::Skipped => {}
                IssueKind::Known(issue) => issues.push(*issue),
                IssueKind::Withheld(issue) => withheld.push(issue),
            }
        }
        RepositoryFacts {
            name: self.name,
            url: self.url,
            settings: self.settings,
            tags,
            issues,
            withheld,
            pull_requests: self.pull_requests.into_values().collect(),
            comparisons,
            default_branch: self.default_branch,
            read,
            report: Report::default(),
        }
    }
}

/// Sorts tags by precedence. Of two tags that are one version, only that of the earlier pattern is kept.
fn put_in_order(tags: &mut Vec<TagFacts>, spelled: &TagPatterns) {
    tags.retain(|tag| spelled.rank(&tag.version).is_some());
    tags.sort_by_cached_key(|tag| {
        (spelled.version(&tag.version), spelled.rank(&tag.version), tag.version.clone())
    });
    let written = |tag: &TagFacts| spelled.version(&tag.version).map(|version| version.to_string());
    tags.dedup_by(|later, kept| {
        spelled.rank(&later.version) != spelled.rank(&kept.version)
            && written(later) == written(kept)
    });
}
