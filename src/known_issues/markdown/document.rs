//! Sections and rows, up to the document's limit. Rows beyond it are counted but not built.

use askama::Template;

/// A heading, a text and a table.
#[derive(Template)]
#[template(path = "section.md", escape = "none")]
pub(super) struct DocumentSection {
    /// `##` and the like.
    marks: &'static str,
    /// Trusted Markdown.
    title: String,
    /// Trusted Markdown; may be empty.
    text: String,
    /// The names of the columns; empty without a table.
    header: Vec<String>,
    /// The rows, as Markdown lines.
    rows: Vec<String>,
}

/// The sections written so far.
pub(super) struct Document {
    pub(super) sections: Vec<DocumentSection>,
    /// How many rows, and sections without rows, did not fit.
    pub(super) left_out: usize,
    room: usize,
    measure: fn(&str) -> usize,
    is_full: bool,
}

/// The room reserved for the text above and below the sections.
const FRAME: usize = 1000;

impl Document {
    /// An empty document of at most `most`, as `measure` counts.
    pub(super) fn new(most: usize, measure: fn(&str) -> usize) -> Self {
        let room = most.saturating_sub(FRAME);
        Self { sections: Vec::new(), left_out: 0, room, measure, is_full: false }
    }

    /// Adds a section without a table.
    pub(super) fn words(&mut self, marks: &'static str, title: String, text: &str) {
        self.open(DocumentSection {
            marks,
            title,
            text: text.to_owned(),
            header: Vec::new(),
            rows: Vec::new(),
        });
        self.left_out += usize::from(self.is_full);
    }

    /// Starts a section with a table. Its rows are added with [`Self::row`].
    pub(super) fn table(
        &mut self,
        marks: &'static str,
        title: String,
        text: &str,
        header: &[&str],
    ) {
        self.open(DocumentSection {
            marks,
            title,
            text: text.to_owned(),
            header: header.iter().map(|name| (*name).to_owned()).collect(),
            rows: Vec::new(),
        });
    }

    fn open(&mut self, section: DocumentSection) {
        let frame = section.render().map_or(usize::MAX, |text| (self.measure)(&text));
        self.is_full = self.is_full || frame > self.room;
        if !self.is_full {
            self.room -= frame;
            self.sections.push(section);
        }
    }

    /// Adds a row to the last table.
    pub(super) fn row(&mut self, cells: impl FnOnce() -> Vec<String>) {
        if !self.is_full {
            let row = format!("| {} |", cells().join(" | "));
            let length = (self.measure)(&row) + 1;
            self.is_full = length > self.room;
            if let (false, Some(section)) = (self.is_full, self.sections.last_mut()) {
                self.room -= length;
                section.rows.push(row);
                return;
            }
        }
        self.left_out += 1;
    }
}
