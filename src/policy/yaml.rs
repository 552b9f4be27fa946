//! Reads YAML into nodes with their places. This is the only file that uses the YAML parser.
//!
//! Anchors, aliases, tags, several documents and deep nesting are rejected. A policy never needs them, and they are
//! hard to read or take more time than the text's length.

use std::borrow::Cow;

use saphyr_parser::{Event, Parser, ScalarStyle};

use crate::policy::error::PolicyErrors;

/// A value, and the number of characters before it.
pub(crate) struct Node<'a> {
    pub(crate) at: usize,
    pub(crate) value: YamlValue<'a>,
}

/// What a node contains.
pub(crate) enum YamlValue<'a> {
    /// The text and its meaning in YAML 1.2, which is always text when it is in quotes.
    Scalar(Cow<'a, str>, ScalarKind),
    List(Vec<Node<'a>>),
    /// Keys and values in order. A key may occur more than once.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// Already reported as a mistake.
    Refused,
}

/// What a scalar means in YAML 1.2's core schema: `off`, `no` and `yes` are text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScalarKind {
    Null,
    Truth,
    Number,
    Text,
}

/// How deep lists and mappings may nest; a policy needs three levels.
const DEEPEST: usize = 8;

/// The document's node; `None` when there is none or when it cannot be read, which is reported.
pub(crate) fn read<'a>(text: &'a str, errors: &mut PolicyErrors) -> Option<Node<'a>> {
    let mut parser = Parser::new_from_str(text);
    let mut reading = YamlReading { errors, open: Vec::new(), root: None, documents: 0 };
    while let Some(next) = parser.next_event() {
        let taken = match next {
            Ok((event, span)) => reading.take(event, span.start.index()),
            Err(error) => {
                let info = crate::text::quote::shown(error.info());
                Err((error.marker().index(), format!("this is not YAML: {info}")))
            }
        };
        if let Err((at, message)) = taken {
            reading.errors.add(at, message);
            return None;
        }
    }
    reading.root
}

/// A document, as far as it has been read.
struct YamlReading<'a, 'e> {
    errors: &'e mut PolicyErrors,
    /// The lists and mappings around the next node.
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    documents: usize,
}

/// A list or mapping that has not ended. A mapping's keys and values alternate.
struct Open<'a> {
    at: usize,
    is_map: bool,
    nodes: Vec<Node<'a>>,
}

impl<'a> YamlReading<'a, '_> {
    /// Takes one event. An error ends reading.
    fn take(&mut self, event: Event<'a>, at: usize) -> Result<(), (usize, String)> {
        let node = match event {
            Event::DocumentStart(_) => return self.start_document(at),
            Event::SequenceStart(anchor, tag) => {
                return self.start(at, false, anchor > 0 || tag.is_some());
            }
            Event::MappingStart(anchor, tag) => {
                return self.start(at, true, anchor > 0 || tag.is_some());
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(open) => open.end(),
                None => return Ok(()),
            },
            Event::Scalar(text, style, anchor, tag) => {
                self.check_plain(at, anchor > 0 || tag.is_some());
                let is_text = style != ScalarStyle::Plain;
                let kind = if is_text { ScalarKind::Text } else { ScalarKind::of(&text) };
                Node { at, value: YamlValue::Scalar(text, kind) }
            }
            Event::Alias(_) => {
                self.errors.add(at, "aliases are not supported: write the value itself".to_owned());
                Node { at, value: YamlValue::Refused }
            }
            _ => return Ok(()),
        };
        match self.open.last_mut() {
            Some(open) => open.nodes.push(node),
            None => self.root = Some(node),
        }
        Ok(())
    }

    fn start_document(&mut self, at: usize) -> Result<(), (usize, String)> {
        self.documents += 1;
        if self.documents > 1 {
            return Err((
                at,
                "a second document starts here: a policy must be a single document".to_owned(),
            ));
        }
        Ok(())
    }

    fn start(&mut self, at: usize, is_map: bool, is_dressed: bool) -> Result<(), (usize, String)> {
        self.check_plain(at, is_dressed);
        if self.open.len() == DEEPEST {
            return Err((
                at,
                format!("lists and mappings are nested more than {DEEPEST} levels deep"),
            ));
        }
        self.open.push(Open { at, is_map, nodes: Vec::new() });
        Ok(())
    }

    fn check_plain(&mut self, at: usize, is_dressed: bool) {
        if is_dressed {
            let message = "anchors and tags are not supported: write only the value";
            self.errors.add(at, message.to_owned());
        }
    }
}

impl<'a> Open<'a> {
    fn end(self) -> Node<'a> {
        if !self.is_map {
            return Node { at: self.at, value: YamlValue::List(self.nodes) };
        }
        let (mut members, mut nodes) = (Vec::new(), self.nodes.into_iter());
        while let (Some(key), Some(value)) = (nodes.next(), nodes.next()) {
            members.push((key, value));
        }
        Node { at: self.at, value: YamlValue::Map(members) }
    }
}

impl ScalarKind {
    /// What a scalar without quotes means.
    fn of(text: &str) -> Self {
        match text {
            "" | "~" | "null" | "Null" | "NULL" => Self::Null,
            "true" | "True" | "TRUE" | "false" | "False" | "FALSE" => Self::Truth,
            _ if is_number(text) => Self::Number,
            _ => Self::Text,
        }
    }
}

/// Whether it is a number in YAML 1.2's core schema: `12`, `-1.34`, `1e3`, `0x1f`, `0o17`, `.inf`, `.nan`.
fn is_number(text: &str) -> bool {
    let (rest, is_signed) = match text.strip_prefix(['+', '-']) {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    if matches!(rest, ".inf" | ".Inf" | ".INF") {
        return true;
    }
    if !is_signed {
        if matches!(rest, ".nan" | ".NaN" | ".NAN") {
            return true;
        }
        if let Some(digits) = rest.strip_prefix("0x") {
            return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        }
        if let Some(digits) = rest.strip_prefix("0o") {
            return !digits.is_empty() && digits.bytes().all(|byte| matches!(byte, b'0'..=b'7'));
        }
    }
    is_decimal(rest)
}

/// Digits with at most one decimal point, and an optional exponent.
fn is_decimal(text: &str) -> bool {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let exponent = exponent.map(|text| text.strip_prefix(['+', '-']).unwrap_or(text));
    are_digits(whole)
        && are_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent.is_none_or(|text| !text.is_empty() && are_digits(text))
}
