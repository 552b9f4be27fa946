//! Writes what was drafted into the description: a release block on top, the author's text, and the template below it.

use std::fmt::Write;

use crate::draft::facts::{DraftedFact, DraftedFacts};
use crate::draft::line::REMARK;
use crate::draft::statement::Confidence;
use crate::format::description::Description;
use crate::format::description::section::CANONICAL_LEVEL;
use crate::format::template::{self, Components, HeldThings};
use crate::text::edit::{self, Edit, Span};

/// Where a prompt has room for the binaries.
const PLACE: &str = "- NAME";

impl DraftedFacts {
    /// The edits that make a description in the format of `description`. Where nothing is known, they add the template.
    /// None when a description is in the format, or when text at its end would become part of something unclosed.
    pub(crate) fn edits(&self, description: &Description<'_>) -> Vec<Edit> {
        let has_block = self.has_entry();
        let mut below = String::new();
        if !has_block {
            let tags = description.source.form.tags;
            below.push_str(&template::release_blocks(tags.spelling()));
        }
        self.add_sections(&mut below, description);
        let mut edits = description.append(below.trim());
        if has_block && !edits.is_empty() {
            edits.insert(0, self.block(description));
        }
        edits
    }

    /// `original`, whose description is in `description`, with what was drafted. The text as it is when it is in the
    /// format.
    pub(crate) fn applied(&self, original: &str, description: &Description<'_>) -> String {
        if !(description.blocks.is_empty() && description.entries.is_empty()) {
            return original.to_owned();
        }
        let mut edits = self.edits(description);
        if edits.is_empty() && self.has_entry() {
            edits.push(self.block(description));
        }
        // The text that was read may end before a fence that a repair would remove, and this repairs nothing.
        let (top, end) = (description.source.top(), original.trim_end().len());
        for edit in &mut edits {
            if edit.span != top {
                edit.span = Span { start: end, end };
            }
        }
        let mut sorted: Vec<&Edit> = edits.iter().collect();
        edit::put_in_order(&mut sorted);
        edit::replace(original, &sorted)
    }

    /// The release block, and the blank line below it.
    fn block(&self, description: &Description<'_>) -> Edit {
        let form = description.source.form;
        let placeholder = form.tags.spelling().write("X.Y.Z");
        let mut block = "```release\n".to_owned();
        if self.introduced.is_empty() {
            let _ = writeln!(block, "introduced-in={placeholder}");
        }
        for (key, fact) in self.entries() {
            add_line(&mut block, &format!("{}={}", key.name(), fact.value), fact);
        }
        if self.resolved.is_empty() && self.is_completed {
            let _ = writeln!(block, "resolved-in={placeholder}");
        }
        for fact in &self.binaries {
            if fact.confidence == Confidence::ToConfirm {
                let line = format!("{}: {}", form.components.many(), fact.value);
                add_line(&mut block, &line, fact);
            }
        }
        for fact in &self.pull_requests {
            if fact.confidence == Confidence::ToConfirm {
                add_line(&mut block, &format!("pull request: {}", fact.value), fact);
            }
        }
        block.push_str("```\n\n");
        let source = &description.source;
        let text = block.replace('\n', source.end_of_line());
        Edit { span: source.top(), text }
    }

    /// The sections of the template that the description lacks, with the binaries and the pull requests.
    fn add_sections(&self, text: &mut String, description: &Description<'_>) {
        let level = description.sections.own_level.unwrap_or(CANONICAL_LEVEL);
        let hashes = "#".repeat(usize::from(level));
        let form = description.source.form;
        for name in form.sections.all() {
            let Some(section) = form.sections.get(name) else { continue };
            if description.sections.get(name).is_some() {
                continue;
            }
            let prompt = match section.holds {
                Some(HeldThings::Binaries) => {
                    self.binaries_prompt(form.components, &section.prompt)
                }
                Some(HeldThings::PullRequests) => self.pull_requests_prompt(&section.prompt),
                None => section.prompt.clone(),
            };
            let _ = write!(text, "\n{hashes} {}\n\n{prompt}\n", section.name);
        }
    }

    fn binaries_prompt(&self, called: Components, prompt: &str) -> String {
        let mut items = String::new();
        for fact in &self.binaries {
            if fact.confidence == Confidence::Certain {
                let _ =
                    write!(items, "{}- {}", if items.is_empty() { "" } else { "\n" }, fact.value);
            }
        }
        if items.is_empty() {
            prompt.to_owned()
        } else if prompt.contains(PLACE) {
            prompt.replace(PLACE, &items)
        } else {
            format!("{}:\n{items}\n\n{prompt}", called.title())
        }
    }

    fn pull_requests_prompt(&self, prompt: &str) -> String {
        let mut items = String::new();
        for fact in &self.pull_requests {
            if fact.confidence == Confidence::Certain {
                let _ =
                    write!(items, "{}- {}", if items.is_empty() { "" } else { "\n" }, fact.value);
            }
        }
        if items.is_empty() { prompt.to_owned() } else { items }
    }
}

/// Adds an entry; as a comment, with the words it was read from, when a person has to confirm it.
fn add_line(block: &mut String, line: &str, fact: &DraftedFact) {
    if fact.confidence == Confidence::Certain {
        block.push_str(line);
        block.push('\n');
        return;
    }
    let _ = writeln!(block, "# {line} {REMARK} \"{}\")", fact.quoted());
}
