//! Reads one line as a release entry: what was meant, as far as that can be told, and how it is written.

use std::ops::Range;

use crate::format::description::section_state;
use crate::format::description::source::Source;
use crate::format::description::value;
use crate::format::description::value::{Naming, Value};
use crate::text::normalize;

/// What an entry says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Key {
    IntroducedIn,
    ResolvedIn,
    NotAffected,
    WontFix,
}

/// A line that was understood.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) key: Key,
    /// The key as written.
    pub(crate) key_span: Range<usize>,
    /// The line without surrounding whitespace and without its comment.
    pub(crate) line: Range<usize>,
    /// The list marker before the key, which does not belong there.
    pub(crate) marker: Range<usize>,
    /// The text between key and value.
    pub(crate) separator: Range<usize>,
    pub(crate) value: Range<usize>,
    /// Whether it is in a release block.
    pub(crate) is_fenced: bool,
    /// Empty when the value is empty or deferred, which means "not yet".
    pub(crate) values: Vec<Value>,
}

/// What one line of a release block is.
#[derive(Debug)]
pub(crate) enum Line {
    /// Blank, or a comment.
    Nothing,
    Entry(Entry),
    /// `key=value` with an unknown key.
    UnknownKey {
        key: Range<usize>,
    },
    Malformed {
        line: Range<usize>,
    },
}

impl Key {
    pub(crate) const ALL: [Self; 4] =
        [Self::IntroducedIn, Self::ResolvedIn, Self::NotAffected, Self::WontFix];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::IntroducedIn => "introduced-in",
            Self::ResolvedIn => "resolved-in",
            Self::NotAffected => "not-affected",
            Self::WontFix => "wont-fix",
        }
    }

    /// What its values name.
    pub(crate) const fn names(self) -> Naming {
        match self {
            Self::IntroducedIn | Self::ResolvedIn => Naming::Version,
            Self::NotAffected | Self::WontFix => Naming::Branch,
        }
    }

    /// Synonyms that people write, in normal form.
    const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::IntroducedIn => &[
                "introduced",
                "affected-since",
                "affects-from",
                "since",
                "first-affected",
                "broken-in",
            ],
            Self::ResolvedIn => {
                &["resolved", "fixed", "fixed-in", "fixed-by-version", "fix-version", "patched-in"]
            }
            Self::NotAffected => &["unaffected", "never-affected", "known-not-affected"],
            Self::WontFix => &["wontfix", "will-not-fix", "no-fix", "no-fix-planned"],
        }
    }

    /// The key with exactly this name.
    pub(crate) fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.name() == name)
    }

    /// The key that `written` means in another case, with other dashes or by a synonym.
    fn meant_by(written: &str) -> Option<Self> {
        let normal = normal_form(written);
        Self::ALL
            .into_iter()
            .find(|key| normal == key.name() || key.synonyms().contains(&normal.as_str()))
    }

    /// The key that `written` is close to.
    fn near(written: &str) -> Option<Self> {
        let normal = normal_form(written);
        Self::ALL.into_iter().find(|key| normalize::is_near(&normal, key.name()))
    }
}

fn normal_form(key: &str) -> String {
    let mut normal = String::with_capacity(key.len());
    for part in key
        .split(|character: char| character == '_' || character == '-' || character.is_whitespace())
    {
        if !part.is_empty() {
            normal.push_str(if normal.is_empty() { "" } else { "-" });
            normal.push_str(part);
        }
    }
    normal.make_ascii_lowercase();
    normal
}

impl Entry {
    /// Whether the line has the form `key=value`, whatever its key and value are.
    pub(crate) fn is_well_formed(&self, source: &Source<'_>) -> bool {
        self.marker.is_empty() && source.slice(&self.separator).trim() == "="
    }
}

/// Reads the line of a release block at `line`.
pub(crate) fn read(source: &Source<'_>, line: &Range<usize>) -> Line {
    let line = without_remark(source, &source.trimmed(line));
    if line.is_empty() {
        return Line::Nothing;
    }
    let marker = marker(source, &line);
    let rest = marker.end..line.end;
    let Some((key, separator, value)) = split(source, &rest) else {
        return spoken(source, &line, &marker).map_or(Line::Malformed { line }, Line::Entry);
    };
    let Some(meaning) = meaning(source, source.slice(&key), source.slice(&value)) else {
        let has_key = source.slice(&separator) == "=" && !key.is_empty();
        return if has_key { Line::UnknownKey { key } } else { Line::Malformed { line } };
    };
    Line::Entry(Parts { line, marker, key, value }.entry(source, meaning, true))
}

/// `v1.6.0 to v1.6.3` is a value, although a wrong one. More words are a sentence about a value.
const MOST_WORDS: usize = 4;

/// Reads a line outside release blocks that is nothing but an entry; emphasis and code marks do not count. Behind
/// `:`, only a word or versions are a value: `introduced-in: the big refactoring` is a sentence. So is
/// `wont-fix: too risky`: what names a branch must name one.
pub(crate) fn read_unfenced(source: &Source<'_>, line: &Range<usize>) -> Option<Entry> {
    let is_mark = |character: char| character.is_whitespace() || "*_`".contains(character);
    let within = |range: &Range<usize>| trimmed_by(source, range, is_mark);
    let line = within(&without_remark(source, &within(line)));
    let (key, separator, value) = split(source, &line)?;
    let (key, value) = (within(&key), without_half_marks(source, &value));
    let meaning = Key::find(source.slice(&key))?;
    let words = source.slice(&value);
    let is_sure = source.slice(&separator).contains('=')
        && !words.contains('`')
        && words.split_whitespace().count() <= MOST_WORDS;
    let parts = Parts { marker: line.start..line.start, line, key, value };
    let entry = parts.entry(source, meaning, false);
    let is_word = !source.slice(&entry.value).contains(char::is_whitespace);
    let says_version = entry.values.iter().any(Value::is_version_like);
    let is_entry = match meaning.names() {
        Naming::Version => is_sure || is_word || says_version || entry.values.is_empty(),
        Naming::Branch => (is_sure || is_word) && entry.values.iter().all(Value::is_readable),
    };
    is_entry.then_some(entry)
}

/// Drops marks at the ends of a value whose other half is outside it, as in `**introduced-in:** v1.6.2`.
fn without_half_marks(source: &Source<'_>, value: &Range<usize>) -> Range<usize> {
    let mut value = value.clone();
    for mark in ['*', '_', '`'] {
        let text = source.slice(&value);
        let behind = text.trim_start_matches(mark);
        if behind.len() < text.len() && !behind.contains(mark) {
            value.start = value.end - behind.len();
        }
        let text = source.slice(&value);
        let before = text.trim_end_matches(mark);
        if before.len() < text.len() && !before.contains(mark) {
            value.end = value.start + before.len();
        }
    }
    source.trimmed(&value)
}

/// The parts of a line that is an entry, and where they are.
struct Parts {
    line: Range<usize>,
    marker: Range<usize>,
    key: Range<usize>,
    value: Range<usize>,
}

impl Parts {
    fn entry(self, source: &Source<'_>, key: Key, is_fenced: bool) -> Entry {
        let text = source.slice(&self.value);
        let deferred = text.is_empty() || section_state::is_deferred(text);
        let values =
            if deferred { Vec::new() } else { value::read(source, &self.value, key.names()) };
        Entry {
            key,
            separator: self.key.end..self.value.start,
            key_span: self.key,
            line: self.line,
            marker: self.marker,
            value: self.value,
            is_fenced,
            values,
        }
    }
}

/// The key that a line means: a known one, or one that is so near that with such a value it can be no other.
fn meaning(source: &Source<'_>, key: &str, value: &str) -> Option<Key> {
    let names = |key: &Key| value::is_readable(value, key.names(), source.form.tags);
    let near = || Key::near(key).filter(names);
    Key::find(key).or_else(|| Key::meant_by(key)).or_else(near)
}

/// Splits at `=`, or at `:` when there is no `=` or when a key comes before the `:`. `:=` and `==` are one separator.
fn split(
    source: &Source<'_>,
    line: &Range<usize>,
) -> Option<(Range<usize>, Range<usize>, Range<usize>)> {
    let text = source.slice(line);
    let equals = text.find(['=', '＝']);
    let is_key = |at: usize| {
        let key = text.get(..at).unwrap_or_default();
        Key::meant_by(key.trim_matches(['*', '_', '`', ' '])).is_some()
    };
    let colon = text.find([':', '：']).filter(|at| match equals {
        Some(equals) => *at < equals && is_key(*at),
        None => true,
    });
    let at = colon.or(equals)?;
    let rest = text.get(at..)?;
    let width = rest.len() - rest.trim_start_matches([':', '：', '=', '＝']).len();
    let separator = line.start + at..line.start + at + width;
    let key = source.trimmed(&(line.start..separator.start));
    let value = source.trimmed(&(separator.end..line.end));
    Some((key, separator, value))
}

/// Reads `key value`: up to three words that are a key, then something that is a version or a branch, or not yet
/// one.
fn spoken(source: &Source<'_>, line: &Range<usize>, marker: &Range<usize>) -> Option<Entry> {
    let rest = marker.end..line.end;
    let text = source.slice(&rest);
    let mut ends = Vec::new();
    for (at, character) in text.char_indices() {
        if character.is_whitespace() && ends.len() < 3 {
            ends.push(at);
        }
    }
    while let Some(end) = ends.pop() {
        let key = rest.start..rest.start + end;
        let value = source.trimmed(&(key.end..rest.end));
        let text = source.slice(&value);
        let exact = Key::find(source.slice(&key)).filter(|_| section_state::is_deferred(text));
        let spoken = || {
            let names = |key: &Key| value::is_readable(text, key.names(), source.form.tags);
            meaning(source, source.slice(&key), text).filter(names)
        };
        if let Some(meaning) = exact.or_else(spoken) {
            let parts = Parts { line: line.clone(), marker: marker.clone(), key, value };
            return Some(parts.entry(source, meaning, true));
        }
    }
    None
}

/// The list marker at the start of a line, and the whitespace after it.
fn marker(source: &Source<'_>, line: &Range<usize>) -> Range<usize> {
    let text = source.slice(line);
    let behind = text.strip_prefix(['-', '*', '+']).filter(|rest| rest.starts_with([' ', '\t']));
    let rest = behind.map_or(text, str::trim_start);
    line.start..line.end - rest.len()
}

/// Drops comment lines, and a trailing ` #…` outside parentheses.
fn without_remark(source: &Source<'_>, line: &Range<usize>) -> Range<usize> {
    let text = source.slice(line);
    let (mut depth, mut is_blank, mut end) = (0_usize, true, text.len());
    for (at, character) in text.char_indices() {
        match character {
            '#' if is_blank && depth == 0 => {
                end = at;
                break;
            }
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        is_blank = character.is_whitespace();
    }
    source.trimmed(&(line.start..line.start + end))
}

fn trimmed_by(
    source: &Source<'_>,
    range: &Range<usize>,
    drop: impl Fn(char) -> bool,
) -> Range<usize> {
    let text = source.slice(range);
    let start = range.start + text.len() - text.trim_start_matches(&drop).len();
    start..start + text.trim_matches(&drop).len()
}
