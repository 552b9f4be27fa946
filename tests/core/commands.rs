//! Commands in comments, from outside: a comment is written, the action runs, and the issue is looked at.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot read its cases fails"
)]

mod descriptions;
mod grammar;
mod hub;
mod projects;
mod properties;
mod runs;
