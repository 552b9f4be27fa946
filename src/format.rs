//! The format of a patch-release issue: its versions, its template, and what a description says.

pub mod affected;
pub(crate) mod description;
pub(crate) mod form;
pub mod spelling;
pub mod tags;
pub mod template;
pub mod version;
