//! Reads versions from the value of an entry, even with extra characters around them.

use std::ops::Range;

use crate::format::description::branch_value::BranchReading;
use crate::format::description::dressing::{LONGEST, undressed};
use crate::format::description::source::Source;
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};

/// One part of an entry's value, usually a version.
#[derive(Debug)]
pub(crate) struct Value {
    pub(crate) span: Range<usize>,
    pub(crate) reading: ValueReading,
}

/// What the values of an entry name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Naming {
    Version,
    Branch,
}

/// What a value is.
#[derive(Debug)]
pub(crate) enum ValueReading {
    /// A version, written as the format requires.
    Version(Version),
    /// A version with extra characters around it.
    Dressed(Version),
    /// A placeholder: `vX.Y.Z`, `v1.6.x`, `<version>`.
    Unfilled,
    Unreadable,
    /// What stands where a branch should.
    Branch(BranchReading),
}

impl Value {
    /// The version that was meant, if it can be read.
    pub(crate) fn version(&self) -> Option<&Version> {
        match &self.reading {
            ValueReading::Version(version) | ValueReading::Dressed(version) => Some(version),
            ValueReading::Unfilled | ValueReading::Unreadable | ValueReading::Branch(_) => None,
        }
    }

    /// The branch that was meant, where one should stand and it can be told.
    pub(crate) const fn branch(&self) -> Option<Branch> {
        match self.reading {
            ValueReading::Branch(reading) => reading.branch(),
            _ => None,
        }
    }

    /// The version or the branch that was meant, if that can be told.
    pub(crate) fn name(&self) -> Option<String> {
        let branch = || self.branch().map(|branch| branch.to_string());
        self.version().map(Version::to_string).or_else(branch)
    }

    /// Whether it can be told what was meant.
    pub(crate) fn is_readable(&self) -> bool {
        self.version().is_some() || self.branch().is_some()
    }

    /// Whether it is written as the project's tags and branches are.
    pub(crate) fn is_exact(&self) -> bool {
        matches!(
            self.reading,
            ValueReading::Version(_) | ValueReading::Branch(BranchReading::Branch(_))
        )
    }

    /// Whether somebody wanted to write a version here.
    pub(crate) fn is_version_like(&self) -> bool {
        !matches!(self.reading, ValueReading::Unreadable | ValueReading::Branch(_))
    }
}

/// Reads the value at `range`: several where several versions or branches stand, else exactly one.
pub(crate) fn read(source: &Source<'_>, range: &Range<usize>, names: Naming) -> Vec<Value> {
    let text = source.slice(range);
    let tags = source.form.tags;
    let one = 0..text.len();
    let mut values = Vec::new();
    for part in several(text, tags).unwrap_or_else(|| Vec::from([one])) {
        let span = range.start + part.start..range.start + part.end;
        let reading = read_one(text.get(part).unwrap_or_default(), names, tags);
        values.push(Value { span, reading });
    }
    values
}

/// Whether what should be named, one or several, can be told from `text`.
pub(crate) fn is_readable(text: &str, names: Naming, tags: &TagPatterns) -> bool {
    let is_named = |part: Range<usize>| {
        let reading = read_one(text.get(part.clone()).unwrap_or_default(), names, tags);
        Value { span: part, reading }.is_readable()
    };
    match several(text, tags) {
        Some(parts) => parts.into_iter().all(is_named),
        None => is_named(0..text.len()),
    }
}

fn read_one(text: &str, names: Naming, tags: &TagPatterns) -> ValueReading {
    if names == Naming::Branch {
        return ValueReading::Branch(BranchReading::read(text, tags));
    }
    if text.len() > LONGEST {
        return ValueReading::Unreadable;
    }
    if let Some(version) = tags.version(text) {
        return ValueReading::Version(version);
    }
    let bare = undressed(text);
    let meant = tags.meant_version(&bare);
    if is_placeholder(tags.number(&bare)) || (is_angled(text) && meant.is_none()) {
        return ValueReading::Unfilled;
    }
    meant.map_or(ValueReading::Unreadable, ValueReading::Dressed)
}

fn is_angled(text: &str) -> bool {
    text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).is_some()
}

/// What stands for the number of a version: two or three parts between dots, each a number or a letter that stands for one, at least one a letter.
fn is_placeholder(text: &str) -> bool {
    let (mut parts, mut letters) = (0, 0);
    for part in text.split('.') {
        let bare = part.strip_suffix("+1").unwrap_or(part);
        let is_letter = bare.len() == 1 && bare.contains(['x', 'y', 'z', 'X', 'Y', 'Z']);
        let is_number = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !is_letter && !is_number {
            return false;
        }
        parts += 1;
        letters += usize::from(is_letter);
    }
    matches!(parts, 2 | 3) && letters > 0
}

/// The parts of a value that contains several versions. The versions in ranges and in lists with other words are not
/// reliable. So every part between spaces must look like a version, and at least two parts between commas must.
fn several(text: &str, tags: &TagPatterns) -> Option<Vec<Range<usize>>> {
    let separates = |character| may_separate(character) && !tags.contain(character);
    if !text.contains(separates) {
        return None;
    }
    let listed = parts(text, false, &separates);
    let spaced = parts(text, true, &separates);
    let like =
        |part: &Range<usize>| is_version_like(text.get(part.clone()).unwrap_or_default(), tags);
    let all = |parts: &[Range<usize>]| parts.len() > 1 && parts.iter().all(like);
    if all(&listed) {
        return Some(listed);
    }
    if all(&spaced) {
        return Some(spaced);
    }
    (listed.iter().filter(|part| like(part)).count() > 1).then_some(listed)
}

fn is_version_like(text: &str, tags: &TagPatterns) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let bare = undressed(text);
    let number = tags.number(&bare);
    let starts = number.starts_with(|first: char| first.is_ascii_digit()) && number.contains('.');
    is_placeholder(number) || (starts && !number.contains(char::is_whitespace) && !is_range(number))
}

/// A range from one version to another, such as `1.3.0-1.6.0` or `1.3.x-1.6.x`.
fn is_range(number: &str) -> bool {
    number.contains('-') && Version::of_number(number).is_none()
}

/// Splits at `,`, `;`, `&`, `/`, the word `and` and, with `at_blanks`, at every run of whitespace. Parts are trimmed
/// and not empty. A remark in parentheses is not split.
fn parts(text: &str, at_blanks: bool, may_separate: &impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let (mut found, mut depth, mut start, mut next) = (Vec::new(), 0_usize, 0, 0);
    for (at, character) in text.char_indices() {
        depth = match character {
            '(' => depth + 1,
            ')' => depth.saturating_sub(1),
            _ => depth,
        };
        if depth > 0 || at < next {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let (width, separates) = separator(rest, character, at_blanks, may_separate);
        next = at + width;
        if separates {
            add_part(&mut found, text, start..at);
            start = next;
        }
    }
    add_part(&mut found, text, start..text.len());
    found
}

fn add_part(found: &mut Vec<Range<usize>>, text: &str, part: Range<usize>) {
    let part = trimmed(text, part);
    if !part.is_empty() {
        found.push(part);
    }
}

/// Whether parts may end at `character`.
fn may_separate(character: char) -> bool {
    character.is_whitespace() || ",;&/，、".contains(character)
}

/// How many bytes at the start of `rest` belong together, and whether they are a separator.
fn separator(
    rest: &str,
    character: char,
    at_blanks: bool,
    may_separate: &impl Fn(char) -> bool,
) -> (usize, bool) {
    if !character.is_whitespace() {
        return (character.len_utf8(), may_separate(character));
    }
    let word = rest.trim_start();
    let blanks = rest.len() - word.len();
    let is_and = word.get(..3).is_some_and(|word| word.eq_ignore_ascii_case("and"))
        && word.get(3..).is_some_and(|behind| behind.starts_with(char::is_whitespace));
    if is_and { (blanks + 3, true) } else { (blanks, at_blanks) }
}

fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let part = text.get(range.clone()).unwrap_or_default();
    let start = range.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}
