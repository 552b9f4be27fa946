//! The facts of a report: what is stored and merged. Everything else is computed from them.

use serde::{Deserialize, Serialize};

use crate::evidence::{self, History, Maintained, Mentions};
use crate::format::affected::CherryPicks;
use crate::format::tags::TagPatterns;
use crate::format::version::Branch;
use crate::judge::issue::State;
pub use crate::known_issues::maintained_setting::MaintainedSetting;
use crate::known_issues::report::Report;
use crate::known_issues::report_words::ReportWords;
use crate::known_issues::schedule::Schedule;

/// What is known about the issues of some repositories: `known-issues.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct KnownIssues {
    /// The version of this format: 1.
    pub schema: u8,
    /// The newest known date: what "now" means in the report. All dates are ISO 8601 in UTC. Null if no date is known.
    pub as_of: Option<String>,
    /// The repositories, by name.
    pub repositories: Vec<RepositoryFacts>,
}

/// One repository: its facts, and the report computed from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RepositoryFacts {
    /// `owner/name`.
    pub name: String,
    /// The address of the repository's page. An issue's page is `<url>/issues/<number>`.
    pub url: String,
    /// The settings of the report.
    pub settings: ReportSettings,
    /// The default branch; null where that is not known.
    #[serde(default)]
    pub default_branch: Option<String>,
    /// The tags that are versions, by precedence, oldest first.
    pub tags: Vec<TagFacts>,
    /// The issues in scope whose details may be published, by number. Those with `errors` are *invalid*, the others
    /// *listed*.
    pub issues: Vec<KnownIssue>,
    /// The open security issues whose details are withheld, by number.
    pub withheld: Vec<Withheld>,
    /// What is known of the pull requests that issues name.
    pub pull_requests: Vec<PullRequestFacts>,
    /// Which tag contains which merge commit, as far as that was asked.
    #[serde(default)]
    pub comparisons: Vec<ComparisonFacts>,
    /// Every issue that was read, those that were *skipped* among them: number and date of the last change. A newer
    /// reading replaces an older one.
    pub read: Vec<(u64, String)>,
    /// The report computed from these facts. It is never read back, but computed again.
    #[serde(skip_deserializing)]
    pub report: Report,
}

/// The settings of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportSettings {
    /// Identifies the policy and the version of the program that judged the issues: 16 hexadecimal digits. Facts with
    /// another value cannot be continued and must be read again.
    pub judged_by: String,
    /// How tags, and so versions, are written: one pattern or several, of which the first is written. Left out where it is
    /// `v{version}`.
    #[serde(default, skip_serializing_if = "TagPatterns::is_default")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::policy::tags_schema"))]
    pub tags: TagPatterns,
    /// What the project calls things. Left out where it has Kubernetes' words.
    #[serde(default, skip_serializing_if = "ReportWords::is_default")]
    pub words: ReportWords,
    /// The accepted priorities, most urgent first. Open issues with the first one hold a patch release.
    pub priorities: Vec<String>,
    /// The prefix of priority labels.
    pub priority_prefix: String,
    /// Which branches are maintained.
    pub maintained: MaintainedSetting,
    /// How fixes reach branches.
    pub cherry_picks: CherryPicks,
    /// Since when changes are told: a date, or a number of days before now; null for seven days.
    #[serde(default)]
    pub changes_since: Option<String>,
    /// When the branches get their next release, and until when they are maintained; null without a schedule.
    #[serde(default)]
    pub schedule: Option<Schedule>,
    /// The releases and branches that were asked for instead of all releases of the maintained branches.
    pub versions: Vec<String>,
}

impl ReportSettings {
    /// The maintained branches, newest first: those that the policy lists, else by the schedule, else the newest ones.
    /// `now` is a date.
    pub(crate) fn maintained_branches(&self, history: &History, now: Option<&str>) -> Vec<Branch> {
        match (self.maintained.rule(&self.tags), &self.schedule) {
            (Maintained::Newest { .. }, Some(schedule)) => {
                schedule.maintained(history, &self.tags, now)
            }
            (rule, _) => evidence::maintained(history, &rule, now),
        }
    }
}

/// A tag that is a version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TagFacts {
    /// The name of the tag, such as `v1.6.2`.
    pub version: String,
    /// When it was published; null if unknown.
    pub released: Option<String>,
    /// The commit that it points to; null where nobody knows.
    #[serde(default)]
    pub commit: Option<String>,
}

/// Whether a tag contains a commit, as GitHub answered or a dump says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ComparisonFacts {
    /// The commit of the tag. Tags can be moved, so the tag's name is not kept.
    pub tag: String,
    /// The commit that is looked for.
    pub commit: String,
    /// Null when it was asked for and cannot be told.
    pub contains: Option<bool>,
}

/// An issue in scope, with what a report needs. Of its description, only what it declares is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a separate fact")]
pub struct KnownIssue {
    /// The number.
    pub number: u64,
    /// The title: untrusted text.
    pub title: String,
    /// Open or closed; null if unknown.
    pub state: Option<State>,
    /// Why it was closed, such as `completed` or `not_planned`; null if it is open or GitHub gives no reason.
    pub state_reason: Option<String>,
    /// Whether the work is done: it names a fixed release, or was closed as completed.
    pub done: bool,
    /// All its labels, sorted, if it is a security issue by one of them; null for every other issue.
    #[serde(default)]
    pub security_labels: Option<Vec<String>>,
    /// When it was created.
    pub created_at: Option<String>,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// When its description got its present text; null if unknown.
    pub described_at: Option<String>,
    /// When someone last commented; null if unknown.
    pub commented_at: Option<String>,
    /// When it was last reopened; null when it never was, or where that is not known.
    #[serde(default)]
    pub reopened_at: Option<String>,
    /// Who wrote it: a login.
    #[serde(default)]
    pub author: Option<String>,
    /// Who works on it: logins, sorted.
    #[serde(default)]
    pub assignees: Vec<String>,
    /// The title of its milestone: untrusted text.
    #[serde(default)]
    pub milestone: Option<String>,
    /// The priority label without its prefix, of several the most urgent accepted one; null without one.
    pub priority: Option<String>,
    /// The SIG labels without their prefix, sorted.
    pub sigs: Vec<String>,
    /// The binaries that have the problem.
    pub binaries: Vec<String>,
    /// The first releases that have the problem, by precedence.
    pub introduced_in: Vec<String>,
    /// The first releases that have the fix, by precedence.
    pub resolved_in: Vec<String>,
    /// The branches that never had the problem, by `not-affected` entries.
    #[serde(default)]
    pub not_affected: Vec<String>,
    /// The branches that have it and get no fix, by `wont-fix` entries.
    #[serde(default)]
    pub wont_fix: Vec<String>,
    /// The first paragraph of *Symptoms*, as text of at most 300 characters: untrusted.
    #[serde(default)]
    pub symptoms: Option<String>,
    /// The first paragraph of *Impact*, likewise.
    #[serde(default)]
    pub impact: Option<String>,
    /// Whether an entry of it cannot be read as a version; then nothing follows from the others.
    pub unreadable: bool,
    /// The pull requests that it names, in the order of the description.
    pub pull_requests: Vec<PullRequestName>,
    /// Whether it has a scope label.
    pub labelled: bool,
    /// Whether its description names releases.
    pub tells_release: bool,
    /// The rules that make it invalid, each once, in the order of the table of rules.
    pub errors: Vec<String>,
}

/// A security issue whose details are withheld. Nothing else of it is stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Withheld {
    /// The number.
    pub number: u64,
    /// All its labels, sorted.
    pub labels: Vec<String>,
}

/// A pull request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PullRequestName {
    /// `owner/name` in lower case.
    pub repository: String,
    /// The number.
    pub number: u64,
}

/// What is known of a pull request.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct PullRequestFacts {
    /// The repository, `owner/name` in lower case.
    pub repository: String,
    /// The number.
    pub number: u64,
    /// When anything about it last changed, if known.
    pub updated_at: Option<String>,
    /// Its state.
    pub state: MergeState,
    /// When it was merged, if known.
    pub merged_at: Option<String>,
    /// Its base branch.
    pub base: Option<String>,
    /// The commit that it was merged as; null where nobody knows.
    #[serde(default)]
    pub merge_commit: Option<String>,
    /// Its title: untrusted text. Empty where nobody knows.
    #[serde(default)]
    pub title: String,
    /// Who opened it: a login.
    #[serde(default)]
    pub author: Option<String>,
    /// What its title and its description say of other pull requests.
    #[serde(default)]
    pub mentions: Mentions,
}

/// The state of a pull request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MergeState {
    /// Not merged yet.
    Open,
    /// Closed without being merged.
    Closed,
    /// Merged into its base branch.
    Merged,
}

impl RepositoryFacts {
    /// The server's address: the address of the repository's page without its name.
    #[must_use]
    pub fn server(&self) -> &str {
        self.url.strip_suffix(&self.name).unwrap_or(&self.url).trim_end_matches('/')
    }

    /// The issue with this number.
    #[must_use]
    pub fn issue(&self, number: u64) -> Option<&KnownIssue> {
        self.issues.get(self.issues.binary_search_by_key(&number, |issue| issue.number).ok()?)
    }
}

impl KnownIssue {
    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == Some(State::Open)
    }

    /// Whether the description or labels have errors. Such an issue is *invalid*, otherwise it is *listed*.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        !self.errors.is_empty()
    }
}
