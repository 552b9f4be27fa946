//! The README's tables, between `<!-- name -->` and `<!-- /name -->`. All else in it is written by people.

use std::fs;

use crate::Outcome;
use crate::command::root;
use crate::docs::pages::Page;
use crate::docs::{action, rules};

const PATH: &str = "README.md";

/// The README with its generated parts as they should be.
pub(crate) fn page() -> Outcome<Page> {
    let action = fs::read_to_string(root().join("action.yml"))?;
    let mut text = fs::read_to_string(root().join(PATH))?;
    for (name, part) in [
        ("inputs", action::inputs(&action)?),
        ("outputs", action::outputs(&action)?),
        ("rules", rules::tables("docs/rules/", "###")),
    ] {
        text = replaced(&text, name, &part)?;
    }
    Ok(Page { path: PATH.to_owned(), text })
}

/// `text` with `part` between the two markers called `name`.
fn replaced(text: &str, name: &str, part: &str) -> Outcome<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let (before, rest) = text.split_once(&start).ok_or_else(|| format!("{PATH} lacks {start}"))?;
    let (_, after) = rest.split_once(&end).ok_or_else(|| format!("{PATH} lacks {end}"))?;
    Ok(format!("{before}{start}\n{part}\n{end}{after}"))
}
