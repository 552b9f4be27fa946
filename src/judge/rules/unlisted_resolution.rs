//! ## What it does
//!
//! Finds maintained branches that are affected, or about which the entries do not tell, that have no `resolved-in`, although a release has the fix: it contains the pull requests of *PRs* that go into the branch, or their backports.
//!
//! The fix adds the entry.
//!
//! ## Why
//!
//! Users of that branch wait for a fix that is there.
//!
//! ## Example
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! ```
//!
//! ## PRs
//!
//! - #48123
//! - #48126
//! ````
//!
//! … where `#48126` brings `#48123` to `v1.7`, and `v1.7.3` contains it
//!
//! ## Instead
//!
//! ````markdown
//! ```release
//! introduced-in=v1.6.2
//! resolved-in=v1.6.5
//! resolved-in=v1.7.3
//! ```
//!
//! ## PRs
//!
//! - #48123
//! - #48126
//! ````

use crate::evidence::UnlistedResolution;
use crate::format::description::Description;
use crate::format::description::entry::{Entry, Key};
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::{Edit, Span};

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unlisted-resolution",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: true,
    when_withheld: false,
    summary: "a release of a maintained branch has the fix, and no `resolved-in` names it",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    let Some(description) = subject.description() else { return };
    let mut unlisted = subject.evidence.unlisted_resolutions(&subject.maintained);
    unlisted.reverse();
    let mut deferred = description.entries.iter().filter(|entry| is_deferred(entry));
    for resolution in unlisted {
        let line = format!("resolved-in={}", resolution.version);
        let edits = match deferred.next() {
            Some(entry) => fill(description, entry, &resolution),
            None => insert(description, &line),
        };
        let help = Message::text("add ").and_code(line);
        let violation = Violation::new(place(description), message(&resolution), help);
        found.push(violation.with_edits(edits));
    }
}

fn message(resolution: &UnlistedResolution) -> Message {
    let mut requests = Vec::new();
    for number in &resolution.shown_by {
        requests.push(format!("#{number}"));
    }
    let verb = if requests.len() > 1 { " are in it" } else { " is in it" };
    Message::code(resolution.version.to_string())
        .and(" has the fix (")
        .and_list(requests)
        .and(verb)
        .and("), but no ")
        .and_code("resolved-in")
        .and(" is on its branch ")
        .and_code(resolution.version.branch().to_string())
}

/// A `resolved-in` that waits for its version.
fn is_deferred(entry: &Entry) -> bool {
    entry.is_fenced && entry.key == Key::ResolvedIn && entry.values.is_empty()
}

fn fill(
    description: &Description<'_>,
    entry: &Entry,
    resolution: &UnlistedResolution,
) -> Vec<Edit> {
    vec![description.source.edit(&entry.value, resolution.version.to_string())]
}

/// Adds a line below the last `resolved-in`, else below the last entry, else to the last release block, else in a new
/// one.
fn insert(description: &Description<'_>, line: &str) -> Vec<Edit> {
    let source = &description.source;
    let (end, entries) = (source.end_of_line(), &description.entries);
    let fenced = || entries.iter().rev().filter(|entry| entry.is_fenced);
    let last = fenced().find(|entry| entry.key == Key::ResolvedIn).or_else(|| fenced().next());
    let above = last.map(|entry| entry.line.start);
    let Some(above) = above.or_else(|| description.blocks.last().map(|block| block.start)) else {
        let block = format!("```release{end}{line}{end}```{end}{end}");
        return vec![Edit { span: source.top(), text: block }];
    };
    let below = source.line_at(above).end;
    vec![source.edit(&(below..below), format!("{end}{}{line}", source.indent(above)))]
}

/// Where a further entry should stand.
fn place(description: &Description<'_>) -> Option<Span> {
    description.entries.last().map(|entry| description.original(&entry.line))
}
