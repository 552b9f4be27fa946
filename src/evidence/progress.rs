//! How far the pull requests of an issue are, seen from one branch.

use crate::evidence::history::{RequestRecord, RequestState};
use crate::evidence::release_branch::Base;
use crate::evidence::weighed::Evidence;
use crate::format::version::Branch;
use crate::text::sort;

/// A pull request, seen from a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// The number.
    pub number: u64,
    /// How far it is.
    pub progress: RequestProgress,
}

/// How far a pull request is, seen from a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestProgress {
    /// It is open, and goes into the branch.
    Open,
    /// It is open, and goes elsewhere.
    OpenElsewhere,
    /// It is in the branch: the next release will have it.
    Merged,
    /// It was merged into the main branch, and is not known to be in this one.
    MergedOnMain,
    /// It was merged elsewhere.
    MergedElsewhere,
    /// It was merged into the branch, and taken back.
    Reverted,
    /// It was given up.
    Closed,
    /// It is no fix: a release that introduced the problem contains it.
    Older,
}

impl Evidence<'_> {
    /// The listed pull requests of this repository that are known, and the backports of them, by number.
    #[must_use]
    pub fn requests(&self, branch: Branch) -> Vec<Seen> {
        let carriers = &self.carriers;
        let mut seen = Vec::new();
        for request in &carriers.implausible {
            seen.push(Seen { number: request.number, progress: RequestProgress::Older });
        }
        let found = carriers.backports.iter().map(|backport| backport.request);
        for request in carriers.listed.iter().copied().chain(found) {
            if seen.iter().all(|seen| seen.number != request.number) {
                seen.push(Seen {
                    number: request.number,
                    progress: self.progress(request, branch),
                });
            }
        }
        sort::sort_by_key(&mut seen, |seen| seen.number);
        seen
    }

    fn progress(&self, request: &RequestRecord, branch: Branch) -> RequestProgress {
        let is_here = match request.base {
            Some(Base::Release(base)) => base == branch,
            Some(Base::Main) => self.history.is_made_on_main(branch),
            _ => false,
        };
        match request.state {
            RequestState::Closed => RequestProgress::Closed,
            RequestState::Open if is_here => RequestProgress::Open,
            RequestState::Open => RequestProgress::OpenElsewhere,
            RequestState::Merged if self.history.is_in_branch(branch, request) => {
                RequestProgress::Merged
            }
            RequestState::Merged if is_here => RequestProgress::Reverted,
            RequestState::Merged if request.base == Some(Base::Main) => {
                RequestProgress::MergedOnMain
            }
            RequestState::Merged => RequestProgress::MergedElsewhere,
        }
    }
}
