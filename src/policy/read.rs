//! Reads a policy file, or reports every mistake in it.

use crate::format::affected::CherryPicks;
use crate::links;
use crate::policy::error::{PolicyError, PolicyErrors, SHARED_PLACES};
use crate::policy::extends::Extends;
use crate::policy::label_conflicts::{self, Places, place_of};
use crate::policy::level::Level;
use crate::policy::mapping::{Mapping, Reader, is_null, mapping};
use crate::policy::presets;
use crate::policy::yaml::{self, Node, ScalarKind, YamlValue};
use crate::policy::{All, CommandSwitch, Policy, Scope, Security};
use crate::text::line_feeds::line_feeds;
use crate::text::quote::code;
use crate::text::shared_file::SharedFile;

/// The longest file that is read, in bytes.
const LONGEST: usize = 64 * 1024;

const KEYS: &[&str] = &[
    "extends",
    "name",
    "tags",
    "scope",
    "priorities",
    "sigs",
    "help",
    "sections",
    "components",
    "binaries",
    "security",
    "cherry-picks",
    "maintained",
    "commands",
    "rules",
    "labels",
];

/// The policy file of another repository, as it was read.
#[derive(Clone, Copy, Debug)]
pub struct Shared<'a> {
    /// Its name, `owner/name:path@ref`, for errors.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Shared<'_> {
    /// Mistakes in it, with their places.
    fn located(&self, errors: PolicyErrors) -> Vec<PolicyError> {
        let mut errors = errors.located(without_mark(self.text));
        for error in &mut errors {
            error.file = Some(self.name.to_owned());
        }
        errors
    }
}

/// What a policy asks to build on, if its file can be read and says so.
#[must_use]
pub fn extended(text: &str) -> Option<Extends> {
    let mut reader = Reader::default();
    let root = reader.root(text)?;
    let YamlValue::Map(members) = &root.value else { return None };
    let is_key =
        |node: &Node<'_>| matches!(&node.value, YamlValue::Scalar(text, _) if text == "extends");
    match &members.iter().find(|(key, _)| is_key(key))?.1.value {
        YamlValue::Scalar(text, ScalarKind::Text) => Extends::parse(text),
        _ => None,
    }
}

/// What a policy is checked by when it is complete: why it cannot be used.
pub(crate) type Check = fn(&Policy) -> Option<String>;

impl Policy {
    /// Reads a policy file: one document of YAML 1.2, at most 64 KiB, without anchors, aliases, tags and merge keys. An
    /// empty file is the default policy. `shared` is the file that it extends, if it extends one; `rules` contains the
    /// names of all rules.
    ///
    /// # Errors
    /// The mistakes in the files, ordered by position, at most 20 a file. If one is not YAML, only the error of the YAML
    /// parser.
    pub(crate) fn read(
        text: &str,
        shared: Option<Shared<'_>>,
        rules: &[&'static str],
        check: Check,
    ) -> Result<Self, Vec<PolicyError>> {
        // The parser's places and messages depend on line ends.
        let text: &str = &line_feeds(text);
        let fed_shared = shared.map(|shared| line_feeds(shared.text)).unwrap_or_default();
        let shared = shared.map(|shared| Shared { text: &fed_shared, ..shared });
        let base = extended(text);
        let (mut policy, inherited) = match (base, shared) {
            (Some(Extends::Preset(name)), _) => (presets::preset(name), Places::new()),
            (Some(Extends::File(_)), Some(shared)) => Self::read_shared(shared, rules)?,
            _ => (Self::default(), Places::new()),
        };
        let text = without_mark(text);
        let mut reader = Reader::default();
        if let Some(root) = reader.root(text).filter(|root| !is_null(root)) {
            let mut places = reader.policy(&root, rules, &mut policy);
            if shared.is_none() {
                let message = "`extends` names a file of another repository, which only the actions and the command line read: write its keys into this policy";
                reader.refuse_file(&policy, &places, message);
            }
            places.extend(inherited.into_iter().map(|(key, at)| (key, SHARED_PLACES + at)));
            policy.complete();
            label_conflicts::check(&policy, &places, &mut reader.errors);
            if reader.errors.is_empty()
                && let Some(flaw) = check(&policy)
            {
                let keys = ["sections", "tags", "components"];
                let place = keys.iter().find_map(|key| place_of(&places, key));
                reader.errors.add(place.unwrap_or_default(), flaw);
            }
        }
        if reader.errors.is_empty() {
            return Ok(policy);
        }
        let in_shared = reader.errors.split_shared();
        let mut errors = reader.errors.located(text);
        if let Some(shared) = shared {
            errors.extend(shared.located(in_shared));
        }
        Err(errors)
    }

    fn read_shared(
        shared: Shared<'_>,
        rules: &[&'static str],
    ) -> Result<(Self, Places), Vec<PolicyError>> {
        let mut policy = match extended(shared.text) {
            Some(Extends::Preset(name)) => presets::preset(name),
            _ => Self::default(),
        };
        let mut reader = Reader::default();
        let mut places = Places::new();
        if let Some(root) = reader.root(shared.text).filter(|root| !is_null(root)) {
            places = reader.policy(&root, rules, &mut policy);
            let message =
                "a policy that others extend may extend only a preset: `kubernetes` or `minimal`";
            reader.refuse_file(&policy, &places, message);
        }
        if reader.errors.is_empty() {
            return Ok((policy, places));
        }
        Err(shared.located(reader.errors))
    }

    /// Writes the branches of `maintained` as tags are, and names components as the policy does, whatever file said so.
    fn complete(&mut self) {
        presets::name_components(self);
        let spelling = self.tags.spelling();
        if let crate::evidence::Maintained::Listed(branches) = &mut self.maintained {
            for branch in branches {
                *branch = branch.spelled(spelling);
            }
        }
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

impl Reader {
    /// The document of a file, unless it cannot be read, which is reported.
    fn root<'a>(&mut self, text: &'a str) -> Option<Node<'a>> {
        let text = without_mark(text);
        if text.len() > LONGEST {
            self.errors.add(0, "the policy is longer than 64 KiB".to_owned());
            return None;
        }
        yaml::read(text, &mut self.errors)
    }

    /// Reports that a policy extends a file.
    fn refuse_file(&mut self, policy: &Policy, places: &Places, message: &str) {
        if policy.extends.as_deref().and_then(SharedFile::parse).is_some() {
            let at = place_of(places, "extends").unwrap_or_default();
            self.errors.add(at, message.to_owned());
        }
    }

    fn policy(&mut self, node: &Node<'_>, rules: &[&'static str], policy: &mut Policy) -> Places {
        let mut places = Places::new();
        let mapping = mapping("the policy", KEYS, "keys with values, such as `maintained: 3`");
        let members = self.members(&mapping, node);
        // Branches are written as tags are.
        for (_, value) in members.iter().filter(|(key, _)| *key == "tags") {
            self.tags(value, &mut policy.tags);
        }
        for (key, value) in members {
            places.push((key, value.at));
            match key {
                "tags" => {}
                "extends" => self.extends(value, policy),
                "name" => self.name(value, policy),
                "scope" => self.scope(value, &mut policy.scope),
                "priorities" => self.priorities(value, &mut policy.priorities),
                "sigs" => self.sigs(value, &mut policy.sigs),
                "help" => self.help(value, &mut policy.help),
                "sections" => self.sections(value, &mut policy.sections),
                "components" => self.components(value, &mut policy.components),
                "binaries" => self.optional_names("`binaries`", value, &mut policy.binaries),
                "security" => self.security(value, &mut policy.security),
                "cherry-picks" => self.cherry_picks(value, &mut policy.cherry_picks),
                "commands" => self.commands(value, &mut policy.commands),
                "maintained" => self.maintained(value, &policy.tags, &mut policy.maintained),
                "rules" => self.rules(value, rules, &mut policy.rules),
                _ => self.labels(value, &mut policy.labels, &mut places),
            }
        }
        places
    }

    fn extends(&mut self, node: &Node<'_>, policy: &mut Policy) {
        let want = "`kubernetes`, `minimal`, or a file such as `example/release:.github/patch-release-issues.yml@main`";
        if is_null(node) {
            return;
        }
        match &node.value {
            YamlValue::Scalar(text, ScalarKind::Text) if Extends::parse(text).is_some() => {
                policy.extends = Some(text.clone().into_owned());
            }
            _ => self.wrong("`extends`", node, want),
        }
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
                Some(level) => {
                    levels.retain(|(other, _)| *other != rule);
                    levels.push((rule, level));
                }
                None => self.wrong(&code(rule), value, "`error`, `warning` or `off`"),
            }
        }
    }
}

/// Why `phrase` cannot be looked for: behind the words "`x` …".
fn phrase_flaw(phrase: &str) -> Option<&'static str> {
    crate::text::normalize::text(phrase).is_empty().then_some("is empty")
}
