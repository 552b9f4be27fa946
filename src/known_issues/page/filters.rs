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

/// What the address of the page uses for something else.
const RESERVED: [&str; 6] = ["in", "text", "v", "branch", "status", "sort"];

/// A filter by label.
pub(super) struct Choices {
    /// Its name in the address of the page: what such a label is called.
    pub(super) parameter: String,
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
        let mut filters = Self {
            sig: Choices::of(settings.words.sig.as_ref(), "label", names(sigs)),
            priority: Choices::of(settings.words.priority.as_ref(), "rank", names(priorities)),
        };
        let sig = filters.sig.as_ref().map(|sig| sig.parameter.clone());
        if let Some(priority) =
            filters.priority.as_mut().filter(|one| sig == Some(one.parameter.clone()))
        {
            "rank".clone_into(&mut priority.parameter);
        }
        filters
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
    /// `None` if there is nothing to choose. `other` is the name in the address where the noun is used for something else.
    fn of(noun: Option<&Noun>, other: &str, names: impl Iterator<Item = String>) -> Option<Self> {
        let names: Vec<String> = names.collect();
        let title = noun.map(|noun| shown(&noun.title()))?;
        let parameter = noun.map(|noun| noun.one.to_lowercase().replace(' ', "-"))?;
        let is_free = !RESERVED.contains(&parameter.as_str());
        let parameter = if is_free { parameter } else { other.to_owned() };
        let places = names.iter().enumerate().map(|(place, name)| (name.clone(), place)).collect();
        let names: Vec<String> = names.iter().map(|name| shown(name)).collect();
        (!names.is_empty()).then_some(Self { parameter, title, names, places })
    }
}
