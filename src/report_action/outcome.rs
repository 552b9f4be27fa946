//! The report → the results of the run: files, the tracking issue, outputs, log and summary.

use serde::Serialize;

use crate::known_issues::KnownIssues;
use crate::known_issues::report::{Counts, Decision};
use crate::report_action::compose_page;
use crate::report_action::inputs::ReportRequest;
use crate::report_action::tracking_issue;
use crate::text::quote::shown;
use crate::text::workflow_command::command;

/// The result of a run.
#[derive(Debug)]
pub struct Outcome {
    report: KnownIssues,
    output: String,
    /// The compose page's configuration; `None` if there is no page.
    compose: Option<String>,
    /// The tracking issue's number and new description; `None` if it is not to be written.
    pub description: Option<(u64, String)>,
    /// Lines for standard output, complete and escaped.
    pub log: Vec<String>,
}

/// The next patch release of a branch, as the output `decisions` contains it.
#[derive(Serialize)]
struct Next<'a> {
    repository: &'a str,
    branch: &'a str,
    version: &'a str,
    decision: Decision,
}

impl Outcome {
    /// # Errors
    /// If the tracking issue has no place for the report.
    pub(super) fn of(
        report: KnownIssues,
        settings: &ReportRequest,
        description: &str,
        notes: &[String],
    ) -> Result<Self, String> {
        let mut described = None;
        if let Some(number) = settings.tracking_issue {
            let text = tracking_issue::describe(description, &report.issue_body());
            described = text.map_err(|refusal| refusal.message(number))?.map(|text| (number, text));
        }
        let mut log = Vec::new();
        for note in notes {
            log.push(command("warning", None, &shown(note)));
        }
        let Counts { read, listed, withheld, invalid, skipped } = counts(&report);
        log.push(format!(
            "{read} issues read: {listed} listed, {withheld} withheld, {invalid} invalid, {skipped} skipped"
        ));
        log.extend(
            described
                .as_ref()
                .map(|(number, _)| format!("The tracking issue #{number} is brought up to date")),
        );
        let compose = settings.compose.as_ref().map(|page| page.config(&report));
        let output = settings.output.clone();
        Ok(Self { report, output, compose, description: described, log })
    }

    /// Passes the path and text of each file on, as [`KnownIssues::write`] does.
    pub fn write(&self, mut put: impl FnMut(String, String)) {
        self.report.write(&mut put);
        if let Some(config) = &self.compose {
            put(compose_page::PATH.to_owned(), config.clone());
        }
    }

    /// The job summary: Markdown, at most 900 KiB.
    #[must_use]
    pub fn summary(&self) -> String {
        self.report.summary()
    }

    /// The names and values of the step's outputs, after files with these paths were written.
    #[must_use]
    pub fn outputs(&self, written: &[String]) -> Vec<(&'static str, String)> {
        let at = |path: &str| {
            let is_written = |file: &String| {
                file == path || file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'))
            };
            let there = written.iter().any(is_written);
            if there { format!("{}/{path}", self.output) } else { String::new() }
        };
        let counts = counts(&self.report);
        vec![
            ("folder", self.output.clone()),
            ("json", at("known-issues.json")),
            ("markdown", at("known-issues.md")),
            ("page", at("index.html")),
            ("feed", at("feed.xml")),
            ("osv", at("osv")),
            ("compose", at("compose")),
            ("issues", counts.read.to_string()),
            ("listed", counts.listed.to_string()),
            ("invalid", counts.invalid.to_string()),
            ("withheld", counts.withheld.to_string()),
            ("skipped", counts.skipped.to_string()),
            ("decisions", self.decisions()),
        ]
    }

    fn decisions(&self) -> String {
        let mut decisions = Vec::new();
        for repository in &self.report.repositories {
            for branch in &repository.report.branches {
                if let Some(next) = &branch.next {
                    decisions.push(Next {
                        repository: &repository.name,
                        branch: &branch.branch,
                        version: &next.version,
                        decision: next.decision,
                    });
                }
            }
        }
        serde_json::to_string(&decisions).unwrap_or_default()
    }
}

/// The decisions of all repositories.
fn counts(report: &KnownIssues) -> Counts {
    let mut sum = Counts::default();
    for repository in &report.repositories {
        let Counts { read, listed, withheld, invalid, skipped } = repository.report.counts;
        sum.read += read;
        sum.listed += listed;
        sum.withheld += withheld;
        sum.invalid += invalid;
        sum.skipped += skipped;
    }
    sum
}
