//! ## What it does
//!
//! Compares `resolved-in` with the tags of the repository. The fix may be in a release (a tag) or planned for the next one: the next patch release of a branch, the `.0` of the next minor version, or a pre-release of either. The rule applies only when requests to GitHub are allowed, and never to a repository that has no tag of the form `vX.Y.Z`.
//!
//! ## Why
//!
//! Users are advised to upgrade to this version. If it is neither a release nor the next one, usually a digit is wrong.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.50
//! ```
//! ````
//!
//! … where the newest tag of the branch is `v1.6.4`
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//! ````

use crate::format::description::entry::Key;
use crate::format::version::Version;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unknown-resolution",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "a `resolved-in` is neither a tag of the repository nor the next release of its branch",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    for written in lookups::versions(subject, Key::ResolvedIn) {
        let newest = subject.facts.newest_release(written.version.branch());
        let Some(why) = why_neither(subject, written.version, newest) else { continue };
        let message = Message::code(written.version.to_string())
            .and(" is neither a release nor the next one: ")
            .and_message(why);
        let help =
            Message::text("name the release that has the fix, or the next release of its branch");
        let help = match newest {
            Some(newest) => help.and(", ").and_code(newest.next_patch().to_string()),
            None => help,
        };
        found.push(Violation::new(written.span, message, help));
    }
}

/// Why `version` is neither a tag nor the next release: its branch already has a newer release, or lacks the one
/// before it. `None` when it may be either.
fn why_neither(
    subject: &Subject<'_>,
    version: &Version,
    newest: Option<&Version>,
) -> Option<Message> {
    let is_missing = |version: &Version| subject.facts.is_tag(version) == Some(false);
    if !is_missing(version) {
        return None;
    }
    if let Some(newest) = newest.filter(|newest| *newest > version) {
        let why = Message::text("the repository does not have this tag, but it has ");
        return Some(why.and_code(newest.to_string()).and(", which is later"));
    }
    let before = version.predecessor().filter(is_missing)?;
    let why = Message::text("the repository has neither this tag nor ");
    Some(why.and_code(before.to_string()).and(", which comes before it"))
}
