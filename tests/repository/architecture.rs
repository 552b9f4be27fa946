//! What ARCHITECTURE.md promises of the code's shape.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may end where it stumbles"
)]

mod action_layers;
mod boundaries;
mod cycle;
mod files;
mod lengths;
mod rule_files;
