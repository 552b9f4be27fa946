//! What is wrong, where, and how to mend it.

use crate::policy::level::Severity;

pub use crate::text::edit::{Edit, Span};
pub use crate::text::position::{Location, Position};

/// A sentence of ours with words of others in it. Only [`crate::render`] turns it into text, so that whoever
/// wrote the words, they stay words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(pub(crate) Vec<Part>);

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Our words.
    Text(String),
    /// Anybody's words, shown as code.
    Code(String),
    /// Several lines of ours, shown as a code block.
    Block(String),
}

impl Message {
    /// A message that starts with words of ours.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self(vec![Part::Text(text.into())])
    }

    /// A message that starts with the user's words.
    pub(crate) fn code(code: impl Into<String>) -> Self {
        Self(vec![Part::Code(code.into())])
    }

    pub(crate) fn and(mut self, text: impl Into<String>) -> Self {
        self.0.push(Part::Text(text.into()));
        self
    }

    pub(crate) fn and_code(mut self, code: impl Into<String>) -> Self {
        self.0.push(Part::Code(code.into()));
        self
    }

    pub(crate) fn and_block(mut self, text: impl Into<String>) -> Self {
        self.0.push(Part::Block(text.into()));
        self
    }

    pub(crate) fn and_message(mut self, message: Self) -> Self {
        self.0.extend(message.0);
        self
    }

    /// Adds code words with `, ` between them.
    pub(crate) fn and_list(mut self, words: Vec<String>) -> Self {
        for (index, word) in words.into_iter().enumerate() {
            self = if index > 0 { self.and(", ") } else { self }.and_code(word);
        }
        self
    }

    /// Adds code words with `, ` and `or` between them.
    pub(crate) fn and_choice(mut self, choices: &[String]) -> Self {
        for (index, choice) in choices.iter().enumerate() {
            if index > 0 {
                self = self.and(if index + 1 == choices.len() { " or " } else { ", " });
            }
            self = self.and_code(choice);
        }
        self
    }
}

/// What a rule found: not yet a diagnostic, which has the rule's name and severity as well.
#[derive(Clone, Debug, Default)]
pub(crate) struct Violation {
    /// Where; labels have no place.
    pub(crate) span: Option<Span>,
    /// The fact.
    pub(crate) message: Message,
    /// What to do.
    pub(crate) help: Message,
    /// Another place that belongs to it.
    pub(crate) note: Option<(Span, Message)>,
    /// Edits that mend it; none where that needs a person.
    pub(crate) edits: Vec<Edit>,
}

impl Violation {
    pub(crate) fn new(span: impl Into<Option<Span>>, message: Message, help: Message) -> Self {
        Self { span: span.into(), message, help, ..Self::default() }
    }

    pub(crate) fn with_note(self, span: Span, message: Message) -> Self {
        Self { note: Some((span, message)), ..self }
    }

    pub(crate) fn with_edits(self, edits: Vec<Edit>) -> Self {
        Self { edits, ..self }
    }
}

/// A violation with the rule's name and severity.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) rule: &'static str,
    /// The rule's place in the format's table.
    pub(crate) rank: usize,
    pub(crate) severity: Severity,
    pub(crate) violation: Violation,
}
