//! Hand-written pages with generated parts, which are between `<!-- name -->` and `<!-- /name -->`.

use std::fs;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;

/// The page at `path` with its generated parts up to date.
pub(crate) fn page(path: &str, parts: &[(&str, String)]) -> Outcome<Page> {
    let mut text = fs::read_to_string(root().join(path))?;
    for (name, part) in parts {
        text = replaced(&text, name, part).ok_or_else(|| format!("{path} lacks its `{name}`"))?;
    }
    Ok(Page { path: path.to_owned(), text })
}

/// `text` with `part` between the two markers called `name`.
fn replaced(text: &str, name: &str, part: &str) -> Option<String> {
    let (start, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
    let (before, rest) = text.split_once(&start)?;
    let (_, after) = rest.split_once(&end)?;
    Some(format!("{before}{start}\n{part}\n{end}{after}"))
}
