//! What a repository requires of its issues. The defaults are Kubernetes' rules.
//!
//! A repository with other rules commits a policy file, which is YAML in the form of [`Policy`]. [`Policy::read`] reads
//! it. Mistakes in it are the maintainer's, so reading reports each mistake with its place and never guesses.

pub(crate) mod error;
mod label_conflicts;
mod label_pattern;
mod labels;
pub mod level;
mod maintained;
pub(crate) mod mapping;
mod read;
#[cfg(feature = "schema")]
mod schema;
pub(crate) mod yaml;

use crate::evidence::Maintained;
use crate::format::affected::CherryPicks;
use level::{Level, Severity};

pub use error::PolicyError;
pub use label_pattern::{Pattern, Placeholder};
pub use labels::Labels;

/// A policy. Every part may be omitted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema, serde::Serialize),
    serde(rename_all = "kebab-case", default)
)]
pub struct Policy {
    /// Which issues are checked: `{labels: […]}` for those with one of these labels and those whose description
    /// contains release entries, or `all`.
    pub scope: Scope,
    /// The priority labels.
    pub priorities: Priorities,
    /// The SIG labels.
    pub sigs: Sigs,
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
    /// What may follow the prefix in a patch-release issue. Case does not matter.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::names"))]
    pub accepted: Vec<String>,
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

impl Default for Scope {
    fn default() -> Self {
        Self::Labels { labels: owned(&["patch-release"]) }
    }
}

impl Default for Priorities {
    fn default() -> Self {
        Self {
            prefix: "priority/".to_owned(),
            accepted: owned(&["critical-urgent", "important-soon"]),
        }
    }
}

impl Default for Sigs {
    fn default() -> Self {
        Self { prefix: "sig/".to_owned(), known: None }
    }
}

impl Default for Security {
    fn default() -> Self {
        let phrases =
            ["product security team", "product security committee", "security response committee"];
        let labels = ["area/security", "committee/security-response", "committee/product-security"];
        Self { labels: owned(&labels), phrases: owned(&phrases) }
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

impl Policy {
    /// The severity of a rule under this policy; `None` when the rule is off. `default` applies unless the policy names
    /// the rule.
    pub(crate) fn severity(&self, rule: &str, default: Level) -> Option<Severity> {
        let named = self.rules.iter().find(|(name, _)| *name == rule);
        named.map_or(default, |(_, level)| *level).severity()
    }
}
