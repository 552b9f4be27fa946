//! The facts of a report: what is stored and merged. Everything else is computed from them.

use serde::{Deserialize, Serialize};

use crate::evidence::{Maintained, Mentions};
use crate::format::affected::CherryPicks;
use crate::format::version::Branch;
use crate::judge::issue::State;
use crate::known_issues::report::Report;

/// What is known about the issues of some repositories: `known-issues.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct KnownIssues {
    /// The version of this shape: 1.
    pub schema: u8,
    /// The newest date that is known, ISO 8601 in UTC as every date here: what "now" means in the report. Null when
    /// no date is known.
    pub as_of: Option<String>,
    /// The repositories, by name.
    pub repositories: Vec<RepositoryFacts>,
}

/// One repository: its facts, and the report that is computed from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct RepositoryFacts {
    /// `owner/name`.
    pub name: String,
    /// The repository's page; an issue's page is `<url>/issues/<number>`.
    pub url: String,
    /// How the report was asked for.
    pub settings: ReportSettings,
    /// The default branch; null where that is not known.
    #[serde(default)]
    pub default_branch: Option<String>,
    /// The tags that are versions, by precedence, oldest first.
    pub tags: Vec<TagFacts>,
    /// The issues in scope whose details may be told, by number: with `errors` *invalid*, the others *listed*.
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
    /// What follows from all that. Never read back: computed anew.
    #[serde(skip_deserializing)]
    pub report: Report,
}

/// How a report was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportSettings {
    /// Which policy and which version of the program judged the issues: 16 hexadecimal digits. Facts with another
    /// one must be read anew, not continued.
    pub judged_by: String,
    /// The accepted priorities, most urgent first: the first holds a patch release.
    pub priorities: Vec<String>,
    /// What priority labels start with.
    pub priority_prefix: String,
    /// Which branches are maintained.
    pub maintained: MaintainedSetting,
    /// How fixes reach branches.
    pub cherry_picks: CherryPicks,
    /// Since when changes are told: a date, or a number of days before now; null for seven days.
    #[serde(default)]
    pub changes_since: Option<String>,
    /// The releases and branches that were asked for instead of all releases of the maintained branches.
    pub versions: Vec<String>,
}

/// Which branches are maintained.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum MaintainedSetting {
    /// The newest ones that have a full release.
    Newest(usize),
    /// The newest ones, and for some time after a new branch the one before them.
    #[serde(rename_all = "camelCase")]
    Overlapping {
        /// How many of the newest.
        newest: usize,
        /// How many calendar months after the first release of the newest branch the one before them is maintained.
        overlap_months: u32,
    },
    /// These, written `vMAJOR.MINOR`.
    Branches(Vec<String>),
}

/// A tag that is a version.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct TagFacts {
    /// The version, with its `v`.
    pub version: String,
    /// When it was published; null where nobody knows.
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

/// An issue in scope, as far as a report needs it. Nothing of its description is here but what it declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct KnownIssue {
    /// The number.
    pub number: u64,
    /// The title: untrusted text.
    pub title: String,
    /// Open or closed; null where nobody said.
    pub state: Option<State>,
    /// Why it was closed, such as `completed` or `not_planned`; null when it is open or GitHub does not say.
    pub state_reason: Option<String>,
    /// Whether its work is done: a fixed release is named, or it was closed as completed.
    pub done: bool,
    /// When it was written.
    pub created_at: Option<String>,
    /// When it was closed.
    pub closed_at: Option<String>,
    /// When its description got the text it has; null where that is not known.
    pub described_at: Option<String>,
    /// When somebody commented last; null where that is not known.
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
    /// Whether its description tells releases.
    pub tells_release: bool,
    /// The rules that make it invalid, each once, in the order of the rules' table.
    pub errors: Vec<String>,
}

/// A security issue whose details are withheld: nothing else is known of it here.
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
    /// Which one: `owner/name` in lower case.
    pub repository: String,
    /// The number.
    pub number: u64,
    /// When anything about it changed last, where that is known.
    pub updated_at: Option<String>,
    /// How far it is.
    pub state: MergeState,
    /// When it was merged, where that is known.
    pub merged_at: Option<String>,
    /// The branch it was made for.
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

/// How far a pull request is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum MergeState {
    /// Not merged yet.
    Open,
    /// Given up.
    Closed,
    /// In its base branch.
    Merged,
}

impl Default for MaintainedSetting {
    fn default() -> Self {
        Self::of(&Maintained::default())
    }
}

impl MaintainedSetting {
    /// What a policy says.
    pub(crate) fn of(policy: &Maintained) -> Self {
        match policy {
            Maintained::Newest { newest, overlap_months: 0 } => Self::Newest(*newest),
            Maintained::Newest { newest, overlap_months } => {
                Self::Overlapping { newest: *newest, overlap_months: *overlap_months }
            }
            Maintained::Listed(branches) => {
                Self::Branches(branches.iter().map(ToString::to_string).collect())
            }
        }
    }

    /// The rule that it states.
    pub(crate) fn rule(&self) -> Maintained {
        match self {
            Self::Newest(newest) => Maintained::Newest { newest: *newest, overlap_months: 0 },
            Self::Overlapping { newest, overlap_months } => {
                Maintained::Newest { newest: *newest, overlap_months: *overlap_months }
            }
            Self::Branches(names) => {
                Maintained::Listed(names.iter().filter_map(|name| Branch::parse(name)).collect())
            }
        }
    }
}

impl RepositoryFacts {
    /// The server's address: the repository's page without its name.
    #[must_use]
    pub fn server(&self) -> &str {
        self.url.strip_suffix(&self.name).unwrap_or(&self.url).trim_end_matches('/')
    }

    /// The issue with a number.
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

    /// Whether the description misses or mistakes something: the issue is *invalid*, otherwise *listed*.
    #[must_use]
    pub fn is_invalid(&self) -> bool {
        !self.errors.is_empty()
    }
}
