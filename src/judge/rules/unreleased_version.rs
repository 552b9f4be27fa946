//! ## What it does
//!
//! Compares `introduced-in` with the tags of the repository. The next release of a branch may be named before it is tagged. It is asked only where GitHub may be asked, and says nothing about a repository that has no tag of the form `vX.Y.Z`: its releases are made somewhere else.
//!
//! ## Why
//!
//! A version that was never released affects no one. Usually a digit is wrong.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.60.2
//! ```
//! ````
//!
//! … where the repository has no tag `v1.60.2`
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! ```
//! ````

use crate::format::description::entry::Key;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::lookups;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unreleased-version",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: false,
    when_withheld: false,
    summary: "an `introduced-in` is not a tag of the repository",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let history = &subject.facts.history;
    let unreleased = subject.evidence.unreleased();
    for written in lookups::versions(subject, Key::IntroducedIn) {
        let is_next =
            || history.next_release(written.version.branch()).as_ref() == Some(written.version);
        let is_unreleased = if history.tells_all_tags() {
            unreleased.contains(written.version)
        } else {
            subject.facts.is_tag(written.version) == Some(false) && !is_next()
        };
        if is_unreleased {
            let message = Message::code(written.version.to_string())
                .and(" was never released: the repository has no such tag");
            let help =
                Message::text("name the first release that has the problem, as it is tagged");
            found.push(Violation::new(written.span, message, help));
        }
    }
}
