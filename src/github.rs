//! GitHub's API as every action meets it: queries, answers and their faults, failed requests, the policy file.
//!
//! What an action asks, and what it concludes from the answers, is defined with that action.

pub(crate) mod errors;
pub mod failure;
pub(crate) mod fields;
pub(crate) mod policy_file;
pub(crate) mod pull_requests;
pub mod query;
