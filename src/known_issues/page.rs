//! The report as a web page: a single file that needs no server. It shows what the report says and decides nothing.
//!
//! Untrusted text is put only into text and quoted attributes. The template escapes it, and invisible characters are
//! made visible. Links are made of the repository's address and numbers. The Content-Security-Policy lets the browser
//! run the script and apply the style by their hashes, and request nothing.

mod advice;
mod branch;
mod changes;
mod data;
mod filters;
mod hash;
mod issue;
mod issue_links;
mod matrix;
mod mentioned;
mod named_fix;
mod next_release;
mod repository;
mod short_list;
mod wording;

use askama::Template;

use crate::known_issues::KnownIssues;
use issue::SettleRemark;
use repository::RepositorySection;

const STYLE: &str = include_str!("../../templates/page/page.css");
/// The modules of the script, each after those that it imports.
const SCRIPTS: [&str; 5] = [
    include_str!("../../templates/page/numbers.js"),
    include_str!("../../templates/page/rows.js"),
    include_str!("../../templates/page/ask.js"),
    include_str!("../../templates/page/filters.js"),
    include_str!("../../templates/page/start.js"),
];

#[derive(Template)]
#[template(path = "page/page.html")]
struct PageTemplate<'a> {
    title: String,
    content_policy: String,
    style: &'static str,
    script: String,
    as_of: Option<&'a str>,
    repositories: Vec<RepositorySection<'a>>,
}

/// The report as HTML. The same report gives the same bytes.
pub(super) fn page(known: &KnownIssues) -> String {
    let names: Vec<&str> = known.repositories.iter().map(|one| one.name.as_str()).collect();
    let is_alone = names.len() == 1;
    let repositories = known.repositories.iter().enumerate();
    let script = script(known);
    let page = PageTemplate {
        title: format!("Known issues of {}", wording::listed(&names)),
        content_policy: content_policy(&script),
        style: STYLE,
        script,
        as_of: known.as_of.as_deref().map(wording::day),
        repositories: repositories
            .map(|(index, one)| {
                let prefix = if is_alone { String::new() } else { format!("r{}-", index + 1) };
                RepositorySection::of(one, prefix, known.as_of.as_deref())
            })
            .collect(),
    };
    // Writing to a string cannot fail.
    page.render().unwrap_or_default()
}

/// The page's Content-Security-Policy.
fn content_policy(script: &str) -> String {
    let (style, script) = (hash::source(STYLE), hash::source(script));
    format!(
        "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'"
    )
}

/// What reads a version that somebody types, where versions are written `v1.6.2`, and what reads any.
const READS: [(&str, &str); 3] = [
    (
        r#"const spelled = (text) => `v${text.trim().replace(/^v/i, "").replace(/\+.*$/, "")}`;"#,
        r#"const number = (text) => text.trim().replace(/^.*?(?=\d+\.\d+)/, "").replace(/\+.*$/, "");
const spelled = (text) => [...answers.keys()].find((one) => one === text.trim()) ?? [...answers.keys()].find((one) => number(one) === number(text)) ?? text.trim();"#,
    ),
    (r"/^(v\d+\.\d+\.\d+)-", r"/^(\D*\d+\.\d+\.\d+)-"),
    (r"/^(v\d+\.\d+)\.\d+/", r"/^(\D*\d+\.\d+)\.\d+/"),
];

/// The script of the page.
fn script(known: &KnownIssues) -> String {
    let is_default = known.repositories.iter().all(|one| one.settings.tags.is_default());
    let mut script = joined();
    for (written, any) in READS.into_iter().filter(|_| !is_default) {
        script = script.replace(written, any);
    }
    script
}

/// The modules as one script, without what only their readers need: imports, comments and indents.
fn joined() -> String {
    let mut script = String::from("\"use strict\";\n");
    for line in SCRIPTS.iter().flat_map(|module| module.lines()).map(str::trim_start) {
        let is_left_out = ["import ", "/**", "* ", "*/", "// "];
        if !line.is_empty()
            && line != "*"
            && !is_left_out.iter().any(|start| line.starts_with(start))
        {
            script.push_str(line.strip_prefix("export ").unwrap_or(line));
            script.push('\n');
        }
    }
    script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_contains_what_reads_a_version() {
        let script = joined();
        assert!(READS.iter().all(|(written, _)| script.matches(written).count() == 1));
    }
}
