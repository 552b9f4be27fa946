//! Reads the commands in a comment: lines that are nothing but a command, in ordinary text. Code, quotes and HTML hold
//! none.

use std::ops::Range;

use crate::format::description::entry::Key;
use crate::format::description::outline::{Inline, InlineKind, LeafKind, Outline};
use crate::format::description::source::Source;
use crate::format::description::{html, limits};
use crate::format::tags::TagPatterns;
use crate::format::version::{Branch, Version};
use crate::policy::Policy;
use crate::render::refusal::RefusalReason;

/// The most entries that one comment may set or remove.
const MOST_COMMANDS: usize = 50;

/// The name of the commands about the whole issue.
const OURS: &str = "patch-release";

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// Judge the issue again.
    Check,
    /// Replace the description by the corrected one.
    Fix,
    /// Set the entry of a key on the branch of a version. For a key that names branches, it is the branch's first
    /// release.
    Set {
        key: Key,
        /// As it is to be written.
        name: String,
        version: Version,
    },
    /// Remove the entry of a key on a branch.
    Remove { key: Key, branch: Branch },
}

impl Command {
    /// Whether it may change the description.
    pub(super) const fn edits(&self) -> bool {
        !matches!(self, Self::Check)
    }
}

/// The commands of one comment: its lines that are commands, in order. Without the policy, nobody can tell what a version
/// looks like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Commands(Vec<String>);

impl Commands {
    /// In the order of the comment, or why there are none that could be carried out.
    pub(super) fn read(&self, policy: &Policy) -> Result<Vec<Command>, RefusalReason> {
        self.understood(policy).0
    }

    /// The line to show: the first that is wrong, else the first.
    pub(super) fn line(&self, policy: &Policy) -> &str {
        self.understood(policy).1
    }

    /// Whether any of them is meant for this project: where a repository has several policies, they are for the one whose
    /// tags the versions are written as.
    pub(super) fn concern(&self, policy: &Policy) -> bool {
        !self.of(policy).is_empty()
    }

    fn of(&self, policy: &Policy) -> Vec<&str> {
        let is_own = |line: &&str| policy.name.is_none() || concerns(line, &policy.tags);
        self.0.iter().map(String::as_str).filter(is_own).collect()
    }

    fn understood(&self, policy: &Policy) -> (Result<Vec<Command>, RefusalReason>, &str) {
        let (mut all, mut first) = (Vec::new(), None);
        for line in self.of(policy) {
            let Some((name, rest)) = named(line) else { continue };
            match read_line(name, rest, &policy.tags) {
                Ok(commands) => all.extend(commands),
                Err(reason) => return (Err(reason), line),
            }
            if all.len() > MOST_COMMANDS {
                return (Err(RefusalReason::TooMany), line);
            }
            first = first.or(Some(line));
        }
        (Ok(all), first.unwrap_or_default())
    }
}

/// Whether a command names no version or branch, or one that could be a project's with these tags.
fn concerns(line: &str, tags: &TagPatterns) -> bool {
    let words = line.split_whitespace().skip(1).filter(|word| *word != "-");
    let is_meant =
        |word: &str| tags.meant_version(word).is_some() || tags.meant_branch(word).is_some();
    let is_ours = line.strip_prefix('/').is_some_and(|rest| rest.starts_with(OURS));
    is_ours || words.clone().next().is_none() || words.clone().any(is_meant)
}

/// The commands in `comment`; `None` where it has none.
pub(super) fn read(comment: &str) -> Option<Commands> {
    if !may_command(comment) || comment.len() > limits::LONGEST {
        return None;
    }
    if limits::too_deep(comment).is_some() {
        return None;
    }
    // Only places are read, which no policy changes.
    let policy = Policy::default();
    let source = Source::new(comment, policy.form());
    let outline = Outline::read(source.text());
    let mut spoken = Spoken::new(&outline, &source);
    let mut lines = Vec::new();
    for line in source.lines(&(0..source.text().len())) {
        let line = source.trimmed(&line);
        let Some((name, _)) = named(source.slice(&line)) else { continue };
        if !spoken.holds(&(line.start..line.start + 1 + name.len())) {
            continue;
        }
        lines.push(source.slice(&line).to_owned());
    }
    (!lines.is_empty()).then_some(Commands(lines))
}

/// Whether a line starts as a command does, before the comment is read as Markdown.
fn may_command(comment: &str) -> bool {
    let starts = |line: &str| named(line.trim_start_matches('\u{feff}').trim()).is_some();
    comment.split(['\n', '\r']).any(starts)
}

/// The command's name, without the slash, and the rest of the line; `None` if it is not ours.
fn named(line: &str) -> Option<(&str, &str)> {
    let line = line.strip_prefix('/')?;
    let (name, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    (name == OURS || Key::find(name).is_some()).then_some((name, rest))
}

fn read_line(name: &str, rest: &str, tags: &TagPatterns) -> Result<Vec<Command>, RefusalReason> {
    let words: Vec<&str> = rest.split_whitespace().collect();
    match (Key::find(name), words.as_slice()) {
        (None, ["check"]) => Ok(vec![Command::Check]),
        (None, ["fix"]) => Ok(vec![Command::Fix]),
        (None, ["check" | "fix", ..]) => Err(RefusalReason::SurplusWord),
        (None, _) => Err(RefusalReason::UnknownCommand),
        (Some(_), [] | ["-"]) => Err(RefusalReason::MissingValue),
        (Some(key), ["-", branches @ ..]) => removals(key, branches, tags),
        (Some(key), values) => settings(key, values, tags),
    }
}

fn removals(key: Key, words: &[&str], tags: &TagPatterns) -> Result<Vec<Command>, RefusalReason> {
    let mut commands = Vec::new();
    for word in words {
        let branch = tags.branch(word).ok_or(RefusalReason::InvalidBranch)?;
        commands.push(Command::Remove { key, branch });
    }
    Ok(commands)
}

fn settings(key: Key, words: &[&str], tags: &TagPatterns) -> Result<Vec<Command>, RefusalReason> {
    let mut commands = Vec::new();
    let mut seen: Vec<(Branch, String)> = Vec::new();
    for word in words {
        let (name, version) = if matches!(key, Key::IntroducedIn | Key::ResolvedIn) {
            let version = tags.version(word).ok_or(RefusalReason::InvalidVersion)?;
            (version.to_string(), version)
        } else {
            let branch = tags.branch(word).ok_or(RefusalReason::InvalidBranch)?;
            (branch.to_string(), branch.first_release())
        };
        let branch = version.branch();
        if seen.iter().any(|(other, text)| *other == branch && *text != name) {
            return Err(RefusalReason::RepeatedBranch);
        }
        seen.push((branch, name.clone()));
        if seen.len() > MOST_COMMANDS {
            return Err(RefusalReason::TooMany);
        }
        commands.push(Command::Set { key, name, version });
    }
    Ok(commands)
}

/// Tells where ordinary text is. Places are asked for in order.
struct Spoken<'a> {
    outline: &'a Outline,
    source: &'a Source<'a>,
    /// The leaf that the last place was in, or the next.
    leaf: usize,
    /// The HTML elements that are open before that leaf.
    open: Vec<String>,
    /// Whether that leaf has a tag in it, once that was looked at.
    has_tag: Option<bool>,
}

impl<'a> Spoken<'a> {
    fn new(outline: &'a Outline, source: &'a Source<'a>) -> Self {
        Self { outline, source, leaf: 0, open: Vec::new(), has_tag: None }
    }

    /// Whether the whole of `place` is text of a paragraph.
    fn holds(&mut self, place: &Range<usize>) -> bool {
        while let Some(leaf) = self.outline.leaves.get(self.leaf) {
            if leaf.span.end >= place.end {
                break;
            }
            if leaf.kind == LeafKind::Html {
                html::note_open(self.source.slice(&leaf.span), &mut self.open);
            }
            for inline in self.outline.inlines(leaf) {
                if inline.kind == InlineKind::Html {
                    html::note_open(self.source.slice(&inline.span), &mut self.open);
                }
            }
            self.leaf += 1;
            self.has_tag = None;
        }
        let outline = self.outline;
        let Some(leaf) = outline.leaves.get(self.leaf) else { return false };
        let is_within = leaf.span.start <= place.start && place.end <= leaf.span.end;
        if leaf.kind != LeafKind::Paragraph || leaf.place.quoted || !is_within {
            return false;
        }
        let inlines = outline.inlines(leaf);
        // A tag in the paragraph may be around the place.
        let has_tag = || inlines.iter().any(|inline| inline.kind == InlineKind::Html);
        let is_in_html = *self.has_tag.get_or_insert_with(has_tag) || !self.open.is_empty();
        !is_in_html && is_text(inlines, place)
    }
}

/// Whether everything that meets `place` is text.
fn is_text(inlines: &[Inline], place: &Range<usize>) -> bool {
    let meets = |inline: &&Inline| inline.span.start < place.end && place.start < inline.span.end;
    inlines.iter().filter(meets).all(|inline| inline.kind == InlineKind::Text)
}
