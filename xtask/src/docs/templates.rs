//! The templates to copy, made from the names and prompts that the rules recognise.

use std::fs;

use patch_release_issues::command_line::{issue_form, issue_template};
use patch_release_issues::{Policy, read_policy};

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
