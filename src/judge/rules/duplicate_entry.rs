//! ## What it does
//!
//! Finds the same key with the same version, or the same branch, again. Versions that differ only in build metadata (`v1.6.5` and `v1.6.5+build.1`) are the same.
//!
//! The fix removes the second entry.
//!
//! ## Why
//!
//! A repeated entry is harmless, but its author may have meant a different version.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! resolved-in=v1.6.5
//! ```
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! resolved-in=v1.6.5
//! ```
//! ````

use crate::format::description::Description;
use crate::format::description::entry::Key;
use crate::format::description::entry_versions::Claim;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::entry_values;
use crate::judge::entry_values::EntryValue;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "duplicate-entry",
    group: Group::Entries,
    level: Level::Warning,
    has_fix: true,
    when_withheld: true,
    summary: "an entry is repeated",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };

    for key in Key::ALL {
        let mut first: Option<&Claim> = None;
        for claim in description.claims.of_key(key) {
            match first {
                Some(first) if first.version == claim.version => {
                    found.extend(repeated(description, first, claim));
                }
                _ => first = Some(claim),
            }
        }
    }
}

fn repeated(description: &Description<'_>, first: &Claim, claim: &Claim) -> Option<Violation> {
    let written = entry_values::claimed(description, claim)?;
    let message = Message::code(written.text()).and(" repeats an earlier entry");
    let violation = Violation::new(written.span(), message, Message::text("remove the line"));
    let note = Message::text("the first entry is here");
    let edit = remove(written, claim.value);
    Some(violation.with_note(description.original(&first.span), note).with_edits(vec![edit]))
}

/// Removes the value: the whole line when it is the only value, otherwise the value and the separator next to it.
fn remove(written: EntryValue<'_>, index: usize) -> Edit {
    let (source, values) = (&written.description.source, &written.entry.values);
    let value = &written.value.span;
    let before = index.checked_sub(1).and_then(|index| values.get(index));
    match (before, values.get(1)) {
        (Some(before), _) => source.edit(&(before.span.end..value.end), ""),
        (None, Some(next)) => source.edit(&(value.start..next.span.start), ""),
        (None, None) => source.edit(&source.whole_lines(&written.entry.line), ""),
    }
}
