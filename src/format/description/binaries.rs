//! Reads the binaries that *Root cause* names.

use std::ops::Range;

use crate::format::description::html;
use crate::format::description::outline::{Inline, InlineKind, Leaf, LeafKind};
use crate::format::description::section_body::Body;
use crate::format::description::section_state::is_deferred;
use crate::text::normalize;

/// What a section says about binaries.
#[derive(Debug, Default)]
pub(crate) struct Binaries {
    pub(crate) named: Vec<Binary>,
    /// `Binaries: none`: there are none.
    pub(crate) none: bool,
    /// `Binaries: TBD`: not known yet.
    pub(crate) deferred: bool,
}

/// A binary, by its name in lower case.
#[derive(Debug)]
pub(crate) struct Binary {
    pub(crate) name: String,
    pub(crate) span: Range<usize>,
}

/// The labels that may introduce binaries, folded, without the colon.
const LABELS: [&str; 6] =
    ["binaries", "binary", "component", "components", "component(s)", "components / binaries"];

/// The binaries that the section names.
pub(super) fn read(body: &Body<'_>) -> Binaries {
    let mut binaries = Binaries::default();
    let mut behind = body.leaves();
    while let [leaf, rest @ ..] = behind {
        behind = rest;
        match leaf.kind {
            _ if leaf.place.quoted => {}
            LeafKind::Heading { .. } => binaries.take_heading(leaf, behind, body),
            LeafKind::Paragraph => binaries.take_paragraph(leaf, behind, body),
            _ => {}
        }
    }
    binaries
}

fn text(line: &[&Inline], body: &Body<'_>) -> String {
    let mut text = String::new();
    for inline in line {
        text.push_str(body.text(inline));
    }
    text
}

fn is_label(text: &str, body: &Body<'_>) -> bool {
    let own = body.source.form.components;
    let mut folded = normalize::name(text);
    // Most lines are about something else.
    if !folded.starts_with(['b', 'c', 'p', 'm']) {
        return false;
    }
    folded = folded.replace(" / ", "/").replace('/', " / ");
    LABELS.contains(&folded.as_str()) || folded == own.many() || folded == own.one()
}

/// A run of text that is either code or not, and where it is.
struct Word {
    text: String,
    is_code: bool,
    span: Range<usize>,
}

/// The words after a label and its colon, if the line starts with one.
fn split_label(line: &[&Inline], body: &Body<'_>) -> Option<Vec<Word>> {
    let label = before_colon(line, body).filter(|label| is_label(label, body))?;
    let mut skip = label.len() + 1;
    let mut words = Vec::new();
    for inline in line {
        let shown = body.text(inline);
        let behind = shown.get(skip.min(shown.len())..).unwrap_or_default();
        skip -= skip.min(shown.len());
        add_words(&mut words, inline, behind);
    }
    Some(words)
}

/// The text before the first colon, if there is one.
fn before_colon(line: &[&Inline], body: &Body<'_>) -> Option<String> {
    let mut before = String::new();
    for inline in line {
        let shown = body.text(inline);
        if let Some((start, _)) = shown.split_once(':') {
            before.push_str(start);
            return Some(before);
        }
        before.push_str(shown);
    }
    None
}

fn add_words(words: &mut Vec<Word>, inline: &Inline, shown: &str) {
    if inline.kind == InlineKind::Code {
        let text = shown.trim().to_owned();
        if !text.is_empty() {
            words.push(Word { text, is_code: true, span: inline.span.clone() });
        }
        return;
    }
    let mut at = inline.span.end.saturating_sub(shown.len());
    for piece in
        shown.split_inclusive(|character: char| character.is_whitespace() || character == ',')
    {
        let text = piece.trim_end_matches(',').trim();
        if !text.is_empty() {
            words.push(Word { text: text.to_owned(), is_code: false, span: at..at + text.len() });
        }
        at += piece.len();
        if piece.ends_with(',') {
            words.push(Word { text: ",".to_owned(), is_code: false, span: at - 1..at });
        }
    }
}

impl Binaries {
    /// Takes the names in a deeper heading, or the list after it when the heading is only a label.
    fn take_heading(&mut self, leaf: &Leaf, behind: &[Leaf], body: &Body<'_>) {
        let line: Vec<&Inline> = body.inlines(leaf).collect();
        match split_label(&line, body) {
            Some(names) if !names.is_empty() => self.take_names(&names),
            None if !is_label(&text(&line, body), body) => {}
            _ => self.take_list(leaf, behind, body),
        }
    }

    /// Takes the names in the lines of a paragraph, and the list after it when its last line is only a label.
    fn take_paragraph(&mut self, leaf: &Leaf, behind: &[Leaf], body: &Body<'_>) {
        let inlines: Vec<&Inline> = body.inlines(leaf).collect();
        let mut lines = inlines.split(|inline| inline.kind == InlineKind::Break).peekable();
        while let Some(line) = lines.next() {
            match split_label(line, body) {
                Some(names) if !names.is_empty() => self.take_names(&names),
                Some(_) if lines.peek().is_none() => self.take_list(leaf, behind, body),
                _ => {}
            }
        }
    }

    /// Takes the items of the list after `label`: of this list alone, and not the lists in it.
    fn take_list(&mut self, label: &Leaf, behind: &[Leaf], body: &Body<'_>) {
        let depth = label.place.lists + 1;
        let (mut first_list, mut last) = (None, label.place.item);
        let is_comment = |leaf: &Leaf| {
            leaf.kind == LeafKind::Html && html::is_only_comments(body.source.slice(&leaf.span))
        };
        for leaf in behind {
            if is_comment(leaf) {
                continue;
            }
            if leaf.place.lists < depth || leaf.place.quoted {
                return;
            }
            if leaf.place.lists > depth {
                continue;
            }
            if *first_list.get_or_insert(leaf.place.list) != leaf.place.list {
                return;
            }
            if leaf.place.item != last {
                last = leaf.place.item;
                let mut words = Vec::new();
                for inline in body.inlines(leaf) {
                    add_words(&mut words, inline, body.text(inline));
                }
                self.take_item(&words);
            }
        }
    }

    /// Takes names that are separated by commas or `and`.
    fn take_names(&mut self, words: &[Word]) {
        let is_separator =
            |word: &Word| !word.is_code && matches!(word.text.as_str(), "," | "and" | "&");
        for item in words.split(is_separator) {
            if !item.is_empty() {
                self.take_item(item);
            }
        }
    }

    fn take_item(&mut self, words: &[Word]) {
        let mut said = String::new();
        for word in words {
            said.push_str(if said.is_empty() { "" } else { " " });
            said.push_str(&word.text);
        }
        if normalize::text(&said) == "name" {
            return;
        }
        if is_deferred(&said) {
            let said = normalize::text(&said);
            let none = said.starts_with("none") && !said.starts_with("none yet");
            self.none |= none;
            self.deferred |= !none;
            return;
        }
        let is_article =
            |word: &&Word| matches!(word.text.to_ascii_lowercase().as_str(), "a" | "an" | "the");
        let code = words.iter().find(|word| word.is_code);
        let Some(word) = code.or_else(|| words.iter().find(|word| !is_article(word))) else {
            return;
        };
        let name = word.text.trim_end_matches(['.', ',', ';', ':', '!', '?', ')']);
        if is_name(name) {
            self.named.push(Binary { name: name.to_ascii_lowercase(), span: word.span.clone() });
        }
    }
}

/// Whether it can name a binary: ASCII letters and digits, then also `.`, `_`, `/` and `-`.
fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._/-".contains(&byte))
}
