//! Words, lines and offsets: text as such. Nothing here knows what an issue is.

pub mod edit;
pub(crate) mod markdown;
pub(crate) mod normalize;
pub mod position;
pub(crate) mod quote;
pub(crate) mod sort;
pub(crate) mod workflow_command;
