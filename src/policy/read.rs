//! Reads a policy file, or reports every mistake in it.

use crate::format::affected::CherryPicks;
use crate::links;
use crate::policy::error::PolicyError;
use crate::policy::label_conflicts;
use crate::policy::label_conflicts::Places;
use crate::policy::label_pattern;
use crate::policy::label_pattern::{LONGEST_NAME, Pattern, Placeholder};
use crate::policy::labels::Labels;
use crate::policy::level::Level;
use crate::policy::mapping::{Mapping, Reader, is_null, mapping};
use crate::policy::yaml;
use crate::policy::yaml::{Node, ScalarKind, YamlValue};
use crate::policy::{All, CommandSwitch, Policy, Priorities, Scope, Security, Sigs};
use crate::text::line_feeds::line_feeds;
use crate::text::quote::code;

/// The longest file that is read, in bytes.
const LONGEST: usize = 64 * 1024;

const KEYS: &[&str] = &[
    "scope",
    "priorities",
    "sigs",
    "binaries",
    "security",
    "cherry-picks",
    "maintained",
    "commands",
    "rules",
    "labels",
];

impl Policy {
    /// Reads a policy file: one document of YAML 1.2, at most 64 KiB, without anchors, aliases, tags and merge keys. An
    /// empty file is the default policy. `rules` contains the names of all rules.
    ///
    /// # Errors
    /// The mistakes in the file, ordered by position, at most 20. If it is not YAML, only the error of the YAML parser.
    pub fn read(text: &str, rules: &[&'static str]) -> Result<Self, Vec<PolicyError>> {
        let is_long = text.len() > LONGEST;
        // The parser's places and messages depend on line ends.
        let fed = line_feeds(text.strip_prefix('\u{feff}').unwrap_or(text));
        let text = &*fed;
        let mut reader = Reader::default();
        let mut policy = Policy::default();
        if is_long {
            reader.errors.add(0, "the policy is longer than 64 KiB".to_owned());
        } else if let Some(root) =
            yaml::read(text, &mut reader.errors).filter(|root| !is_null(root))
        {
            let places = reader.policy(&root, rules, &mut policy);
            label_conflicts::check(&policy, &places, &mut reader.errors);
        }
        if reader.errors.is_empty() { Ok(policy) } else { Err(reader.errors.located(text)) }
    }
}

impl Reader {
    fn policy(&mut self, node: &Node<'_>, rules: &[&'static str], policy: &mut Policy) -> Places {
        let mut places = Places::new();
        let mapping = mapping("the policy", KEYS, "keys with values, such as `maintained: 3`");
        for (key, value) in self.members(&mapping, node) {
            places.push((key, value.at));
            match key {
                "scope" => self.scope(value, &mut policy.scope),
                "priorities" => self.priorities(value, &mut policy.priorities),
                "sigs" => self.sigs(value, &mut policy.sigs),
                "binaries" => self.optional_names("`binaries`", value, &mut policy.binaries),
                "security" => self.security(value, &mut policy.security),
                "cherry-picks" => self.cherry_picks(value, &mut policy.cherry_picks),
                "commands" => self.commands(value, &mut policy.commands),
                "maintained" => self.maintained(value, &mut policy.maintained),
                "rules" => self.rules(value, rules, &mut policy.rules),
                _ => self.labels(value, &mut policy.labels, &mut places),
            }
        }
        places
    }

    fn scope(&mut self, node: &Node<'_>, scope: &mut Scope) {
        let want = "`all`, or a mapping such as `{labels: [patch-release]}`";
        if matches!(&node.value, YamlValue::Scalar(text, ScalarKind::Text) if text == "all") {
            *scope = Scope::All(All::All);
            return;
        }
        if matches!(&node.value, YamlValue::Map(members) if members.is_empty()) {
            self.wrong("`scope`", node, want);
        }
        for (_, value) in self.members(&mapping("`scope`", &["labels"], want), node) {
            let mut labels = Vec::new();
            self.label_names("`labels`", value, &mut labels);
            *scope = Scope::Labels { labels };
        }
    }

    fn priorities(&mut self, node: &Node<'_>, priorities: &mut Priorities) {
        let want = "a mapping such as `{prefix: priority/}`";
        for (key, value) in
            self.members(&mapping("`priorities`", &["prefix", "accepted"], want), node)
        {
            match key {
                "prefix" => self.prefix(value, &mut priorities.prefix),
                _ => self.names("`accepted`", value, &mut priorities.accepted, label_pattern::flaw),
            }
        }
    }

    fn sigs(&mut self, node: &Node<'_>, sigs: &mut Sigs) {
        let want = "a mapping such as `{prefix: sig/}`";
        for (key, value) in self.members(&mapping("`sigs`", &["prefix", "known"], want), node) {
            match key {
                "prefix" => self.prefix(value, &mut sigs.prefix),
                _ => self.optional_names("`known`", value, &mut sigs.known),
            }
        }
    }

    fn security(&mut self, node: &Node<'_>, security: &mut Security) {
        let want = "a mapping such as `{labels: [area/security]}`";
        for (key, value) in self.members(&mapping("`security`", &["labels", "phrases"], want), node)
        {
            let is_none = matches!(&value.value, YamlValue::List(items) if items.is_empty());
            match key {
                "labels" if is_none => security.labels.clear(),
                "labels" => self.label_names("`labels`", value, &mut security.labels),
                _ if is_none => security.phrases.clear(),
                _ => {
                    self.names("`phrases`", value, &mut security.phrases, phrase_flaw);
                    for phrase in &mut security.phrases {
                        *phrase = crate::text::normalize::text(phrase);
                    }
                }
            }
        }
    }

    fn cherry_picks(&mut self, node: &Node<'_>, cherry_picks: &mut CherryPicks) {
        match &node.value {
            YamlValue::Scalar(text, ScalarKind::Text) if text == "main-first" => {
                *cherry_picks = CherryPicks::MainFirst;
            }
            YamlValue::Scalar(text, ScalarKind::Text) if text == "independent" => {
                *cherry_picks = CherryPicks::Independent;
            }
            _ => self.wrong("`cherry-picks`", node, "`main-first` or `independent`"),
        }
    }

    fn commands(&mut self, node: &Node<'_>, commands: &mut Option<CommandSwitch>) {
        *commands = match &node.value {
            YamlValue::Scalar(_, ScalarKind::Null) => None,
            YamlValue::Scalar(text, ScalarKind::Text) if text == "on" => Some(CommandSwitch::On),
            YamlValue::Scalar(text, ScalarKind::Text) if text == "off" => Some(CommandSwitch::Off),
            _ => return self.wrong("`commands`", node, "`on` or `off`"),
        };
    }

    fn rules(
        &mut self,
        node: &Node<'_>,
        known: &[&'static str],
        levels: &mut Vec<(&'static str, Level)>,
    ) {
        let list = links::rule_page("README");
        let mapping = Mapping {
            key: "rule",
            list: Some(&list),
            ..mapping("`rules`", known, "a mapping such as `{late-release-block: off}`")
        };
        for (rule, value) in self.members(&mapping, node) {
            let named = |text: &str| Level::ALL.into_iter().find(|level| level.name() == text);
            let level = match &value.value {
                YamlValue::Scalar(text, ScalarKind::Text) => named(text),
                _ => None,
            };
            match level {
                Some(level) => levels.push((rule, level)),
                None => self.wrong(&code(rule), value, "`error`, `warning` or `off`"),
            }
        }
    }

    fn labels(&mut self, node: &Node<'_>, labels: &mut Labels, places: &mut Places) {
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

    fn optional_names(&mut self, name: &str, node: &Node<'_>, names: &mut Option<Vec<String>>) {
        if is_null(node) {
            *names = None;
            return;
        }
        let mut listed = Vec::new();
        self.names(name, node, &mut listed, label_pattern::flaw);
        *names = Some(listed);
    }

    fn label_names(&mut self, name: &str, node: &Node<'_>, names: &mut Vec<String>) {
        self.names(name, node, names, label_pattern::flaw);
    }

    fn names(
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

/// Why `phrase` cannot be looked for: behind the words "`x` …".
fn phrase_flaw(phrase: &str) -> Option<&'static str> {
    crate::text::normalize::text(phrase).is_empty().then_some("is empty")
}
