//! What a project calls things, as a report stores it.

use serde::{Deserialize, Serialize};

use crate::format::template::{Components, HeldThings};
use crate::policy::{Noun, Policy};

/// What a project calls things, in its report: untrusted text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct ReportWords {
    /// A priority; null where there are none.
    pub priority: Option<Noun>,
    /// A SIG; null where there are none.
    pub sig: Option<Noun>,
    /// What binaries are called; null where no section names them.
    pub components: Option<String>,
    /// The names of the sections that `symptoms` and `impact` of an issue come from; null where there is none.
    pub sections: [Option<String>; 2],
}

impl Default for ReportWords {
    fn default() -> Self {
        Self::of(&Policy::default())
    }
}

impl ReportWords {
    /// What a policy says.
    pub(crate) fn of(policy: &Policy) -> Self {
        let holder = policy.sections.holding(HeldThings::Binaries);
        let title = |name| policy.sections.title(name).to_owned();
        Self {
            priority: policy.priorities.as_ref().map(|asked| asked.noun.clone()),
            sig: policy.sigs.as_ref().map(|asked| asked.noun.clone()),
            components: holder.map(|_| policy.components.many().to_owned()),
            sections: policy.sections.leading().map(|name| name.map(title)),
        }
    }

    /// The same words, without those that this program would not write: someone may have edited the file.
    pub(crate) fn checked(mut self) -> Self {
        let default = Self::default();
        if self.priority.as_ref().is_some_and(|noun| !noun.is_sound()) {
            self.priority = default.priority;
        }
        if self.sig.as_ref().is_some_and(|noun| !noun.is_sound()) {
            self.sig = default.sig;
        }
        let is_known = |name: &String| Components::ALL.iter().any(|one| one.many() == name);
        if !self.components.as_ref().is_none_or(is_known) {
            self.components = default.components;
        }
        self
    }

    /// Whether these are the words of the defaults.
    pub(crate) fn is_default(&self) -> bool {
        *self == Self::default()
    }
}
