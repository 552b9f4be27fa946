//! What is to be read from GitHub, one list after the other: each asks for a page, takes it, and says whether it is
//! done.

use std::collections::BTreeSet;

use super::Settings;
use super::answer::{self, Fault};
use super::pace::Pace;
use super::query::{self, Page};
use super::tracking;
use crate::github::Query;
use crate::known_issues::Collection;
use crate::known_issues::collection::fetched::Holds;
use crate::known_issues::dump::{Dump, DumpIssue, DumpTag, RepositoryDump};
use crate::known_issues::facts::PullRequestName;
use crate::known_issues::read;
use crate::render::code;

/// How often all issues or tags of a repository are read when they keep changing meanwhile.
const MOST_READINGS: usize = 3;

/// A list that is read.
pub(super) enum Task {
    /// The tracking issue's description.
    Tracking(u64),
    Issues(Issues),
    Tags(Tags),
    PullRequests(PullRequests),
}

/// What taking an answer may end in.
pub(super) enum Stop {
    /// Asking again may help.
    Again(String),
    /// Nothing helps.
    Failure(String),
}

/// What reading changes.
pub(super) struct World<'a> {
    pub(super) settings: &'a Settings,
    pub(super) collection: &'a mut Collection,
    /// What readers of the log must know.
    pub(super) notes: &'a mut Vec<String>,
    /// The tracking issue's description.
    pub(super) description: &'a mut String,
}

impl Task {
    pub(super) fn query(&self, settings: &Settings, pace: &Pace) -> Query {
        match self {
            Self::Tracking(number) => query::description(&settings.own, *number),
            Self::Issues(issues) => {
                query::issues(&issues.page(pace.size(query::PAGE)), issues.since.as_deref())
            }
            Self::Tags(tags) => query::tags(&tags.page(pace.size(query::PAGE))),
            Self::PullRequests(requests) => query::pull_requests(requests.wanted(pace)),
        }
    }

    /// Takes the answer to the query. Whether the list is done.
    pub(super) fn take(
        &mut self,
        body: &str,
        pace: &Pace,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        match self {
            Self::Tracking(number) => take_description(*number, body, world),
            Self::Issues(issues) => issues.take(body, world),
            Self::Tags(tags) => tags.take(body, world),
            Self::PullRequests(requests) => requests.take(body, pace, world),
        }
    }

    /// How far it is, in a line.
    pub(super) fn progress(&self) -> String {
        match self {
            Self::Tracking(number) => format!("reading the tracking issue #{number}"),
            Self::Issues(issues) => {
                format!("{}: {} of {} issues read", issues.repository, issues.read, issues.total)
            }
            Self::Tags(tags) => {
                format!("{}: {} of {} tags read", tags.repository, tags.seen.len(), tags.total)
            }
            Self::PullRequests(requests) => {
                format!("{} of {} pull requests read", requests.at, requests.names.len())
            }
        }
    }
}

fn take_description(number: u64, body: &str, world: &mut World<'_>) -> Result<bool, Stop> {
    #[derive(serde::Deserialize)]
    struct Holder {
        issue: Described,
    }
    #[derive(serde::Deserialize)]
    struct Described {
        body: String,
    }
    let own = &world.settings.own;
    let found: Holder = answer::repository(body)
        .map_err(|fault| fault.stop(own, &format!("issue #{number}"), "issues"))?;
    tracking::describe(&found.issue.body, "")
        .map_err(|refusal| Stop::Failure(refusal.message(number)))?;
    *world.description = found.issue.body;
    Ok(true)
}

/// The issues of a repository.
pub(super) struct Issues {
    repository: String,
    /// Only what changed since is read; `None` for everything.
    since: Option<String>,
    after: Option<String>,
    read: usize,
    total: u64,
    /// What earlier complete readings came to: how many issues were known then, and how many there were.
    readings: Vec<(u64, u64)>,
}

impl Issues {
    pub(super) fn of(repository: &str, since: Option<&str>) -> Self {
        Self {
            repository: repository.to_owned(),
            since: since.map(str::to_owned),
            after: None,
            read: 0,
            total: 0,
            readings: Vec::new(),
        }
    }

    fn page(&self, size: usize) -> Page<'_> {
        Page { repository: &self.repository, size, after: self.after.as_deref() }
    }

    fn take(&mut self, body: &str, world: &mut World<'_>) -> Result<bool, Stop> {
        let page: answer::IssuePage = answer::repository(body)
            .map_err(|fault| fault.stop(&self.repository, "issues", "issues"))?;
        self.check_name(&page.name_with_owner)?;
        self.total = page.all.total_count;
        let (end, has_more) = page.issues.end();
        let count = page.issues.nodes.len();
        self.read += count;
        let dump = RepositoryDump { name: self.repository.clone(), ..RepositoryDump::default() };
        let mut added = world.collection.add(Dump { repositories: vec![dump], ..Dump::default() });
        for issue in page.issues.nodes {
            let holds = self.holds(&issue, world.settings);
            added = added.and(world.collection.add_fetched(
                &self.repository,
                DumpIssue::from(issue),
                holds,
            ));
        }
        added.map_err(Stop::Failure)?;
        self.after = end.or(self.after.take());
        if has_more && self.after.is_none() {
            return Err(Stop::Again("a page does not say where the next one begins".to_owned()));
        }
        if has_more { Ok(false) } else { self.check_count(count, world) }
    }

    /// A report is no news to the next one.
    fn holds(&self, issue: &answer::Issue, settings: &Settings) -> Holds {
        let is_own = self.repository.eq_ignore_ascii_case(&settings.own);
        if is_own && settings.tracking_issue == Some(issue.number()) {
            Holds::Report
        } else if tracking::has_marker(&issue.body) {
            Holds::Marker
        } else {
            Holds::Nothing
        }
    }

    /// Links must lead to where the issues are.
    fn check_name(&mut self, name: &str) -> Result<(), Stop> {
        if !name.eq_ignore_ascii_case(&self.repository) {
            return Err(Stop::Failure(format!(
                "the repository `{}` is called {} now: write that into the input `repositories`",
                self.repository,
                code(name)
            )));
        }
        name.clone_into(&mut self.repository);
        Ok(())
    }

    /// At the end there must be as many issues as GitHub counts: what was deleted or transferred is in no list of
    /// changes, and what moved behind us while we read may have been passed over.
    fn check_count(&mut self, last: usize, world: &mut World<'_>) -> Result<bool, Stop> {
        let known = world.collection.count_issues(&self.repository);
        if known == self.total {
            return Ok(true);
        }
        if known < self.total && last > 0 {
            return Ok(false);
        }
        if self.since.take().is_none() {
            let reading = (known, self.total);
            if self.readings.contains(&reading) {
                world.notes.push(format!(
                    "{}: GitHub counts {} issues and shows {known} of them, twice: the report is about those",
                    self.repository, self.total
                ));
                return Ok(true);
            }
            self.readings.push(reading);
        }
        if self.readings.len() >= MOST_READINGS {
            return Err(Stop::Failure(changed(&self.repository, "issues")));
        }
        world.collection.forget_issues(&self.repository);
        (self.after, self.read) = (None, 0);
        Ok(false)
    }
}

fn changed(repository: &str, what: &str) -> String {
    format!("the {what} of `{repository}` kept changing while they were read: run this again")
}

/// The tags of a repository. No list tells which of them changed: all are read, which takes few requests.
pub(super) struct Tags {
    repository: String,
    after: Option<String>,
    seen: BTreeSet<String>,
    total: u64,
    readings: usize,
}

impl Tags {
    pub(super) fn of(repository: &str) -> Self {
        Self {
            repository: repository.to_owned(),
            after: None,
            seen: BTreeSet::new(),
            total: 0,
            readings: 0,
        }
    }

    fn page(&self, size: usize) -> Page<'_> {
        Page { repository: &self.repository, size, after: self.after.as_deref() }
    }

    fn take(&mut self, body: &str, world: &mut World<'_>) -> Result<bool, Stop> {
        let page: answer::TagPage = answer::repository(body)
            .map_err(|fault| fault.stop(&self.repository, "tags", "contents"))?;
        if self.after.is_none() {
            world.collection.forget_tags(&self.repository);
        }
        if let Some(name) = world.collection.spelling(&self.repository) {
            name.clone_into(&mut self.repository);
        }
        let Some(refs) = page.refs else { return Ok(true) };
        self.total = refs.total_count;
        let (end, has_more) = refs.end();
        self.seen.extend(refs.nodes.iter().map(|tag| tag.name.clone()));
        let tags = refs.nodes.into_iter().map(DumpTag::from).collect();
        let dump =
            RepositoryDump { name: self.repository.clone(), tags, ..RepositoryDump::default() };
        let dump = Dump { repositories: vec![dump], ..Dump::default() };
        world.collection.add(dump).map_err(Stop::Failure)?;
        self.after = end;
        if has_more && self.after.is_none() {
            return Err(Stop::Again("a page does not say where the next one begins".to_owned()));
        }
        if has_more || self.seen.len() as u64 == self.total {
            return Ok(!has_more);
        }
        self.read_again()
    }

    /// A tag that was pushed or deleted moved the others from page to page.
    fn read_again(&mut self) -> Result<bool, Stop> {
        self.readings += 1;
        if self.readings >= MOST_READINGS {
            return Err(Stop::Failure(changed(&self.repository, "tags")));
        }
        self.seen.clear();
        self.after = None;
        Ok(false)
    }
}

/// The pull requests that issues name and that are not known to be merged.
pub(super) struct PullRequests {
    names: Vec<PullRequestName>,
    at: usize,
}

impl PullRequests {
    /// Looks what is wanted, once all issues are read. `None` when nothing is.
    pub(super) fn of(collection: &mut Collection) -> Option<Self> {
        collection.keep_merged_pull_requests();
        let mut names = collection.wanted_pull_requests();
        // GraphQL's numbers have 32 bits: there is no pull request beyond.
        names.retain(|name| i32::try_from(name.number).is_ok());
        (!names.is_empty()).then_some(Self { names, at: 0 })
    }

    fn wanted(&self, pace: &Pace) -> &[PullRequestName] {
        let rest = self.names.get(self.at..).unwrap_or_default();
        rest.get(..pace.size(query::PULL_REQUESTS)).unwrap_or(rest)
    }

    fn take(&mut self, body: &str, pace: &Pace, world: &mut World<'_>) -> Result<bool, Stop> {
        let (data, forbidden) = answer::aliases(body).map_err(|fault| match fault {
            Fault::Damaged(what) => Stop::Again(what),
            Fault::Missing | Fault::Forbidden => Stop::Again("no data".to_owned()),
        })?;
        let wanted = self.wanted(pace);
        let count = wanted.len();
        for (index, name) in wanted.iter().enumerate() {
            let alias = format!("p{index}");
            let is_own = name.repository.eq_ignore_ascii_case(&world.settings.own);
            if is_own && forbidden.contains(&alias) {
                let note = "the token may not read pull requests, so their state is unknown: add `pull-requests: read` to \
                            the `permissions:` of the job";
                if !world.notes.iter().any(|other| other == note) {
                    world.notes.push(note.to_owned());
                }
            }
            let it = data.get(&alias).and_then(|repository| repository.get("it"));
            let dump = it.and_then(|it| answer::pull_request(&name.repository, name.number, it));
            if let Some(facts) = dump.and_then(|dump| read::pull_request(dump, &name.repository)) {
                world.collection.add_named_pull_request(&facts);
            }
        }
        self.at += count;
        Ok(self.at >= self.names.len())
    }
}

impl Fault {
    /// What it means for the run.
    fn stop(self, repository: &str, what: &str, permission: &str) -> Stop {
        match self {
            Self::Damaged(why) => Stop::Again(why),
            Self::Missing => Stop::Failure(format!(
                "GitHub has no `{repository}` with {what}, or the token may not see it: check the name and the input `token`"
            )),
            Self::Forbidden => Stop::Failure(format!(
                "the token may not read the {permission} of `{repository}`: add `{permission}: read` to the `permissions:` \
                 of the job; for another repository, give a token of its own"
            )),
        }
    }
}
