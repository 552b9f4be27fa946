//! ## What it does
//!
//! Requires a part with the heading *Workaround*, at any level: what users can do until they have the fix. `None` and `N/A` are answers; `TBD` is not. A policy turns the rule on. It reports nothing if the policy has a section of this name, which other rules check.
//!
//! ## Why
//!
//! Whoever finds the issue while it hurts wants to know this first.
//!
//! ## Example
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//! ```
//!
//! ## Instead
//!
//! ```markdown
//! ## Symptoms
//!
//! Pods restart.
//!
//! ## Workaround
//!
//! Delete the checkpoint file of the kubelet.
//! ```

use crate::format::description::extra_section::ExtraSection;
use crate::format::description::is_deferred;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::normalize;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "missing-workaround",
    group: Group::Sections,
    level: Level::Off,
    has_fix: false,
    when_withheld: false,
    summary: "the description has no workaround",
    check,
};

/// What the part may be called, folded.
const NAMES: [&str; 2] = ["workaround", "workarounds"];

/// Deferred answers that say that there is none, folded.
const NONE: [&str; 2] = ["none", "n/a"];

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let sections = &subject.policy.sections;
    if NAMES.iter().any(|name| sections.find(name).is_some()) || description.lacks_template() {
        return;
    }
    let help =
        Message::text("write what users can do until they have the fix, or ").and_code("None");
    let Some(part) = description.extra_section(&NAMES) else {
        let message = Message::text("the section ").and_code("Workaround").and(" is missing");
        found.push(Violation::new(description.end(), message, help));
        return;
    };
    let written = part.text.trim();
    let message = match state(&part) {
        PartState::Answer => return,
        PartState::Empty => Message::text("the section ").and_code("Workaround").and(" is empty"),
        PartState::Deferred => {
            Message::code(written).and(" is not an answer in ").and_code("Workaround")
        }
    };
    found.push(Violation::new(description.original(&part.heading), message, help));
}

/// What a part says.
enum PartState {
    Answer,
    Empty,
    Deferred,
}

fn state(part: &ExtraSection) -> PartState {
    let folded = normalize::text(&normalize::without_marks(&part.text));
    let bare = folded.trim_matches(['_', ' ']).trim_end_matches(['.', '!']);
    let says_none = NONE.iter().any(|none| {
        let rest = bare.strip_prefix(none).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', '.', ',', ';', ':']))
    });
    if part.has_more || says_none {
        PartState::Answer
    } else if bare.is_empty() || bare == "no response" {
        PartState::Empty
    } else if is_deferred(&part.text) {
        PartState::Deferred
    } else {
        PartState::Answer
    }
}
