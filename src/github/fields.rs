//! Selections of GraphQL fields that several queries share.

/// A tag: its name, and when it was made. An annotated tag says so itself; for another, its commit does.
pub(crate) const TAG: &str = "name target{...on Commit{oid committedDate}...on Tag{tagger{date}target{...on Commit{oid committedDate}}}}";
