//! What `draft` returns: the public JSON, versioned.

use serde_json::{Value, json};

use crate::draft::{Confidence, DraftedFact, DraftedFacts, Surroundings};
use crate::format::description::{Description, limits};
use crate::format::version::Version;
use crate::judge::issue::Issue;
use crate::judge::subject;
use crate::policy::Policy;
use crate::text::position::{Lines, Location};

/// What `draft` may know besides the issue.
#[derive(Clone, Copy, Debug)]
pub struct DraftOptions<'a> {
    /// The policy: its binaries, and what makes an issue a security issue.
    pub policy: &'a Policy,
    /// The releases that exist, in any order. With them, an entry is certain only for a release or the next one, and a
    /// range without a start gets a proposal.
    pub releases: Option<&'a [Version]>,
    /// The repository, `owner/name`; without it, the one of the issue's page.
    pub repository: Option<&'a str>,
}

/// A description in the format, drafted from an issue, and what was read for it.
#[derive(Clone, Debug)]
pub struct DraftAnswer {
    /// Whether the issue is a security issue whose details are withheld. If so, nothing of this answer may be shown to
    /// others.
    pub withheld: bool,
    /// The release entries: the key, such as `introduced-in`, and the fact, whose value is a version such as `v1.6.2`.
    pub entries: Vec<(&'static str, DraftFact)>,
    /// The binaries with the problem, in lower case.
    pub binaries: Vec<DraftFact>,
    /// The pull requests with the fix: `#48123`, or `owner/repo#48123` in another repository.
    pub pull_requests: Vec<DraftFact>,
    /// The description: one release block, the author's text, and the template. The text as it is, when it is in the
    /// format already or cannot be read.
    pub description: String,
}

/// A fact that was read from an issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftFact {
    /// The fact.
    pub value: String,
    /// Whether it may be stated, or has to be confirmed by a person.
    pub confidence: Confidence,
    /// The words that it was read from, without markup: untrusted text.
    pub words: String,
    /// The place of these words in the description; `None` for a label, a title, and a pull request's own number.
    pub span: Option<Location>,
}

impl DraftAnswer {
    pub(crate) fn of(issue: &Issue, options: &DraftOptions<'_>) -> Self {
        let original = issue.description.as_deref().unwrap_or_default();
        let withheld = subject::is_withheld(issue, options.policy);
        if original.len() > limits::LONGEST || limits::too_deep(original).is_some() {
            let description = original.to_owned();
            return Self { withheld, description, ..Self::empty() };
        }
        let description = Description::read(original).repaired();
        let repository = issue.repository();
        let facts = crate::draft::read(
            &description,
            Surroundings {
                number: issue.number,
                is_pull_request: issue.pull_request,
                is_completed: issue.is_closed_as_completed(),
                title: &issue.title,
                labels: &issue.labels,
                policy: options.policy,
                releases: options.releases,
                repository: options.repository.or(repository.as_deref()),
            },
        );
        Self { withheld, ..Self::told(original, &description, &facts) }
    }

    fn told(original: &str, description: &Description<'_>, facts: &DraftedFacts) -> Self {
        let lines = Lines::new(original);
        let place = |range: &std::ops::Range<usize>| lines.locate(description.original(range));
        let mut answer =
            Self { description: facts.applied(original, description), ..Self::empty() };
        for (key, fact) in facts.entries() {
            answer.entries.push((key.name(), shown(fact, place)));
        }
        for fact in &facts.binaries {
            answer.binaries.push(shown(fact, place));
        }
        for fact in &facts.pull_requests {
            answer.pull_requests.push(shown(fact, place));
        }
        answer
    }

    const fn empty() -> Self {
        Self {
            withheld: false,
            entries: Vec::new(),
            binaries: Vec::new(),
            pull_requests: Vec::new(),
            description: String::new(),
        }
    }

    /// The answer as JSON.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut entries = Vec::new();
        for (key, fact) in &self.entries {
            let mut entry = fact.to_value("value");
            if let Some(entry) = entry.as_object_mut() {
                entry.insert("key".to_owned(), Value::from(*key));
            }
            entries.push(entry);
        }
        let mut binaries = Vec::new();
        for fact in &self.binaries {
            binaries.push(fact.to_value("name"));
        }
        let mut pull_requests = Vec::new();
        for fact in &self.pull_requests {
            pull_requests.push(fact.to_value("name"));
        }
        let answer = json!({
            "schema": 1,
            "withheld": self.withheld,
            "entries": entries,
            "binaries": binaries,
            "pullRequests": pull_requests,
            "description": self.description,
        });
        answer.to_string()
    }
}

impl DraftFact {
    fn to_value(&self, name: &str) -> Value {
        let confidence = match self.confidence {
            Confidence::Certain => "certain",
            Confidence::ToConfirm => "to-confirm",
        };
        json!({ name: self.value, "confidence": confidence, "words": self.words, "span": self.span })
    }
}

fn shown(fact: &DraftedFact, place: impl Fn(&std::ops::Range<usize>) -> Location) -> DraftFact {
    let span = fact.span.as_ref().map(place);
    DraftFact {
        value: fact.value.clone(),
        confidence: fact.confidence,
        words: fact.words.clone(),
        span,
    }
}
