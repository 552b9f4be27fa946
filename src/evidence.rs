//! What a project's history shows about what an issue says: its claims that a release has the fix, and whether the
//! next release can be made.
//!
//! Evidence can question a claim or propose one. It never makes one: a refuted claim becomes unknown, a missing one
//! becomes a proposal. The judge of one issue and the report about many build a [`History`] and an [`IssueRecord`] from
//! their own facts, and share these answers.

mod backports;
mod carriers;
mod claim;
mod containment;
mod history;
mod in_hand;
mod issue;
mod maintained;
mod mentions;
mod moment;
mod next;
mod progress;
mod proposals;
mod reason;
mod references;
mod release_branch;
mod releases;
mod reverts;
mod wanted;
mod weighed;

pub use backports::Backport;
pub use claim::{ClaimState, WeighedClaim};
pub(crate) use history::IS_GIVEN;
pub use history::{Comparison, History, RequestRecord, RequestState, TaggedVersion};
pub use issue::{IssueRecord, IssueState, Listed, urgency};
pub use maintained::{Maintained, maintained};
pub use mentions::Mentions;
pub use next::{NextRelease, decide, next_releases};
pub use progress::{RequestProgress, Seen};
pub use proposals::{AbsentFix, UnlistedResolution};
pub(crate) use reason::wants_an_entry;
pub use reason::{Hold, HoldKind, Remark, RemarkKind};
pub use release_branch::Base;
pub use wanted::{Pair, wanted};
pub use weighed::Evidence;
