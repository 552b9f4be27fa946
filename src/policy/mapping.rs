//! Reads members, text and lists from nodes, and reports mistakes. Nothing here knows about policies.

use crate::policy::error::PolicyErrors;
use crate::policy::yaml::{Node, ScalarKind, YamlValue};
use crate::text::quote::code;

/// Reads nodes and collects their mistakes.
#[derive(Default)]
pub(crate) struct Reader {
    pub(crate) errors: PolicyErrors,
}

/// An expected mapping.
pub(crate) struct Mapping<'k> {
    /// What messages call it.
    pub(crate) name: &'k str,
    /// What messages call a key.
    pub(crate) key: &'k str,
    /// The keys that it may contain.
    pub(crate) known: &'k [&'static str],
    /// Where the keys are listed, when there are too many for a message.
    pub(crate) list: Option<&'k str>,
    /// What to write when something else was found.
    pub(crate) want: &'k str,
}

/// A mapping with few keys.
pub(crate) const fn mapping<'k>(
    name: &'k str,
    known: &'k [&'static str],
    want: &'k str,
) -> Mapping<'k> {
    Mapping { name, key: "key", known, list: None, want }
}

impl Reader {
    /// The members of a mapping by their known names, each once, in order.
    pub(crate) fn members<'n, 'a>(
        &mut self,
        mapping: &Mapping<'_>,
        node: &'n Node<'a>,
    ) -> Vec<(&'static str, &'n Node<'a>)> {
        let mut members: Vec<(&'static str, &Node<'_>)> = Vec::new();
        let YamlValue::Map(entries) = &node.value else {
            self.wrong(mapping.name, node, mapping.want);
            return members;
        };
        for (key, value) in entries {
            let Some(text) = self.key(key) else { continue };
            match mapping.known.iter().find(|known| **known == text) {
                None => self.unknown(key.at, text, mapping),
                Some(known) if members.iter().any(|(member, _)| member == known) => {
                    self.errors.add(key.at, format!("`{known}` occurs more than once: keep one"));
                }
                Some(known) => members.push((known, value)),
            }
        }
        members
    }

    /// A key's text. A list or mapping is not a key.
    fn key<'n>(&mut self, key: &'n Node<'_>) -> Option<&'n str> {
        match &key.value {
            YamlValue::Scalar(text, _) if text == "<<" => {
                let message = "merge keys (`<<`) are not supported: write the members themselves";
                self.errors.add(key.at, message.to_owned());
                None
            }
            YamlValue::Scalar(text, _) => Some(text),
            YamlValue::Refused => None,
            YamlValue::List(_) | YamlValue::Map(_) => {
                self.errors.add(key.at, "this key is not text: write `key: value`".to_owned());
                None
            }
        }
    }

    fn unknown(&mut self, at: usize, key: &str, mapping: &Mapping<'_>) {
        if self.errors.is_full() {
            return;
        }
        let hint = match (nearest(key, mapping.known), mapping.list) {
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, Some(list)) => format!("see {list}"),
            (None, None) => format!("{} may contain {}", mapping.name, listed(mapping.known)),
        };
        self.errors.add(at, format!("unknown {} {}: {hint}", mapping.key, code(key)));
    }

    /// Reports that `name` has a value of the wrong kind. `want` says what to write instead.
    pub(crate) fn wrong(&mut self, name: &str, node: &Node<'_>, want: &str) {
        if self.errors.is_full() {
            return;
        }
        let what = match &node.value {
            YamlValue::Refused => return,
            YamlValue::List(_) => "a list".to_owned(),
            YamlValue::Map(members) if members.is_empty() => "an empty mapping".to_owned(),
            YamlValue::Map(_) => "a mapping".to_owned(),
            YamlValue::Scalar(text, ScalarKind::Null) if text.is_empty() => "empty".to_owned(),
            YamlValue::Scalar(text, ScalarKind::Null) => code(text),
            YamlValue::Scalar(text, ScalarKind::Truth) => format!("the boolean {}", code(text)),
            YamlValue::Scalar(text, ScalarKind::Number) => format!("the number {}", code(text)),
            YamlValue::Scalar(text, ScalarKind::Text) => format!("the text {}", code(text)),
        };
        self.errors.add(node.at, format!("{name} is {what}: write {want}"));
    }

    /// Text. Text that needs quotes to be text in YAML is reported.
    pub(crate) fn text<'n>(&mut self, name: &str, node: &'n Node<'_>) -> Option<&'n str> {
        match &node.value {
            YamlValue::Scalar(text, ScalarKind::Text) => return Some(text),
            YamlValue::Scalar(text, ScalarKind::Truth | ScalarKind::Number) => {
                let want = format!("{} with quotes if it is a name", code(&format!("\"{text}\"")));
                self.wrong(name, node, &want);
            }
            _ => self.wrong(name, node, "text"),
        }
        None
    }

    /// The items of a list that is not empty.
    pub(crate) fn items<'n, 'a>(
        &mut self,
        name: &str,
        node: &'n Node<'a>,
        want: &str,
    ) -> &'n [Node<'a>] {
        match &node.value {
            YamlValue::List(items) if items.is_empty() => {
                self.errors.add(node.at, format!("{name} is an empty list: write {want}"));
                &[]
            }
            YamlValue::List(items) => items,
            _ => {
                self.wrong(name, node, want);
                &[]
            }
        }
    }
}

/// Whether a member is null, written out or left empty.
pub(crate) const fn is_null(node: &Node<'_>) -> bool {
    matches!(node.value, YamlValue::Scalar(_, ScalarKind::Null))
}

/// The known name that was probably meant.
fn nearest(text: &str, known: &[&'static str]) -> Option<&'static str> {
    // Computing the distance takes time proportional to the product of both lengths.
    if text.len() > LONGEST_SLIP {
        return None;
    }
    let text = text.to_ascii_lowercase().replace('_', "-");
    let mut nearest: Option<(usize, &'static str)> = None;
    for name in known {
        let distance = strsim::damerau_levenshtein(&text, name);
        let is_slip = distance <= (name.len() / 3).max(1);
        if is_slip && nearest.is_none_or(|(least, _)| distance < least) {
            nearest = Some((distance, name));
        }
    }
    nearest.map(|(_, name)| name)
}

/// Longer than any name with a typo.
const LONGEST_SLIP: usize = 64;

/// The names as code: `a`, `b` and `c`.
fn listed(names: &[&str]) -> String {
    let mut text = String::new();
    for (index, name) in names.iter().enumerate() {
        text.push_str(match index {
            0 => "",
            _ if index + 1 == names.len() => " and ",
            _ => ", ",
        });
        text.push_str(&code(name));
    }
    text
}
