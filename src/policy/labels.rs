//! The labels that the action may set and remove.

use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::policy::label_pattern::{Pattern, Placeholder};

/// The labels that the action may set, and may remove no matter who set them. Null means never.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Labels {
    /// The label of an invalid issue: a plain name.
    #[cfg_attr(feature = "schema", schemars(schema_with = "crate::policy::schema::plain_pattern"))]
    pub incomplete: Option<Pattern>,
    /// The labels of the maintained branches that currently have the problem: a name that contains `{branch}`.
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::policy::schema::branch_pattern")
    )]
    pub affects: Option<Pattern>,
    /// The labels of the versions that introduced the problem: a name that contains `{version}`, such as
    /// `introduced-in/{version}`.
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::policy::schema::version_pattern")
    )]
    pub introduced_in: Option<Pattern>,
    /// The labels of the versions that resolve it: a name that contains `{version}`, such as `resolved-in/{version}`.
    #[cfg_attr(
        feature = "schema",
        schemars(schema_with = "crate::policy::schema::version_pattern")
    )]
    pub resolved_in: Option<Pattern>,
}

impl Default for Labels {
    fn default() -> Self {
        Self {
            incomplete: Pattern::parse("patch-release/incomplete", None).ok(),
            affects: Pattern::parse("affects/{branch}", Some(Placeholder::Branch)).ok(),
            introduced_in: None,
            resolved_in: None,
        }
    }
}

impl Labels {
    /// The label of an invalid issue; `None` when the policy has none.
    #[must_use]
    pub fn incomplete(&self) -> Option<String> {
        self.incomplete.as_ref()?.plain()
    }

    /// The label of an affected branch; `None` when the policy has none.
    #[must_use]
    pub fn affects(&self, branch: Branch) -> Option<String> {
        self.affects.as_ref()?.name(&branch)
    }

    /// The label of a version that introduced the problem; `None` when the policy has none, or when the name would be
    /// longer than GitHub allows.
    #[must_use]
    pub fn introduced_in(&self, version: &Version) -> Option<String> {
        self.introduced_in.as_ref()?.name(version)
    }

    /// The label of a version that resolves the problem; `None` as for [`introduced_in`](Self::introduced_in).
    #[must_use]
    pub fn resolved_in(&self, version: &Version) -> Option<String> {
        self.resolved_in.as_ref()?.name(version)
    }

    /// Whether the action may set and remove the label `name`.
    #[must_use]
    pub fn can_be(&self, name: &str, tags: &TagPatterns) -> bool {
        let is_match = |pattern: &Pattern| pattern.matches(name, tags);
        self.all().iter().any(|(_, pattern)| pattern.is_some_and(is_match))
    }

    /// The patterns that are set.
    pub(crate) fn patterns(&self) -> Vec<&Pattern> {
        let mut patterns = Vec::new();
        for (_, pattern) in self.all() {
            patterns.extend(pattern);
        }
        patterns
    }

    /// Every pattern with the path of its key.
    pub(super) const fn all(&self) -> [(&'static str, Option<&Pattern>); 4] {
        [
            ("labels.incomplete", self.incomplete.as_ref()),
            ("labels.affects", self.affects.as_ref()),
            ("labels.introduced-in", self.introduced_in.as_ref()),
            ("labels.resolved-in", self.resolved_in.as_ref()),
        ]
    }
}
