//! One page per rule, from the comment at the top of its file, and the tables that list the rules.

use std::fs;

use patch_release_issues::compose::share::SharedDraft;
use patch_release_issues::links::SITE;
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
    let text = format!(
        "# {name}\n\n{summary}.\n\n*{facts}*\n\n{comment}\n\n---\n\n{}{FOOT}",
        trial(&comment)
    );
    Ok(Page { path: format!("docs/rules/{name}.md"), text })
}

const FOOT: &str = "[All rules](README.md) · [The template](../template.md)\n";

/// The link that opens the example in the compose page; empty for prose.
fn trial(comment: &str) -> String {
    let example = comment.split_once("\n## Example\n").map_or("", |(_, rest)| rest);
    let example = example.split("\n## Instead\n").next().unwrap_or_default();
    let body = fence(example);
    let labels = example.lines().find_map(|line| line.strip_prefix("Labels: "));
    if body.is_none() && labels.is_none() {
        return String::new();
    }
    let labels = labels.unwrap_or("`priority/important-soon`, `sig/node`").split('`');
    let labels: Vec<&str> = labels.skip(1).step_by(2).collect();
    let shared = SharedDraft {
        title: "An example",
        body: body.as_deref().unwrap_or(GOOD),
        labels: &labels,
        is_closed: example.contains("closed as completed"),
        repository: "",
    };
    let fragment = shared.fragment();
    fragment.map(|text| format!("[Try the example]({SITE}/compose/#{text}) · ")).unwrap_or_default()
}

/// The text of the first code fence.
fn fence(example: &str) -> Option<String> {
    let mut lines = example.lines().skip_while(|line| !line.starts_with("```"));
    let end = lines.next()?.trim_end_matches("markdown").to_owned();
    let inside = lines.take_while(|line| *line != end);
    Some(inside.flat_map(|line| [line, "\n"]).collect())
}

/// A description without mistakes, for examples that are about labels.
const GOOD: &str = "```release\nintroduced-in=v1.6.2\n```\n\n## Symptoms\n\nPods restart.\n\n## Root cause\n\nTBD\n\n## Impact\n\nAll users.\n\n## Resolution\n\nTBD\n\n## PRs\n\n- #48123\n";

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
