//! A report → Markdown.

mod cells;
mod changes;
mod document;
mod next;
mod releases;
mod sections;

use askama::Template;

use crate::known_issues::KnownIssues;
use crate::known_issues::markdown::document::{Document, DocumentSection};

/// The most that a text may contain.
#[derive(Clone, Copy)]
pub(crate) struct Limit {
    most: usize,
    measure: fn(&str) -> usize,
}

impl Limit {
    /// For a file: nothing is cut.
    pub(crate) const NONE: Self = Self { most: usize::MAX, measure: str::len };

    /// For a job summary: GitHub drops a summary of more than 1 MiB.
    pub(crate) const SUMMARY: Self = Self { most: 900 * 1024, measure: str::len };

    /// For an issue's body: GitHub refuses more than 65,536 characters, counted as UTF-16 code units.
    pub(crate) const ISSUE_BODY: Self =
        Self { most: 60_000, measure: |text| text.encode_utf16().count() };
}

#[derive(Template)]
#[template(path = "known-issues.md", escape = "none")]
struct MarkdownTemplate {
    lead: String,
    sections: Vec<DocumentSection>,
    left_out: usize,
}

/// The report as Markdown, cut between rows if it would be longer than `limit`.
pub(crate) fn markdown(report: &KnownIssues, limit: Limit) -> String {
    let mut document = Document::new(limit.most, limit.measure);
    sections::write(report, &mut document);
    let Document { sections, left_out, .. } = document;
    let page = MarkdownTemplate { lead: sections::lead(report), sections, left_out };
    page.render().unwrap_or_default().trim_end().to_owned() + "\n"
}
