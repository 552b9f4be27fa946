//! The templates to copy, from the words that the rules know.

use patch_release_issues::policy::Scope;
use patch_release_issues::template::{RELEASE_BLOCKS, SectionName, template};
use serde_json::json;

use crate::docs::page::Page;

/// The page with the template, GitHub's issue template and GitHub's issue form.
pub(crate) fn pages() -> Vec<Page> {
    let folder = ".github/ISSUE_TEMPLATE";
    vec![
        Page { path: "docs/template.md".to_owned(), text: page() },
        Page { path: format!("{folder}/patch-release.md"), text: issue_template() },
        Page { path: format!("{folder}/patch-release.yml"), text: issue_form() },
    ]
}

fn page() -> String {
    PAGE.replace("{template}", &template())
}

const PAGE: &str = "\
# The template

Start the description of a patch-release issue from this text, and replace what each section asks for:

````markdown
{template}````

GitHub shows it to authors by itself once one of these files is in your repository's `.github/ISSUE_TEMPLATE/`:

- [`patch-release.md`](../.github/ISSUE_TEMPLATE/patch-release.md): the text above;
- [`patch-release.yml`](../.github/ISSUE_TEMPLATE/patch-release.yml): the same as a form. What it submits has the \
sections at `###`, which is equally right.

Both set the label that tells patch-release issues from others. It must exist: GitHub ignores labels that do not.

## Filling it in

- **Releases.** `introduced-in` is the first release that has the problem, `resolved-in` the first that has the fix: \
`v` and three numbers. Each may be repeated, once a branch (`v1.6`, `v1.7`, …). Leave `resolved-in` out, or empty, \
until the fix is released or its release is known.
- **Branches.** Two more keys are optional, and their value is a branch: `not-affected=v1.8` says that `v1.8` never had \
the problem, and `wont-fix=v1.6` that `v1.6` has it and gets no fix. Each may be repeated, once a branch.
- **Root cause** names the binaries that have the problem in a list below `Binaries:`. `Binaries: none` is an answer.
- **PRs** lists pull requests as `#48123`, `kubernetes/kubernetes#48123` or by their address.
- **Not known yet?** `TBD` is an answer in *Root cause*, *Resolution* and *PRs* until the issue is done, which it is \
once a release that `resolved-in` names is out, or it is closed as completed and no maintained branch still has the \
problem.
- **Security.** Leave the details out and write that you are working with the product security team; or set a label \
such as `area/security`.

What each diagnostic means: [all rules](rules/README.md).
";

fn issue_template() -> String {
    let head = [("name", NAME), ("about", ABOUT), ("title", ""), ("labels", &labels().join(", "))];
    let head: String = head.map(|(key, value)| format!("{key}: {}\n", json!(value))).concat();
    format!("---\n{head}---\n\n{}", template())
}

const NAME: &str = "Patch release issue";
const FORM_NAME: &str = "Patch release issue (form)";
const ABOUT: &str = "A problem in a release that a patch release has fixed or should fix";

fn labels() -> Vec<String> {
    match Scope::default() {
        Scope::Labels { labels } => labels,
        Scope::All(_) => Vec::new(),
    }
}

fn issue_form() -> String {
    let head = format!("name: {}\ndescription: {}\n", json!(FORM_NAME), json!(ABOUT));
    let labels = labels().into_iter().map(|label| format!("  - {}\n", json!(label)));
    let labels: String = labels.collect();
    let sections: String = SectionName::ALL.map(section).concat();
    format!("{head}labels:\n{labels}body:\n{WELCOME}{}{sections}", releases())
}

const WELCOME: &str = "  - type: markdown
    attributes:
      value: |
        Is it a security problem that is not resolved yet? Leave the details out: write in a blank issue only that you are working with the product security team.
";

/// The release block: keys to complete. An empty `resolved-in` says \"not yet\".
fn releases() -> String {
    let mut keys: Vec<&str> =
        RELEASE_BLOCKS.lines().filter_map(|line| Some(line.split_once('=')?.0)).collect();
    keys.dedup();
    let value: Vec<String> = keys.into_iter().map(|key| format!("{key}=")).collect();
    Field {
        id: "releases",
        label: "Releases",
        description: "The first release with the problem and, once it is known, the first with the fix, as `vX.Y.Z`. Repeat a line for every branch.",
        value: Some(&value.join("\n")),
        render: Some("release"),
    }
    .yaml()
}

fn section(name: SectionName) -> String {
    let (start, question) = match name.prompt().rsplit_once("\n\n") {
        Some((start, question)) => (Some(start), question),
        None => (None, name.prompt()),
    };
    let is_list = name == SectionName::PullRequests;
    let question = if is_list { "The pull requests that fix it: `#NNNNN`" } else { question };
    let hint = if name.is_deferrable() { " (`TBD` while nobody knows)" } else { "" };
    Field {
        id: &name.title().to_lowercase().replace(' ', "-"),
        label: name.title(),
        description: &format!("{question}{hint}"),
        value: start,
        render: None,
    }
    .yaml()
}

/// A text area that must be filled in.
struct Field<'a> {
    id: &'a str,
    label: &'a str,
    description: &'a str,
    value: Option<&'a str>,
    render: Option<&'a str>,
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
        let (id, attributes) = (self.id, attributes.concat());
        format!(
            "  - type: textarea\n    id: {id}\n    attributes:\n{attributes}    validations:\n      required: true\n"
        )
    }
}
