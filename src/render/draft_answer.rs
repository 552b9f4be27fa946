//! What `draft` returns: the public JSON, versioned.

use std::fmt::Write;

use crate::draft::{Confidence, DraftSurroundings, DraftedFact, DraftedFacts};
use crate::format::description::{Description, limits};
use crate::format::version::Version;
use crate::json::string;
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
        let description = Description::read(original, options.policy.form()).repaired();
        let repository = issue.repository();
        let facts = crate::draft::read(
            &description,
            DraftSurroundings {
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
        let mut json = format!("{{\"schema\":1,\"withheld\":{},\"entries\":[", self.withheld);
        for (index, (key, fact)) in self.entries.iter().enumerate() {
            let members = format!("\"key\":\"{key}\",\"value\":{}", string(&fact.value));
            fact.write(&mut json, index, &members);
        }
        json.push_str("],\"binaries\":[");
        for (index, fact) in self.binaries.iter().enumerate() {
            fact.write(&mut json, index, &format!("\"name\":{}", string(&fact.value)));
        }
        json.push_str("],\"pullRequests\":[");
        for (index, fact) in self.pull_requests.iter().enumerate() {
            fact.write(&mut json, index, &pull_request(&fact.value));
        }
        json.push_str("],\"description\":");
        json.push_str(&string(&self.description));
        json.push('}');
        json
    }
}

impl DraftFact {
    /// Adds the fact, with its own members, to a list.
    fn write(&self, json: &mut String, index: usize, members: &str) {
        let confidence = match self.confidence {
            Confidence::Certain => "certain",
            Confidence::ToConfirm => "to-confirm",
        };
        let comma = if index > 0 { "," } else { "" };
        let words = string(&self.words);
        let _ = write!(
            json,
            "{comma}{{{members},\"confidence\":\"{confidence}\",\"words\":{words},\"span\":"
        );
        match self.span {
            Some(Location { start, end }) => {
                let _ = write!(
                    json,
                    "{{\"start\":{{\"line\":{},\"column\":{}}},\"end\":{{\"line\":{},\"column\":{}}}}}",
                    start.line, start.column, end.line, end.column
                );
            }
            None => json.push_str("null"),
        }
        json.push('}');
    }
}

/// The members of a pull request, as `validate` writes them.
fn pull_request(name: &str) -> String {
    let (repository, number) = name.rsplit_once('#').unwrap_or_default();
    let (owner, repo) = repository.split_once('/').unzip();
    let word = |word: Option<&str>| word.map_or_else(|| "null".to_owned(), string);
    format!("\"owner\":{},\"repo\":{},\"number\":{number}", word(owner), word(repo))
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
