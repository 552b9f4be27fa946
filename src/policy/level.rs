//! How much a rule matters.

use serde::{Deserialize, Serialize};

/// Whether a violation makes the issue invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The issue is invalid.
    Error,
    /// The issue can still be valid.
    Warning,
}

/// How much a rule matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// A violation makes the issue invalid.
    Error,
    /// A violation is only shown.
    Warning,
    /// The rule is not applied.
    Off,
}

/// The lowest severity that fails a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FailOn {
    /// Errors fail it.
    Error,
    /// Errors and warnings fail it.
    Warning,
    /// Nothing that is found fails it.
    Never,
}

impl FailOn {
    /// Whether what was found fails the run.
    #[must_use]
    pub const fn fails(self, errors: usize, warnings: usize) -> bool {
        match self {
            Self::Error => errors > 0,
            Self::Warning => errors + warnings > 0,
            Self::Never => false,
        }
    }
}

impl Severity {
    /// Its name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

impl Level {
    /// Every level.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Off];

    /// Its name in a policy file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Off => "off",
        }
    }

    /// The severity of violations; `None` when there are none.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Off => None,
        }
    }
}
