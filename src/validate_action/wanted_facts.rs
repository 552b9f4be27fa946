//! What GitHub is to be asked about one issue: what its description names, and what that leads to.

use serde_json::{Map, Value};

use crate::evidence::wanted;
use crate::format::description::entry::Key;
use crate::format::tags::TagPatterns;
use crate::format::version::Version;
use crate::judge::facts::Facts;
use crate::judge::subject::Subject;
use crate::policy::Policy;
use crate::validate_action::variables::{elsewhere, reference};

/// The most tags that are asked for by name; more are unknown.
const MOST_TAGS: usize = 40;

/// The most pull requests that are asked for; more are unknown.
const MOST_PULL_REQUESTS: usize = 50;

/// The most comparisons that are asked for; more are unknown.
const MOST_COMPARISONS: usize = 50;

/// What a description names, and GitHub may know.
#[derive(Debug, Default)]
pub(super) struct WantedFacts {
    /// Tag names.
    pub(super) tags: Vec<String>,
    /// Pull requests: owner and name of another repository, and the number.
    pub(super) pull_requests: Vec<(Option<(String, String)>, u64)>,
    /// Words to find the repository's labels by.
    pub(super) labels: Vec<String>,
    /// Which tag may contain which commit.
    pub(super) comparisons: Vec<TagAndCommit>,
}

/// A tag that may contain a commit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TagAndCommit {
    /// The name of the tag.
    pub(super) tag: String,
    /// The commit that the tag points to.
    pub(super) tagged: String,
    /// The commit that is looked for.
    pub(super) commit: String,
}

/// What must be compared to weigh an issue by facts that hold no comparison. It depends on the issue alone, so that every
/// run about it judges it by the same facts.
pub(super) fn comparisons(subject: &Subject<'_>, facts: &Facts) -> Vec<TagAndCommit> {
    let mut found = Vec::new();
    if subject.is_withheld {
        return found;
    }
    for pair in wanted(&subject.evidence, &subject.maintained).into_iter().take(MOST_COMPARISONS) {
        let mut tags = facts.history.tags().iter();
        if let Some(tag) = tags.find(|tag| tag.commit.as_deref() == Some(pair.tag)) {
            let (tag, tagged) = (tag.name.clone(), pair.tag.to_owned());
            found.push(TagAndCommit { tag, tagged, commit: pair.commit.to_owned() });
        }
    }
    found
}

impl WantedFacts {
    /// Adds the labels that the policy may set: which of them the repository has.
    pub(super) fn add_labels(&mut self, policy: &Policy) {
        for pattern in policy.labels.patterns() {
            self.labels.push(pattern.longest_literal().to_owned());
        }
    }

    /// Adds what the facts rules must know. Of a withheld issue nothing is asked.
    pub(super) fn add_facts(&mut self, subject: &Subject<'_>) {
        let Some(description) = subject.description().filter(|_| !subject.is_withheld) else {
            return;
        };
        let tags = &subject.policy.tags;
        for claim in description.claims.of_key(Key::IntroducedIn) {
            self.add_tag(&claim.version, tags);
        }
        for claim in description.claims.of_key(Key::ResolvedIn) {
            self.add_tag(&claim.version, tags);
            if let Some(before) = claim.version.predecessor() {
                self.add_tag(&before, tags);
            }
        }
        for listed in subject.pull_requests().into_iter().take(MOST_PULL_REQUESTS) {
            let other = listed.reference.repository.filter(|_| listed.repository.is_some());
            self.pull_requests.push((other, listed.reference.number));
        }
    }

    fn add_tag(&mut self, version: &Version, tags: &TagPatterns) {
        for name in tags.names(version) {
            if self.tags.len() < MOST_TAGS && !self.tags.contains(&name) {
                self.tags.push(name);
            }
        }
    }

    /// Leaves out what queries with these variables asked for.
    pub(super) fn without(mut self, asked: &[&Map<String, Value>]) -> Self {
        let is_asked = |prefix: char, value: Value| {
            let asks =
                |(name, asked): (&String, &Value)| name.starts_with(prefix) && *asked == value;
            asked.iter().any(|variables| variables.iter().any(asks))
        };
        self.tags.retain(|tag| !is_asked('t', reference(tag).into()));
        self.labels.retain(|label| !is_asked('l', label.as_str().into()));
        self.pull_requests.retain(|(repository, number)| match repository {
            None => !is_asked('p', (*number).into()),
            Some((owner, name)) => {
                let this = (format!("{owner}/{name}").to_ascii_lowercase(), *number);
                !asked
                    .iter()
                    .any(|variables| elsewhere(variables).iter().any(|(_, asked)| *asked == this))
            }
        });
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        let Self { tags, pull_requests, labels, comparisons } = self;
        tags.is_empty() && pull_requests.is_empty() && labels.is_empty() && comparisons.is_empty()
    }
}
