//! A description as fields. Each field has a place in the Markdown, and the rest is other text; together they are the
//! whole description.

use std::fmt::Write;
use std::ops::Range;

use crate::compose::question::refusal;
use crate::format::description::outline::LeafKind;
use crate::format::description::section::Section;
use crate::format::description::value::{Value, ValueReading};
use crate::format::description::{Description, Fill, limits};
use crate::format::template::SectionName;
use crate::json::{string, strings};
use crate::policy::Policy;
use crate::text::position::Lines;

const BROKEN: &str = "A code fence, a comment or a release block hides a part of the text. Apply the fix, or correct it in Markdown.";
const UNREADABLE: &str = "The description is too long or too deeply nested to be read.";

/// The place of a section's text: what a field replaces, and what must stand around its text.
struct SectionPlace {
    range: Range<usize>,
    text: String,
    before: String,
    after: String,
}

/// The fields: `{"refusal", "entries", "sections", "binaries", "other"}`. Places are offsets in UTF-16 code units.
pub(super) fn guided(text: &str, policy: &Policy) -> String {
    if text.len() > limits::LONGEST || limits::too_deep(text).is_some() {
        return refusal(UNREADABLE);
    }
    let description = Description::read(text, policy.form()).repaired();
    if !description.repairs.is_empty() {
        return refusal(BROKEN);
    }
    let lines = Lines::new(text);
    let mut json = String::from("{\"refusal\":null,\"sections\":[");
    for name in policy.sections.all() {
        json.push_str(if name.place() == 0 { "" } else { "," });
        match place(&description, name) {
            None => json.push_str("null"),
            Some(place) => {
                let span = description.original(&place.range);
                let _ = write!(
                    json,
                    "{{\"text\":{},\"start\":{},\"end\":{},\"before\":{},\"after\":{}}}",
                    string(&place.text),
                    lines.units_before(span.start),
                    lines.units_before(span.end),
                    string(&place.before),
                    string(&place.after)
                );
            }
        }
    }
    let _ = write!(
        json,
        "],\"entries\":[{}],\"binaries\":{},\"other\":{}}}",
        entries(&description).join(","),
        strings(description.binary_names()),
        strings(other(&description))
    );
    json
}

/// Every value of an entry but placeholders: `{"key", "value", "branch"}`. The branch is null for a value that is no
/// version.
fn entries(description: &Description<'_>) -> Vec<String> {
    let mut entries = Vec::new();
    for entry in &description.entries {
        let is_filled = |value: &&Value| !matches!(value.reading, ValueReading::Unfilled);
        for value in entry.values.iter().filter(is_filled) {
            let version = value.version().map(crate::version::Version::branch);
            let branch = version.or(value.branch()).map(|branch| string(&branch.to_string()));
            let written = value.name();
            let written =
                written.unwrap_or_else(|| description.source.slice(&value.span).to_owned());
            entries.push(format!(
                "{{\"key\":\"{}\",\"value\":{},\"branch\":{}}}",
                entry.key.name(),
                string(&written),
                branch.as_deref().unwrap_or("null")
            ));
        }
    }
    entries
}

fn place(description: &Description<'_>, name: SectionName) -> Option<SectionPlace> {
    match description.sections.get(name) {
        Some(section) => Some(written(description, section, description.fill(name)?)),
        None => missing(description, name),
    }
}

/// The text of a section that exists.
fn written(description: &Description<'_>, section: &Section, fill: Fill) -> SectionPlace {
    let source = &description.source;
    let mut range = source.trimmed(&section.body);
    if range.is_empty() {
        let is_last = section.body.end >= source.text().len();
        let after = if is_last { "\n" } else { "\n\n" };
        let (before, after) = ("\n\n".to_owned(), after.to_owned());
        return SectionPlace { range: section.body.clone(), text: String::new(), before, after };
    }
    // Indentation belongs to the text.
    range.start = section.body.start.max(source.line_start(range.start));
    let is_prompt = fill == Fill::Prompts;
    let text = if is_prompt { String::new() } else { source.slice(&range).to_owned() };
    SectionPlace { range, text, before: String::new(), after: String::new() }
}

/// Where a missing section belongs; `None` if nothing can be added.
pub(super) fn missing_at(description: &Description<'_>, name: SectionName) -> Option<usize> {
    let known = description.source.form.sections;
    let mut behind = known.all().skip(name.place() + 1);
    match behind.find_map(|next| description.sections.get(next)) {
        Some(next) => Some(description.source.line_start(next.heading.start)),
        None if description.ends_open() => None,
        None => Some(description.source.text().trim_end().len()),
    }
}

fn missing(description: &Description<'_>, name: SectionName) -> Option<SectionPlace> {
    let at = missing_at(description, name)?;
    let heading = description.sections.heading(description.title(name));
    let is_last = at >= description.source.text().trim_end().len();
    let above = if is_last && at > 0 { "\n\n" } else { "" };
    let after = if is_last { "" } else { "\n\n" };
    Some(SectionPlace {
        range: at..at,
        text: String::new(),
        before: format!("{above}{heading}\n\n"),
        after: after.to_owned(),
    })
}

/// The text that no field shows, in order, without blank parts: what stands between and in release blocks, sections
/// that come twice, and sections that the policy does not know.
fn other(description: &Description<'_>) -> Vec<String> {
    let mut shown: Vec<Range<usize>> = Vec::new();
    for section in &description.sections.all {
        if description.sections.is_read(section) {
            shown.push(section.heading.start..section.body.end);
        }
    }
    for leaf in &description.outline.leaves {
        if let LeafKind::Fence(fence) = &leaf.kind
            && description.blocks.contains(&leaf.span)
        {
            shown.push(leaf.span.start..fence.content.start);
            shown.push(fence.content.end..leaf.span.end);
        }
    }
    for entry in &description.entries {
        shown.push(entry.line.clone());
    }
    crate::text::sort::sort(&mut shown, |range| range.start);
    let (mut other, mut from) = (Vec::new(), 0);
    let end = description.source.text().len();
    shown.push(end..end);
    for range in shown {
        let text = description.source.slice(&(from..range.start.max(from))).trim();
        if !text.is_empty() {
            other.push(text.to_owned());
        }
        from = from.max(range.end);
    }
    other
}
