//! The keys about labels: `priorities`, `sigs` and `labels`, and lists of names.

use crate::policy::label_conflicts::Places;
use crate::policy::label_pattern;
use crate::policy::label_pattern::{LONGEST_NAME, Pattern, Placeholder};
use crate::policy::labels::Labels;
use crate::policy::mapping::{Reader, is_null, mapping};
use crate::policy::yaml::Node;
use crate::policy::{Priorities, Sigs};
use crate::text::quote::code;

impl Reader {
    pub(super) fn priorities(&mut self, node: &Node<'_>, priorities: &mut Option<Priorities>) {
        if is_null(node) {
            *priorities = None;
            return;
        }
        let (want, known) =
            ("a mapping such as `{prefix: priority/}`", ["prefix", "accepted", "noun"]);
        let before = self.errors.count();
        let members = self.members(&mapping("`priorities`", &known, want), node);
        let is_new = priorities.is_none();
        let into = priorities.get_or_insert_default();
        for (key, value) in &members {
            match *key {
                "prefix" => self.prefix(value, &mut into.prefix),
                "noun" => self.noun(value, &mut into.noun),
                _ => self.names("`accepted`", value, &mut into.accepted, label_pattern::flaw),
            }
        }
        let has = |wanted: &str| members.iter().any(|(key, _)| *key == wanted);
        if is_new && self.errors.count() == before && !(has("prefix") && has("accepted")) {
            let message =
                "`priorities` needs a `prefix` and `accepted`: what it builds on has none";
            self.errors.add(node.at, message.to_owned());
        }
    }

    pub(super) fn sigs(&mut self, node: &Node<'_>, sigs: &mut Option<Sigs>) {
        if is_null(node) {
            *sigs = None;
            return;
        }
        let (want, known) = ("a mapping such as `{prefix: sig/}`", ["prefix", "known", "noun"]);
        let before = self.errors.count();
        let members = self.members(&mapping("`sigs`", &known, want), node);
        let is_new = sigs.is_none();
        let into = sigs.get_or_insert_default();
        for (key, value) in &members {
            match *key {
                "prefix" => self.prefix(value, &mut into.prefix),
                "noun" => self.noun(value, &mut into.noun),
                _ => self.optional_names("`known`", value, &mut into.known),
            }
        }
        if is_new
            && self.errors.count() == before
            && !members.iter().any(|(key, _)| *key == "prefix")
        {
            let message = "`sigs` needs a `prefix`: what it builds on has none";
            self.errors.add(node.at, message.to_owned());
        }
    }

    pub(super) fn labels(&mut self, node: &Node<'_>, labels: &mut Labels, places: &mut Places) {
        let known = ["incomplete", "affects", "introduced-in", "resolved-in"];
        let want = "a mapping such as `{affects: \"affects/{branch}\"}`";
        for (key, value) in self.members(&mapping("`labels`", &known, want), node) {
            let (path, into, placeholder) = match key {
                "incomplete" => ("labels.incomplete", &mut labels.incomplete, None),
                "affects" => ("labels.affects", &mut labels.affects, Some(Placeholder::Branch)),
                "introduced-in" => {
                    ("labels.introduced-in", &mut labels.introduced_in, Some(Placeholder::Version))
                }
                _ => ("labels.resolved-in", &mut labels.resolved_in, Some(Placeholder::Version)),
            };
            places.push((path, value.at));
            *into = self.pattern(key, value, placeholder);
        }
    }

    fn pattern(
        &mut self,
        key: &str,
        node: &Node<'_>,
        placeholder: Option<Placeholder>,
    ) -> Option<Pattern> {
        if is_null(node) {
            return None;
        }
        let text = self.text(&code(key), node)?;
        match Pattern::parse(text, placeholder) {
            Ok(pattern) => Some(pattern),
            Err(flaw) => {
                self.errors.add(node.at, format!("`{key}` {flaw}"));
                None
            }
        }
    }

    fn prefix(&mut self, node: &Node<'_>, prefix: &mut String) {
        let Some(text) = self.text("`prefix`", node) else { return };
        // Text follows the prefix, so the space at the end of `kind: ` is not at the end of `kind: cli`.
        let label = if text.is_empty() { String::new() } else { format!("{text}x") };
        let is_long = text.chars().count() >= LONGEST_NAME;
        let flaw = if is_long {
            Some("is longer than 49 characters")
        } else {
            label_pattern::flaw(&label)
        };
        match flaw {
            Some(flaw) => self.errors.add(node.at, format!("`prefix` {flaw}")),
            None => text.clone_into(prefix),
        }
    }

    pub(super) fn optional_names(
        &mut self,
        name: &str,
        node: &Node<'_>,
        names: &mut Option<Vec<String>>,
    ) {
        if is_null(node) {
            *names = None;
            return;
        }
        let mut listed = Vec::new();
        self.names(name, node, &mut listed, label_pattern::flaw);
        *names = Some(listed);
    }

    pub(super) fn label_names(&mut self, name: &str, node: &Node<'_>, names: &mut Vec<String>) {
        self.names(name, node, names, label_pattern::flaw);
    }

    pub(super) fn names(
        &mut self,
        name: &str,
        node: &Node<'_>,
        names: &mut Vec<String>,
        flaw: fn(&str) -> Option<&'static str>,
    ) {
        names.clear();
        let item_name = format!("an item of {name}");
        for item in self.items(name, node, "a list with at least one item") {
            let Some(text) = self.text(&item_name, item) else { continue };
            match flaw(text) {
                Some(flaw) => self.errors.add(item.at, format!("{item_name} {flaw}")),
                None => names.push(text.to_owned()),
            }
        }
    }
}
