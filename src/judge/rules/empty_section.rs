//! ## What it does
//!
//! Requires content in every section: text, an image, a table or code. Horizontal rules (`---`), line breaks, comments, headings without text and `_No response_`, which issue forms write for blank fields, do not count.
//!
//! Until the issue is done, *Root cause*, *Resolution* and *PRs* may say that the answer is not known yet: `TBD`, `TODO`, `WIP`, `N/A`, `None`, `None yet`, `Unknown`, `Unknown yet`, `Not yet known`, `Under investigation` or `Pending`, in upper or lower case, optionally with a remark in parentheses. *Symptoms* and *Impact* may not, because they are the reason for the issue.
//!
//! An issue is done when a `resolved-in` entry names a release or when the issue is closed as completed.
//!
//! ## Why
//!
//! What users experience and why it matters are known from the start. The rest is known when the work is done.
//!
//! ## Example
//!
//! ```markdown
//! ## Impact
//!
//! TBD
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Impact
//!
//! Every node with more than 110 pods restarts.
//! ```

use crate::format::description::Fill;
use crate::format::template::SectionName;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::help;
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "empty-section",
    group: Group::Sections,
    level: Level::Error,
    has_fix: false,
    when_withheld: false,
    summary: "a section has no content",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for (name, section, fill) in description.filled() {
        if subject.policy.sections.is_optional(name) {
            continue;
        }
        let place = description.original(&section.heading);
        if fill == Fill::Empty {
            let message =
                Message::text("the section ").and_code(description.title(name)).and(" is empty");
            found.push(Violation::new(place, message, help(subject, name)));
        } else if fill == Fill::Deferred && !subject.accepts_deferred(name) {
            let said = Message::code(description.text(section))
                .and(" is not an answer in ")
                .and_code(description.title(name));
            let message = if subject.policy.sections.is_deferrable(name) {
                said.and(": the issue is done")
            } else {
                said
            };
            found.push(Violation::new(place, message, help::section(subject, name)));
        }
    }
}

fn help(subject: &Subject<'_>, name: SectionName) -> Message {
    let help = help::section(subject, name);
    if subject.accepts_deferred(name) {
        help.and(", or ").and_code("TBD").and(" until it is known")
    } else {
        help
    }
}
