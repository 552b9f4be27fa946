//! Tags that are versions, but not of the project that a report is about.

use crate::format::tags::{self, TagPatterns};
use crate::known_issues::collection::Collection;

/// How many tags of another pattern are remembered of a repository.
const MOST_OTHER_TAGS: usize = 1000;

impl Collection {
    /// Notes a tag that ends in a version but is not written as this project's tags are.
    pub(super) fn see_tag(&mut self, repository: &str, name: &str, own: &TagPatterns) {
        let is_other = || tags::pattern_of_most(std::iter::once(name)).is_some();
        if own.version(name).is_none() && is_other() {
            let Some(known) = self.repositories.get_mut(repository) else { return };
            if known.other_tags.len() < MOST_OTHER_TAGS {
                known.other_tags.insert(name.to_owned());
            }
        }
    }

    /// A sentence about each repository of which no tag is a version of the project, although some end in one.
    #[must_use]
    pub fn tags_of_another_pattern(&self) -> Vec<String> {
        let mut sentences = Vec::new();
        for known in self.repositories.values().filter(|known| known.tags.is_empty()) {
            let names = known.other_tags.iter().map(String::as_str);
            if let Some(pattern) = tags::pattern_of_most(names) {
                let why = known.settings.tags.none_matches(&pattern);
                sentences.push(format!("{}: {why}", known.name));
            }
        }
        sentences
    }

    /// Why the report would be empty: no repository has a tag that is a version, but one has tags of another pattern.
    #[must_use]
    pub fn refusal_without_tags(&self) -> Option<String> {
        let has_tags = self.repositories.values().any(|known| !known.tags.is_empty());
        self.tags_of_another_pattern().into_iter().next().filter(|_| !has_tags)
    }
}
