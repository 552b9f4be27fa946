//! Words, lines and offsets of text. Nothing here knows about issues.

#[cfg(feature = "report")]
pub(crate) mod address;
pub(crate) mod date;
#[cfg(feature = "report")]
pub(crate) mod deflate;
pub mod edit;
pub(crate) mod line_diff;
pub(crate) mod line_feeds;
pub(crate) mod markdown;
pub(crate) mod normalize;
pub mod position;
pub(crate) mod quote;
pub mod shared_file;
pub(crate) mod sort;
#[cfg(feature = "report")]
pub(crate) mod terminal;
pub(crate) mod words;
pub(crate) mod workflow_command;
