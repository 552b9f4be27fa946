//! Changes of a description that are more than typing.

use serde_json::Value;

use crate::compose::draft_issue;
use crate::compose::guided::missing_at;
use crate::compose::question::{refusal, words};
use crate::draft_answer::{DraftAnswer, DraftOptions};
use crate::format::description::entry::Key;
use crate::format::description::section::Section;
use crate::format::description::{Description, entry_edits};
use crate::format::template::HeldThings;
use crate::format::version::Version;
use crate::json::{member, string, text};
use crate::judge::judgement::Judgement;
use crate::policy::Policy;
use crate::text::edit;
use crate::text::edit::{Edit, Span};
use crate::{Facts, Issue};

const BY_HAND: &str = "This cannot be done without changing something else: change it in Markdown.";

fn body(new: &str) -> String {
    format!("{{\"body\":{}}}", string(new))
}

fn changed(new: Option<String>) -> String {
    new.map_or_else(|| refusal(BY_HAND), |new| body(&new))
}

fn description(question: &Value) -> &str {
    text(member(question, "draft"), "body").unwrap_or_default()
}

/// The description after the fix of one diagnostic, by its place in the answer's list.
pub(super) fn apply(question: &Value, policy: &Policy) -> String {
    let issue: Issue = draft_issue::issue(question, policy);
    let facts = Facts::default();
    let judgement = Judgement::of(&issue, policy, &facts);
    let index = member(question, "index").as_u64().and_then(|index| usize::try_from(index).ok());
    let found = index.and_then(|index| judgement.findings.get(index));
    let Some(found) = found.filter(|found| !found.violation.edits.is_empty()) else {
        return refusal(BY_HAND);
    };
    let mut edits: Vec<&Edit> = found.violation.edits.iter().collect();
    edit::put_in_order(&mut edits);
    body(&edit::replace(judgement.description(), &edits))
}

/// The description after an entry was set or, with `remove`, removed on its branch.
pub(super) fn entry(question: &Value, policy: &Policy) -> String {
    let Some(key) = Key::find(text(question, "key").unwrap_or_default()) else {
        return refusal(BY_HAND);
    };
    let written = text(question, "value").unwrap_or_default().trim();
    let form = policy.form();
    let version = form.tags.meant_version(written);
    let branch = form.tags.meant_branch(written).or(version.as_ref().map(Version::branch));
    let names_branch = matches!(key, Key::NotAffected | Key::WontFix);
    let Some(branch) = branch.filter(|_| names_branch || version.is_some()) else {
        let example = form.tags.spelling().write(if names_branch { "1.6" } else { "1.6.2" });
        let kind = if names_branch { "branch" } else { "release" };
        return refusal(&format!("Write a {kind} such as {example}."));
    };
    let text = description(question);
    if member(question, "remove").as_bool() == Some(true) {
        return changed(entry_edits::remove(text, form, key, branch));
    }
    let version = version.filter(|_| !names_branch).unwrap_or_else(|| branch.first_release());
    let name = if names_branch { branch.to_string() } else { version.to_string() };
    changed(entry_edits::set(text, form, key, (&name, &version)))
}

/// The description after a binary was named or, with `remove`, is named no longer.
pub(super) fn binary(question: &Value, policy: &Policy) -> String {
    let name = text(question, "name").unwrap_or_default().trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    if name.is_empty() || name.len() > 100 || !name.bytes().all(is_plain) {
        return refusal("Write a name of letters, digits and dashes.");
    }
    let removes = member(question, "remove").as_bool() == Some(true);
    let before = Description::read(description(question), policy.form()).repaired();
    let mut wanted = before.binary_names();
    wanted.retain(|other| !other.eq_ignore_ascii_case(name));
    if !removes {
        wanted.push(name.to_ascii_lowercase());
    }
    let edit = if removes { without(&before, name) } else { with(&before, name) };
    let new = edit.map(|edit| edit::replace(description(question), &[&edit]));
    changed(new.filter(|new| {
        let after = Description::read(new, policy.form()).repaired();
        let mut names = after.binary_names();
        names.sort_unstable();
        wanted.sort_unstable();
        before.repairs.is_empty() && names == wanted
    }))
}

/// The line of a list that is nothing but a binary's name, up to the name.
fn item_start<'a>(description: &'a Description<'_>, at: usize, name: &str) -> Option<&'a str> {
    let line = description.source.slice(&description.source.line_at(at));
    let bare = line.trim_start().strip_prefix(['-', '*', '+'])?.trim().trim_matches('`');
    let start = line.len() - line.trim_start().len() + 1;
    bare.eq_ignore_ascii_case(name).then(|| line.get(..start)).flatten()
}

fn without(description: &Description<'_>, name: &str) -> Option<Edit> {
    let mut named = description.binaries.named.iter();
    let binary = named.find(|binary| binary.name.eq_ignore_ascii_case(name))?;
    item_start(description, binary.span.start, name)?;
    let line = description.source.whole_lines(&binary.span);
    Some(description.source.edit(&line, ""))
}

fn with(description: &Description<'_>, name: &str) -> Option<Edit> {
    let source = &description.source;
    for binary in description.binaries.named.iter().rev() {
        if let Some(start) = item_start(description, binary.span.start, &binary.name) {
            let below = source.line_at(binary.span.start).end;
            return Some(source.edit(&(below..below), format!("\n{start} {name}")));
        }
    }
    let title = source.form.components.title();
    let list = format!("{title}:\n- {name}");
    match description.section_holding(HeldThings::Binaries) {
        Some(section) => Some(in_section(description, section, name, &list)),
        None => in_new_section(description, &list),
    }
}

fn in_section(description: &Description<'_>, section: &Section, name: &str, list: &str) -> Edit {
    let source = &description.source;
    let text = source.trimmed(&section.body);
    let placeholder = source.slice(&text).find("- NAME").map(|at| text.start + at + "- ".len());
    if let Some(at) = placeholder {
        return source.edit(&(at..at + "NAME".len()), name);
    }
    if text.is_empty() {
        let is_last = section.body.end >= source.text().len();
        let after = if is_last { "\n" } else { "\n\n" };
        return source.edit(&section.body, format!("\n\n{list}{after}"));
    }
    source.edit(&(text.start..text.start), format!("{list}\n\n"))
}

fn in_new_section(description: &Description<'_>, list: &str) -> Option<Edit> {
    let name = description.source.form.sections.holding(HeldThings::Binaries)?;
    let at = missing_at(description, name)?;
    let heading = description.sections.heading(description.title(name));
    let is_last = at >= description.source.text().trim_end().len();
    let (above, below) = if is_last { ("\n\n", "") } else { ("", "\n\n") };
    let span: Span = description.original(&(at..at));
    Some(Edit { span, text: format!("{above}{heading}\n\n{list}{below}") })
}

/// An old description in the format, and what was read in it: the answer of `draft`.
pub(super) fn draft(question: &Value, policy: &Policy) -> String {
    let issue = draft_issue::issue(question, policy);
    let mut releases = Vec::new();
    for tag in words(question, "releases") {
        releases.extend(policy.tags.version(tag));
    }
    let releases = Some(releases).filter(|releases| !releases.is_empty());
    let repository = text(member(question, "target"), "repository");
    let options = DraftOptions { policy, releases: releases.as_deref(), repository };
    DraftAnswer::of(&issue, &options).to_json()
}
