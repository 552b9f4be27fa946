//! ## What it does
//!
//! Compares the two keys for each branch. On the same branch, `resolved-in` must be later than `introduced-in`. A `resolved-in` must not be on a branch that is older than every branch with an `introduced-in`. Pre-releases come before their release: `v1.7.0-beta.1` is earlier than `v1.7.0`.
//!
//! ## Why
//!
//! One of the two versions is wrong, so every answer derived from them would be wrong too.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.5
//! resolved-in=v1.6.2
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//! ````

use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
use crate::format::version::Branch;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "resolved-before-introduced",
    group: Group::Entries,
    level: Level::Error,
    has_fix: false,
    when_withheld: true,
    summary: "a problem is resolved before it was introduced",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    let oldest = oldest_branch(description);
    let mut last = None;
    for resolved in description.claims.of_key(Key::ResolvedIn) {
        if last != Some(&resolved.version) {
            found.extend(violation(description, resolved, oldest));
        }
        last = Some(&resolved.version);
    }
}

fn violation(
    description: &Description<'_>,
    resolved: &Claim,
    oldest: Option<Branch>,
) -> Option<Violation> {
    let branch = resolved.version.branch();
    if description.claims.conflict_on(branch) {
        return None;
    }
    let introduced = description.claims.on_branch(Key::IntroducedIn, branch).first();
    let why = match introduced {
        Some(introduced) if resolved.version <= introduced.version => {
            Message::text(" does not come after ")
                .and_code(format!("introduced-in={}", introduced.version))
        }
        None if oldest.is_some_and(|oldest| branch < oldest) => {
            Message::text(" is on a branch that is older than every branch with the problem")
        }
        _ => return None,
    };
    let help = Message::text("correct the wrong version, in ")
        .and_code("introduced-in")
        .and(" or ")
        .and_code("resolved-in");
    let written = entry_values::claimed(description, resolved)?;
    Some(Violation::new(written.span(), Message::code(written.text()).and_message(why), help))
}

/// The oldest branch that has the problem; `None` when an `introduced-in` cannot be read.
fn oldest_branch(description: &Description<'_>) -> Option<Branch> {
    for entry in &description.entries {
        let is_complete = entry.values.iter().all(|value| value.version().is_some());
        if entry.key == Key::IntroducedIn && !is_complete {
            return None;
        }
    }
    let oldest = description.claims.of_key(Key::IntroducedIn).first()?;
    Some(oldest.version.branch())
}
