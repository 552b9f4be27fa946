//! `cargo xtask docs`: writes every page, table, template and schema that the code already knows.

#[cfg(feature = "docs")]
mod action;
#[cfg(feature = "docs")]
mod pages;
#[cfg(feature = "docs")]
mod parts;
#[cfg(feature = "docs")]
mod policy;
#[cfg(feature = "docs")]
mod readme;
#[cfg(feature = "docs")]
mod rules;
#[cfg(feature = "docs")]
mod schema;
#[cfg(feature = "docs")]
mod templates;

#[cfg(feature = "docs")]
pub(crate) use pages::{check, write};

/// Writes the generated pages.
#[cfg(not(feature = "docs"))]
pub(crate) fn write() -> crate::Outcome {
    crate::again::with("docs", &["docs"])
}

/// Fails when a generated page is not what would be written.
#[cfg(not(feature = "docs"))]
pub(crate) fn check() -> crate::Outcome {
    crate::again::with("docs", &["docs", "--check"])
}
