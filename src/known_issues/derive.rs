//! Facts → the report: one function, so that what was merged reads as what was read at once.

mod answers;
mod attention;
mod backports;
mod branches;
mod exposure;
mod next_patch;
mod upgrades;

pub use upgrades::upgrade;

use crate::known_issues::facts::Repository;
use crate::known_issues::index::View;
use crate::known_issues::report::{Counts, Report};

/// What follows from a repository's facts. `as_of` is what counts as now.
pub(crate) fn report(repository: &Repository, as_of: Option<&str>) -> Report {
    let view = View::of(repository);
    let answers = answers::all(&view);
    Report {
        counts: counts(repository),
        branches: branches::all(&view, &answers),
        upgrades: upgrades::all(&view),
        missing_backports: backports::by_sig(&view),
        attention: attention::all(&view),
        exposure: exposure::all(&view, as_of),
        answers,
    }
}

fn counts(repository: &Repository) -> Counts {
    let invalid = repository.issues.iter().filter(|issue| issue.is_invalid()).count();
    let (read, known) = (repository.read.len(), repository.issues.len());
    let withheld = repository.withheld.len();
    let skipped = read.saturating_sub(known + withheld);
    Counts { read, listed: known - invalid, withheld, invalid, skipped }
}
