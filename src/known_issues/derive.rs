//! Facts → the report. A single function computes it, so that merged facts give the same report as facts that were
//! read at once.

mod advice;
mod answers;
mod attention;
mod backports;
mod branches;
mod changes;
mod exposure;
mod next_patch;
mod upgrades;

pub(crate) use changes::is_span;
pub use upgrades::upgrade;

use crate::evidence::Maintained;
use crate::known_issues::background::Background;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::index::Index;
use crate::known_issues::report::{Counts, NextPatch, Report};

/// Computes the report from a repository's facts. `as_of` is what counts as now.
pub(crate) fn report(repository: &RepositoryFacts, as_of: Option<&str>) -> Report {
    let background = Background::of(repository);
    let index = Index::of(repository, &background, as_of);
    let answers = answers::all(&index);
    Report {
        counts: counts(repository),
        branches: branches::all(&index, &answers),
        next_minor: next_minor(&index),
        upgrades: upgrades::all(&index),
        changes: changes::all(&index),
        missing_backports: backports::by_sig(&index),
        attention: attention::all(&index),
        exposure: exposure::all(&index, as_of),
        answers,
    }
}

/// The next minor version, unless a list of maintained branches leaves it out.
fn next_minor(index: &Index<'_>) -> Option<NextPatch> {
    let settings = &index.repository.settings;
    let rule = settings.maintained.rule(&settings.tags);
    let history = &index.background.history;
    let branch = history.next_minor().filter(|_| !matches!(rule, Maintained::Listed(_)))?;
    Some(next_patch::decide(index, &history.next_release(branch)?))
}

fn counts(repository: &RepositoryFacts) -> Counts {
    let invalid = repository.issues.iter().filter(|issue| issue.is_invalid()).count();
    let (read, known) = (repository.read.len(), repository.issues.len());
    let withheld = repository.withheld.len();
    let skipped = read.saturating_sub(known + withheld);
    Counts { read, listed: known - invalid, withheld, invalid, skipped }
}
