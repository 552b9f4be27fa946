//! `cargo xtask docs`: generates pages, tables, templates and schemas from the code.

#[cfg(feature = "generate")]
mod action;
#[cfg(feature = "generate")]
mod generated_parts;
#[cfg(feature = "generate")]
mod page;
#[cfg(feature = "generate")]
mod pages;
#[cfg(feature = "generate")]
mod policy;
#[cfg(feature = "generate")]
mod readme;
#[cfg(feature = "generate")]
mod rules;
#[cfg(feature = "generate")]
mod schema;
#[cfg(feature = "generate")]
mod templates;

#[cfg(not(feature = "generate"))]
use crate::Outcome;
#[cfg(not(feature = "generate"))]
use crate::rebuild;
#[cfg(feature = "generate")]
pub(crate) use pages::{check, write};

/// Writes the generated pages.
#[cfg(not(feature = "generate"))]
pub(crate) fn write() -> Outcome {
    rebuild::run(&["docs"])
}

/// Fails if a generated page is out of date.
#[cfg(not(feature = "generate"))]
pub(crate) fn check() -> Outcome {
    rebuild::run(&["docs", "--check"])
}
