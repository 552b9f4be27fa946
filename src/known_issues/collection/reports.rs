//! Reports of before and of others → a collection.

use std::collections::BTreeMap;

use crate::known_issues::collection::Collection;
use crate::known_issues::dump::DumpTag;
use crate::known_issues::facts::{KnownIssues, ReportSettings, RepositoryFacts};
use crate::known_issues::issue_facts::{self, IssueKind};
use crate::known_issues::repository_name::{is_page, is_repository};
use crate::text::date;

impl Collection {
    /// Takes a report of before, to which only what changed since is added. Answers false, and takes nothing, when
    /// some of it was judged under another policy or by another version of the program, or links to another server:
    /// everything must be read anew.
    pub fn previous(&mut self, report: KnownIssues) -> bool {
        let is_ours = |repository: &RepositoryFacts| {
            repository.settings.judged_by == self.settings.judged_by
                && repository.url == format!("{}/{}", self.server, repository.name)
        };
        if !report.repositories.iter().all(is_ours) {
            return false;
        }
        let settings = self.settings.clone();
        self.take(report, Some(&settings));
        true
    }

    /// Takes another report: of other repositories, or of a part of the same.
    pub fn merge(&mut self, report: KnownIssues) {
        self.take(report, None);
    }

    /// Takes a report's facts; repositories keep the greater settings when none are given.
    fn take(&mut self, report: KnownIssues, settings: Option<&ReportSettings>) {
        self.note(report.as_of.as_deref().and_then(date::normal).as_deref());
        for repository in report.repositories {
            if !is_repository(&repository.name) || !is_page(&repository.url, &repository.name) {
                continue;
            }
            let key = repository.name.to_ascii_lowercase();
            let known = self.repositories.entry(key.clone()).or_default();
            known.spell(&repository.name, &repository.url);
            let mut theirs = settings.unwrap_or(&repository.settings).clone();
            theirs.words = theirs.words.checked();
            known.settings = std::mem::take(&mut known.settings).max(theirs);
            self.take_facts(&key, repository);
        }
    }

    fn take_facts(&mut self, key: &str, repository: RepositoryFacts) {
        let mut kinds = BTreeMap::new();
        for issue in repository.issues {
            kinds.insert(issue.number, IssueKind::Known(Box::new(issue_facts::checked(issue))));
        }
        for withheld in repository.withheld {
            kinds.insert(withheld.number, IssueKind::Withheld(withheld));
        }
        for (number, changed) in repository.read {
            let changed = date::normal(&changed).unwrap_or_default();
            self.put_issue(
                key,
                number,
                changed,
                kinds.remove(&number).unwrap_or(IssueKind::Skipped),
            );
        }
        self.put_default_branch(key, repository.default_branch);
        for tag in repository.tags {
            self.add_tag(
                key,
                DumpTag { name: tag.version, date: tag.released, commit: tag.commit },
            );
        }
        for comparison in repository.comparisons {
            self.put_comparison(key, comparison);
        }
        for facts in repository.pull_requests {
            if let Some(facts) = issue_facts::checked_pull_request(facts) {
                self.add_pull_request(key, facts);
            }
        }
    }
}
