//! A case of the truth table → what the core is given.

use patch_release_issues::BranchReading;
use patch_release_issues::affected::CherryPicks;
use patch_release_issues::evidence::{
    Base, Comparison, History, IssueRecord, IssueState, Listed, Maintained, Mentions,
    RequestRecord, RequestState, TaggedVersion, urgency,
};
use patch_release_issues::tags::TagPatterns;
use patch_release_issues::version::{Branch, Version};
use serde::Deserialize;
use serde_json::Value;

/// A case, as the file writes it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Case {
    pub(crate) id: String,
    pub(crate) why: String,
    pub(crate) now: String,
    pub(crate) policy: Policy,
    repository: String,
    all_tags_known: bool,
    tags: Vec<CaseTag>,
    pub(crate) pull_requests: Vec<CaseRequest>,
    comparisons: Vec<CaseComparison>,
    pub(crate) issue: CaseIssue,
    #[serde(default)]
    pub(crate) expect: Value,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) struct Policy {
    maintained: Value,
    pub(crate) cherry_picks: CherryPicks,
}

#[derive(Clone, Debug, Deserialize)]
struct CaseTag {
    name: String,
    date: Option<String>,
    commit: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CaseRequest {
    pub(crate) number: u64,
    pub(crate) base: String,
    pub(crate) state: String,
    pub(crate) merged_at: Option<String>,
    pub(crate) merge_commit_sha: Option<String>,
    pub(crate) title: String,
    pub(crate) body: Option<String>,
    pub(crate) repository: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct CaseComparison {
    tag: String,
    commit: String,
    contains: Option<bool>,
}

#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CaseIssue {
    number: u64,
    state: String,
    state_reason: Option<String>,
    last_edited_at: Option<String>,
    reopened_at: Option<String>,
    labels: Vec<String>,
    introduced_in: Vec<String>,
    resolved_in: Vec<String>,
    not_affected: Vec<String>,
    wont_fix: Vec<String>,
    pull_requests: Vec<Value>,
}

/// Every case of the table, as it is written. The first entry describes the format.
pub(crate) fn texts() -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_str(include_str!("cases.json")).unwrap();
    all.into_iter().skip(1).collect()
}

/// Every case of the table.
pub(crate) fn all() -> Vec<Case> {
    texts().into_iter().map(|case| serde_json::from_value(case).unwrap()).collect()
}

impl Case {
    pub(crate) fn history(&self) -> History {
        let commit = |name: &str| {
            let tag = self.tags.iter().find(|tag| tag.name == name);
            tag.and_then(|tag| tag.commit.clone()).unwrap_or_else(|| name.to_owned())
        };
        let comparisons = self.comparisons.iter().map(|comparison| Comparison {
            tag: commit(&comparison.tag),
            commit: comparison.commit.clone(),
            contains: comparison.contains,
        });
        let own = self.pull_requests.iter().filter(|request| self.is_own(request));
        History::new(
            &self.repository,
            self.tags.iter().filter_map(CaseTag::tag).collect(),
            self.all_tags_known,
            own.map(|request| request.request(&self.repository)).collect(),
            comparisons.collect(),
        )
    }

    fn is_own(&self, request: &CaseRequest) -> bool {
        request.repository.as_ref().is_none_or(|name| *name == self.repository)
    }

    pub(crate) fn issue(&self) -> IssueRecord {
        let case = &self.issue;
        let accepted = ["critical-urgent", "important-soon"].map(str::to_owned);
        IssueRecord {
            tags: TagPatterns::default(),
            without_priorities: false,
            number: case.number,
            state: IssueState::read(case.state == "closed", case.state_reason.as_deref()),
            reopened_at: case.reopened_at.clone(),
            edited_at: case.last_edited_at.clone(),
            urgency: urgency(&case.labels, "priority/", &accepted),
            introduced_in: case.introduced_in.clone(),
            resolved_in: case.resolved_in.clone(),
            not_affected: undressed(&case.not_affected),
            wont_fix: undressed(&case.wont_fix),
            pull_requests: case.pull_requests.iter().map(|listed| self.listed(listed)).collect(),
        }
    }

    /// A number, or `owner/name#10`.
    fn listed(&self, listed: &Value) -> Listed {
        let text = listed.as_str().unwrap_or_default();
        match text.split_once('#') {
            Some((repository, number)) => {
                Listed { repository: repository.to_owned(), number: number.parse().unwrap() }
            }
            None => {
                Listed { repository: self.repository.clone(), number: listed.as_u64().unwrap() }
            }
        }
    }

    /// Whether a label says that it is a security issue.
    pub(crate) fn is_security(&self) -> bool {
        let labels = ["area/security", "committee/security-response", "committee/product-security"];
        self.issue.labels.iter().any(|label| labels.contains(&label.to_lowercase().as_str()))
    }

    /// Whether a value of `not-affected` or `wont-fix` is not written as a branch.
    pub(crate) fn has_invalid_branch(&self) -> bool {
        let mut values = self.issue.not_affected.iter().chain(&self.issue.wont_fix);
        values.any(|value| {
            !matches!(BranchReading::read(value, &TagPatterns::default()), BranchReading::Branch(_))
        })
    }

    pub(crate) fn maintained(&self) -> Maintained {
        let number = |name: &str| self.policy.maintained.get(name).and_then(Value::as_u64);
        let small = |number: u64| number.try_into().unwrap();
        if let Some(list) = self.policy.maintained.as_array() {
            let branch = |name: &Value| Branch::parse(name.as_str().unwrap()).unwrap();
            return Maintained::Listed(list.iter().map(branch).collect());
        }
        let newest = number("newest").or(self.policy.maintained.as_u64()).unwrap_or(3);
        let months = number("overlap-months").unwrap_or_default();
        Maintained::Newest { newest: newest.try_into().unwrap(), overlap_months: small(months) }
    }
}

impl CaseIssue {
    /// Lists a pull request.
    pub(crate) fn list(&mut self, number: u64) {
        self.pull_requests.push(number.into());
    }

    /// Names a release that has the fix.
    pub(crate) fn promise(&mut self, version: &str) {
        self.resolved_in.push(version.to_owned());
    }
}

impl CaseTag {
    fn tag(&self) -> Option<TaggedVersion> {
        let (date, commit) = (self.date.clone(), self.commit.clone());
        Some(TaggedVersion {
            version: Version::parse(&self.name)?,
            name: self.name.clone(),
            date,
            commit,
        })
    }
}

impl CaseRequest {
    fn request(&self, repository: &str) -> RequestRecord {
        let state = match self.state.as_str() {
            "open" => RequestState::Open,
            _ if self.merged_at.is_some() => RequestState::Merged,
            _ => RequestState::Closed,
        };
        RequestRecord {
            number: self.number,
            state,
            base: Some(Base::of(&self.base, None)),
            merged_at: self.merged_at.clone(),
            merge_commit: self.merge_commit_sha.clone(),
            title: self.title.clone(),
            mentions: Mentions::read(
                repository,
                &self.title,
                self.body.as_deref().unwrap_or_default(),
            ),
        }
    }
}

/// The branches that are meant; what is none stays as it is.
fn undressed(values: &[String]) -> Vec<String> {
    let branch = |value: &String| {
        BranchReading::read(value, &TagPatterns::default())
            .branch()
            .map(|branch| branch.to_string())
    };
    values.iter().map(|value| branch(value).unwrap_or_else(|| value.clone())).collect()
}
