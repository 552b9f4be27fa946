//! The facts that are drafted, and what they are drafted from.

use std::ops::Range;

use crate::draft::statement::Confidence;
use crate::format::description::entry::Key;
use crate::format::version::Version;
use crate::policy::Policy;
use crate::text::quote;

/// The longest quotation of what was read, in bytes.
const LONGEST_QUOTE: usize = 80;

/// What is known about the issue besides its description.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DraftSurroundings<'a> {
    /// The number.
    pub(crate) number: u64,
    pub(crate) is_pull_request: bool,
    /// Whether the issue is closed as completed, so that a release has the fix.
    pub(crate) is_completed: bool,
    pub(crate) title: &'a str,
    pub(crate) labels: &'a [String],
    pub(crate) policy: &'a Policy,
    /// The releases that exist; `None` when they are not known.
    pub(crate) releases: Option<&'a [Version]>,
    /// The repository, `owner/name`.
    pub(crate) repository: Option<&'a str>,
}

/// A fact that was read from a description.
#[derive(Clone, Debug)]
pub(crate) struct DraftedFact {
    pub(crate) value: String,
    pub(crate) confidence: Confidence,
    /// The words it was read from, without markup.
    pub(crate) words: String,
    /// Their place in the source; `None` for a label, a title, and the number of a pull request.
    pub(crate) span: Option<Range<usize>>,
}

impl DraftedFact {
    /// The words it was read from, on one line, cut, with hidden characters made visible.
    pub(crate) fn quoted(&self) -> String {
        let words: Vec<&str> = self.words.split_whitespace().collect();
        let words = quote::shown(&words.join(" "));
        let cut = words.get(..words.floor_char_boundary(LONGEST_QUOTE)).unwrap_or_default();
        format!("{cut}{}", if cut.len() < words.len() { "…" } else { "" })
    }
}

/// The facts for a description in the format.
#[derive(Clone, Debug, Default)]
pub(crate) struct DraftedFacts {
    pub(crate) introduced: Vec<DraftedFact>,
    pub(crate) resolved: Vec<DraftedFact>,
    pub(crate) binaries: Vec<DraftedFact>,
    /// `#48123`, or `owner/repo#48123` in another repository.
    pub(crate) pull_requests: Vec<DraftedFact>,
    pub(super) is_completed: bool,
}

impl DraftedFacts {
    /// Only what is certain.
    pub(crate) fn certain(mut self) -> Self {
        fn keep(facts: &mut Vec<DraftedFact>) {
            facts.retain(|fact| fact.confidence == Confidence::Certain);
        }
        keep(&mut self.introduced);
        keep(&mut self.resolved);
        keep(&mut self.binaries);
        keep(&mut self.pull_requests);
        self
    }

    /// The facts, and fewer of them: without releases that have the fix, without pull requests, and none.
    pub(crate) fn lesser(self) -> Vec<Self> {
        let mut all = vec![self];
        let clears: [fn(&mut Self); 3] = [
            |facts| facts.resolved.clear(),
            |facts| facts.pull_requests.clear(),
            |facts| *facts = Self::default(),
        ];
        for clear in clears {
            let mut less = all.last().cloned().unwrap_or_default();
            clear(&mut less);
            if all.last().is_some_and(|last| last.count() > less.count()) {
                all.push(less);
            }
        }
        all
    }

    pub(super) fn has_entry(&self) -> bool {
        !(self.introduced.is_empty() && self.resolved.is_empty())
    }

    fn count(&self) -> usize {
        self.introduced.len() + self.resolved.len() + self.binaries.len() + self.pull_requests.len()
    }

    /// Every entry with its key, in the order of a release block.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (Key, &DraftedFact)> {
        let introduced = self.introduced.iter().map(|fact| (Key::IntroducedIn, fact));
        introduced.chain(self.resolved.iter().map(|fact| (Key::ResolvedIn, fact)))
    }
}
