//! ## What it does
//!
//! Finds a code fence that is never closed and hides a missing section. For release blocks, see [unclosed-release-block](unclosed-release-block.md).
//!
//! The fix closes the fence above the first heading that it hides.
//!
//! ## Why
//!
//! Everything after the fence is shown as code, up to the end of the description.
//!
//! ## Example
//!
//! ````markdown
//! ## Symptoms
//!
//! ```
//! panic: runtime error
//!
//! ## Impact
//! ````
//!
//! ## Instead
//!
//! ````markdown
//! ## Symptoms
//!
//! ```
//! panic: runtime error
//! ```
//!
//! ## Impact
//! ````

use crate::format::description::repair::Damage;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unclosed-fence",
    group: Group::Description,
    level: Level::Error,
    has_fix: true,
    when_withheld: false,
    summary: "a code fence is never closed and hides sections",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    subject.repairs(Damage::UnclosedFence, found, || {
        (
            Message::text("this code fence is never closed and hides the sections below it"),
            Message::text("close the fence before the next section"),
        )
    });
}
