//! The README's tables. The rest of it is hand-written.

use std::fs;

use crate::Outcome;
use crate::command::root;
use crate::docs::page::Page;
use crate::docs::{action, generated_parts, rules};

/// The README with its generated parts up to date.
pub(crate) fn page() -> Outcome<Page> {
    let action = fs::read_to_string(root().join("action.yml"))?;
    let tables = [
        ("inputs", action::inputs(&action)?),
        ("outputs", action::outputs(&action)?),
        ("rules", rules::tables("docs/rules/", "###")),
    ];
    generated_parts::page("README.md", &tables)
}
