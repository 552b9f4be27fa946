//! Looks up in the facts what an issue names.

use crate::format::affected::Verdict;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
use crate::format::description::pull_requests::Reference;
use crate::format::version::Version;
use crate::judge::facts::NumberMeaning;
use crate::judge::listed_pull_requests::ListedPullRequest;
use crate::judge::subject::Subject;
use crate::text::edit::Span;

/// A version that an entry names, and where it is.
pub(crate) struct NamedVersion<'a> {
    pub(crate) version: &'a Version,
    pub(crate) span: Span,
}

/// Every version that entries of `key` name, once each, at its first place.
pub(crate) fn versions<'a>(subject: &'a Subject<'_>, key: Key) -> Vec<NamedVersion<'a>> {
    let mut versions: Vec<NamedVersion<'a>> = Vec::new();
    let Some(description) = subject.description() else { return versions };
    for Claim { version, span, .. } in description.claims.of_key(key) {
        if versions.last().is_none_or(|last| last.version != version) {
            versions.push(NamedVersion { version, span: description.original(span) });
        }
    }
    versions
}

/// Every pull request that *PRs* names and GitHub knows about: where it is, how it is written, what it is.
pub(crate) fn listed<'a>(subject: &'a Subject<'_>) -> Vec<(Span, Reference, &'a NumberMeaning)> {
    let mut known = Vec::new();
    let Some(description) = subject.description() else { return known };
    if subject.facts.numbers.is_empty() {
        return known;
    }
    for ListedPullRequest { reference, repository } in subject.pull_requests() {
        let state = subject.facts.number(repository.as_deref(), reference.number);
        if let Some(state) = state {
            known.push((description.original(&reference.span), reference, state));
        }
    }
    known
}

/// The newest release of every maintained branch that has one, newest branch first, and whether it is affected.
pub(crate) fn maintained<'a>(subject: &Subject<'a>) -> Vec<(&'a Version, Verdict)> {
    let mut verdicts = Vec::new();
    if subject.description().is_none() {
        return verdicts;
    }
    for branch in subject.maintained.iter().copied() {
        if let Some(newest) = subject.facts.newest_release(branch) {
            verdicts.push((newest, subject.evidence.answer(newest)));
        }
    }
    verdicts
}
