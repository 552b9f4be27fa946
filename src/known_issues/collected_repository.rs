//! What is known of one repository while a report is being collected.

use std::collections::BTreeMap;

use crate::format::version::Version;
use crate::known_issues::facts::{
    PullRequestFacts, PullRequestName, ReportSettings, RepositoryFacts, TagFacts,
};
use crate::known_issues::issue_facts::IssueKind;
use crate::known_issues::report::Report;

/// What is known of one repository.
#[derive(Debug, Default)]
pub(super) struct CollectedRepository {
    /// The name as its owners spell it.
    pub(super) name: String,
    pub(super) url: String,
    pub(super) settings: ReportSettings,
    /// When each version was published.
    pub(super) tags: BTreeMap<String, Option<String>>,
    /// The issues by number, with the date of the last change.
    pub(super) issues: BTreeMap<u64, (String, IssueKind)>,
    pub(super) pull_requests: BTreeMap<PullRequestName, PullRequestFacts>,
}

impl CollectedRepository {
    /// Of two spellings of a name, keeps the lesser one, so that the result does not depend on the order.
    pub(super) fn spell(&mut self, name: &str, url: &str) {
        if self.name.is_empty() || (url, name) < (self.url.as_str(), self.name.as_str()) {
            name.clone_into(&mut self.name);
            url.clone_into(&mut self.url);
        }
    }

    pub(super) fn facts(self) -> RepositoryFacts {
        let mut tags = Vec::new();
        for (version, released) in self.tags {
            tags.push(TagFacts { version, released });
        }
        tags.sort_by_cached_key(|tag| (Version::parse(&tag.version), tag.version.clone()));
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
            read,
            report: Report::default(),
        }
    }
}
