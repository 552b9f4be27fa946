//! Tags, as GitHub's answers tell them.

use serde_json::Value;

use crate::evidence::TaggedVersion;
use crate::format::version::Version;
use crate::github::errors::Errors;
use crate::json::{list, member, text};
use crate::text::date;

/// The tags that are versions, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenTags {
    newest: Vec<TaggedVersion>,
    /// Whether these are all.
    pub(super) has_all: bool,
    /// Those that were asked for one by one.
    named: Vec<TaggedVersion>,
}

impl SeenTags {
    /// Adds a list of the newest ones. One with a gap may lack the newest of all, and tells nothing: `false`.
    pub(super) fn add_newest(&mut self, tags: &Value, errors: &Errors<'_>) -> bool {
        let nodes = member(tags, "nodes");
        let is_gap = |tag: &Value| member(tag, "target").is_null();
        let is_whole = nodes.is_array() && !list(nodes).iter().any(is_gap);
        if !is_whole || errors.break_within(&["repository", "tags"]) {
            return false;
        }
        self.newest.extend(list(nodes).iter().filter_map(read));
        self.has_all = member(member(tags, "pageInfo"), "hasNextPage") == &Value::Bool(false);
        true
    }

    /// Adds one that was asked for by its name.
    pub(super) fn add_named(&mut self, tag: &Value) {
        self.named.extend(read(tag));
    }

    /// Those of branches whose newest tag is known: of another branch, nobody can tell what comes after a tag.
    pub(super) fn known(&self) -> Vec<TaggedVersion> {
        let mut tags = self.newest.clone();
        for tag in &self.named {
            let branch = tag.version.branch();
            if self.newest.iter().any(|newest| newest.version.branch() == branch) {
                tags.push(tag.clone());
            }
        }
        tags
    }

    /// The commit that the tag `name` points to.
    pub(super) fn commit(&self, name: &str) -> Option<String> {
        let version = Version::parse(name)?;
        let mut tags = self.newest.iter().chain(&self.named);
        let tag = tags.find(|tag| tag.version.to_string() == version.to_string());
        tag.and_then(|tag| tag.commit.clone())
    }
}

fn read(tag: &Value) -> Option<TaggedVersion> {
    let version = text(tag, "name").and_then(Version::parse)?;
    let target = member(tag, "target");
    let date = date(target).and_then(date::normal);
    let own = text(target, "oid");
    let commit = own.or_else(|| text(member(target, "target"), "oid")).map(str::to_owned);
    Some(TaggedVersion { version, date, commit })
}

/// When a tag was made. An annotated tag says so itself; for another, its commit does.
fn date(target: &Value) -> Option<&str> {
    let annotated = text(member(target, "tagger"), "date");
    let own_commit = text(target, "committedDate");
    annotated.or(own_commit).or_else(|| text(member(target, "target"), "committedDate"))
}
