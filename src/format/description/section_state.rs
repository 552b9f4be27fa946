//! Decides whether a section's text is an answer.

use crate::format::description::html;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind};
use crate::format::description::section::Section;
use crate::format::description::section_body::Body;
use crate::format::template::Sections;
use crate::text::normalize;

/// What a section contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fill {
    /// Nothing visible.
    Empty,
    /// Only the template's prompts.
    Prompts,
    /// `TBD` and similar answers.
    Deferred,
    Given,
}

/// What people write when they do not know yet, folded.
const DEFERRED: [&str; 11] = [
    "tbd",
    "todo",
    "wip",
    "n/a",
    "none",
    "none yet",
    "unknown",
    "unknown yet",
    "not yet known",
    "under investigation",
    "pending",
];

/// Whether `text` only says that there is no answer yet. One list marker, emphasis and code marks, final
/// punctuation and one remark in parentheses are ignored.
pub(crate) fn is_deferred(text: &str) -> bool {
    let text = text.trim_start();
    let bare =
        text.strip_prefix(['-', '+', '*']).filter(|rest| rest.starts_with(' ')).unwrap_or(text);
    // Text that says there is no answer starts with one of these letters. Most values and sections stop here.
    let starts = bare.trim_start_matches([' ', '*', '_', '`', '~']).chars().next();
    starts.is_some_and(|first| "tTwWnNuUpP".contains(first) || !first.is_ascii())
        && is_deferred_folded(&normalize::text(&normalize::without_marks(bare)))
}

fn is_deferred_folded(folded: &str) -> bool {
    let bare = unpunctuated(folded);
    let remark = bare.strip_suffix(')').and_then(|rest| rest.split_once('('));
    let bare = remark.map_or(bare, |(before, _)| unpunctuated(before));
    DEFERRED.contains(&bare.trim_matches('_'))
}

fn unpunctuated(text: &str) -> &str {
    text.trim_end_matches(['.', ',', ';', ':', '!', '?', '…', ' ', '_'])
}

/// Classifies the section's text.
pub(super) fn read(body: &Body<'_>) -> Fill {
    let mut text = Visible::of(body.section, body.source.form.sections);
    for leaf in body.leaves() {
        text.add(leaf, body);
        if text.is_answer() {
            return Fill::Given;
        }
    }
    text.fill()
}

/// The visible text, folded, as far as it is needed.
struct Visible<'s> {
    sections: &'s Sections,
    /// The section's prompts.
    prompts: &'s [String],
    /// Longer than any deferred answer before its remark, and not shorter than any prompt.
    long: usize,
    text: String,
    /// Whether there is something other than text, such as an image.
    picture: bool,
}

/// What GitHub's issue forms write for an empty field, folded, without emphasis.
const NO_RESPONSE: &str = "no response";

/// How many bytes are read in one step.
const STEP: usize = 32;

/// Longer than any deferred answer before its remark.
const LONG: usize = 128;

/// The longest text that is read, including a remark, in bytes.
const LONGEST: usize = 4096;

impl<'s> Visible<'s> {
    fn of(section: &Section, sections: &'s Sections) -> Self {
        let prompts = sections.prompts(section.name);
        let every = sections.all().flat_map(|name| sections.prompts(name));
        let long = every.map(String::len).max().unwrap_or_default().max(LONG);
        Self { sections, prompts, long, text: String::new(), picture: false }
    }

    fn add(&mut self, leaf: &Leaf, body: &Body<'_>) {
        match &leaf.kind {
            LeafKind::Heading { .. } | LeafKind::Rule => {}
            LeafKind::Paragraph | LeafKind::TableCell => self.add_inlines(leaf, body),
            _ if body.is_taken(leaf.span.start) => {}
            LeafKind::Fence(fence) if fence.is_release() && !leaf.place.quoted => {}
            LeafKind::Fence(fence) => self.push(body.source.slice(&fence.content)),
            LeafKind::IndentedCode => self.push(body.source.slice(&leaf.span)),
            LeafKind::Html => {
                let block = body.source.slice(&leaf.span);
                self.picture |= html::shows_picture(block);
                self.push(&html::text(block));
            }
        }
        self.push(" ");
    }

    fn add_inlines(&mut self, leaf: &Leaf, body: &Body<'_>) {
        for inline in body.inlines(leaf) {
            match inline.kind {
                InlineKind::Html => {
                    self.picture |= html::shows_picture(inline.html(body.source.text()));
                }
                InlineKind::Image => self.picture = true,
                _ => self.push(body.text(inline)),
            }
            if self.is_answer() {
                return;
            }
        }
    }

    fn push(&mut self, text: &str) {
        let room = LONGEST.saturating_sub(self.text.len()) + 1;
        let mut rest = text.get(..text.floor_char_boundary(room)).unwrap_or_default();
        // Most texts turn out to be an answer after a few words. The rest is not read.
        while let Some((piece, behind)) = rest.split_at_checked(rest.floor_char_boundary(STEP)) {
            normalize::add_text(&mut self.text, piece);
            if behind.is_empty() || self.is_answer() {
                return;
            }
            rest = behind;
        }
    }

    /// Whether this is an answer, whatever text follows.
    fn is_answer(&self) -> bool {
        self.picture
            || self.text.len() > LONGEST
            || (self.text.len() > self.long && !self.starts_without_answer())
            || !(may_be_deferred(&self.text) || may_be_prompts(&self.text, self.prompts))
    }

    /// Whether the text starts like prompts or deferred answers.
    fn starts_without_answer(&self) -> bool {
        let bare = self.text.trim_start_matches('_');
        let mut prompts = self.sections.all().flat_map(|name| self.sections.prompts(name));
        prompts.any(|prompt| bare.starts_with(prompt.as_str()))
            || DEFERRED.iter().any(|words| bare.starts_with(words))
    }

    fn fill(&self) -> Fill {
        let folded = self.text.trim();
        let bare = folded.trim_matches(['_', '*', ' ']);
        if self.is_answer() {
            Fill::Given
        } else if bare.is_empty() || bare == NO_RESPONSE {
            Fill::Empty
        } else if is_prompts(folded, self.prompts) {
            Fill::Prompts
        } else if is_deferred_folded(&normalize::without_marks(folded)) {
            Fill::Deferred
        } else {
            Fill::Given
        }
    }
}

/// Whether folded text that starts like this may still become a deferred answer, judged by its letters.
fn may_be_deferred(text: &str) -> bool {
    let starts_as =
        |words: &str| letters(text).zip(letters(words)).all(|(one, other)| one == other);
    starts_as(NO_RESPONSE) || DEFERRED.iter().any(|words| starts_as(words))
}

/// The characters of a deferred answer, without the marks around it.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| !matches!(character, ' ' | '_' | '*' | '`' | '~'))
}

fn is_prompts(folded: &str, prompts: &[String]) -> bool {
    behind_prompts(folded, prompts, |_| false).is_empty()
}

/// Whether folded text that starts like this may still consist only of prompts.
fn may_be_prompts(text: &str, prompts: &[String]) -> bool {
    let is_start = |rest: &str| prompts.iter().any(|prompt| prompt.starts_with(rest));
    is_start(behind_prompts(text, prompts, is_start))
}

/// The text after the prompts at the start of `text`, up to where it is `done`.
fn behind_prompts<'a>(text: &'a str, prompts: &[String], done: impl Fn(&str) -> bool) -> &'a str {
    let mut rest = text;
    while !done(rest) {
        let Some(prompt) = prompts.iter().find(|prompt| rest.starts_with(prompt.as_str())) else {
            break;
        };
        rest = rest.get(prompt.len()..).unwrap_or_default().trim_start();
    }
    rest
}
