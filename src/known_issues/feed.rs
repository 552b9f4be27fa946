//! A report → Atom: one entry when a known issue appears, changes its versions, is resolved or reopened, or when a
//! release turns out not to have the fix that it is said to have.
//!
//! An entry's id says what happened to which issue, and its date is one of the issue's dates. So the feed can be made
//! again from nothing, with the same entries.

use askama::Template;

use crate::evidence::ClaimState;
use crate::judge::issue::State;
use crate::known_issues::KnownIssues;
use crate::known_issues::background::Background;
use crate::known_issues::facts::KnownIssue;
use crate::known_issues::index::{Index, RankedIssue};
use crate::text::quote::shown;
use crate::text::sort;

/// The most entries of the feed; the newest are kept.
const MOST_ENTRIES: usize = 200;

/// The date used where the real one is unknown.
const LONG_AGO: &str = "1970-01-01T00:00:00Z";

#[derive(Template)]
#[template(path = "feed.xml")]
struct Feed {
    id: String,
    updated: String,
    author: String,
    entries: Vec<FeedEntry>,
}

/// One thing that happened. The feed is sorted by these members, in this order, newest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Happening<'a> {
    date: &'a str,
    /// The index of the repository.
    repository: usize,
    number: u64,
    what: What,
    /// The release, or the date, that tells several of a kind apart.
    which: &'a str,
}

/// What can happen to an issue.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum What {
    Appeared,
    Changed,
    Resolved,
    Reopened,
    Refuted,
}

/// What the template shows of an event.
struct FeedEntry {
    updated: String,
    id: String,
    title: String,
    link: String,
    content: String,
}

/// Writes the feed.
pub(crate) fn feed(report: &KnownIssues) -> String {
    let backgrounds: Vec<Background> = report.repositories.iter().map(Background::of).collect();
    let mut happenings = Vec::new();
    let mut names = Vec::new();
    for (place, repository) in report.repositories.iter().enumerate() {
        names.push(repository.name.as_str());
        let Some(background) = backgrounds.get(place) else { continue };
        let index = Index::of(repository, background, None);
        for issue in &repository.issues {
            for (what, date) in happened(&index, issue) {
                happenings.push(Happening::of(place, issue, what, date, ""));
            }
            let reopened = issue.reopened_at.as_deref();
            let reopened =
                reopened.map(|at| Happening::of(place, issue, What::Reopened, Some(at), at));
            happenings.extend(reopened);
        }
        for problem in &index.problems {
            for (version, date) in refuted(&index, problem) {
                let what = What::Refuted;
                happenings.push(Happening::of(place, problem.issue, what, date, version));
            }
        }
    }
    sort::sort_by(&mut happenings, |one, other| other.cmp(one));
    happenings.truncate(MOST_ENTRIES);
    let home = report.repositories.first().map(|repository| repository.url.as_str());
    let newest = happenings.first().map(|happening| happening.date).or(report.as_of.as_deref());
    let feed = Feed {
        id: format!("{}#known-issues", home.unwrap_or("https://github.com")),
        updated: newest.unwrap_or(LONG_AGO).to_owned(),
        author: names.join(", "),
        entries: happenings.iter().filter_map(|happening| happening.entry(report)).collect(),
    };
    feed.render().unwrap_or_default() + "\n"
}

/// What happened to an issue, and when; nothing if it names no release.
fn happened<'a>(index: &Index<'a>, issue: &'a KnownIssue) -> Vec<(What, Option<&'a str>)> {
    if issue.introduced_in.is_empty() && issue.resolved_in.is_empty() {
        return Vec::new();
    }
    let created = issue.created_at.as_deref();
    let mut happened = vec![(What::Appeared, created)];
    if let Some(date) = changed(index, issue) {
        happened.push((What::Changed, Some(date)));
    }
    let reason = issue.state_reason.as_deref();
    let is_completed =
        issue.state == Some(State::Closed) && reason.is_none_or(|reason| reason == "completed");
    if is_completed && !issue.resolved_in.is_empty() {
        happened.push((What::Resolved, issue.closed_at.as_deref().or(created)));
    }
    happened
}

/// The releases of refuted claims, and when each could be seen to be refuted: the date of the release or of the
/// description's last edit, whichever is later.
fn refuted<'a>(index: &Index<'a>, problem: &RankedIssue<'a>) -> Vec<(&'a str, Option<&'a str>)> {
    let issue = problem.issue;
    let mut refuted = Vec::new();
    for claim in problem.evidence.claims() {
        let tags = &index.repository.settings.tags;
        let is_it = |name: &&String| tags.version(name).as_ref() == Some(&claim.version);
        let name = issue.resolved_in.iter().find(is_it);
        if let Some(name) = name.filter(|_| claim.state == ClaimState::Refuted) {
            let written = issue.described_at.as_deref().or(issue.created_at.as_deref());
            refuted.push((name.as_str(), index.date(name).max(written)));
        }
    }
    refuted
}

/// When the issue got its present versions, if that was after it was created: the last edit or, if edits are not
/// known, the newest release that resolves it.
fn changed<'a>(index: &Index<'a>, issue: &'a KnownIssue) -> Option<&'a str> {
    let created = issue.created_at.as_deref();
    if let Some(described) = issue.described_at.as_deref() {
        return Some(described).filter(|_| Some(described) > created);
    }
    let dates = issue.resolved_in.iter().filter_map(|version| index.date(version));
    dates.max().or(created).filter(|_| !issue.resolved_in.is_empty())
}

/// The versions and branches that an issue names, as an id.
fn versions(issue: &KnownIssue) -> String {
    let (introduced, resolved) = (issue.introduced_in.join(","), issue.resolved_in.join(","));
    let mut text = format!("introduced-in={introduced}&resolved-in={resolved}");
    for (key, branches) in [("not-affected", &issue.not_affected), ("wont-fix", &issue.wont_fix)] {
        if !branches.is_empty() {
            text.push_str(&["&", key, "=", &branches.join(",")].concat());
        }
    }
    text
}

impl<'a> Happening<'a> {
    fn of(
        repository: usize,
        issue: &KnownIssue,
        what: What,
        date: Option<&'a str>,
        which: &'a str,
    ) -> Self {
        Self { date: date.unwrap_or(LONG_AGO), repository, number: issue.number, what, which }
    }

    fn entry(&self, report: &KnownIssues) -> Option<FeedEntry> {
        let repository = report.repositories.get(self.repository)?;
        let issue = repository.issue(self.number)?;
        let link = format!("{}/issues/{}", repository.url, issue.number);
        let (introduced, resolved) = (issue.introduced_in.join(","), issue.resolved_in.join(","));
        let (what, word) = match self.what {
            What::Appeared => ("appeared".to_owned(), "known issue"),
            What::Changed => (versions(issue), "versions changed"),
            What::Resolved => ("resolved".to_owned(), "resolved"),
            What::Reopened => (format!("reopened={}", self.which), "reopened"),
            What::Refuted => (format!("refuted={}", self.which), "refuted fix"),
        };
        let (refuted, resolved_in) = match self.what {
            What::Refuted => {
                (format!("{} does not have the fix. ", self.which), "said to be resolved in")
            }
            _ => (String::new(), "resolved in"),
        };
        let or_nothing = |versions: String| match versions.as_str() {
            "" => "nothing yet".to_owned(),
            _ => versions.replace(',', ", "),
        };
        let priority = issue.priority.as_deref().unwrap_or("none");
        let noun = repository.settings.words.priority.as_ref();
        let priority = noun.map(|noun| format!(" {}: {priority}.", noun.title()));
        Some(FeedEntry {
            updated: self.date.to_owned(),
            id: shown(&format!("{link}#{what}")),
            title: shown(&format!("{}#{}: {word}: {}", repository.name, issue.number, issue.title)),
            link,
            content: shown(&format!(
                "{refuted}Introduced in {}; {resolved_in} {}.{}",
                or_nothing(introduced),
                or_nothing(resolved),
                priority.unwrap_or_default()
            )),
        })
    }
}
