//! Used only when fetching. Continuing an earlier report must end where a full fetch would, so what GitHub no longer
//! has is dropped.

use std::collections::BTreeSet;

use crate::known_issues::collected_repository::Carried;
use crate::known_issues::collection::Collection;
use crate::known_issues::dump::DumpIssue;
use crate::known_issues::facts::{PullRequestFacts, PullRequestName};
use crate::known_issues::issue_facts::IssueKind;
use crate::text::sort;

/// Whether an issue's description contains a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Holds {
    Nothing,
    /// The marker that starts a report. Anyone can write it.
    Marker,
    /// A report.
    Report,
}

impl Collection {
    /// Drops every repository but these, `owner/name` in any case.
    pub(crate) fn keep_repositories(&mut self, names: &[String]) {
        let is_kept =
            |known: &str| names.iter().any(|name: &String| name.eq_ignore_ascii_case(known));
        self.repositories.retain(|name, _| is_kept(name));
    }

    /// Drops the issues of a repository.
    pub(crate) fn forget_issues(&mut self, repository: &str) {
        if let Some(known) = self.repositories.get_mut(&repository.to_ascii_lowercase()) {
            known.issues.clear();
            known.carried = Carried::default();
        }
    }

    /// The versions of a repository's tags, if details of some of its issues are withheld: a new tag can have the fix of
    /// such an issue, which must then be read again.
    pub(crate) fn awaited_tags(&self, repository: &str) -> Option<BTreeSet<String>> {
        let known = self.repositories.get(&repository.to_ascii_lowercase())?;
        let is_withheld = |(_, kind): &(String, IssueKind)| matches!(kind, IssueKind::Withheld(_));
        let is_waiting = known.issues.values().any(is_withheld);
        is_waiting.then(|| known.tags.keys().cloned().collect())
    }

    /// Drops the tags of a repository.
    pub(crate) fn forget_tags(&mut self, repository: &str) {
        if let Some(known) = self.repositories.get_mut(&repository.to_ascii_lowercase()) {
            known.tags.clear();
            known.other_tags.clear();
        }
    }

    /// A repository's name as its owners spell it, once it is known.
    pub(crate) fn spelling(&self, repository: &str) -> Option<&str> {
        let known = self.repositories.get(&repository.to_ascii_lowercase())?;
        Some(known.name.as_str()).filter(|name| !name.is_empty())
    }

    /// How many issues of a repository are known, including skipped ones.
    pub(crate) fn count_issues(&self, repository: &str) -> u64 {
        let known = self.repositories.get(&repository.to_ascii_lowercase());
        known.map_or(0, |known| known.issues.len() as u64)
    }

    /// Adds an issue. If its description is a report, its text and dates are ignored. That is the case for the tracking
    /// issue, and for an issue that has a report's marker and is out of scope.
    ///
    /// # Errors
    /// If `repository` is not `owner/name`.
    pub(crate) fn add_fetched(
        &mut self,
        repository: &str,
        issue: DumpIssue,
        report: Holds,
    ) -> Result<(), String> {
        let key = self.repository(repository)?;
        let number = issue.number;
        let before = self.take_carried(&key, number);
        self.add_issue(&key, issue);
        let Some(known) = self.repositories.get_mut(&key) else { return Ok(()) };
        let is_skipped = matches!(known.issues.get(&number), Some((_, IssueKind::Skipped)));
        if report == Holds::Report || (report == Holds::Marker && is_skipped) {
            known.issues.insert(number, (String::new(), IssueKind::Skipped));
        }
        if let Some(before) = before {
            known.check_carried(number, &before);
        }
        Ok(())
    }

    /// Forgets the pull requests, because all of them are asked for again: another one may bring the fix of a merged
    /// one to a further branch.
    pub(crate) fn forget_pull_requests(&mut self) {
        for known in self.repositories.values_mut() {
            known.pull_requests.clear();
        }
    }

    /// The pull requests that issues name, by name.
    pub(crate) fn named_pull_requests(&self) -> Vec<PullRequestName> {
        let mut named = Vec::new();
        for known in self.repositories.values() {
            for (_, kind) in known.issues.values() {
                if let IssueKind::Known(issue) = kind {
                    named.extend(issue.pull_requests.iter().cloned());
                }
            }
        }
        sort::sort_by(&mut named, Ord::cmp);
        named.dedup();
        named
    }

    /// Takes a pull request for every repository with an issue that names it, and with it those of the same
    /// repository that refer to it.
    pub(crate) fn add_named_pull_request(
        &mut self,
        facts: &PullRequestFacts,
        referring: &[PullRequestFacts],
    ) {
        for known in self.repositories.values_mut() {
            let is_named = |kind: &IssueKind| {
                let names = |name: &PullRequestName| {
                    name.number == facts.number && name.repository == facts.repository
                };
                matches!(kind, IssueKind::Known(issue) if issue.pull_requests.iter().any(names))
            };
            if !known.issues.values().any(|(_, kind)| is_named(kind)) {
                continue;
            }
            for facts in referring.iter().chain([facts]) {
                let name =
                    PullRequestName { repository: facts.repository.clone(), number: facts.number };
                known.pull_requests.insert(name, facts.clone());
            }
        }
    }

    /// Sets now to the newest known date.
    pub(crate) fn date_anew(&mut self) {
        let mut newest: Option<&String> = None;
        for known in self.repositories.values() {
            newest = newest.max(known.issues.values().map(|(changed, _)| changed).max());
            newest =
                newest.max(known.tags.values().filter_map(|(released, _)| released.as_ref()).max());
            for facts in known.pull_requests.values() {
                newest = newest.max(facts.updated_at.as_ref()).max(facts.merged_at.as_ref());
            }
        }
        self.as_of = newest.filter(|date| !date.is_empty()).cloned();
    }
}
