//! Which of the project's binaries a description names.

use crate::draft::facts::{DraftSurroundings, DraftedFact};
use crate::draft::line::TextLine;
use crate::draft::project::Project;
use crate::draft::statement::{Confidence, Said, Statement};

/// The most binaries that are proposed because the text only mentions them.
const MOST_MENTIONED: usize = 3;

/// The binary of a project that has one; else those before versions; else those that the text mentions; else those
/// that the labels point to.
pub(super) fn read(
    lines: &[TextLine],
    statements: &[Statement],
    project: &Project,
    about: DraftSurroundings<'_>,
) -> Vec<DraftedFact> {
    if let Some(name) = project.only_binary() {
        return vec![fact(name, Confidence::Certain, name)];
    }
    let mut found: Vec<DraftedFact> = Vec::new();
    for statement in statements {
        if let Said::Binary(name) = &statement.said {
            let span = Some(statement.span.clone());
            add(
                &mut found,
                DraftedFact { span, ..fact(name, statement.confidence, &statement.words) },
            );
        }
    }
    if found.is_empty() {
        found = mentioned(lines, project, about.title);
    }
    if found.is_empty() {
        for label in about.labels {
            if let Some(name) = project.binary_of_label(label) {
                add(&mut found, fact(name, Confidence::ToConfirm, label));
            }
        }
    }
    found
}

fn fact(name: &str, confidence: Confidence, words: &str) -> DraftedFact {
    DraftedFact { value: name.to_owned(), confidence, words: words.to_owned(), span: None }
}

/// Adds a binary. Of the same name, the more certain one counts.
fn add(found: &mut Vec<DraftedFact>, fact: DraftedFact) {
    match found.iter_mut().find(|known| known.value == fact.value) {
        Some(known) if known.confidence < fact.confidence => *known = fact,
        Some(_) => {}
        None => found.push(fact),
    }
}

/// The binaries that the text or the title mentions. One that is the only one, in a line about the problem, is certain.
fn mentioned(lines: &[TextLine], project: &Project, title: &str) -> Vec<DraftedFact> {
    let mut found = Vec::new();
    for line in lines {
        let is_about_problem = words(&line.text).any(|(_, word)| tells_problem(&word));
        for (at, word) in words(&line.text) {
            if let Some(name) = project.binary(&word) {
                let confidence =
                    if is_about_problem { Confidence::Certain } else { Confidence::ToConfirm };
                let span = Some(line.source(&(at..at + word.len())));
                add(&mut found, DraftedFact { span, ..fact(name, confidence, &word) });
            }
        }
    }
    for (_, word) in words(title) {
        if let Some(name) = project.binary(&word) {
            add(&mut found, fact(name, Confidence::ToConfirm, &word));
        }
    }
    if found.len() > MOST_MENTIONED {
        return Vec::new();
    }
    if found.len() > 1 {
        for fact in &mut found {
            fact.confidence = Confidence::ToConfirm;
        }
    }
    found
}

/// The words of a line in lower case, with their offsets. A name that is part of an address, a path or a longer name is
/// none.
fn words(line: &str) -> impl Iterator<Item = (usize, String)> {
    let mut at = 0;
    line.split(char::is_whitespace).filter_map(move |word| {
        let start = at;
        at += word.len() + word_end(line, start + word.len());
        let is_part = |character: char| !(character.is_ascii_alphanumeric());
        let name = word.trim_start_matches(is_part);
        let start = start + word.len() - name.len();
        let name = name.trim_end_matches(is_part);
        let name = name.strip_suffix("'s").or(name.strip_suffix("’s")).unwrap_or(name);
        (!name.is_empty() && name.len() <= 64).then(|| (start, name.to_ascii_lowercase()))
    })
}

/// The length of the whitespace character at `at`.
fn word_end(line: &str, at: usize) -> usize {
    line.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8)
}

fn tells_problem(word: &str) -> bool {
    let words = "affects affected affect bug bugs regression vulnerability flaw cause causes crash crashes panics fails \
                 allows discovered vulnerable";
    words.split_ascii_whitespace().any(|one| one == word)
}
