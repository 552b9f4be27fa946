//! What GitHub is asked about one issue, and what it answered.
//!
//! One query asks for everything: the issue as it is now, our comment, the labels of the repository that the policy
//! names, the tags and the pull requests that the description names. Where the answer names more, it is asked again.

mod live;
mod query;

pub(crate) use live::{Comment, Live, Miss, PolicyFile};
pub(crate) use query::{Query, Question, Wanted};
