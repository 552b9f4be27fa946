//! Pull requests, as GitHub's answers tell them: those that the description names, and those that refer to them.

use serde_json::Value;

use crate::evidence::{Base, Mentions, RequestRecord, RequestState};
use crate::format::tags::TagPatterns;
use crate::github::errors::Errors;
use crate::github::pull_requests;
use crate::json::{list, member, text};
use crate::text::date;

/// A pull request of the repository.
#[derive(Clone, Debug)]
pub(super) struct SeenRequest {
    record: RequestRecord,
    /// The name of the branch that it goes into.
    base: String,
}

impl SeenRequest {
    /// Its record. What goes into a branch that may be the main branch is not known where nobody says which that is.
    pub(super) fn record(&self, main: Option<&str>, tags: &TagPatterns) -> RequestRecord {
        let base = Base::read(&self.base, main, tags);
        let is_known = main.is_some() || base != Base::Other;
        RequestRecord { base: is_known.then_some(base), ..self.record.clone() }
    }
}

/// The pull requests of the repository that are known.
#[derive(Clone, Debug, Default)]
pub(super) struct SeenRequests {
    seen: Vec<SeenRequest>,
    /// The numbers of those that were asked for and could not be read as a whole.
    broken: Vec<u64>,
}

impl SeenRequests {
    /// Their records; `main` is the default branch.
    pub(super) fn records(&self, main: Option<&str>, tags: &TagPatterns) -> Vec<RequestRecord> {
        let mut records = Vec::new();
        for request in &self.seen {
            records.push(request.record(main, tags));
        }
        records.retain(|record| !self.broken.contains(&record.number));
        records
    }

    /// Adds the pull request that was asked for at `path`, and those of `repository` that refer to it. Where a part of
    /// them is missing, none is known: without a backport that nobody sees, a claim looks wrong.
    pub(super) fn add(
        &mut self,
        there: &Value,
        repository: &str,
        errors: &Errors<'_>,
        path: &[&str],
    ) -> bool {
        let events = member(member(there, "timelineItems"), "nodes");
        let is_whole = events.is_array() && !list(events).iter().any(Value::is_null);
        if !is_whole || errors.break_within(path) {
            return false;
        }
        self.seen.extend(read(there, repository));
        for source in pull_requests::referring(repository, there) {
            self.seen.extend(read(source, repository));
        }
        true
    }

    /// Notes that pull request `number` is not known.
    pub(super) fn note_broken(&mut self, number: u64) {
        self.broken.push(number);
    }
}

fn read(there: &Value, repository: &str) -> Option<SeenRequest> {
    let state = match text(there, "state")? {
        "OPEN" => RequestState::Open,
        "CLOSED" => RequestState::Closed,
        "MERGED" => RequestState::Merged,
        _ => return None,
    };
    let title = text(there, "title").unwrap_or_default();
    let body = text(there, "body").unwrap_or_default();
    let record = RequestRecord {
        number: member(there, "number").as_u64()?,
        state,
        base: None,
        merged_at: text(there, "mergedAt").and_then(date::normal),
        merge_commit: text(member(there, "mergeCommit"), "oid").map(str::to_owned),
        title: title.to_owned(),
        mentions: Mentions::read(repository, title, body),
    };
    Some(SeenRequest { record, base: text(there, "baseRefName")?.to_owned() })
}
