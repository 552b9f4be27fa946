//! A report → what people read: Markdown and Atom.

mod cells;
mod changes;
mod document;
mod next;
mod releases;
mod sections;

use askama::Template;

use crate::known_issues::KnownIssues;
use crate::known_issues::markdown::document::{Document, DocumentSection};

/// How long a text may be.
#[derive(Clone, Copy)]
pub(crate) struct Limit {
    most: usize,
    measure: fn(&str) -> usize,
}

impl Limit {
    /// A file: nothing is cut.
    pub(crate) const NONE: Self = Self { most: usize::MAX, measure: str::len };

    /// A job summary: GitHub drops a summary beyond 1 MiB whole.
    pub(crate) const SUMMARY: Self = Self { most: 900 * 1024, measure: str::len };

    /// An issue's body: GitHub refuses more than 65,536 characters, and counts as JavaScript does.
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

/// The report as Markdown, cut between rows where it would be longer than `limit`.
pub(crate) fn markdown(report: &KnownIssues, limit: Limit) -> String {
    let mut document = Document::new(limit.most, limit.measure);
    sections::write(report, &mut document);
    let Document { sections, left_out, .. } = document;
    let page = MarkdownTemplate { lead: sections::lead(report), sections, left_out };
    page.render().unwrap_or_default().trim_end().to_owned() + "\n"
}
