//! One page per rule, from the comment at the top of its file, and the tables that list the rules.

use std::fs;

use patch_release_issues::rules::{Group, RULES, Rule};

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;

const GROUPS: [Group; 6] = [
    Group::Labels,
    Group::Description,
    Group::Entries,
    Group::Sections,
    Group::Security,
    Group::Facts,
];

/// The rules' pages and their index.
pub(crate) fn pages() -> Outcome<Vec<Page>> {
    let mut pages = RULES.iter().map(page).collect::<Outcome<Vec<Page>>>()?;
    pages.push(Page { path: "docs/rules/README.md".to_owned(), text: index() });
    Ok(pages)
}

/// Every group with a table of its rules. `folder` is the path to their pages, `level` the headings' marks.
pub(crate) fn tables(folder: &str, level: &str) -> String {
    let table = |group| {
        let rules = RULES.iter().filter(|rule| rule.group == group);
        let rows: String = rules.map(|rule| row(rule, folder)).collect();
        format!(
            "{level} {}\n\n| rule | severity | fix | what it finds |\n|---|---|---|---|\n{rows}",
            title(group)
        )
    };
    GROUPS.map(table).join("\n")
}

fn row(rule: &Rule, folder: &str) -> String {
    let Rule { name, summary, .. } = rule;
    let fix = if rule.has_fix { "yes" } else { "" };
    format!("| [`{name}`]({folder}{name}.md) | {} | {fix} | {summary} |\n", rule.level.name())
}

const fn title(group: Group) -> &'static str {
    match group {
        Group::Labels => "Labels",
        Group::Description => "The description as a whole",
        Group::Entries => "Release blocks and their entries",
        Group::Sections => "Sections",
        Group::Security => "Security issues",
        Group::Facts => "Facts that are checked on GitHub",
    }
}

fn index() -> String {
    format!("{INDEX}{}", tables("", "##"))
}

const INDEX: &str = "\
# Rules

Every diagnostic names its rule and links to the rule's page. An **error** makes the issue invalid, a **warning** \
does not. If the intent is clear, the diagnostic contains a fix, and the job summary shows the description with all \
fixes applied.

Each mistake causes one diagnostic: consequences of another mistake are not reported.

";

fn page(rule: &Rule) -> Outcome<Page> {
    let Rule { name, summary, .. } = rule;
    let path = format!("src/judge/rules/{}.rs", name.replace('-', "_"));
    let source =
        fs::read_to_string(root().join(&path)).map_err(|error| format!("{path}: {error}"))?;
    let comment = comment(&source).map_err(|error| format!("{path}: {error}"))?;
    let facts = [rule.level.name(), fix(rule), withheld(rule)].join(" · ");
    let summary = capitalised(summary);
    let text = format!("# {name}\n\n{summary}.\n\n*{facts}*\n\n{comment}\n\n{FOOT}");
    Ok(Page { path: format!("docs/rules/{name}.md"), text })
}

const FOOT: &str = "---\n\n[All rules](README.md) · [The template](../template.md)\n";

const fn fix(rule: &Rule) -> &'static str {
    if rule.has_fix { "fixed automatically if the intent is clear" } else { "no automatic fix" }
}

fn withheld(rule: &Rule) -> &'static str {
    if rule.group == Group::Security {
        "applies only to security issues whose details are withheld"
    } else if rule.when_withheld {
        "also applies to security issues whose details are withheld"
    } else {
        "does not apply to security issues whose details are withheld"
    }
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map(char::to_uppercase).into_iter().flatten().chain(characters).collect()
}

const HEADINGS: [&str; 4] = ["## What it does", "## Why", "## Example", "## Instead"];

/// The `//!` lines at the top of a rule's file.
fn comment(source: &str) -> Outcome<String> {
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    match HEADINGS.into_iter().find(|heading| !lines.contains(heading)) {
        Some(missing) => Err(format!("the comment at its top lacks `{missing}`").into()),
        None => Ok(lines.join("\n")),
    }
}
