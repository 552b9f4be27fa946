//! Reads the pull requests that *PRs* names, and bare numbers that may be pull requests.

use std::fmt;
use std::ops::Range;

use crate::format::description::html;
use crate::format::description::outline::{InlineKind, Leaf, LeafKind};
use crate::format::description::section_body::Body;

/// A pull request, as the description names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reference {
    /// Owner and repository, if they are named.
    pub(crate) repository: Option<(String, String)>,
    pub(crate) number: u64,
    pub(crate) span: Range<usize>,
}

impl fmt::Display for Reference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repository = self.repository.as_ref();
        let repository = repository.map(|(owner, repo)| (owner.as_str(), repo.as_str()));
        write(formatter, repository, self.number)
    }
}

/// Writes `#48123`, or `owner/repo#48123`.
pub(crate) fn write(
    formatter: &mut fmt::Formatter<'_>,
    repository: Option<(&str, &str)>,
    number: u64,
) -> fmt::Result {
    match repository {
        Some((owner, repo)) => write!(formatter, "{owner}/{repo}#{number}"),
        None => write!(formatter, "#{number}"),
    }
}

/// A list item or paragraph that contains only bare numbers.
#[derive(Debug)]
pub(crate) struct Bare {
    pub(crate) span: Range<usize>,
    pub(crate) numbers: Vec<(u64, Range<usize>)>,
}

/// The pull requests that a section names, in order, including repetitions.
pub(super) fn references(body: &Body<'_>) -> Vec<Reference> {
    let mut found = Vec::new();
    for leaf in body.leaves() {
        if leaf.kind == LeafKind::Html && !body.is_taken(leaf.span.start) {
            add_html(&mut found, body.source.slice(&leaf.span), &leaf.span);
        } else {
            add_inlines(&mut found, leaf, body);
        }
    }
    found
}

fn add_inlines(found: &mut Vec<Reference>, leaf: &Leaf, body: &Body<'_>) {
    let mut linked = false;
    let mut run = 0..0;
    for inline in body.inlines(leaf) {
        let is_plain = inline.kind == InlineKind::Text && !linked;
        if is_plain && inline.span.start == run.end && inline.is_verbatim() {
            run.end = inline.span.end;
            continue;
        }
        add_text(found, body.source.slice(&run), &run);
        run = inline.span.end..inline.span.end;
        match &inline.kind {
            InlineKind::Text if is_plain && inline.is_verbatim() => run = inline.span.clone(),
            InlineKind::Text if is_plain => add_text(found, body.text(inline), &inline.span),
            InlineKind::Link(target) => linked = add_address(found, target, &inline.span),
            InlineKind::LinkEnd => linked = false,
            InlineKind::Html => add_html(found, inline.html(body.source.text()), &inline.span),
            _ => {}
        }
    }
    add_text(found, body.source.slice(&run), &run);
}

/// Takes the pull request that a link target or a tag points to.
fn add_address(found: &mut Vec<Reference>, text: &str, span: &Range<usize>) -> bool {
    let mut named = Vec::new();
    add_text(&mut named, text, span);
    for reference in named {
        if reference.repository.is_some() {
            found.push(Reference { span: span.clone(), ..reference });
            return true;
        }
    }
    false
}

/// Takes the pull requests that the text of HTML names and those that its tags point to.
fn add_html(found: &mut Vec<Reference>, block: &str, span: &Range<usize>) {
    if html::is_verbatim(block) {
        return;
    }
    for (is_text, range) in html::parts(block) {
        let part = block.get(range).unwrap_or_default();
        if is_text {
            let first = found.len();
            add_text(found, part, span);
            for reference in found.iter_mut().skip(first) {
                reference.span = span.clone();
            }
        } else if !part.starts_with("<!--") {
            add_address(found, part, span);
        }
    }
}

/// The references in a piece of text. Their places are offsets in it.
pub(crate) fn in_text(text: &str) -> Vec<Reference> {
    let mut found = Vec::new();
    add_text(&mut found, text, &(0..text.len()));
    found
}

/// The items and paragraphs of a section that contain only bare numbers.
pub(super) fn bare(body: &Body<'_>) -> Vec<Bare> {
    let mut found = Vec::new();
    for leaf in body.leaves() {
        if leaf.kind == LeafKind::Paragraph && !leaf.place.quoted {
            found.extend(bare_numbers(leaf, body));
        }
    }
    found
}

fn bare_numbers(leaf: &Leaf, body: &Body<'_>) -> Option<Bare> {
    let mut inlines = Vec::new();
    for inline in body.inlines(leaf) {
        if matches!(
            inline.kind,
            InlineKind::Text | InlineKind::Code | InlineKind::Link(_) | InlineKind::Image
        ) {
            inlines.push(inline);
        }
    }
    let mut numbers = Vec::new();
    for inline in &inlines {
        let text = body.source.slice(&inline.span);
        for word in words(text) {
            let word = inline.span.start + word.start..inline.span.start + word.end;
            match (&inline.kind, read_number(body.source.slice(&word))) {
                (InlineKind::Text, Some(number)) => numbers.push((number, word)),
                (InlineKind::Text, None) if is_word_for_pull_request(body.source.slice(&word)) => {}
                _ => return None,
            }
        }
    }
    let span = inlines.first()?.span.start..inlines.last()?.span.end;
    (!numbers.is_empty()).then_some(Bare { span, numbers })
}

/// The words of a text, separated by whitespace and punctuation.
fn words(text: &str) -> Vec<Range<usize>> {
    let (mut words, mut at) = (Vec::new(), 0);
    for word in text.split([' ', '\t', ',', ';', '&']) {
        if !word.is_empty() {
            words.push(at..at + word.len());
        }
        at += word.len() + 1;
    }
    words
}

fn is_word_for_pull_request(word: &str) -> bool {
    let word = word.trim_end_matches(':').to_ascii_lowercase();
    matches!(word.as_str(), "pr" | "prs" | "pull" | "request" | "requests" | "and")
}

/// Numbers that a pull request on GitHub can have.
fn read_number(digits: &str) -> Option<u64> {
    let is_number =
        (1..=10).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten().filter(|number| *number > 0)
}

/// Takes every reference in a run of text: `#N`, `GH-N`, `owner/repo#N` and the URLs of pull requests.
fn add_text(found: &mut Vec<Reference>, text: &str, span: &Range<usize>) {
    let same = span.len() == text.len();
    let mut from = 0;
    while let Some(at) =
        text.get(from..).and_then(|rest| rest.find(['#', '-', '/'])).map(|at| from + at)
    {
        from = at + 1;
        if let Some((reference, range)) = at_mark(text, at) {
            from = range.end;
            let place = span.start + range.start..span.start + range.end;
            let span = if same { place } else { span.clone() };
            found.push(Reference { span, ..reference });
        }
    }
}

/// The reference whose `#`, `-` or `/` is at `at`, and its place in the text.
fn at_mark(text: &str, at: usize) -> Option<(Reference, Range<usize>)> {
    let (before, rest) = text.split_at_checked(at)?;
    match rest.chars().next()? {
        '#' => at_hash(before, rest.get(1..)?),
        '-' => at_dash(before, rest.get(1..)?),
        _ => at_slash(before, rest),
    }
}

fn at_hash(before: &str, rest: &str) -> Option<(Reference, Range<usize>)> {
    let (number, length) = leading_number(rest)?;
    let end = before.len() + 1 + length;
    let name = trailing(before, |character| is_name(character) || character == '/');
    let repository = split_repository(name);
    let start = if repository.is_some() { before.len() - name.len() } else { before.len() };
    let boundary = repository.is_some() || !before.ends_with(is_word);
    boundary.then_some((Reference { repository, number, span: 0..0 }, start..end))
}

fn at_dash(before: &str, rest: &str) -> Option<(Reference, Range<usize>)> {
    let (number, length) = leading_number(rest)?;
    let word = trailing(before, is_word);
    let start = before.len() - word.len();
    let reference = Reference { repository: None, number, span: 0..0 };
    word.eq_ignore_ascii_case("gh").then_some((reference, start..before.len() + 1 + length))
}

/// `…host/owner/repo/pull/123`, at the `/` before `pull`.
fn at_slash(before: &str, rest: &str) -> Option<(Reference, Range<usize>)> {
    let kinds = ["/pull/", "/pulls/", "/issues/"];
    let kind = kinds.into_iter().find(|kind| rest.starts_with(kind))?;
    let (number, length) = leading_number(rest.get(kind.len()..)?)?;
    let address = trailing(before, |character| is_name(character) || "/:".contains(character));
    let bare = address
        .strip_prefix("https://")
        .or_else(|| address.strip_prefix("http://"))
        .unwrap_or(address);
    let (host, path) = bare.split_once('/')?;
    let repository =
        split_repository(path).filter(|_| host.contains('.') || address.len() > bare.len());
    let end = before.len() + kind.len() + length;
    repository.map(|repository| {
        let reference = Reference { repository: Some(repository), number, span: 0..0 };
        (reference, before.len() - address.len()..end)
    })
}

fn split_repository(name: &str) -> Option<(String, String)> {
    let (owner, repository) = name.split_once('/')?;
    let is_plain = |name: &str| !name.is_empty() && !name.contains('/');
    (is_plain(owner) && is_plain(repository)).then(|| (owner.to_owned(), repository.to_owned()))
}

fn leading_number(text: &str) -> Option<(u64, usize)> {
    let length = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let number = read_number(text.get(..length)?)?;
    let ends = !text.get(length..)?.starts_with(is_word);
    ends.then_some((number, length))
}

/// The longest end of `text` that consists of `wanted` characters.
fn trailing(text: &str, wanted: fn(char) -> bool) -> &str {
    // No name is longer. Hostile runs stop here.
    let mut start = text.len();
    for (at, character) in text.char_indices().rev().take(200) {
        if !wanted(character) {
            break;
        }
        start = at;
    }
    text.get(start..).unwrap_or_default()
}

fn is_name(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-_.".contains(character)
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}
