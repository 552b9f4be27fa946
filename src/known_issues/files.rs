//! A report → its files. All are written from the model, and the same model gives the same bytes.

use crate::known_issues::feed;
use crate::known_issues::markdown::{Limit, markdown};
use crate::known_issues::{KnownIssues, osv, page};

/// Markdown for GitHub, cut to GitHub's limits.
impl KnownIssues {
    /// For a job summary, at most 900 KiB.
    #[must_use]
    pub fn summary(&self) -> String {
        markdown(self, Limit::SUMMARY)
    }

    /// For an issue's body, at most 60,000 characters.
    #[must_use]
    pub fn issue_body(&self) -> String {
        markdown(self, Limit::ISSUE_BODY)
    }

    /// `known-issues.md`, with every row.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown(self, Limit::NONE)
    }

    /// Passes the path and text of each file to `put`: `known-issues.json`, `known-issues.md`, `index.html`,
    /// `feed.xml`, and `osv/<owner>~<repo>~<number>.json` for every issue that says which releases have its problem.
    pub fn write(&self, mut put: impl FnMut(String, String)) {
        put("known-issues.json".to_owned(), self.to_json());
        put("known-issues.md".to_owned(), self.to_markdown());
        put("index.html".to_owned(), page::page(self));
        put("feed.xml".to_owned(), feed::feed(self));
        for repository in &self.repositories {
            osv::write(repository, &mut put);
        }
    }
}

impl KnownIssues {
    /// `known-issues.json`, on one line.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default() + "\n"
    }

    /// Reads `known-issues.json`. The computed part is ignored; a collection computes it again.
    ///
    /// # Errors
    /// If the text is not a `known-issues.json`, or has another version of the format.
    pub fn from_json(text: &str) -> Result<Self, String> {
        let report: Self = serde_json::from_str(text)
            .map_err(|error| format!("this is not a known-issues.json: {error}"))?;
        if report.schema == 1 {
            return Ok(report);
        }
        Err(format!("the schema of known-issues.json is {}: only 1 can be read", report.schema))
    }
}
