//! Splits a line into words, versions, signs and references to pull requests.

use std::fmt;
use std::ops::Range;

use crate::draft::number::WrittenVersion;
use crate::draft::project::Project;
use crate::draft::vocabulary::{Vocabulary, WordClass};
use crate::format::description::pull_requests;

/// A piece of a line.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    /// The line's index.
    pub(super) line: usize,
    /// Its place in the line.
    pub(super) span: Range<usize>,
    /// The class of a word.
    pub(super) class: Option<WordClass>,
    /// Whether it is a name of the project or of one of its binaries.
    pub(super) is_own: bool,
}

impl Token {
    /// The word in lower case; empty for everything else.
    pub(super) fn word(&self) -> &str {
        if let TokenKind::Word(word) = &self.kind { word } else { "" }
    }
}

/// What a piece is.
#[derive(Clone, Debug)]
pub(super) enum TokenKind {
    /// In lower case.
    Word(String),
    Version(WrittenVersion),
    /// `release-1.9`.
    ReleaseBranch,
    Less,
    AtMost,
    Greater,
    AtLeast,
    /// `-` or another sign between two versions.
    Dash,
    Comma,
    Colon,
    Open,
    Close,
    /// The end of a sentence.
    Stop {
        is_question: bool,
    },
    PullRequest(NamedPullRequest),
    /// A URL, a path, a command, or code.
    Opaque,
}

/// A pull request: the repository, unless it is the issue's own by the form of the reference, and the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct NamedPullRequest {
    pub(super) repository: Option<(String, String)>,
    pub(super) number: u64,
}

impl fmt::Display for NamedPullRequest {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let repository = self.repository.as_ref();
        let repository = repository.map(|(owner, name)| (owner.as_str(), name.as_str()));
        pull_requests::write(formatter, repository, self.number)
    }
}

/// Stands for code that is not read.
pub(super) const HIDDEN: char = '\u{fffc}';

/// No version, name or address that is read is longer, in bytes.
const LONGEST_RUN: usize = 300;

/// The tokens of the line with this index.
pub(super) fn tokens(
    line: &str,
    index: usize,
    vocabulary: &Vocabulary,
    project: &Project,
) -> Vec<Token> {
    let mut found = Lexer { line, index, vocabulary, project, at: 0, tokens: Vec::new() };
    while let Some(character) = found.rest().chars().next() {
        found.take(character);
    }
    found.tokens
}

struct Lexer<'a> {
    line: &'a str,
    index: usize,
    vocabulary: &'a Vocabulary,
    project: &'a Project,
    at: usize,
    tokens: Vec<Token>,
}

impl<'a> Lexer<'a> {
    fn rest(&self) -> &'a str {
        self.line.get(self.at..).unwrap_or_default()
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let span = self.at..self.at + length;
        let (mut class, mut is_own) = (None, false);
        if let TokenKind::Word(word) = &kind {
            class = Some(self.vocabulary.class(word));
            is_own = self.project.is_own(word);
        }
        self.tokens.push(Token { kind, line: self.index, span, class, is_own });
        self.at += length;
    }

    fn take(&mut self, first: char) {
        let length = first.len_utf8();
        match first {
            '<' | '>' | '=' | '≤' | '≥' | '⩽' | '⩾' => self.take_comparison(),
            '(' | '[' => self.push(TokenKind::Open, length),
            ')' | ']' => self.push(TokenKind::Close, length),
            ',' | ';' | '&' | '/' | '|' => self.push(TokenKind::Comma, length),
            ':' => self.push(TokenKind::Colon, length),
            '.' | '!' | '?' => self.push(TokenKind::Stop { is_question: first == '?' }, length),
            '-' | '–' | '—' | '−' | '…' | '→' => self.push(TokenKind::Dash, length),
            '+' => self.push(TokenKind::Word("+".to_owned()), length),
            HIDDEN | '$' | '~' | '^' | '@' | '%' | '\\' | '{' | '}' => {
                self.push(TokenKind::Opaque, length);
            }
            '#' => self.take_run(),
            _ if first.is_alphanumeric() => self.take_run(),
            _ => self.at += length,
        }
    }

    fn take_comparison(&mut self) {
        let signs = |character: &char| "<>=≤≥⩽⩾".contains(*character);
        let run: String = self.rest().chars().take_while(signs).collect();
        let kind = match run.as_str() {
            "<" => TokenKind::Less,
            "<=" | "=<" | "≤" | "⩽" => TokenKind::AtMost,
            ">" => TokenKind::Greater,
            ">=" | "=>" | "≥" | "⩾" => TokenKind::AtLeast,
            "=" | "==" => TokenKind::Colon,
            _ => TokenKind::Opaque,
        };
        self.push(kind, run.len());
    }

    /// Takes a word, a version, a reference or a URL: characters without whitespace and brackets.
    fn take_run(&mut self) {
        let rest = self.rest();
        let ends = |character: char| {
            character.is_whitespace() || ",;()[]<>=≤≥⩽⩾\"“”|{}&*–—−…→".contains(character)
        };
        let near = rest.get(..rest.floor_char_boundary(LONGEST_RUN)).unwrap_or_default();
        let Some(length) = near.find(ends).or((near.len() == rest.len()).then_some(rest.len()))
        else {
            let length = rest.find(ends).unwrap_or(rest.len());
            return self.push(TokenKind::Opaque, length);
        };
        let run = rest.get(..length).unwrap_or_default();
        let run = run.trim_end_matches(['.', ':', '\'', '’', '/', '-', '!', '?', '`', HIDDEN]);
        if run.contains("://") || run.starts_with("www.") {
            return self.take_address(run);
        }
        if let Some((name, length)) = reference(run) {
            return self.push(TokenKind::PullRequest(name), length);
        }
        if let Some((version, length)) = self.version(run) {
            return self.push(TokenKind::Version(version), length);
        }
        if is_release_branch(run) {
            return self.push(TokenKind::ReleaseBranch, run.len());
        }
        self.take_word(run);
    }

    fn take_address(&mut self, run: &str) {
        let name = reference(run).filter(|_| !run.contains("/issues/"));
        let kind = name.map_or(TokenKind::Opaque, |(name, _)| TokenKind::PullRequest(name));
        self.push(kind, run.len());
    }

    /// Takes a word, or the first part of `main/master`, `affected_versions` or `Fixed:v1.2.3`.
    fn take_word(&mut self, run: &str) {
        let is_word = |character: char| {
            character.is_alphanumeric() || matches!(character, '-' | '.' | '\'' | '’')
        };
        let length = run.find(|character| !is_word(character)).unwrap_or(run.len());
        let is_split = run.get(length..).unwrap_or_default().starts_with(['_', ':', '/']);
        let is_path = run.contains(HIDDEN)
            || run.split_once('/').is_some_and(|(first, rest)| {
                first.contains('.') || rest.starts_with('v') || rest.contains(['/', ':', '@'])
            });
        if length == 0 || (length < run.len() && (!is_split || is_path)) {
            return self.push(TokenKind::Opaque, run.len().max(1));
        }
        let word = run.get(..length).unwrap_or_default().to_ascii_lowercase();
        if let Some(number) = self.bare_number(&word) {
            let name = NamedPullRequest { repository: None, number };
            return self.push(TokenKind::PullRequest(name), length);
        }
        let word = word.strip_suffix("'s").or(word.strip_suffix("’s")).unwrap_or(&word);
        self.push(TokenKind::Word(word.replace('’', "'")), length);
        if run.get(length..).is_some_and(|rest| rest.starts_with('_')) {
            self.at += 1;
        }
    }
}

impl Lexer<'_> {
    /// The version at the start of `run`, with or without the project's name, and how many bytes it has.
    fn version(&self, run: &str) -> Option<(WrittenVersion, usize)> {
        let tags = self.project.tags();
        let (named, number) = run.split_at_checked(tags.named(run))?;
        let (version, length) = WrittenVersion::read(number)?;
        let (_, behind) = number.split_at_checked(length)?;
        let (_, after) = tags.around("", behind);
        Some((version, named.len() + length + after))
    }

    /// The number of `PR 103323`.
    fn bare_number(&self, word: &str) -> Option<u64> {
        let is_number = word.len() <= 10 && word.bytes().all(|byte| byte.is_ascii_digit());
        let before = self.tokens.last().filter(|_| is_number)?;
        let is_word = matches!(before.word(), "pr" | "prs" | "request" | "requests");
        is_word.then(|| word.parse().ok()).flatten()
    }
}

/// The pull request that a run of characters names first, and where it ends.
fn reference(run: &str) -> Option<(NamedPullRequest, usize)> {
    let found = pull_requests::in_text(run).into_iter().next()?;
    let starts = found.span.start == 0;
    let name = NamedPullRequest { repository: found.repository, number: found.number };
    starts.then_some((name, found.span.end))
}

/// `release-1.9`, `release/v1.9`.
fn is_release_branch(run: &str) -> bool {
    let name = run.strip_prefix("release-").or_else(|| run.strip_prefix("release/"));
    let read = name.and_then(|name| Some((WrittenVersion::read(name)?, name.len())));
    read.is_some_and(|((version, length), whole)| version.is_branch() && length == whole)
}
