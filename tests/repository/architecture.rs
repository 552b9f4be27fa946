//! What ARCHITECTURE.md promises of the code's shape.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may end where it stumbles"
)]

mod action_layers;
mod boundaries;
mod core_layers;
mod cycle;
mod files;
mod lengths;
mod rule_files;
