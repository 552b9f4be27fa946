//! Dumps, an earlier report and other reports → one report. The result does not depend on the order or the size of
//! the parts: for every issue, tag and pull request, the newest reading counts.

pub(crate) mod carried;
pub(crate) mod incremental;
mod other_tags;
mod reports;
pub(crate) mod wanted_comparisons;

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::known_issues::collected_repository::CollectedRepository;
use crate::known_issues::derive;
use crate::known_issues::dump::{Dump, DumpComparison, DumpIssue, DumpTag, RepositoryDump};
use crate::known_issues::facts::{
    ComparisonFacts, KnownIssues, MaintainedSetting, PullRequestFacts, PullRequestName,
    ReportSettings,
};
use crate::known_issues::issue_facts;
use crate::known_issues::issue_facts::IssueKind;
use crate::known_issues::policy_digest::judged_by;
use crate::known_issues::report_words::ReportWords;
use crate::known_issues::repository_name::{is_commit, is_page, is_repository};
use crate::known_issues::schedule::Schedule;
use crate::policy::Policy;
use crate::text::date;
use crate::text::sort;

/// The options of a report.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// What the repositories require of their issues, which branches they maintain, and how fixes reach the branches.
    pub policy: Policy,
    /// Releases and branches to report on instead of all releases of the maintained branches.
    pub versions: Vec<String>,
    /// Since when changes are told: a date, or a number of days before now. Seven days when left out.
    pub changes_since: Option<String>,
    /// When the branches get their next release, and until when they are maintained.
    pub schedule: Option<Schedule>,
    /// What counts as now, when it is later than every date that is known.
    pub now: Option<String>,
    /// The address of the server with the repositories; `https://github.com` when left out.
    pub server: Option<String>,
}

/// Everything collected so far.
#[derive(Debug)]
pub struct Collection {
    policy: Policy,
    settings: ReportSettings,
    server: String,
    as_of: Option<String>,
    /// The repositories by name, in lower case.
    repositories: BTreeMap<String, CollectedRepository>,
}

impl Collection {
    /// Creates an empty collection.
    #[must_use]
    pub fn new(options: Options) -> Self {
        let (asked, tags) = (options.policy.priorities.as_ref(), &options.policy.tags);
        let settings = ReportSettings {
            judged_by: judged_by(&options.policy),
            tags: options.policy.tags.clone(),
            words: ReportWords::of(&options.policy),
            priorities: asked.map(|asked| asked.accepted.clone()).unwrap_or_default(),
            priority_prefix: asked.map(|asked| asked.prefix.clone()).unwrap_or_default(),
            maintained: MaintainedSetting::of(&options.policy.maintained),
            cherry_picks: options.policy.cherry_picks,
            changes_since: options.changes_since,
            schedule: options.schedule.map(|schedule| schedule.spelled(tags)),
            versions: options.versions,
        };
        let server =
            options.server.as_deref().map_or("https://github.com", |url| url.trim_end_matches('/'));
        Self {
            policy: options.policy,
            settings,
            server: server.to_owned(),
            as_of: options.now.as_deref().and_then(date::normal),
            repositories: BTreeMap::new(),
        }
    }

    /// Adds a dump or a part of one.
    ///
    /// # Errors
    /// If a repository's name is not `owner/name`, or if this is a `known-issues.json`. Nothing of that repository is
    /// added then.
    pub fn add(&mut self, dump: Dump) -> Result<(), String> {
        self.note(dump.now.as_deref().and_then(date::normal).as_deref());
        for repository in dump.repositories {
            self.add_repository(repository)?;
        }
        Ok(())
    }

    /// Adds issues as GitHub's REST API lists them. The repository of each is read from the address of its page.
    ///
    /// # Errors
    /// If an issue's address does not name a repository.
    pub fn add_issues(&mut self, issues: Vec<DumpIssue>) -> Result<(), String> {
        for issue in issues {
            let name = issue.html_url.as_deref().and_then(repository_of).ok_or_else(|| {
                format!(
                    "issue {} of the list has no `html_url` that names its repository",
                    issue.number
                )
            })?;
            let repository = self.repository(&name)?;
            self.add_issue(&repository, issue);
        }
        Ok(())
    }

    fn add_repository(&mut self, dump: RepositoryDump) -> Result<(), String> {
        if dump.is_report {
            return Err(
                "this is a known-issues.json, not a dump: use `merge` or `previous`".to_owned()
            );
        }
        let repository = self.repository(&dump.name)?;
        self.put_default_branch(&repository, dump.default_branch);
        for issue in dump.issues {
            self.add_issue(&repository, issue);
        }
        for DumpComparison { tag, commit, contains } in dump.comparisons {
            self.put_comparison(&repository, ComparisonFacts { tag, commit, contains });
        }
        for tag in dump.tags {
            self.add_tag(&repository, tag);
        }
        for request in dump.pull_requests {
            if let Some(facts) = issue_facts::pull_request(request, &repository) {
                self.add_pull_request(&repository, facts);
            }
        }
        Ok(())
    }

    /// Adds the repository if it is not known yet, and returns its name in lower case.
    fn repository(&mut self, name: &str) -> Result<String, String> {
        if !is_repository(name) {
            return Err(format!("`{name}` is not the name of a repository: write `owner/name`"));
        }
        let key = name.to_ascii_lowercase();
        let url = format!("{}/{name}", self.server);
        if !is_page(&url, name) {
            return Err(format!(
                "`{}` is not the address of a server: write `https://…`",
                self.server
            ));
        }
        let known = self.repositories.entry(key.clone()).or_default();
        known.spell(name, &url);
        known.settings = std::mem::take(&mut known.settings).max(self.settings.clone());
        Ok(key)
    }

    fn add_issue(&mut self, repository: &str, issue: DumpIssue) {
        if issue.pull_request {
            return;
        }
        let number = issue.number;
        let read = |text: &Option<String>| text.as_deref().and_then(date::normal);
        let changed = read(&issue.updated_at).or_else(|| read(&issue.created_at));
        let kind = issue_facts::issue(issue, repository, &self.policy);
        self.put_issue(repository, number, changed.unwrap_or_default(), kind);
    }

    fn put_issue(&mut self, repository: &str, number: u64, changed: String, kind: IssueKind) {
        self.note(Some(&changed).filter(|changed| !changed.is_empty()).map(String::as_str));
        let Some(known) = self.repositories.get_mut(repository) else { return };
        keep_greater(known.issues.entry(number), (changed, kind));
    }

    fn add_tag(&mut self, repository: &str, tag: DumpTag) {
        let tags = self.repositories.get(repository).map(|known| known.settings.tags.clone());
        let tags = tags.unwrap_or_default();
        self.see_tag(repository, &tag.name, &tags);
        if tags.version(&tag.name).is_some() {
            let released = tag.date.as_deref().and_then(date::normal);
            let commit = tag.commit.filter(|commit| is_commit(commit));
            self.put_tag(repository, tag.name, released, commit);
        }
    }

    fn put_default_branch(&mut self, repository: &str, name: Option<String>) {
        let Some(known) = self.repositories.get_mut(repository) else { return };
        known.default_branch = std::mem::take(&mut known.default_branch).max(name);
    }

    /// Takes an answer to a comparison. One that could not be told may be told later.
    pub(crate) fn put_comparison(&mut self, repository: &str, comparison: ComparisonFacts) {
        let Some(known) = self.repositories.get_mut(repository) else { return };
        let ComparisonFacts { tag, commit, contains } = comparison;
        if is_commit(&tag) && is_commit(&commit) {
            keep_greater(known.comparisons.entry((tag, commit)), contains);
        }
    }

    fn put_tag(
        &mut self,
        repository: &str,
        version: String,
        released: Option<String>,
        commit: Option<String>,
    ) {
        self.note(released.as_deref());
        let Some(known) = self.repositories.get_mut(repository) else { return };
        keep_greater(known.tags.entry(version), (released, commit));
    }

    fn add_pull_request(&mut self, repository: &str, facts: PullRequestFacts) {
        self.note(facts.updated_at.as_deref());
        self.note(facts.merged_at.as_deref());
        let Some(known) = self.repositories.get_mut(repository) else { return };
        let name = PullRequestName { repository: facts.repository.clone(), number: facts.number };
        keep_greater(known.pull_requests.entry(name), facts);
    }

    /// The newest change of an issue that is known of a repository: what is older need not be fetched again.
    #[must_use]
    pub fn since(&self, repository: &str) -> Option<&str> {
        let known = self.repositories.get(&repository.to_ascii_lowercase())?;
        known
            .issues
            .values()
            .map(|(changed, _)| changed.as_str())
            .max()
            .filter(|date| !date.is_empty())
    }

    /// The pull requests that issues name and that are not known to be merged, by name.
    #[must_use]
    pub fn wanted_pull_requests(&self) -> Vec<PullRequestName> {
        let mut wanted = Vec::new();
        for known in self.repositories.values() {
            for (_, kind) in known.issues.values() {
                let IssueKind::Known(issue) = kind else { continue };
                let is_open = |name: &&PullRequestName| {
                    let facts = known.pull_requests.get(name);
                    facts.is_none_or(|facts| facts.merged_at.is_none())
                };
                wanted.extend(issue.pull_requests.iter().filter(is_open).cloned());
            }
        }
        sort::sort_by(&mut wanted, Ord::cmp);
        wanted.dedup();
        wanted
    }

    /// The releases and branches that were asked for.
    #[must_use]
    pub fn versions(&self) -> &[String] {
        &self.settings.versions
    }

    /// Computes the report.
    #[must_use]
    pub fn finish(self) -> KnownIssues {
        let as_of = self.as_of;
        let mut repositories = Vec::new();
        for known in self.repositories.into_values() {
            let mut repository = known.facts(as_of.as_deref());
            repository.report = derive::report(&repository, as_of.as_deref());
            repositories.push(repository);
        }
        KnownIssues { schema: 1, as_of, repositories }
    }

    /// Notes a date: now is not before it.
    fn note(&mut self, date: Option<&str>) {
        if date > self.as_of.as_deref() {
            self.as_of = date.map(str::to_owned);
        }
    }
}

/// Of two readings, the greater counts.
fn keep_greater<K: Ord, V: Ord>(entry: Entry<'_, K, V>, value: V) {
    match entry {
        Entry::Vacant(entry) => drop(entry.insert(value)),
        Entry::Occupied(mut entry) if *entry.get() < value => drop(entry.insert(value)),
        Entry::Occupied(_) => {}
    }
}

/// The repository that an issue's page belongs to.
fn repository_of(page: &str) -> Option<String> {
    let mut parts = page.split('/').skip(3);
    Some(format!("{}/{}", parts.next()?, parts.next()?))
}
