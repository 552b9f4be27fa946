//! `cargo xtask dist`: builds `pkg/` and `dist/`, with the same bytes in any folder and with any cargo home.

#[cfg(feature = "generate")]
mod build;
#[cfg(feature = "generate")]
mod crates;
#[cfg(feature = "generate")]
mod cyclonedx;
#[cfg(feature = "generate")]
pub(crate) mod files;
#[cfg(feature = "generate")]
mod licences;
#[cfg(feature = "generate")]
mod modules;
#[cfg(feature = "generate")]
mod package;
#[cfg(feature = "generate")]
mod sbom;
#[cfg(feature = "generate")]
mod wasm;

#[cfg(not(feature = "generate"))]
use crate::Outcome;
#[cfg(not(feature = "generate"))]
use crate::rebuild;
#[cfg(feature = "generate")]
pub(crate) use build::{check, write};

/// Builds `pkg/` and `dist/`.
#[cfg(not(feature = "generate"))]
pub(crate) fn write() -> Outcome {
    rebuild::run(&["dist"])
}

/// Builds both in another folder and compares them with the committed ones.
#[cfg(not(feature = "generate"))]
pub(crate) fn check() -> Outcome {
    rebuild::run(&["dist", "--check"])
}
