//! The lists to read from GitHub, one after the other. A task requests a page, reads it, and says whether the list is
//! done.

use crate::github::query::Query;
use crate::report_action::backoff::Backoff;
use crate::report_action::comparisons::Comparisons;
use crate::report_action::inputs::ReportRequest;
use crate::report_action::issues::Issues;
use crate::report_action::pull_requests::PullRequests;
use crate::report_action::queries;
use crate::report_action::tags::Tags;
use crate::report_action::tracking_issue;
use crate::report_action::world::{Stop, World};

/// A list that is read.
pub(super) enum Task {
    /// The tracking issue's description.
    Tracking(u64),
    Issues(Issues),
    Tags(Tags),
    PullRequests(PullRequests),
    Comparisons(Comparisons),
}

impl Task {
    pub(super) fn query(&self, settings: &ReportRequest, backoff: &Backoff) -> Query {
        match self {
            Self::Tracking(number) => queries::description(&settings.own, *number),
            Self::Issues(issues) => issues.query(backoff),
            Self::Tags(tags) => queries::tags(&tags.page(backoff.size(queries::PAGE))),
            Self::PullRequests(requests) => queries::pull_requests(requests.wanted(backoff)),
            Self::Comparisons(comparisons) => queries::comparisons(comparisons.wanted(backoff)),
        }
    }

    /// Reads the answer to the query. Returns whether the list is done.
    pub(super) fn take(
        &mut self,
        body: &str,
        backoff: &Backoff,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        match self {
            Self::Tracking(number) => tracking_issue::take_description(*number, body, world),
            Self::Issues(issues) => issues.take(body, backoff, world),
            Self::Tags(tags) => tags.take(body, world),
            Self::PullRequests(requests) => requests.take(body, backoff, world),
            Self::Comparisons(comparisons) => comparisons.take(body, backoff, world),
        }
    }

    /// The progress, as one line.
    pub(super) fn progress(&self) -> String {
        match self {
            Self::Tracking(number) => format!("reading the tracking issue #{number}"),
            Self::Issues(issues) => {
                format!("{}: {} of {} issues read", issues.repository, issues.read, issues.total)
            }
            Self::Tags(tags) => {
                format!("{}: {} of {} tags read", tags.repository, tags.seen.len(), tags.total)
            }
            Self::PullRequests(requests) => {
                format!("{} of {} pull requests read", requests.at, requests.names.len())
            }
            Self::Comparisons(comparisons) => {
                format!("{} of {} comparisons read", comparisons.at, comparisons.count())
            }
        }
    }
}
