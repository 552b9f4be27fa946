//! `cargo xtask dist`: makes `pkg/` and `dist/`, the same bytes from any folder and any cargo home.

#[cfg(feature = "dist")]
mod build;
#[cfg(feature = "dist")]
mod files;
#[cfg(feature = "dist")]
mod licences;
#[cfg(feature = "dist")]
mod wasm;

#[cfg(feature = "dist")]
pub(crate) use build::{check, write};

/// Makes `pkg/` and `dist/`.
#[cfg(not(feature = "dist"))]
pub(crate) fn write() -> crate::Outcome {
    crate::again::with("dist", &["dist"])
}

/// Makes both elsewhere and compares.
#[cfg(not(feature = "dist"))]
pub(crate) fn check() -> crate::Outcome {
    crate::again::with("dist", &["dist", "--check"])
}
