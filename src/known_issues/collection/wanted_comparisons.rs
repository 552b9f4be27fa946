//! Which tags must be compared with which commits, because dates cannot decide it.

use std::collections::BTreeMap;

use crate::evidence::{self, Evidence};
use crate::known_issues::background::Background;
use crate::known_issues::collected_repository::CollectedRepository;
use crate::known_issues::collection::Collection;
use crate::known_issues::collection::carried::Sampler;

/// A question: does the tag contain the commit?
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct WantedComparison {
    /// `owner/name` in lower case.
    pub(crate) repository: String,
    /// The name of the tag.
    pub(crate) tag: String,
    /// The commit of the tag.
    pub(crate) tagged: String,
    /// The commit that is looked for.
    pub(crate) commit: String,
}

impl Collection {
    /// Sets aside what was compared for an earlier report. What still matters is taken back, so that a report that
    /// continues another one knows what a report from nothing would.
    pub(crate) fn set_comparisons_aside(&mut self) {
        for known in self.repositories.values_mut() {
            known.compared_before = std::mem::take(&mut known.comparisons);
        }
    }

    /// What must be asked now: what is not known, and a sample of what the earlier report tells, at most `most` for each
    /// repository. Answers may make more of it necessary.
    pub(crate) fn wanted_comparisons(
        &mut self,
        sampler: &mut Sampler,
        most: usize,
    ) -> Vec<WantedComparison> {
        let mut wanted = Vec::new();
        let now = self.as_of.clone();
        for (name, known) in &mut self.repositories {
            loop {
                let missing = missing(known, now.as_deref());
                known.doubt_comparisons(missing.keys(), sampler, most);
                let is_known = |pair: &(String, String)| known.compared_before.contains_key(pair);
                let (before, rest): (BTreeMap<_, _>, BTreeMap<_, _>) =
                    missing.into_iter().partition(|(pair, _)| is_known(pair));
                for pair in before.keys() {
                    if let Some(contains) = known.compared_before.remove(pair) {
                        known.comparisons.insert(pair.clone(), contains);
                    }
                }
                if before.is_empty() {
                    for ((tagged, commit), tag) in rest {
                        let repository = name.clone();
                        wanted.push(WantedComparison { repository, tag, tagged, commit });
                    }
                    break;
                }
            }
        }
        wanted
    }

    /// Takes an answer; `None` when it cannot be told.
    pub(crate) fn add_comparison(&mut self, asked: &WantedComparison, contains: Option<bool>) {
        if let Some(known) = self.repositories.get_mut(&asked.repository) {
            let pair = (asked.tagged.clone(), asked.commit.clone());
            known.check_comparison(&pair, contains);
            known.comparisons.insert(pair, contains);
        }
    }
}

/// The pairs of commits that are not compared yet, with the tag's name.
fn missing(known: &CollectedRepository, now: Option<&str>) -> BTreeMap<(String, String), String> {
    let facts = known.clone().all_facts();
    let background = Background::of(&facts);
    let history = &background.history;
    let rule = facts.settings.maintained.rule(&facts.settings.tags);
    let next = evidence::next_releases(history, &rule, now);
    let branches: Vec<_> = next.iter().map(crate::format::version::Version::branch).collect();
    let mut missing = BTreeMap::new();
    for record in &background.records {
        let evidence = Evidence::new(history, record, facts.settings.cherry_picks);
        for pair in evidence::wanted(&evidence, &branches) {
            let tag = facts.tags.iter().find(|tag| tag.commit.as_deref() == Some(pair.tag));
            if let Some(tag) = tag {
                let key = (pair.tag.to_owned(), pair.commit.to_owned());
                missing.insert(key, tag.version.clone());
            }
        }
    }
    missing
}
