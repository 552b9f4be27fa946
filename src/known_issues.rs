//! Many issues → which releases each of them affects.
//!
//! [`dump`] (issues, tags, pull requests) → [`facts`], which are small and can be merged → [`report`], which is
//! computed from them. [`Collection`] takes dumps, in parts of any size, an earlier report, and other reports.

pub(crate) mod background;
mod collected_repository;
pub mod collection;
mod derive;
pub mod dump;
pub mod facts;
mod feed;
pub(crate) mod files;
pub(crate) mod index;
pub(crate) mod issue_facts;
mod maintained_setting;
pub(crate) mod markdown;
pub(crate) mod opening;
mod osv;
mod page;
mod policy_digest;
pub mod report;
mod report_words;
pub(crate) mod repository_name;
pub mod schedule;
mod schedule_file;
pub(crate) mod settling_entries;
pub(crate) mod vendor_build;
mod withholding;
pub(crate) mod wording;

pub use collection::{Collection, Options};
pub(crate) use derive::is_span;
pub use derive::upgrade;
pub use dump::Dump;
pub use facts::KnownIssues;
pub use schedule::Schedule;
pub use schedule_file::read_schedule;
