//! Goes through the lines of a description, and remembers which heading or label each list of versions stands under.

use crate::draft::label;
use crate::draft::line::{TextLine, TextLineKind};
use crate::draft::project::Project;
use crate::draft::sentence;
use crate::draft::statement::{Attitude, Confidence, Said, Statement};
use crate::draft::token::{Token, TokenKind, tokens};
use crate::draft::vocabulary::{Vocabulary, WordClass};

/// The most statements that are kept. No issue about one problem has more.
const MOST_STATEMENTS: usize = 2000;

/// The most columns of a table that say something.
const MOST_COLUMNS: usize = 30;

/// What the lines say about affected and fixed versions.
pub(super) fn statements(lines: &[TextLine], project: &Project) -> Vec<Statement> {
    let mut reader = LineReader {
        lines,
        project,
        vocabulary: Vocabulary::new(),
        context: None,
        is_heading: false,
        prose: Vec::new(),
        leaf: None,
        columns: Vec::new(),
        row: None,
        is_about_other: false,
        found: Vec::new(),
    };
    for (index, line) in lines.iter().enumerate() {
        reader.take(index, line);
    }
    reader.end_prose();
    if reader.is_about_other {
        for statement in &mut reader.found {
            if !statement.is_own {
                statement.confidence = Confidence::ToConfirm;
            }
        }
    }
    reader.found
}

struct LineReader<'a> {
    lines: &'a [TextLine],
    project: &'a Project,
    vocabulary: Vocabulary,
    /// What the nearest heading or label says.
    context: Option<Attitude>,
    /// Whether that is a heading.
    is_heading: bool,
    /// The sentences of the paragraph that is being read. They may be broken into lines anywhere.
    prose: Vec<Token>,
    leaf: Option<usize>,
    /// What the headers of a table say about their columns. A column of names is foreign or has no entry.
    columns: Vec<(usize, Attitude)>,
    row: Option<RowSoFar>,
    /// Whether a sentence says that another product is affected.
    is_about_other: bool,
    found: Vec<Statement>,
}

/// The row of a table that is being read.
struct RowSoFar {
    start: usize,
    /// What its first cell says about the others.
    attitude: Option<Attitude>,
    /// Whether one of its cells names another product.
    is_foreign: bool,
    /// The cell that is the name of a binary of the project.
    binary: Option<Token>,
}

impl LineReader<'_> {
    fn take(&mut self, index: usize, line: &TextLine) {
        let tokens = tokens(&line.text, index, &self.vocabulary, self.project);
        match line.kind {
            TextLineKind::Text { leaf } => {
                if self.leaf != Some(leaf) {
                    self.end_prose();
                    self.leaf = Some(leaf);
                }
                self.take_text(line, tokens);
            }
            TextLineKind::Cell { row, column, is_header } => {
                self.end_prose();
                self.take_cell(row, column, is_header, &tokens);
            }
            TextLineKind::Heading | TextLineKind::Nothing => {
                self.end_prose();
                self.take_heading(&tokens);
            }
        }
    }

    fn take_heading(&mut self, tokens: &[Token]) {
        let is_plain = label::is_plain(tokens);
        let attitude = label::attitude(tokens);
        if label::names_something(tokens) {
            self.read(tokens, None, is_plain);
            // `### v1.9` below `## Fixed versions` divides the list.
            if is_plain && attitude.is_none() {
                return;
            }
        }
        (self.context, self.is_heading) = (attitude, true);
    }

    fn take_text(&mut self, line: &TextLine, tokens: Vec<Token>) {
        let is_plain = label::is_plain(&tokens);
        if label::names_something(&tokens) {
            if is_plain {
                self.end_prose();
                self.read(&tokens, self.context, true);
                let is_list_head = ends_with_colon(&tokens);
                if is_list_head && let Some(attitude) = label::attitude(&tokens) {
                    self.set_label(Some(attitude));
                }
                return;
            }
        } else if is_label(line, &tokens, is_plain) {
            self.prose.extend(before_label(&tokens).iter().cloned());
            self.end_prose();
            let words = after_stop(&tokens);
            return self.set_label(label::attitude(words));
        }
        if !self.is_heading {
            self.context = None;
        }
        self.prose.extend(tokens);
    }

    fn set_label(&mut self, attitude: Option<Attitude>) {
        (self.context, self.is_heading) = (attitude, false);
    }

    fn take_cell(&mut self, row: usize, column: usize, is_header: bool, tokens: &[Token]) {
        let attitude = label::attitude(tokens).filter(|_| !label::names_something(tokens));
        if is_header {
            if self.row.as_ref().is_none_or(|known| known.start != row) {
                self.columns.clear();
            }
            if let Some(attitude) = attitude.filter(|_| self.columns.len() < MOST_COLUMNS) {
                self.columns.push((column, attitude));
            }
        }
        if self.row.as_ref().is_none_or(|known| known.start != row) {
            self.row = Some(RowSoFar { start: row, attitude, is_foreign: false, binary: None });
        }
        let Some(known) = &mut self.row else { return };
        let header = self.columns.iter().find(|(known, _)| *known == column);
        let header = header.map(|(_, attitude)| *attitude);
        if header.is_none() && is_foreign_name(tokens) {
            known.is_foreign = true;
        }
        if let [token] = tokens
            && token.is_own
        {
            known.binary = Some(token.clone());
        }
        let binary = known.binary.clone();
        let context = header.or(known.attitude).or(self.context);
        if !known.is_foreign && label::names_something(tokens) {
            let first = self.found.len();
            self.read(tokens, context, label::is_plain(tokens));
            if let Some(binary) = binary.filter(|_| self.found.len() > first) {
                self.add_binary(&binary);
            }
        }
    }

    /// Adds the binary of a row whose versions were read.
    fn add_binary(&mut self, token: &Token) {
        let Some(name) = self.project.binary(token.word()) else { return };
        self.found.push(Statement {
            said: Said::Binary(name.to_owned()),
            confidence: Confidence::Certain,
            span: self.source(token, token),
            words: self.words(token, token),
            line: token.line,
            is_own: true,
        });
    }

    /// Reads the sentences that were collected.
    fn end_prose(&mut self) {
        let prose = std::mem::take(&mut self.prose);
        let mut rest = prose.as_slice();
        while !rest.is_empty() {
            let stop = rest.iter().position(|token| matches!(token.kind, TokenKind::Stop { .. }));
            let (sentence, after) = rest.split_at(stop.map_or(rest.len(), |stop| stop + 1));
            self.is_about_other |= affects_other(sentence);
            if label::names_something(sentence) || is_about_all(sentence) {
                let is_plain = label::is_plain(sentence);
                self.read(sentence, None, is_plain);
            }
            rest = after;
        }
    }

    fn read(&mut self, tokens: &[Token], context: Option<Attitude>, is_plain: bool) {
        for saying in sentence::read(tokens, self.project, context, is_plain) {
            if self.found.len() == MOST_STATEMENTS {
                return;
            }
            let tokens = tokens.get(saying.tokens).unwrap_or_default();
            let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { continue };
            self.found.push(Statement {
                said: saying.said,
                confidence: saying.confidence,
                span: self.source(first, last),
                words: self.words(first, last),
                line: first.line,
                is_own: saying.is_own,
            });
        }
    }

    fn source(&self, first: &Token, last: &Token) -> std::ops::Range<usize> {
        let place = |token: &Token| {
            self.lines.get(token.line).map(|line| line.source(&token.span)).unwrap_or_default()
        };
        let (start, end) = (place(first).start, place(last).end);
        start..end.max(start)
    }

    fn words(&self, first: &Token, last: &Token) -> String {
        let mut words = String::new();
        for line in first.line..=last.line {
            let Some(text) = self.lines.get(line).map(|line| line.text.as_str()) else { break };
            let start = if line == first.line { first.span.start } else { 0 };
            let end = if line == last.line { last.span.end } else { text.len() };
            words.push_str(if words.is_empty() { "" } else { " " });
            words.push_str(text.get(start..end).unwrap_or_default());
        }
        words
    }
}

/// Whether a line is a label: bold, ending with a colon, or a few known words such as `Fixed versions`.
fn is_label(line: &TextLine, tokens: &[Token], is_plain: bool) -> bool {
    let ends = |words: &[&str]| tokens.last().is_some_and(|last| words.contains(&last.word()));
    let has_key = tokens.iter().any(|token| matches!(token.class, Some(WordClass::Key(_))));
    let is_short =
        is_plain && has_key && ends(&["version", "versions", "release", "releases", "in", "by"]);
    line.is_bold
        || ends_with_colon(tokens)
        || is_short
        || (is_plain && !has_key && tokens.len() <= 4)
}

fn ends_with_colon(tokens: &[Token]) -> bool {
    matches!(tokens.last().map(|last| &last.kind), Some(TokenKind::Colon | TokenKind::Dash))
}

/// The words after the last sentence.
fn after_stop(tokens: &[Token]) -> &[Token] {
    tokens.get(stop(tokens)..).unwrap_or_default()
}

/// The sentences before the last one.
fn before_label(tokens: &[Token]) -> &[Token] {
    tokens.get(..stop(tokens)).unwrap_or_default()
}

fn stop(tokens: &[Token]) -> usize {
    let inner = tokens.get(..tokens.len().saturating_sub(1)).unwrap_or_default();
    inner
        .iter()
        .rposition(|token| matches!(token.kind, TokenKind::Stop { .. }))
        .map_or(0, |at| at + 1)
}

/// Whether a cell is one name that is not the project's: of another product.
fn is_foreign_name(tokens: &[Token]) -> bool {
    match tokens {
        [token] => {
            let word = token.word();
            let is_word = token.class == Some(WordClass::Unknown) && !token.is_own;
            is_word && word.contains(|character: char| character.is_alphabetic())
        }
        _ => false,
    }
}

/// Whether a sentence may be about all versions.
fn is_about_all(tokens: &[Token]) -> bool {
    tokens.iter().any(|token| token.word() == "all")
}

/// `This issue affects ingress-nginx`, `discovered in secrets-store-csi-driver`.
fn affects_other(tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", Token::word);
    let is_other = |at: usize| {
        let at = at + usize::from(matches!(word(at), "the" | "a"));
        let is_name = |token: &Token| token.class == Some(WordClass::Unknown) && !token.is_own;
        tokens.get(at).is_some_and(is_name)
            && word(at).contains('-')
            && !word(at).starts_with("cve-")
    };
    (0..tokens.len()).any(|at| match word(at) {
        "affects" => is_other(at + 1),
        "discovered" | "found" => word(at + 1) == "in" && is_other(at + 2),
        _ => false,
    })
}
