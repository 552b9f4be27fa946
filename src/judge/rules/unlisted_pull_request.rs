//! ## What it does
//!
//! Finds backports of the pull requests in *PRs* that *PRs* does not name: pull requests into a release branch whose title or description says that they cherry-pick or backport one of them.
//!
//! The fix adds them to the list.
//!
//! ## Why
//!
//! The list shows which branches get the fix. Release managers look there for what is still open.
//!
//! ## Example
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! ```
//!
//! … where `#48125` and `#48126` say `Cherry pick of #48123`
//!
//! ## Instead
//!
//! ```markdown
//! ## PRs
//!
//! - #48123
//! - #48125
//! - #48126
//! ```

use crate::format::description::Description;
use crate::format::description::section::Section;
use crate::format::template::HeldThings;
use crate::judge::diagnostic::{Message, Violation};
use crate::judge::rule::{Group, Rule};
use crate::judge::subject::Subject;
use crate::policy::level::Level;
use crate::text::edit::Edit;

/// This rule, for the registry.
pub(super) const RULE: Rule = Rule {
    name: "unlisted-pull-request",
    group: Group::Facts,
    level: Level::Warning,
    has_fix: true,
    when_withheld: false,
    summary: "*PRs* does not name a backport of a pull request that it names",
    check,
};

fn check(subject: &Subject<'_>, found: &mut Vec<Violation>) {
    found.extend(violation(subject));
}

fn violation(subject: &Subject<'_>) -> Option<Violation> {
    let description = subject.description()?;
    let section = description.section_holding(HeldThings::PullRequests)?;
    let mut names = Vec::new();
    for request in subject.evidence.unlisted_pull_requests() {
        names.push(format!("#{}", request.number));
    }
    let count = names.len();
    (count > 0).then(|| {
        let edits = add(description, section, &names);
        let (is, them) = if count > 1 { ("backports", "them") } else { ("a backport", "it") };
        let message = Message::code(description.title(section.name))
            .and(" does not name ")
            .and_list(names)
            .and(format!(", {is} of what it names"));
        let help = Message::text(format!("add {them} to the list"));
        Violation::new(description.original(&section.heading), message, help).with_edits(edits)
    })
}

/// Adds items to the list at the end of a section, or starts one there.
fn add(description: &Description<'_>, section: &Section, names: &[String]) -> Vec<Edit> {
    let source = &description.source;
    let (end, at) = (source.end_of_line(), source.trimmed(&section.body).end);
    let last = source.slice(&source.line_at(at));
    let indent = last.len() - last.trim_start().len();
    let item = last
        .trim_start()
        .split_at_checked(1)
        .filter(|(marker, rest)| ["-", "*", "+"].contains(marker) && rest.starts_with([' ', '\t']));
    let (mut text, start) = match item {
        Some((marker, _)) => {
            let indent = last.get(..indent).unwrap_or_default();
            (String::new(), format!("{end}{indent}{marker} "))
        }
        None => (end.to_owned(), format!("{end}- ")),
    };
    for name in names {
        text.push_str(&start);
        text.push_str(name);
    }
    vec![source.edit(&(at..at), text)]
}
