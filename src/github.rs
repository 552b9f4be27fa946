//! GitHub's API as all actions use it: queries, answers and their errors, failed requests and the policy file.
//!
//! What an action queries and what it concludes from the answers is defined in that action's module.

pub(crate) mod errors;
pub mod failure;
pub(crate) mod fields;
pub(crate) mod policy_file;
pub(crate) mod pull_requests;
pub mod query;
