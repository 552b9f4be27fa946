//! One issue → its facts. The description is read once and not stored.

use crate::evidence::Mentions;
use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::tags::TagPatterns;
use crate::judge::facts::Facts;
use crate::judge::issue::{Issue, State};
use crate::judge::rules;
use crate::judge::subject::Subject;
use crate::known_issues::dump::{DumpIssue, DumpPullRequest, Told};
use crate::known_issues::facts::{
    KnownIssue, MergeState, PullRequestFacts, PullRequestName, Withheld,
};
use crate::known_issues::opening;
use crate::known_issues::repository_name::{is_commit, is_repository};
use crate::policy::Policy;
use crate::policy::level::Severity;
use crate::text::date;
use crate::text::sort;

/// How a report treats an issue. Of two readings made at the same time, the greater counts, so that no details of a
/// withheld issue are published.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum IssueKind {
    /// Not in the report.
    Skipped,
    /// Listed or invalid.
    Known(Box<KnownIssue>),
    /// A security issue whose details are withheld.
    Withheld(Withheld),
}

/// Reads an issue of `repository`, `owner/name` in lower case.
pub(crate) fn issue(dump: DumpIssue, repository: &str, policy: &Policy) -> IssueKind {
    let dates = Dates::of(&dump);
    let people =
        People { author: dump.author, assignees: dump.assignees, milestone: dump.milestone };
    let issue = Issue {
        number: dump.number,
        title: dump.title,
        description: dump.body,
        labels: dump.labels,
        state: dump.state.as_deref().and_then(state),
        state_reason: dump.state_reason.map(|reason| reason.to_ascii_lowercase()),
        html_url: dump.html_url,
        ..Issue::default()
    };
    let is_closed = issue.state == Some(State::Closed);
    let is_duplicate = is_closed && issue.state_reason.as_deref() == Some("duplicate");
    let description = issue.description.as_deref().unwrap_or_default();
    match Subject::read(&issue, description, policy, &Facts::default()) {
        None => IssueKind::Skipped,
        Some(_) if is_duplicate => IssueKind::Skipped,
        Some(subject) if subject.is_withheld && is_closed => IssueKind::Skipped,
        Some(subject) if subject.is_withheld => {
            IssueKind::Withheld(Withheld { number: issue.number, labels: sorted(&issue.labels) })
        }
        Some(subject) => IssueKind::Known(Box::new(known(&subject, repository, dates, people))),
    }
}

/// Names, each once, in order.
fn sorted(names: &[String]) -> Vec<String> {
    let mut names = names.to_vec();
    sort::sort_by(&mut names, Ord::cmp);
    names.dedup();
    names
}

fn state(word: &str) -> Option<State> {
    match word.to_ascii_lowercase().as_str() {
        "open" => Some(State::Open),
        "closed" => Some(State::Closed),
        _ => None,
    }
}

/// The dates of an issue.
struct Dates {
    reopened: Option<String>,
    created: Option<String>,
    closed: Option<String>,
    described: Option<String>,
    commented: Option<String>,
}

impl Dates {
    fn of(dump: &DumpIssue) -> Self {
        let read = |text: &Option<String>| text.as_deref().and_then(date::normal);
        let created = read(&dump.created_at);
        let described = match &dump.last_edited_at {
            Told::Unknown => None,
            Told::Never => created.clone(),
            Told::At(text) => date::normal(text),
        };
        Self {
            reopened: read(&dump.reopened_at),
            created,
            closed: read(&dump.closed_at),
            described,
            commented: read(&dump.last_commented_at),
        }
    }
}

/// Who has to do with an issue.
struct People {
    author: Option<String>,
    assignees: Vec<String>,
    milestone: Option<String>,
}

/// The priority that counts: of several accepted ones the most urgent.
fn priority(subject: &Subject<'_>) -> Option<String> {
    let labels = &subject.labels.priorities;
    if let [priority] = labels.as_slice() {
        return Some(priority.clone());
    }
    let mut accepted = subject.policy.priorities.iter().flat_map(|asked| &asked.accepted);
    let is_label = |name: &&String| labels.iter().any(|label| label.eq_ignore_ascii_case(name));
    accepted.find(is_label).map(|name| name.to_ascii_lowercase())
}

fn known(subject: &Subject<'_>, repository: &str, dates: Dates, people: People) -> KnownIssue {
    let issue = subject.issue;
    let known = KnownIssue {
        number: issue.number,
        title: issue.title.clone(),
        state: issue.state,
        state_reason: issue.state_reason.clone().filter(|_| issue.state == Some(State::Closed)),
        done: subject.is_done,
        security_labels: subject.labels.is_security.then(|| sorted(&issue.labels)),
        created_at: dates.created,
        closed_at: dates.closed.filter(|_| issue.state == Some(State::Closed)),
        described_at: dates.described,
        commented_at: dates.commented,
        reopened_at: dates.reopened,
        author: people.author,
        assignees: sorted(&people.assignees),
        milestone: people.milestone,
        priority: priority(subject),
        sigs: subject.labels.sigs.clone(),
        labelled: subject.labels.is_scope,
        errors: errors(subject),
        ..KnownIssue::default()
    };
    match subject.description() {
        Some(description) => with_description(known, subject, description, repository),
        None => known,
    }
}

fn with_description(
    known: KnownIssue,
    subject: &Subject<'_>,
    description: &Description<'_>,
    repository: &str,
) -> KnownIssue {
    let tags = &subject.policy.tags;
    let named = |key| in_order(description.versions(key), tags);
    let [symptoms, impact] = subject.policy.sections.leading();
    let mut pull_requests = Vec::new();
    for listed in subject.pull_requests() {
        let repository = listed.repository.unwrap_or_else(|| repository.to_owned());
        let name = PullRequestName { repository, number: listed.reference.number };
        if is_repository(&name.repository) && !pull_requests.contains(&name) {
            pull_requests.push(name);
        }
    }
    let values = description.entries.iter().flat_map(|entry| &entry.values);
    KnownIssue {
        binaries: description.binary_names(),
        introduced_in: named(Key::IntroducedIn),
        resolved_in: named(Key::ResolvedIn),
        not_affected: named(Key::NotAffected),
        wont_fix: named(Key::WontFix),
        symptoms: symptoms.and_then(|name| opening::of(description, name)),
        impact: impact.and_then(|name| opening::of(description, name)),
        unreadable: values.into_iter().any(|value| !value.is_readable()),
        pull_requests,
        tells_release: description.tells_release(),
        ..known
    }
}

/// The versions, sorted by precedence.
fn in_order(mut versions: Vec<String>, tags: &TagPatterns) -> Vec<String> {
    versions.sort_by_cached_key(|version| (tags.version(version), version.clone()));
    versions
}

/// The rules whose violations are errors, each once, in the order of the table of rules.
fn errors(subject: &Subject<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for finding in rules::judge(subject) {
        if finding.severity == Severity::Error {
            found.push((finding.rank, finding.rule));
        }
    }
    sort::sort_by(&mut found, Ord::cmp);
    found.dedup();
    found.into_iter().map(|(_, rule)| rule.to_owned()).collect()
}

/// Reads what is known of a pull request that stands with `repository`; `None` without a usable name.
pub(crate) fn pull_request(dump: DumpPullRequest, repository: &str) -> Option<PullRequestFacts> {
    let named =
        dump.repository.map_or_else(|| repository.to_owned(), |name| name.to_ascii_lowercase());
    let read = |text: &Option<String>| text.as_deref().and_then(date::normal);
    let merged_at = read(&dump.merged_at);
    let word = dump.state.as_deref().unwrap_or_default();
    let is_merged =
        dump.merged == Some(true) || merged_at.is_some() || word.eq_ignore_ascii_case("merged");
    let state = match word {
        _ if is_merged => MergeState::Merged,
        _ if word.eq_ignore_ascii_case("closed") => MergeState::Closed,
        _ => MergeState::Open,
    };
    let title = dump.title.unwrap_or_default();
    let mentions = Mentions::read(&named, &title, dump.body.as_deref().unwrap_or_default());
    is_repository(&named).then(|| PullRequestFacts {
        repository: named,
        number: dump.number,
        updated_at: read(&dump.updated_at),
        state,
        merged_at,
        base: dump.base,
        merge_commit: dump.merge_commit_sha.filter(|commit| is_commit(commit)),
        title,
        author: dump.author,
        mentions,
    })
}

/// An issue of another report, without values that this program would not write: someone may have edited the file.
pub(crate) fn checked(mut issue: KnownIssue) -> KnownIssue {
    for date in [
        &mut issue.created_at,
        &mut issue.closed_at,
        &mut issue.described_at,
        &mut issue.commented_at,
        &mut issue.reopened_at,
    ] {
        *date = date.as_deref().and_then(date::normal);
    }
    issue.errors.retain(|name| rules::RULES.iter().any(|rule| rule.name == name));
    issue.pull_requests.retain(|name| is_repository(&name.repository));
    issue
}

/// A pull request of another report, checked in the same way.
pub(crate) fn checked_pull_request(mut facts: PullRequestFacts) -> Option<PullRequestFacts> {
    facts.updated_at = facts.updated_at.as_deref().and_then(date::normal);
    facts.merged_at = facts.merged_at.as_deref().and_then(date::normal);
    is_repository(&facts.repository).then_some(facts)
}
