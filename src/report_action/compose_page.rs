//! What the compose page beside a report knows of its repositories: `compose/config.json`.

use std::fmt::Write;

use crate::json::{string, strings};
use crate::known_issues::KnownIssues;

/// The path in the report's folder.
pub(super) const PATH: &str = "compose/config.json";

/// What is the same for every repository. Empty texts are absent.
#[derive(Debug)]
pub(super) struct ComposePage {
    /// The address of GitHub's pages.
    pub(super) server: String,
    /// The text of the policy file.
    pub(super) policy: String,
    /// The text of the file that it extends.
    pub(super) shared: String,
    /// The file name of the Markdown issue template.
    pub(super) template: String,
}

impl ComposePage {
    /// The configuration of the page: JSON. It contains nothing of any issue.
    pub(super) fn config(&self, report: &KnownIssues) -> String {
        let server = if self.server.is_empty() { "https://github.com" } else { &self.server };
        let mut json = format!("{{\"schema\":1,\"server\":{},\"repositories\":[", string(server));
        for repository in &report.repositories {
            json.push_str(if json.ends_with('[') { "" } else { "," });
            let tags = repository.tags.iter().map(|tag| &tag.version);
            let _ = write!(
                json,
                "{{\"name\":{},\"policy\":{},\"shared\":{},\"template\":{},\"releases\":{}}}",
                string(&repository.name),
                text_or_null(&self.policy),
                text_or_null(&self.shared),
                text_or_null(&self.template),
                strings(tags)
            );
        }
        json.push_str("]}\n");
        json
    }
}

fn text_or_null(text: &str) -> String {
    if text.is_empty() { "null".to_owned() } else { string(text) }
}
