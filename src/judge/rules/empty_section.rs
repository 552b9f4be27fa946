//! ## What it does
//!
//! Asks for an answer in every section: text, an image, a table or code. Rules (`---`), line breaks, comments, headings alone and `_No response_`, which issue forms write into blank fields, are no answer.
//!
//! While the issue is not done, *Root cause*, *Resolution* and *PRs* may say that nobody knows yet: `TBD`, `TODO`, `WIP`, `N/A`, `None`, `None yet`, `Unknown`, `Unknown yet`, `Not yet known`, `Under investigation` or `Pending`, in any case, with a remark in parentheses if you like. *Symptoms* and *Impact* may not: they are why there is an issue.
//!
//! An issue is done once a `resolved-in` names a release, or once it is closed as completed.
//!
//! ## Why
//!
//! What users experience and why it matters is known from the first day; the rest when the work is done.
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
    summary: "a section has no answer",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    for (name, section, fill) in description.filled() {
        let place = description.original(&section.heading);
        if fill == Fill::Empty {
            let message = Message::text("the section ").and_code(name.title()).and(" is empty");
            found.push(Violation::new(place, message, help(subject, name)));
        } else if fill == Fill::Deferred && !subject.accepts_deferred(name) {
            let said = Message::code(description.text(section))
                .and(" is no answer in ")
                .and_code(name.title());
            let message = if name.is_deferrable() { said.and(": the issue is done") } else { said };
            found.push(Violation::new(place, message, help::section(name)));
        }
    }
}

fn help(subject: &Subject<'_>, name: SectionName) -> Message {
    let help = help::section(name);
    if subject.accepts_deferred(name) {
        help.and(", or ").and_code("TBD").and(" while nobody knows")
    } else {
        help
    }
}
