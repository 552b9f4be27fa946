//! The keys `name`, `help` and `noun`: words of a project that its authors see.

use crate::policy::mapping::{Reader, mapping};
use crate::policy::nouns::{self, Noun};
use crate::policy::presets;
use crate::policy::yaml::{Node, YamlValue};
use crate::policy::{Help, Policy};
use crate::text::quote::code;

/// The longest name of a policy.
const LONGEST_NAME: usize = 20;

/// The longest help, in characters.
const LONGEST_HELP: usize = 500;

/// What a help may contain beside text.
const PLACEHOLDERS: [&str; 3] = ["{label}", "{command}", "{value}"];

impl Reader {
    pub(super) fn name(&mut self, node: &Node<'_>, policy: &mut Policy) {
        let Some(text) = self.text("`name`", node) else { return };
        let is_plain =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > LONGEST_NAME || !text.bytes().all(is_plain) {
            let want = "1 to 20 lower-case letters, digits and hyphens";
            self.wrong("`name`", node, want);
        } else {
            policy.name = Some(text.to_owned());
        }
    }

    pub(super) fn help(&mut self, node: &Node<'_>, help: &mut Help) {
        let want = "a mapping such as `{labels: \"ask a maintainer for {label}\"}`";
        for (_, value) in self.members(&mapping("`help`", &["labels"], want), node) {
            let Some(text) = self.text("`labels`", value) else { continue };
            match help_flaw(text) {
                Some(flaw) => self.errors.add(value.at, format!("`labels` {flaw}")),
                None => text.clone_into(&mut help.labels),
            }
        }
    }

    pub(super) fn noun(&mut self, node: &Node<'_>, noun: &mut Noun) {
        if !matches!(node.value, YamlValue::Map(_)) {
            if let Some(one) = self.word("`noun`", node) {
                *noun = presets::noun(one);
            }
            return;
        }
        let want = "a word, or a mapping such as `{one: severity, many: severities}`";
        let known = ["one", "many", "article"];
        let members = self.members(&mapping("`noun`", &known, want), node);
        let Some((_, one)) = members.iter().find(|(key, _)| *key == "one") else {
            self.errors.add(node.at, "`noun` has no `one`: write what one is called".to_owned());
            return;
        };
        let Some(one) = self.word("`one`", one) else { return };
        let mut read = presets::noun(one);
        for (key, value) in members {
            match key {
                "many" => {
                    if let Some(many) = self.word("`many`", value) {
                        many.clone_into(&mut read.many);
                    }
                }
                "article" => match self.text("`article`", value) {
                    Some(article @ ("a" | "an")) => article.clone_into(&mut read.article),
                    Some(_) => self.wrong("`article`", value, "`a` or `an`"),
                    None => {}
                },
                _ => {}
            }
        }
        *noun = read;
    }

    fn word<'n>(&mut self, name: &str, node: &'n Node<'_>) -> Option<&'n str> {
        let text = self.text(name, node)?;
        match nouns::flaw(text) {
            Some(flaw) => {
                self.errors.add(node.at, format!("{name} {flaw}"));
                None
            }
            None => Some(text),
        }
    }
}

/// Why `text` cannot be a help, as the end of a sentence that starts with "`x`".
fn help_flaw(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("is empty".to_owned());
    }
    if text.contains(char::is_control) {
        return Some("contains a control character or a line break".to_owned());
    }
    if text.chars().count() > LONGEST_HELP {
        return Some("is longer than 500 characters".to_owned());
    }
    if text.matches('`').count() % 2 == 1 {
        return Some("has a backtick that nothing closes".to_owned());
    }
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        rest = rest.get(start..).unwrap_or_default();
        let known = PLACEHOLDERS.iter().find(|known| rest.starts_with(**known));
        let Some(known) = known else {
            let end = rest.find('}').map_or(rest.len(), |end| end + 1);
            let written = code(rest.get(..end).unwrap_or_default());
            return Some(format!(
                "contains {written}: write `{{label}}`, `{{command}}` or `{{value}}`"
            ));
        };
        rest = rest.get(known.len()..).unwrap_or_default();
    }
    None
}
