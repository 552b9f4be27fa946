//! The issue template and the issue form of a policy, as GitHub shows them to authors.

use serde_json::json;

use crate::format::template::{HeldThings, SectionName, release_blocks};
use crate::policy::{Policy, Scope, presets};
use crate::text::quote::code;

/// The file of an issue template on GitHub.
#[must_use]
pub fn issue_template(policy: &Policy) -> String {
    let head =
        [("name", NAME), ("about", ABOUT), ("title", ""), ("labels", &labels(policy).join(", "))];
    let head: String = head.map(|(key, value)| format!("{key}: {}\n", json!(value))).concat();
    format!("---\n{head}---\n\n{}", policy.template())
}

const NAME: &str = "Patch release issue";
const FORM_NAME: &str = "Patch release issue (form)";
const ABOUT: &str = "A problem in a release that a patch release has fixed or should fix";

fn labels(policy: &Policy) -> Vec<String> {
    match &policy.scope {
        Scope::Labels { labels } => labels.clone(),
        Scope::All(_) => Vec::new(),
    }
}

/// The file of an issue form on GitHub.
#[must_use]
pub fn issue_form(policy: &Policy) -> String {
    let head = format!("name: {}\ndescription: {}\n", json!(FORM_NAME), json!(ABOUT));
    let labels = labels(policy).into_iter().map(|label| format!("  - {}\n", json!(label)));
    let mut labels: String = labels.collect();
    if !labels.is_empty() {
        labels.insert_str(0, "labels:\n");
    }
    let sections: String = policy.sections.all().map(|name| section(policy, name)).collect();
    format!("{head}{labels}body:\n{}{}{sections}", welcome(policy), releases(policy))
}

/// What to do about a security problem.
fn welcome(policy: &Policy) -> String {
    let phrase = policy.security.phrases.first().filter(|_| !presets::has_security_team(policy));
    let statement = match phrase {
        Some(phrase) => code(phrase),
        None => "that you are working with the product security team".to_owned(),
    };
    format!(
        "  - type: markdown
    attributes:
      value: |
        Is this an unresolved security problem? Leave out the details: open a blank issue that says only {statement}.
"
    )
}

/// The release block, with keys to complete. An empty `resolved-in` means \"not yet\".
fn releases(policy: &Policy) -> String {
    let blocks = release_blocks(policy.tags.spelling());
    let mut keys: Vec<&str> =
        blocks.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
    keys.dedup();
    let value: Vec<String> = keys.into_iter().map(|key| format!("{key}=")).collect();
    Field {
        id: "releases",
        label: "Releases",
        description: &format!(
            "The first release with the problem and, once it is known, the first with the fix, as `{}`. Repeat a line for every branch.",
            policy.tags.spelling().write("X.Y.Z")
        ),
        value: Some(&value.join("\n")),
        render: Some("release"),
        is_required: true,
    }
    .yaml()
}

fn section(policy: &Policy, name: SectionName) -> String {
    let sections = &policy.sections;
    let (title, prompt) = (sections.title(name), sections.prompt(name));
    let (start, question) = match prompt.rsplit_once("\n\n") {
        Some((start, question)) => (Some(start), question),
        None => (None, prompt),
    };
    // The form of the defaults has ids made of the names; names of others may not be ids.
    let is_default = policy.sections == Policy::default().sections;
    let own_id = || format!("section-{}", name.place() + 1);
    let id = if is_default { title.to_lowercase().replace(' ', "-") } else { own_id() };
    let is_list = sections.holding(HeldThings::PullRequests) == Some(name);
    let question = if is_list { "The pull requests that fix it: `#NNNNN`" } else { question };
    let hint = if sections.is_deferrable(name) { " (`TBD` if not known yet)" } else { "" };
    Field {
        id: &id,
        label: title,
        description: &format!("{question}{hint}"),
        value: start,
        render: None,
        is_required: !sections.is_optional(name),
    }
    .yaml()
}

/// A text area.
struct Field<'a> {
    id: &'a str,
    label: &'a str,
    description: &'a str,
    value: Option<&'a str>,
    render: Option<&'a str>,
    is_required: bool,
}

impl Field<'_> {
    fn yaml(&self) -> String {
        let attributes = [
            ("label", Some(self.label)),
            ("description", Some(self.description)),
            ("value", self.value),
            ("render", self.render),
        ];
        let attributes = attributes.into_iter().filter_map(|(key, value)| Some((key, value?)));
        let attributes: Vec<String> =
            attributes.map(|(key, value)| format!("      {key}: {}\n", json!(value))).collect();
        let (id, attributes, is_required) = (self.id, attributes.concat(), self.is_required);
        format!(
            "  - type: textarea\n    id: {id}\n    attributes:\n{attributes}    validations:\n      required: {is_required}\n"
        )
    }
}
