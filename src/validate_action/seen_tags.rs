//! Tags, as GitHub's answers tell them.

use serde_json::Value;

use crate::evidence::TaggedVersion;
use crate::format::tags::{self, TagPatterns};
use crate::github::errors::Errors;
use crate::json::{list, member, text};
use crate::text::date;

/// The tags, as far as they are known.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenTags {
    newest: Vec<SeenTag>,
    /// Whether these are all.
    pub(super) has_all: bool,
    /// Those that were asked for one by one.
    named: Vec<SeenTag>,
}

/// A tag, as it was answered: the policy that says what its versions look like may come with the same answer.
#[derive(Clone, Debug)]
struct SeenTag {
    name: String,
    date: Option<String>,
    commit: Option<String>,
}

impl SeenTag {
    fn read(&self, tags: &TagPatterns) -> Option<TaggedVersion> {
        Some(TaggedVersion {
            version: tags.version(&self.name)?,
            name: self.name.clone(),
            date: self.date.clone(),
            commit: self.commit.clone(),
        })
    }
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

    /// The versions of branches whose newest tag is known: of another branch, nobody can tell what comes after a tag. Of
    /// two tags that are one version, that of the earlier pattern comes first.
    pub(super) fn known(&self, tags: &TagPatterns) -> Vec<TaggedVersion> {
        let mut known: Vec<TaggedVersion> =
            self.newest.iter().filter_map(|tag| tag.read(tags)).collect();
        for tag in self.named.iter().filter_map(|tag| tag.read(tags)) {
            let branch = tag.version.branch();
            if known.iter().any(|newest| newest.version.branch() == branch) {
                known.push(tag);
            }
        }
        if tags.patterns().len() > 1 {
            crate::text::sort::sort(&mut known, |tag| tags.rank(&tag.name).unwrap_or_default());
        }
        known
    }

    /// The pattern that most tags have, if none of them is a version of this project and some are of another.
    pub(super) fn other_pattern(&self, tags: &TagPatterns) -> Option<String> {
        let mut all = self.newest.iter().chain(&self.named);
        if all.any(|tag| tags.version(&tag.name).is_some()) {
            return None;
        }
        tags::pattern_of_most(self.newest.iter().map(|tag| tag.name.as_str()))
    }

    /// The commit that the tag `name` points to.
    pub(super) fn commit(&self, name: &str) -> Option<String> {
        let mut tags = self.newest.iter().chain(&self.named);
        tags.find(|tag| tag.name == name).and_then(|tag| tag.commit.clone())
    }
}

fn read(tag: &Value) -> Option<SeenTag> {
    let name = text(tag, "name")?.to_owned();
    let target = member(tag, "target");
    let date = date(target).and_then(date::normal);
    let own = text(target, "oid");
    let commit = own.or_else(|| text(member(target, "target"), "oid")).map(str::to_owned);
    Some(SeenTag { name, date, commit })
}

/// When a tag was made. An annotated tag says so itself; for another, its commit does.
fn date(target: &Value) -> Option<&str> {
    let annotated = text(member(target, "tagger"), "date");
    let own_commit = text(target, "committedDate");
    annotated.or(own_commit).or_else(|| text(member(target, "target"), "committedDate"))
}
