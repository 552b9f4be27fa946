//! The keys `tags`, `sections` and `components`: what descriptions look like.

use crate::format::spelling::Spelling;
use crate::format::tags::{MOST_PATTERNS, TagPatterns};
use crate::format::template::{Components, HeldThings, Sections, WantedSection};
use crate::policy::mapping::{Reader, is_null, mapping};
use crate::policy::presets;
use crate::policy::yaml::{Node, ScalarKind, YamlValue};
use crate::text::normalize;
use crate::text::quote::code;

/// The most sections of a description.
const MOST_SECTIONS: usize = 20;

/// The longest name of a section, and the longest prompt, in characters.
const LONGEST_NAME: usize = 60;
const LONGEST_PROMPT: usize = 1000;

/// A section as far as it was read, with the places of its parts.
#[derive(Default)]
struct SectionDraft {
    name: Option<String>,
    prompt: Option<String>,
    also: Vec<String>,
    holds: Option<HeldThings>,
    optional: bool,
    deferred: bool,
}

impl Reader {
    pub(super) fn tags(&mut self, node: &Node<'_>, tags: &mut TagPatterns) {
        let mut patterns: Vec<Spelling> = Vec::new();
        let one = std::slice::from_ref(node);
        let is_list = matches!(node.value, YamlValue::List(_));
        let want = "a text such as `v{version}`, or a list of them";
        let items = if is_list { self.items("`tags`", node, want) } else { one };
        if items.len() > MOST_PATTERNS {
            self.errors.add(node.at, format!("`tags` lists more than {MOST_PATTERNS} patterns"));
            return;
        }
        for item in items {
            let name = if is_list { "an item of `tags`" } else { "`tags`" };
            let Some(text) = self.pattern_text(name, item) else { continue };
            match Spelling::parse(text) {
                Ok(pattern) if patterns.contains(&pattern) => {
                    self.errors
                        .add(item.at, format!("{} occurs more than once: keep one", code(text)));
                }
                Ok(pattern) => patterns.push(pattern),
                Err(flaw) => self.errors.add(item.at, format!("{name} {flaw}")),
            }
        }
        if !patterns.is_empty() {
            *tags = TagPatterns::new(patterns);
        }
    }

    /// A pattern's text. Without quotes, YAML takes `{version}` for a mapping.
    fn pattern_text<'n>(&mut self, name: &str, node: &'n Node<'_>) -> Option<&'n str> {
        if matches!(node.value, YamlValue::Map(_)) {
            self.wrong(name, node, "a text in quotes, such as `\"{version}\"`");
            return None;
        }
        self.text(name, node)
    }

    pub(super) fn components(&mut self, node: &Node<'_>, components: &mut Components) {
        let named = |text: &str| Components::ALL.into_iter().find(|one| one.title() == text);
        let read = match &node.value {
            _ if is_null(node) => Some(Components::default()),
            YamlValue::Scalar(text, ScalarKind::Text) => named(text),
            _ => None,
        };
        match read {
            Some(read) => *components = read,
            None => self.wrong(
                "`components`",
                node,
                "`Binaries`, `Components`, `Packages` or `Modules`",
            ),
        }
    }

    pub(super) fn sections(&mut self, node: &Node<'_>, sections: &mut Sections) {
        let want = "a list of sections such as `{name: Symptoms, prompt: What users see}`";
        let items = self.items("`sections`", node, want);
        if items.len() > MOST_SECTIONS {
            self.errors
                .add(node.at, format!("`sections` lists more than {MOST_SECTIONS} sections"));
            return;
        }
        let mut read: Vec<WantedSection> = Vec::new();
        for item in items {
            if let Some(section) = self.section(item)
                && self.is_new(item, &section, &read)
            {
                read.push(section);
            }
        }
        if !read.is_empty() {
            *sections = Sections::new(read);
        }
    }

    fn section(&mut self, item: &Node<'_>) -> Option<WantedSection> {
        let known = ["name", "also", "prompt", "holds", "optional", "deferred"];
        let want = "a mapping such as `{name: Symptoms, prompt: What users see}`";
        let (mut draft, before) = (SectionDraft::default(), self.errors.count());
        for (key, value) in self.members(&mapping("a section", &known, want), item) {
            match key {
                "name" => draft.name = self.heading("`name`", value),
                "also" => {
                    for other in self.items("`also`", value, "a list with at least one name") {
                        draft.also.extend(self.heading("an item of `also`", other));
                    }
                }
                "prompt" => draft.prompt = self.prompt(value),
                "holds" => draft.holds = self.holds(value),
                "optional" => draft.optional = self.truth("`optional`", value),
                _ => draft.deferred = self.truth("`deferred`", value),
            }
        }
        let has_failed = self.errors.count() > before;
        let SectionDraft {
            name: Some(name),
            prompt: Some(prompt),
            also,
            holds,
            optional,
            deferred,
        } = draft
        else {
            if !has_failed {
                self.errors.add(item.at, "a section needs a `name` and a `prompt`".to_owned());
            }
            return None;
        };
        let mut section =
            WantedSection { name, also, prompt, holds, optional, deferred, words: None };
        section.words = presets::words(&section);
        Some(section)
    }

    /// Whether a section differs from those before it, which is reported.
    fn is_new(
        &mut self,
        item: &Node<'_>,
        section: &WantedSection,
        before: &[WantedSection],
    ) -> bool {
        let names = section.names();
        let mut own = names.iter().enumerate();
        let repeated = own.find(|(at, name)| {
            names.iter().take(*at).any(|other| other == *name)
                || before.iter().any(|other| other.names().contains(name))
        });
        let key = section.key();
        let flaw = if let Some((_, name)) = repeated {
            format!("two sections are called {}: names differ by more than case", code(name))
        } else if before.iter().any(|other| other.key() == key) {
            format!("two sections have the member {} in the JSON of answers", code(&key))
        } else if section.holds.is_some() && before.iter().any(|other| other.holds == section.holds)
        {
            "two sections hold the same: keep one `holds`".to_owned()
        } else {
            return true;
        };
        self.errors.add(item.at, flaw);
        false
    }

    fn heading(&mut self, what: &str, node: &Node<'_>) -> Option<String> {
        let text = self.text(what, node)?;
        let flaw = match text {
            _ if text.trim() != text => "starts or ends with whitespace",
            _ if text.contains(char::is_control) => "contains a control character",
            _ if text.chars().count() > LONGEST_NAME => "is longer than 60 characters",
            _ if !normalize::name(text).contains(char::is_alphanumeric) => {
                "contains no letter and no digit, beside emoji"
            }
            _ => return Some(text.to_owned()),
        };
        self.errors.add(node.at, format!("{what} {flaw}"));
        None
    }

    fn prompt(&mut self, node: &Node<'_>) -> Option<String> {
        let text = self.text("`prompt`", node)?.trim_end();
        let is_hidden = |character: char| character.is_control() && character != '\n';
        let flaw = match text {
            _ if text.trim().is_empty() => "is empty: write what authors should answer",
            _ if text.contains(is_hidden) => "contains a control character",
            _ if text.chars().count() > LONGEST_PROMPT => "is longer than 1000 characters",
            _ => return Some(text.to_owned()),
        };
        self.errors.add(node.at, format!("`prompt` {flaw}"));
        None
    }

    fn holds(&mut self, node: &Node<'_>) -> Option<HeldThings> {
        match &node.value {
            YamlValue::Scalar(text, ScalarKind::Text) if text == "binaries" => {
                Some(HeldThings::Binaries)
            }
            YamlValue::Scalar(text, ScalarKind::Text) if text == "pull-requests" => {
                Some(HeldThings::PullRequests)
            }
            _ => {
                self.wrong("`holds`", node, "`binaries` or `pull-requests`");
                None
            }
        }
    }

    fn truth(&mut self, name: &str, node: &Node<'_>) -> bool {
        if let YamlValue::Scalar(text, ScalarKind::Truth) = &node.value {
            return text.eq_ignore_ascii_case("true");
        }
        self.wrong(name, node, "`true` or `false`");
        false
    }
}
