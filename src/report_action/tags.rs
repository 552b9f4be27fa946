//! Reads the tags of a repository, page by page.

use std::collections::BTreeSet;

use crate::github::query::Page;
use crate::known_issues::dump::{Dump, DumpTag, RepositoryDump};
use crate::report_action::answer;
use crate::report_action::world::{MOST_READINGS, SeenCursors, Stop, World, changed};

/// The tags of a repository. GitHub has no list of changed tags, so all are read, which takes few requests.
pub(super) struct Tags {
    pub(super) repository: String,
    after: Option<String>,
    cursors: SeenCursors,
    pub(super) seen: BTreeSet<String>,
    pub(super) total: u64,
    readings: usize,
}

impl Tags {
    pub(super) fn of(repository: &str) -> Self {
        Self {
            repository: repository.to_owned(),
            after: None,
            cursors: SeenCursors::default(),
            seen: BTreeSet::new(),
            total: 0,
            readings: 0,
        }
    }

    pub(super) fn page(&self, size: usize) -> Page<'_> {
        Page { repository: &self.repository, size, after: self.after.as_deref() }
    }

    pub(super) fn take(&mut self, body: &str, world: &mut World<'_>) -> Result<bool, Stop> {
        let page: answer::TagPage = answer::repository(body)
            .map_err(|fault| fault.stop(&self.repository, "tags", "contents"))?;
        if self.after.is_none() {
            world.collection.forget_tags(&self.repository);
        }
        if let Some(name) = world.collection.spelling(&self.repository) {
            name.clone_into(&mut self.repository);
        }
        let Some(refs) = page.refs else { return Ok(true) };
        self.total = refs.total_count;
        let (end, has_more) = refs.end();
        let count = refs.nodes.len();
        self.seen.extend(refs.nodes.iter().map(|tag| tag.name.clone()));
        let tags = refs.nodes.into_iter().map(DumpTag::from).collect();
        let dump =
            RepositoryDump { name: self.repository.clone(), tags, ..RepositoryDump::default() };
        let dump = Dump { repositories: vec![dump], ..Dump::default() };
        world.collection.add(dump).map_err(Stop::Failure)?;
        self.cursors.check(has_more, count, end.as_deref())?;
        self.after = end;
        if has_more || self.seen.len() as u64 == self.total {
            return Ok(!has_more);
        }
        self.read_again()
    }

    /// Starts again: a tag that was pushed or deleted moved others from page to page.
    fn read_again(&mut self) -> Result<bool, Stop> {
        self.readings += 1;
        if self.readings >= MOST_READINGS {
            return Err(Stop::Failure(changed(&self.repository, "tags")));
        }
        self.seen.clear();
        self.cursors.clear();
        self.after = None;
        Ok(false)
    }
}
