//! What a repository asks of its issues. The defaults are Kubernetes' rules.

use std::collections::HashMap;

use serde::Deserialize;

use crate::diagnostic::Severity;

/// A policy; every part may be left out.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Policy {
    /// Which issues are judged.
    pub scope: Scope,
    /// The priority labels.
    pub priorities: Priorities,
    /// The SIG labels.
    pub sigs: Sigs,
    /// The binaries that exist; a list turns `unknown-binary` on. Names compare in lower case.
    pub binaries: Option<Vec<String>>,
    /// What makes an issue a security issue.
    pub security: Security,
    /// Rules whose severity differs, or that are off.
    pub rules: HashMap<String, Level>,
}

/// Which issues are judged.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", untagged)]
pub enum Scope {
    /// Those with one of these labels, and those whose description tells releases.
    Labels {
        /// Label names; case does not count.
        labels: Vec<String>,
    },
    /// Every issue.
    All(All),
}

/// The word `all`.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum All {
    /// Every issue.
    All,
}

/// The priority labels.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Priorities {
    /// What their names start with.
    pub prefix: String,
    /// What may follow.
    pub accepted: Vec<String>,
}

/// The SIG labels.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Sigs {
    /// What their names start with.
    pub prefix: String,
    /// What may follow; a list turns `unknown-sig` on.
    pub known: Option<Vec<String>>,
}

/// What makes an issue a security issue.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", default, deny_unknown_fields)]
pub struct Security {
    /// Label names; case does not count.
    pub labels: Vec<String>,
    /// Phrases of the statement that the product security team is at work; case does not count.
    pub phrases: Vec<String>,
}

/// How much a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// A violation makes the issue invalid.
    Error,
    /// A violation is only shown.
    Warning,
    /// The rule is not asked.
    Off,
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
    /// The severity of a rule under this policy; `None` when it is off.
    pub(crate) fn severity(&self, rule: &str, default: Severity) -> Option<Severity> {
        match self.rules.get(rule) {
            None => Some(default),
            Some(Level::Error) => Some(Severity::Error),
            Some(Level::Warning) => Some(Severity::Warning),
            Some(Level::Off) => None,
        }
    }
}
