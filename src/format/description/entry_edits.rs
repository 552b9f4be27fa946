//! Sets and removes entries in a description: edits of its author's bytes. Every edit is proved: the new text is read,
//! and must differ in the entry alone.

use crate::format::description::entry::{Entry, Key};
use crate::format::description::entry_versions::Claim;
use crate::format::description::outline::{Fence, LeafKind};
use crate::format::description::value::ValueReading;
use crate::format::description::{Description, limits};
use crate::format::form::Form;
use crate::format::version::{Branch, Version};
use crate::text::edit;
use crate::text::edit::Edit;

/// Sets the entry of `key` on the branch of `version` to `name`, which is the version or, for a key that names
/// branches, the branch. The first entry of the branch gets the new value, and others go; else one without a value gets
/// it; else a line is added. `None` if that cannot be done without changing something else.
pub(crate) fn set(
    text: &str,
    form: Form<'_>,
    key: Key,
    (name, version): (&str, &Version),
) -> Option<String> {
    let before = Description::read(text, form).repaired();
    let there = before.claims.on_branch(key, version.branch());
    let is_version = matches!(key, Key::IntroducedIn | Key::ResolvedIn);
    // One in a release block counts before others.
    let place = |claim: &&Claim| {
        let is_fenced = before.entries.get(claim.entry).is_some_and(|entry| entry.is_fenced);
        (!is_fenced, claim.span.start)
    };
    let first = there.iter().min_by_key(place).map(|claim| claim.entry);
    let (mut edits, mut left) = (Vec::new(), 0);
    for claim in there {
        let entry = before.entries.get(claim.entry)?;
        let is_single = entry.values.len() == 1 && Some(claim.entry) != first;
        if let Some(edit) = is_single.then(|| without_line(&before, entry)).flatten() {
            edits.push(edit);
            continue;
        }
        left += 1;
        if is_version && claim.version.to_string() != name {
            edits.push(new_value(&before, claim, name)?);
        }
    }
    if there.is_empty() {
        left = 1;
        edits.push(fill(&before, key, name).or_else(|| insert(&before, key, name))?);
    }
    let mut wanted = claims(&before);
    wanted.retain(|claimed| !is_on(claimed, key, version.branch()));
    let at = wanted.partition_point(|claimed| *claimed < (key, version));
    for _ in 0..left {
        wanted.insert(at, (key, version));
    }
    proved(text, &before, &edits, &wanted)
}

/// Removes the entries of `key` on `branch`. A remark stays. `None` if that cannot be done without changing something
/// else.
pub(crate) fn remove(text: &str, form: Form<'_>, key: Key, branch: Branch) -> Option<String> {
    let before = Description::read(text, form).repaired();
    let mut edits = Vec::new();
    let there = before.claims.on_branch(key, branch);
    let mut removed = Vec::new();
    for claim in there {
        let entry = before.entries.get(claim.entry)?;
        // A line that also names something else cannot go.
        if there.iter().filter(|other| other.entry == claim.entry).count() != entry.values.len() {
            return None;
        }
        if !removed.contains(&claim.entry) {
            edits.push(without_line(&before, entry)?);
            removed.push(claim.entry);
        }
    }
    let mut wanted = claims(&before);
    wanted.retain(|claimed| !is_on(claimed, key, branch));
    proved(text, &before, &edits, &wanted)
}

/// A key and a version that an entry names.
type Claimed<'a> = (Key, &'a Version);

/// All of them, sorted.
fn claims<'a>(description: &'a Description<'_>) -> Vec<Claimed<'a>> {
    let mut claims = Vec::new();
    for key in Key::ALL {
        for Claim { version, .. } in description.claims.of_key(key) {
            claims.push((key, version));
        }
    }
    claims
}

fn is_on(claimed: &Claimed<'_>, key: Key, branch: Branch) -> bool {
    claimed.0 == key && claimed.1.branch() == branch
}

/// The text after `edits`, if its entries name what is wanted and the rest is read as before.
fn proved(
    text: &str,
    before: &Description<'_>,
    edits: &[(Edit, usize)],
    wanted: &[Claimed<'_>],
) -> Option<String> {
    let mut chosen = Vec::new();
    for (edit, removed) in edits {
        // Where a repair moved text, a place in the text that was read is another one in the original.
        if edit.span.end - edit.span.start != *removed {
            return None;
        }
        chosen.push(edit);
    }
    edit::put_in_order(&mut chosen);
    let edited = edit::replace(text, &chosen);
    if edited.len() > limits::LONGEST || limits::too_deep(&edited).is_some() {
        return None;
    }
    let after = Description::read(&edited, before.source.form).repaired();
    let is_same = claims(&after) == wanted
        && rest(&after) == rest(before)
        && (after.blocks.len() == before.blocks.len() || before.blocks.is_empty());
    is_same.then_some(edited)
}

/// What no command changes: the sections and their texts, and what is wrong in release blocks.
fn rest<'a>(description: &'a Description<'_>) -> (Vec<&'a str>, [usize; 3]) {
    let mut sections = Vec::new();
    for section in &description.sections.all {
        sections.push(description.text(section));
    }
    let wrong =
        [description.unknown_keys.len(), description.malformed.len(), description.repairs.len()];
    (sections, wrong)
}

/// Replaces the version that a value names, and nothing around it.
fn new_value(description: &Description<'_>, claim: &Claim, name: &str) -> Option<(Edit, usize)> {
    let written = description.source.slice(&claim.span);
    let number = claim.version.number();
    let mut range = claim.span.clone();
    if let Some(at) = written.find(&number) {
        let end = at + number.len();
        let around = (written.get(..at)?, written.get(end..)?);
        let (before, after) = description.source.form.tags.around(around.0, around.1);
        range = claim.span.start + at - before..claim.span.start + end + after;
    }
    let length = description.source.written_length(&range);
    Some((description.source.edit(&range, name), length))
}

/// Fills the first entry of the key that waits for its value: it is empty, says `TBD`, or has the template's
/// placeholder.
fn fill(description: &Description<'_>, key: Key, name: &str) -> Option<(Edit, usize)> {
    let is_unfilled = |entry: &&Entry| {
        let mut values = entry.values.iter();
        entry.is_fenced
            && entry.key == key
            && values.all(|value| matches!(value.reading, ValueReading::Unfilled))
    };
    let entry = description.entries.iter().find(is_unfilled)?;
    let length = description.source.written_length(&entry.value);
    Some((description.source.edit(&entry.value, name), length))
}

/// Adds a line after the last entry of the key, else at the end of the last release block, else in a new block on top.
fn insert(description: &Description<'_>, key: Key, name: &str) -> Option<(Edit, usize)> {
    let source = &description.source;
    let (end, line) = (source.end_of_line(), format!("{}={name}", key.name()));
    let mut fenced = description.entries.iter().rev().filter(|entry| entry.is_fenced);
    if let Some(entry) = fenced.find(|entry| entry.key == key) {
        let below = source.line_at(entry.line.start).end;
        let indent = source.indent(entry.line.start);
        return Some((source.edit(&(below..below), format!("{end}{indent}{line}")), 0));
    }
    let Some(block) = description.blocks.last() else {
        let below = if source.text().is_empty() { "" } else { end };
        let block = format!("```release{end}{line}{end}```{end}{below}");
        return Some((Edit { span: source.top(), text: block }, 0));
    };
    let is_block = |kind: &LeafKind| matches!(kind, LeafKind::Fence(_));
    let mut leaves = description.outline.leaves.iter();
    let leaf = leaves.find(|leaf| leaf.span == *block && is_block(&leaf.kind))?;
    let LeafKind::Fence(Fence { content, .. }) = &leaf.kind else { return None };
    let lines = source.lines(content).filter(|line| !source.trimmed(line).is_empty());
    let (above, indent) = match lines.last() {
        Some(last) => (last.end, source.indent(source.trimmed(&last).start).to_owned()),
        None => (source.line_at(block.start).end, opener_indent(description, block.start)?),
    };
    Some((source.edit(&(above..above), format!("{end}{indent}{line}")), 0))
}

/// The indentation that keeps a line in the container of a fence.
fn opener_indent(description: &Description<'_>, at: usize) -> Option<String> {
    let source = &description.source;
    let before = source.slice(&(source.line_start(at)..at));
    let is_marker = |character: char| character.is_ascii_digit() || " \t-+*.)".contains(character);
    before.chars().all(is_marker).then(|| " ".repeat(before.len()))
}

/// Removes the line of an entry, or, if it has a remark, all but the remark.
fn without_line(description: &Description<'_>, entry: &Entry) -> Option<(Edit, usize)> {
    let source = &description.source;
    let line = source.trimmed(&source.line_at(entry.line.start));
    let (before, behind) = (line.start..entry.line.start, entry.line.end..line.end);
    let is_mark = |character: char| character.is_whitespace() || "-*+_`".contains(character);
    let remark = source.trimmed(&behind);
    let is_remark = source.slice(&remark).starts_with('#');
    if !source.slice(&before).chars().all(is_mark) {
        return None;
    }
    if is_remark && entry.is_fenced {
        let removed = line.start..remark.start;
        return Some((source.edit(&removed, ""), source.written_length(&removed)));
    }
    if is_remark || !source.slice(&behind).chars().all(is_mark) {
        return None;
    }
    let removed = source.whole_lines(&entry.line);
    Some((source.edit(&removed, ""), source.written_length(&removed)))
}
