//! A judgement → what people see: one file a format.

pub(crate) mod annotations;
pub mod answer;
pub(crate) mod branch_table;
pub(crate) mod comment;
pub mod draft_answer;
pub(crate) mod hunks;
pub(crate) mod markdown;
pub(crate) mod marker;
pub(crate) mod plain;
pub(crate) mod refusal;
pub(crate) mod snippet;
pub(crate) mod summary;
pub(crate) mod to_do;
