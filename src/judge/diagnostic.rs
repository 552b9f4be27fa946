//! What is wrong, where, and how to fix it.

use crate::policy::level::Severity;

pub use crate::text::edit::{Edit, Span};
pub use crate::text::position::{Location, Position};

/// A sentence by this action that may contain text by other people. Only [`crate::render`] turns it into text, and
/// escapes the text by other people.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message(pub(crate) Vec<Part>);

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Text by this action.
    Text(String),
    /// Text by anyone, shown as code.
    Code(String),
    /// Several lines by this action, shown as a code block.
    Block(String),
}

impl Message {
    /// A message that starts with text by this action.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self(vec![Part::Text(text.into())])
    }

    /// A message that starts with text by the user.
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

    /// Adds the words as code, separated by `, `.
    pub(crate) fn and_list(mut self, words: Vec<String>) -> Self {
        for (index, word) in words.into_iter().enumerate() {
            self = if index > 0 { self.and(", ") } else { self }.and_code(word);
        }
        self
    }

    /// Adds the choices as code, separated by `, ` and `or`.
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

/// What a rule found. A diagnostic also has the rule's name and severity.
#[derive(Clone, Debug, Default)]
pub(crate) struct Violation {
    /// Where it is; `None` for labels.
    pub(crate) span: Option<Span>,
    /// What is wrong.
    pub(crate) message: Message,
    /// What to do.
    pub(crate) help: Message,
    /// A related place.
    pub(crate) note: Option<(Span, Message)>,
    /// The edits that fix it; empty when a person has to fix it.
    pub(crate) edits: Vec<Edit>,
    /// Edits that fix less, best first. They are tried when `edits` would cause a new finding.
    pub(crate) lesser: Vec<Vec<Edit>>,
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

    pub(crate) fn with_lesser(self, lesser: Vec<Vec<Edit>>) -> Self {
        Self { lesser, ..self }
    }
}

/// A violation with the rule's name and severity.
#[derive(Clone, Debug)]
pub(crate) struct Finding {
    pub(crate) rule: &'static str,
    /// The rule's index in the table of rules.
    pub(crate) rank: usize,
    pub(crate) severity: Severity,
    pub(crate) violation: Violation,
}
