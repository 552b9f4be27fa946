//! What a repository requires of its issues. The defaults are Kubernetes' rules.
//!
//! A repository with other rules commits a policy file, which is YAML in the form of [`Policy`]. [`Policy::read`] reads
//! it. Mistakes in it are the maintainer's, so reading reports each mistake with its place and never guesses.

pub(crate) mod error;
pub mod extends;
mod label_conflicts;
mod label_keys;
mod label_pattern;
mod labels;
pub mod level;
mod maintained;
pub(crate) mod mapping;
mod nouns;
pub(crate) mod presets;
pub mod read;
#[cfg(feature = "schema")]
mod schema;
mod sections;
mod words;
#[cfg(feature = "schema")]
pub(crate) use schema::tags as tags_schema;
pub(crate) mod yaml;

use crate::evidence::Maintained;
use crate::format::affected::CherryPicks;
use crate::format::form::Form;
use crate::format::tags::TagPatterns;
use crate::format::template::{Components, Sections};
use level::{Level, Severity};

pub use error::PolicyError;
pub use label_pattern::{Pattern, Placeholder};
pub use labels::Labels;
pub use nouns::Noun;

/// A policy. Every part may be omitted.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Policy {
    /// What this policy builds on: a preset, `kubernetes` or `minimal`, or a file of another repository, as
    /// `owner/name:path@ref`. Null is `kubernetes`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::extends"))]
    pub extends: Option<String>,
    /// The name of this policy, where a repository has several: lower-case letters, digits and `-`. It keeps their
    /// comments apart.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::policy_name"))]
    pub name: Option<String>,
    /// How tags are written, and so are versions: text with `{version}`, or a list of such texts. All are read, and the
    /// first is written.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::tags"))]
    pub tags: TagPatterns,
    /// Which issues are checked: `{labels: […]}` for those with one of these labels and those whose description
    /// contains release entries, or `all`.
    pub scope: Scope,
    /// The priority labels. Null asks for none.
    pub priorities: Option<Priorities>,
    /// The SIG labels. Null asks for none.
    pub sigs: Option<Sigs>,
    /// What authors are told.
    pub help: Help,
    /// The sections of a description, in the order of the template: 1 to 20.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::sections"))]
    pub sections: Sections,
    /// What `binaries` are called: `Binaries`, `Components`, `Packages` or `Modules`. Null is `Binaries`.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::components"))]
    pub components: Components,
    /// The binaries that exist. A list turns on `unknown-binary`. Case does not matter.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::optional_names"))]
    pub binaries: Option<Vec<String>>,
    /// What makes an issue a security issue.
    pub security: Security,
    /// How fixes reach branches. With `main-first`, a fix lands on the main branch first, so a branch that is cut after
    /// the fix has it. With `independent`, each branch is fixed separately, so a fix on one branch says nothing about
    /// another.
    pub cherry_picks: CherryPicks,
    /// The branches that still get patch releases: how many of the newest, from 1 to 100, with an overlap in months
    /// or without, or a list of branches.
    pub maintained: Maintained,
    /// Whether comments may hold commands. Null means that they may, and that our comment offers one only where the
    /// workflow is known to run on comments.
    pub commands: Option<CommandSwitch>,
    /// Rules with a different severity, or turned off: `error` makes an issue invalid, `warning` is only shown.
    #[cfg_attr(feature = "schema", serde(serialize_with = "schema::no_rules"))]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::rules"))]
    pub rules: Vec<(&'static str, Level)>,
    /// The labels that the action may set, and may remove no matter who set them. Null means never.
    pub labels: Labels,
}

/// Which issues are checked.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", untagged)
)]
pub enum Scope {
    /// Issues with one of these labels, and issues whose description contains release entries.
    Labels {
        /// Label names; case does not count.
        #[cfg_attr(feature = "schema", schemars(schema_with = "schema::names"))]
        labels: Vec<String>,
    },
    /// Every issue.
    All(All),
}

/// Whether comments may hold commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum CommandSwitch {
    /// They may, and our comment offers one.
    On,
    /// They may not.
    Off,
}

/// The word `all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case")
)]
pub enum All {
    /// Every issue.
    All,
}

/// The priority labels.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Priorities {
    /// What their names start with.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::prefix"))]
    pub prefix: String,
    /// What may follow the prefix in a patch-release issue, most urgent first. Case does not matter.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::names"))]
    pub accepted: Vec<String>,
    /// What they are called.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::noun"))]
    pub noun: Noun,
}

/// The SIG labels.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Sigs {
    /// What their names start with.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::prefix"))]
    pub prefix: String,
    /// What may follow the prefix. A list turns on `unknown-sig`. Case does not matter.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::optional_names"))]
    pub known: Option<Vec<String>>,
    /// What they are called.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::noun"))]
    pub noun: Noun,
}

/// What authors are told about what they cannot do themselves.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Help {
    /// Who sets labels, and how: text with `{label}`, `{command}` (the prefix without its punctuation) and `{value}`.
    /// Text between backticks is code.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::help"))]
    pub labels: String,
}

/// What makes an issue a security issue.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Security {
    /// Label names; case does not count.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::label_names"))]
    pub labels: Vec<String>,
    /// Phrases that say the security team is working on the issue. Case does not matter. Any whitespace counts as one
    /// space.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::phrases"))]
    pub phrases: Vec<String>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            extends: None,
            name: None,
            tags: TagPatterns::default(),
            scope: Scope::default(),
            priorities: Some(Priorities::default()),
            sigs: Some(Sigs::default()),
            help: Help::default(),
            sections: Sections::default(),
            components: Components::default(),
            binaries: None,
            security: Security::default(),
            cherry_picks: CherryPicks::default(),
            maintained: Maintained::default(),
            commands: None,
            rules: Vec::new(),
            labels: Labels::default(),
        }
    }
}

impl Policy {
    /// What descriptions look like.
    pub(crate) const fn form(&self) -> Form<'_> {
        Form { tags: &self.tags, sections: &self.sections, components: self.components }
    }

    /// A text about priorities and SIGs, with the project's nouns for them.
    pub(crate) fn in_its_words(&self, text: &str) -> String {
        let mut words = Vec::new();
        if let Some(Sigs { noun, .. }) = &self.sigs {
            words.extend([("a SIG", noun.with_article()), ("SIG", noun.one.clone())]);
        }
        if let Some(Priorities { noun, .. }) = &self.priorities {
            words.push(("priority", noun.one.clone()));
        }
        let (mut written, mut rest) = (String::new(), text);
        while let Some(first) = rest.chars().next() {
            // What was written is not read again: a noun may contain another.
            let known = words.iter().find_map(|(old, new)| Some((rest.strip_prefix(old)?, new)));
            if let Some((after, new)) = known {
                written.push_str(new);
                rest = after;
            } else {
                written.push(first);
                rest = rest.get(first.len_utf8()..).unwrap_or_default();
            }
        }
        written
    }

    /// What one priority is called.
    pub(crate) fn priority_noun(&self) -> &str {
        self.priorities.as_ref().map_or("", |asked| &asked.noun.one)
    }

    /// What several SIGs are called.
    pub(crate) fn sigs_noun(&self) -> &str {
        self.sigs.as_ref().map_or("", |asked| &asked.noun.many)
    }

    /// Whether its template differs from the one that is published.
    pub(crate) fn has_own_template(&self) -> bool {
        !self.tags.is_default() || self.sections != Sections::default()
    }

    /// The label that puts an issue in scope; `None` if every issue is.
    #[cfg(feature = "report")]
    pub(crate) fn scope_label(&self) -> Option<&str> {
        match &self.scope {
            Scope::Labels { labels } => labels.first().map(String::as_str),
            Scope::All(_) => None,
        }
    }

    /// The template of its issues. Lines end with LF.
    #[must_use]
    pub fn template(&self) -> String {
        crate::format::template::template(&self.tags, &self.sections)
    }

    /// The severity of a rule under this policy; `None` when the rule is off. `default` applies unless the policy names
    /// the rule.
    pub(crate) fn severity(&self, rule: &str, default: Level) -> Option<Severity> {
        let named = self.rules.iter().find(|(name, _)| *name == rule);
        named.map_or(default, |(_, level)| *level).severity()
    }
}
