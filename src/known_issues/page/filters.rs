//! What the list of issues can be filtered by: the SIGs and priorities that its issues have.

use std::collections::{BTreeMap, BTreeSet};

use crate::known_issues::facts::{KnownIssue, RepositoryFacts};
use crate::policy::Noun;
use crate::text::quote::shown;

/// The choices of the filters.
pub(super) struct Filters {
    pub(super) sig: Option<Choices>,
    pub(super) priority: Option<Choices>,
}

/// A filter by label.
pub(super) struct Choices {
    /// What such a label is called: untrusted text.
    pub(super) title: String,
    /// The names of the labels: untrusted text, with invisible characters made visible.
    pub(super) names: Vec<String>,
    places: BTreeMap<String, usize>,
}

impl Filters {
    /// The choices for these issues: SIGs by name, priorities most urgent first.
    pub(super) fn of<'a>(
        facts: &RepositoryFacts,
        issues: impl Iterator<Item = &'a KnownIssue>,
    ) -> Self {
        let (mut sigs, mut priorities) = (BTreeSet::new(), BTreeSet::new());
        let settings = &facts.settings;
        for issue in issues {
            sigs.extend(issue.sigs.iter().map(|sig| (0, sig.clone())));
            priorities.extend(issue.priority.iter().map(|name| {
                let rank = settings.priorities.iter().position(|one| one == name);
                (rank.unwrap_or(usize::MAX), name.clone())
            }));
        }
        let names = |found: BTreeSet<(usize, String)>| found.into_iter().map(|(_, name)| name);
        Self {
            sig: Choices::of(settings.words.sig.as_ref(), names(sigs)),
            priority: Choices::of(settings.words.priority.as_ref(), names(priorities)),
        }
    }

    /// The places of SIGs among the choices.
    pub(super) fn sigs(&self, names: &[String]) -> Vec<usize> {
        let place = |name: &String| self.sig.as_ref()?.places.get(name).copied();
        names.iter().filter_map(place).collect()
    }

    /// The place of a priority among the choices.
    pub(super) fn priority(&self, name: Option<&str>) -> Option<usize> {
        self.priority.as_ref()?.places.get(name?).copied()
    }
}

impl Choices {
    /// `None` if there is nothing to choose.
    fn of(noun: Option<&Noun>, names: impl Iterator<Item = String>) -> Option<Self> {
        let names: Vec<String> = names.collect();
        let title = noun.map(|noun| shown(&noun.title()))?;
        let places = names.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect();
        let names: Vec<String> = names.iter().map(|name| shown(name)).collect();
        (!names.is_empty()).then_some(Self { title, names, places })
    }
}
