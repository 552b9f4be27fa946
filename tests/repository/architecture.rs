//! Checks what ARCHITECTURE.md says about the structure of the code.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may panic"
)]

mod action_layers;
mod boundaries;
mod core_layers;
mod cycle;
mod files;
mod lengths;
mod rule_files;
