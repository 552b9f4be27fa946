//! `cargo xtask dist`: makes `pkg/` and `dist/`, the same bytes from any folder and any cargo home.

#[cfg(feature = "generate")]
mod build;
#[cfg(feature = "generate")]
mod files;
#[cfg(feature = "generate")]
mod licences;
#[cfg(feature = "generate")]
mod wasm;

#[cfg(not(feature = "generate"))]
use crate::Outcome;
#[cfg(not(feature = "generate"))]
use crate::rebuild;
#[cfg(feature = "generate")]
pub(crate) use build::{check, write};

/// Makes `pkg/` and `dist/`.
#[cfg(not(feature = "generate"))]
pub(crate) fn write() -> Outcome {
    rebuild::run(&["dist"])
}

/// Makes both elsewhere and compares.
#[cfg(not(feature = "generate"))]
pub(crate) fn check() -> Outcome {
    rebuild::run(&["dist", "--check"])
}
