//! Selections of GraphQL fields that several queries share.

/// A tag: its name and when it was created. An annotated tag has its own date; for other tags, the commit's date is
/// used.
pub(crate) const TAG: &str = "name target{...on Commit{committedDate}...on Tag{tagger{date}target{...on Commit{committedDate}}}}";
