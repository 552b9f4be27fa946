//! From statements to entries: one version a branch, without what follows from another entry, and with doubt where
//! statements contradict each other.

use crate::draft::releases::Releases;
use crate::draft::statement::{Confidence, Said, Statement};
use crate::format::version::Version;

/// A version for an entry, and the statement that names it.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    pub(super) version: Version,
    pub(super) confidence: Confidence,
    /// The index of the statement.
    pub(super) source: usize,
    /// Whether it was made up from a range without a start.
    is_open: bool,
}

/// The entries that the statements amount to.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub(super) introduced: Vec<Candidate>,
    pub(super) resolved: Vec<Candidate>,
    /// Whether any version of the problem is named, even if no entry comes of it.
    pub(super) names_version: bool,
}

/// The most entries of one key.
const MOST_ENTRIES: usize = 50;

/// Settles what the statements say.
pub(super) fn settle(statements: &[Statement], releases: &Releases<'_>) -> Settled {
    let (introduced, resolved) = (starts(statements, releases), fixes(statements));
    let is_open = |statement: &Statement| matches!(statement.said, Said::OpenStart(_));
    let names_version = introduced.len() + resolved.len() > 0 || statements.iter().any(is_open);
    let mut settled = Settled { introduced, resolved, names_version };
    settled.contradict(statements);
    for start in &mut settled.introduced {
        if !start.is_open && releases.is_release(&start.version) == Some(false) {
            start.confidence = Confidence::ToConfirm;
        }
    }
    for fix in &mut settled.resolved {
        if releases.is_release_or_next(&fix.version) == Some(false) {
            fix.confidence = Confidence::ToConfirm;
        }
    }
    settled.introduced.truncate(MOST_ENTRIES);
    settled.resolved.truncate(MOST_ENTRIES);
    settled
}

/// The oldest start, and the starts that do not follow from it.
fn starts(statements: &[Statement], releases: &Releases<'_>) -> Vec<Candidate> {
    let mut starts: Vec<Candidate> = Vec::new();
    for (source, statement) in statements.iter().enumerate() {
        let Said::Start(written) = &statement.said else { continue };
        let candidate = start(written.first(), statement.confidence, source, releases);
        add_oldest(&mut starts, candidate);
    }
    let open = open_start(statements, &starts);
    let oldest = starts.first().cloned();
    starts.retain_mut(|start| {
        // A branch that was cut with the problem needs no entry when an older one has it.
        let follows = !start.version.is_patch();
        let is_first = oldest.as_ref().is_some_and(|oldest| oldest.version == start.version);
        if follows && open.is_none() && !is_first {
            start.confidence = Confidence::ToConfirm;
        }
        let is_known =
            oldest.as_ref().is_some_and(|oldest| oldest.confidence == Confidence::Certain);
        !follows || (open.is_none() && (is_first || !is_known))
    });
    let Some((source, end)) = open else { return starts };
    let lowest = releases.lowest().filter(|lowest| end.is_none_or(|end| **lowest <= end));
    if let Some(version) = lowest {
        let version = version.clone();
        let confidence = Confidence::ToConfirm;
        starts.insert(0, Candidate { version, confidence, source, is_open: true });
    }
    starts
}

/// A start. A pre-release that is no release stands for the release that it precedes.
fn start(
    version: Version,
    confidence: Confidence,
    source: usize,
    releases: &Releases<'_>,
) -> Candidate {
    let is_made_up = version.is_before_branch() && releases.is_release(&version) == Some(false);
    if is_made_up {
        let version = version.branch().first_release();
        return Candidate { version, confidence: Confidence::ToConfirm, source, is_open: false };
    }
    Candidate { version, confidence, source, is_open: false }
}

/// Keeps the oldest version of each branch, in the order of versions.
fn add_oldest(candidates: &mut Vec<Candidate>, candidate: Candidate) {
    let branch = candidate.version.branch();
    let at = candidates.partition_point(|known| known.version.branch() < branch);
    match candidates.get_mut(at).filter(|known| known.version.branch() == branch) {
        Some(known) if known.version == candidate.version => {
            known.confidence = known.confidence.max(candidate.confidence);
        }
        Some(known) if candidate.version < known.version => *known = candidate,
        Some(_) => {}
        None => candidates.insert(at, candidate),
    }
}

/// The range without a start that no start bounds: its statement and its end.
fn open_start(statements: &[Statement], starts: &[Candidate]) -> Option<(usize, Option<Version>)> {
    let mut open: Option<(usize, Option<Version>)> = None;
    for (source, statement) in statements.iter().enumerate() {
        let Said::OpenStart(end) = &statement.said else { continue };
        let end = end.as_ref().map(|end| end.branch.first_release());
        let is_lower = match (&open, &end) {
            (None, _) | (Some((_, None)), Some(_)) => true,
            (Some((_, Some(known))), Some(end)) => end < known,
            (Some(_), None) => false,
        };
        if is_lower {
            open = Some((source, end));
        }
    }
    let (source, end) = open?;
    let is_bound = |start: &Candidate| match &end {
        Some(end) => start.version.branch() <= end.branch(),
        None => true,
    };
    let is_bounded = starts.iter().any(is_bound);
    (!is_bounded).then_some((source, end))
}

/// The releases with the fix, at most one a branch unless the statements contradict each other.
fn fixes(statements: &[Statement]) -> Vec<Candidate> {
    let mut fixes: Vec<Candidate> = Vec::new();
    for (source, statement) in statements.iter().enumerate() {
        let Said::Fixed(written) = &statement.said else { continue };
        let version = written.first();
        let is_full = fixes.len() == 10 * MOST_ENTRIES;
        let at = fixes.partition_point(|known| known.version < version);
        match fixes.get_mut(at).filter(|known| known.version == version) {
            Some(known) => known.confidence = known.confidence.max(statement.confidence),
            None if !is_full => {
                let confidence = statement.confidence;
                fixes.insert(at, Candidate { version, confidence, source, is_open: false });
            }
            None => {}
        }
    }
    let mut kept: Vec<Candidate> = Vec::new();
    for group in fixes.chunk_by(|one, other| one.version.branch() == other.version.branch()) {
        add_group(&mut kept, group, statements);
    }
    kept
}

/// Adds the fixes of one branch.
fn add_group(kept: &mut Vec<Candidate>, group: &[Candidate], statements: &[Statement]) {
    let has_release = group.iter().any(|fix| fix.version.is_release());
    let is_certain = |fix: &&Candidate| fix.confidence == Confidence::Certain;
    let mut group: Vec<&Candidate> =
        group.iter().filter(|fix| !has_release || fix.version.is_release()).collect();
    if group.iter().any(is_certain) {
        group.retain(is_certain);
    }
    let line = |fix: &&Candidate| statements.get(fix.source).map(|statement| statement.line);
    let first = group.first().and_then(line);
    let is_one = group.len() == 1;
    // One line that names two releases of a branch tells of a fix in two parts: the second completes it.
    if group.iter().all(|fix| line(fix) == first) {
        group.drain(..group.len().saturating_sub(1));
    }
    for fix in group {
        let confidence = if is_one { fix.confidence } else { Confidence::ToConfirm };
        kept.push(Candidate { confidence, ..fix.clone() });
    }
}

impl Settled {
    /// Doubts what another statement contradicts.
    fn contradict(&mut self, statements: &[Statement]) {
        for statement in statements {
            match &statement.said {
                Said::End(end) => {
                    for fix in &mut self.resolved {
                        let is_later = !end.is_exact() || fix.version <= end.first();
                        if fix.version.branch() == end.branch && is_later {
                            fix.confidence = Confidence::ToConfirm;
                        }
                    }
                }
                Said::Denied(denied) => {
                    for known in self.introduced.iter_mut().chain(&mut self.resolved) {
                        let is_same = !denied.is_exact() || known.version == denied.first();
                        if known.version.branch() == denied.branch && is_same {
                            known.confidence = Confidence::ToConfirm;
                        }
                    }
                }
                _ => {}
            }
        }
        let oldest = self.introduced.first().map(|oldest| oldest.version.branch());
        for fix in &mut self.resolved {
            for start in &mut self.introduced {
                let is_same = start.version.branch() == fix.version.branch();
                let is_before = is_same && fix.version <= start.version;
                if is_before || oldest.is_some_and(|oldest| fix.version.branch() < oldest) {
                    (fix.confidence, start.confidence) =
                        (Confidence::ToConfirm, Confidence::ToConfirm);
                }
            }
        }
    }
}
