//! Many issues → who is affected by what.
//!
//! [`dump`] (issues, tags, pull requests) → [`facts`], which are small and merge → [`report`], which follows from them.
//! [`Collection`] takes the dumps, in pieces of any size, and the reports of before and of others.

pub(crate) mod background;
mod collected_repository;
pub mod collection;
pub(crate) mod date;
mod derive;
pub mod dump;
pub mod facts;
mod feed;
pub(crate) mod files;
pub(crate) mod index;
pub(crate) mod issue_facts;
pub(crate) mod markdown;
pub(crate) mod opening;
mod osv;
mod page;
mod policy_digest;
pub mod report;
pub(crate) mod repository_name;
pub(crate) mod settling_entries;
pub(crate) mod vendor_build;
pub(crate) mod wording;

pub use collection::{Collection, Options};
pub use derive::upgrade;
pub use dump::Dump;
pub use facts::KnownIssues;
