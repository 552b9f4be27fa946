//! ## What it does
//!
//! Finds a `resolved-in` whose release does not have the fix: a pull request that is listed in *PRs* and goes into the branch of the release is not in it. It was merged after the release was tagged, or the tag does not contain its merge commit, or it was taken back before. Where none is listed that was merged, every known backport to the branch must be missing. A pull request of the main branch alone refutes nothing about a patch release: the change may have been picked by hand.
//!
//! The fix names the first release of the branch that has the fix, where one is known.
//!
//! ## Why
//!
//! Users upgrade to that release, and still have the problem. Until the entry is right, reports call the release unknown.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.4
//! ```
//!
//! ## PRs
//!
//! - #48125
//! ````
//!
//! … where `#48125` goes into `release-1.6`, and was merged after `v1.6.4`
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//!
//! ## PRs
//!
//! - #48125
//! ````

use crate::evidence::{AbsentFix, RequestRecord, RequestState};
use crate::format::description::entry::Key;
use crate::format::version::Version;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "absent-fix",
    group: Group::Facts,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a `resolved-in` names a release that does not have the fix",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    for fix in subject.evidence.absent_fixes() {
        let written = lookups::versions(subject, Key::ResolvedIn);
        if let Some(written) = written.iter().find(|written| *written.version == fix.version) {
            let violation = Violation::new(written.span, message(subject, &fix), help(&fix));
            found.push(violation.with_edits(edits(subject, &fix)));
        }
    }
}

fn message(subject: &Subject<'_>, fix: &AbsentFix) -> Message {
    let mut message = Message::code(fix.version.to_string()).and(" does not have the fix: ");
    for (index, number) in fix.absent.iter().enumerate() {
        if let Some(request) = subject.facts.history.pull_request(*number) {
            message = if index > 0 { message.and("; ") } else { message };
            message = message.and_code(format!("#{number}"));
            message = message.and_message(why(subject, &fix.version, request));
        }
    }
    message
}

/// Why a release does not have what a pull request brings.
fn why(subject: &Subject<'_>, version: &Version, request: &RequestRecord) -> Message {
    let history = &subject.facts.history;
    let tagged = history.period(version).to;
    let is_later = tagged.zip(request.merged_at.as_deref());
    Message::text(match request.state {
        RequestState::Open => " is not merged yet",
        RequestState::Closed => " was closed without being merged",
        RequestState::Merged if history.release_contains(version, request) == Some(true) => {
            " was reverted before this release"
        }
        RequestState::Merged if is_later.is_some_and(|(tagged, merged)| merged > tagged) => {
            " was merged after this release"
        }
        RequestState::Merged => " was merged, but this release does not contain it",
    })
}

fn help(fix: &AbsentFix) -> Message {
    match &fix.instead {
        Some(instead) => Message::text("write ").and_code(format!("resolved-in={instead}")),
        None => Message::text("name the first release that has it, such as the next one of ")
            .and_code(fix.version.branch().to_string()),
    }
}

/// Names the release that has the fix, everywhere.
fn edits(subject: &Subject<'_>, fix: &AbsentFix) -> Vec<Edit> {
    let mut edits = Vec::new();
    let (Some(description), Some(instead)) = (subject.description(), &fix.instead) else {
        return edits;
    };
    for claim in description.claims.of_key(Key::ResolvedIn) {
        if claim.version == fix.version {
            edits.push(description.source.edit(&claim.span, instead.to_string()));
        }
    }
    edits
}
