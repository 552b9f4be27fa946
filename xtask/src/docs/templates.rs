//! The templates to copy, made from the names and prompts that the rules recognise.

use std::fs;

use patch_release_issues::policy::Scope;
use patch_release_issues::template::{HeldThings, SectionName, release_blocks};
use patch_release_issues::{Policy, read_policy};
use serde_json::json;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;

/// The page with the template, GitHub's issue template and GitHub's issue form.
pub(crate) fn pages() -> Outcome<Vec<Page>> {
    let folder = ".github/ISSUE_TEMPLATE";
    let policy = Policy::default();
    let mut pages = vec![
        Page { path: "docs/template.md".to_owned(), text: page() },
        Page { path: format!("{folder}/patch-release.md"), text: issue_template(&policy) },
        Page { path: format!("{folder}/patch-release.yml"), text: issue_form(&policy) },
    ];
    for (folder, name) in PROJECTS {
        let folder = format!("docs/projects/{folder}");
        let text = fs::read_to_string(root().join(format!("{folder}/{name}.yml")))?;
        let policy = read_policy(&text).map_err(|errors| format!("{folder}: {errors:?}"))?;
        let path = |ending: &str| format!("{folder}/templates/{name}.{ending}");
        pages.push(Page { path: path("md"), text: issue_template(&policy) });
        pages.push(Page { path: path("yml"), text: issue_form(&policy) });
    }
    Ok(pages)
}

/// The projects that docs/any-project.md shows and that have a template of their own: the folder and the policy.
const PROJECTS: [(&str, &str); 3] =
    [("numbers", "policy"), ("monorepo", "engine"), ("monorepo", "ui")];

fn page() -> String {
    PAGE.replace("{template}", &Policy::default().template())
}

const PAGE: &str = "\
# The template

Start the description of a patch-release issue with this text, and replace the text in each section with your answer:

````markdown
{template}````

GitHub shows it to authors when one of these files is in your repository's `.github/ISSUE_TEMPLATE/`:

- [`patch-release.md`](../.github/ISSUE_TEMPLATE/patch-release.md): the text above;
- [`patch-release.yml`](../.github/ISSUE_TEMPLATE/patch-release.yml): the same as a form. Submitted forms have sections \
at `###`, which is also valid.

Both set the label that identifies patch-release issues. The label must exist: GitHub ignores labels that do not.

## Filling it in

- **Releases.** `introduced-in` is the first release that has the problem, `resolved-in` the first that has the fix: \
`v` and three numbers. Each may be repeated, once per branch (`v1.6`, `v1.7`, …). Omit `resolved-in`, or leave it \
empty, until the fix is released or its release is known.
- **Branches.** Two more keys are optional. Their value is a branch: `not-affected=v1.8` says that `v1.8` never had the \
problem, and `wont-fix=v1.6` that `v1.6` has it and gets no fix. Each may be repeated, once per branch.
- **Root cause** lists the binaries that have the problem below `Binaries:`. `Binaries: none` is a valid answer.
- **PRs** lists pull requests as `#48123`, `kubernetes/kubernetes#48123` or by their URL.
- **Not known yet?** `TBD` is a valid answer in *Root cause*, *Resolution* and *PRs* until the issue is done. It is \
done when a release that it names as `resolved-in` is tagged, or when it is closed as completed and no maintained \
branch still has the problem.
- **Security.** Leave out the details and write that you are working with the product security team, or set a label \
such as `area/security`.

What each diagnostic means: [all rules](rules/README.md).
";

fn issue_template(policy: &Policy) -> String {
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

fn issue_form(policy: &Policy) -> String {
    let head = format!("name: {}\ndescription: {}\n", json!(FORM_NAME), json!(ABOUT));
    let labels = labels(policy).into_iter().map(|label| format!("  - {}\n", json!(label)));
    let labels: String = labels.collect();
    let sections: String = policy.sections.all().map(|name| section(policy, name)).collect();
    format!("{head}labels:\n{labels}body:\n{WELCOME}{}{sections}", releases(policy))
}

const WELCOME: &str = "  - type: markdown
    attributes:
      value: |
        Is this an unresolved security problem? Leave out the details: open a blank issue that says only that you are working with the product security team.
";

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
