//! Selections of GraphQL fields that several queries share.

/// A tag: its name, and when it was made. An annotated tag says so itself; for another, its commit does.
pub(crate) const TAG: &str = "name target{...on Commit{oid committedDate}...on Tag{tagger{date}target{...on Commit{oid committedDate}}}}";

/// A pull request, as evidence needs it.
#[cfg(feature = "report")]
pub(crate) const PULL_REQUEST: &str =
    "number title body state merged mergedAt mergeCommit{oid} baseRefName updatedAt author{login}";

/// The pull requests that refer to one, of which some are backports.
#[cfg(feature = "report")]
pub(crate) const REFERRING: &str = "timelineItems(itemTypes:[CROSS_REFERENCED_EVENT],last:50){nodes{\
...on CrossReferencedEvent{source{...on PullRequest{number title body state merged mergedAt mergeCommit{oid} \
baseRefName updatedAt author{login} repository{nameWithOwner}}}}}}";
