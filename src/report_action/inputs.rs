//! The report action's inputs → what to report on.

use serde::Deserialize;

use crate::format::tags::TagPatterns;
use crate::known_issues::is_span;
use crate::known_issues::repository_name::is_repository;
use crate::policy::extends::Extends;
use crate::policy::read::{Shared, extended};
use crate::policy::{Policy, PolicyError};
use crate::report_action::compose_page::ComposePage;
use crate::text::quote::code;

/// The inputs as written in the workflow, and values from the runner. An empty string means that an input is absent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ReportInputs {
    /// The repositories to read, `owner/name`, separated by spaces, commas or line breaks.
    pub repositories: String,
    /// Whether issues are read from files instead of GitHub.
    pub has_dump: bool,
    /// Whether reports are merged.
    pub has_shards: bool,
    /// The number of the issue that gets the report as its description.
    pub tracking_issue: String,
    /// Releases and branches to report on, separated like repositories.
    pub versions: String,
    /// Since when changes are told: a date, or a number of days.
    pub changes_since: String,
    /// The folder that the report is written to, as outputs name it.
    pub output: String,
    /// The text of the policy file; empty for the defaults.
    pub policy: String,
    /// The text of the file of another repository that the policy extends; empty without one.
    pub shared: String,
    /// Whether the compose page is written beside the report: `true` or `false`.
    pub compose: String,
    /// The file name of the Markdown issue template that the compose page opens.
    pub template: String,
    /// The text of the schedule; empty without one.
    pub schedule: String,
    /// The repository that the workflow runs in, `owner/name`.
    pub repository: String,
    /// The address of GitHub's web pages.
    pub server: String,
    /// Whether there is a token. The token itself is never passed to the core.
    pub has_token: bool,
    /// A number that was drawn for this run. It selects what is checked of an earlier report.
    pub seed: u64,
}

/// What to report on.
#[derive(Debug)]
pub(super) struct ReportRequest {
    /// The repositories to fetch; empty if files are read instead.
    pub(super) repositories: Vec<String>,
    /// The number of the tracking issue.
    pub(super) tracking_issue: Option<u64>,
    pub(super) versions: Vec<String>,
    pub(super) changes_since: Option<String>,
    /// The repository that the workflow runs in.
    pub(super) own: String,
    pub(super) output: String,
    /// What the compose page knows; `None` if there is to be no page.
    pub(super) compose: Option<ComposePage>,
}

impl ReportInputs {
    /// # Errors
    /// Every mistake, as plain sentences.
    pub(super) fn read(&self) -> Result<ReportRequest, Vec<String>> {
        let mut mistakes = Vec::new();
        let repositories = self.repositories(&mut mistakes);
        let tracking_issue = self.tracking_issue(&mut mistakes);
        let versions = words(&self.versions);
        let tags = if versions.is_empty() { TagPatterns::default() } else { self.tags() };
        for version in versions.iter().filter(|version| !is_version(version, &tags)) {
            let spelled = |number: &str| code(&tags.spelling().write(number));
            mistakes.push(format!(
                "the input `versions` names {}: write releases such as {} and branches such as {}",
                code(version),
                spelled("1.6.2"),
                spelled("1.6")
            ));
        }
        let changes_since = self.changes_since(&mut mistakes);
        if !self.has_token && (!repositories.is_empty() || tracking_issue.is_some()) {
            mistakes.push("there is no token: leave out the input `token`, or read a dump with the input `issues` and use no \
                           tracking issue".to_owned());
        }
        let compose = self.compose_page(&mut mistakes);
        if !mistakes.is_empty() {
            return Err(mistakes);
        }
        let (own, output) = (self.repository.clone(), self.output.clone());
        Ok(ReportRequest {
            repositories,
            tracking_issue,
            versions,
            changes_since,
            own,
            output,
            compose,
        })
    }

    /// The policy.
    pub(super) fn read_policy(&self) -> Result<Policy, Vec<PolicyError>> {
        let name = extended_file(&self.policy);
        let shared = Shared { name: &name, text: &self.shared };
        let shared = Some(shared).filter(|_| !name.is_empty());
        crate::judge::read_policy_with(&self.policy, shared)
    }

    /// How versions are written; as in the defaults, where the policy cannot be read.
    fn tags(&self) -> TagPatterns {
        self.read_policy().map(|policy| policy.tags).unwrap_or_default()
    }

    fn compose_page(&self, mistakes: &mut Vec<String>) -> Option<ComposePage> {
        match self.compose.trim() {
            "" | "false" => return None,
            "true" => {}
            text => mistakes
                .push(format!("the input `compose` is {}: write `true` or `false`", code(text))),
        }
        let template = self.template.trim();
        if template.contains('/') || !(template.is_empty() || is_markdown(template)) {
            mistakes.push(format!(
                "the input `template` is {}: name a Markdown template in `.github/ISSUE_TEMPLATE`, such as `patch-release.md`. A form cannot be filled in by an address",
                code(template)
            ));
        }
        Some(ComposePage {
            server: self.server.clone(),
            policy: self.policy.clone(),
            shared: self.shared.clone(),
            template: template.to_owned(),
        })
    }

    fn changes_since(&self, mistakes: &mut Vec<String>) -> Option<String> {
        let text = self.changes_since.trim();
        if !text.is_empty() && !is_span(text) {
            mistakes.push(format!(
                "the input `changes-since` is {}: write a number of days, such as `14`, or a date, such as `2026-01-31`",
                code(text)
            ));
        }
        Some(text.to_owned()).filter(|text| !text.is_empty())
    }

    fn repositories(&self, mistakes: &mut Vec<String>) -> Vec<String> {
        let mut named: Vec<String> = Vec::new();
        for name in words(&self.repositories) {
            if !is_repository(&name) {
                mistakes.push(format!(
                    "the input `repositories` names {}, which is not a repository: write `owner/name`",
                    code(&name)
                ));
            } else if !named.iter().any(|other| other.eq_ignore_ascii_case(&name)) {
                named.push(name);
            }
        }
        let has_files = self.has_dump || self.has_shards;
        if has_files && !words(&self.repositories).is_empty() {
            mistakes.push("the input `repositories` says what to fetch, but with `issues` or `merge` nothing is fetched: \
                           leave one of them out".to_owned());
        } else if !has_files && words(&self.repositories).is_empty() {
            if is_repository(&self.repository) {
                named.push(self.repository.clone());
            } else {
                mistakes.push(
                    "GITHUB_REPOSITORY does not name a repository: name one in the input `repositories`"
                        .to_owned(),
                );
            }
        }
        named
    }

    fn tracking_issue(&self, mistakes: &mut Vec<String>) -> Option<u64> {
        let text = self.tracking_issue.trim();
        if text.is_empty() {
            return None;
        }
        // GraphQL's integers have 32 bits.
        let number = text.parse().ok().filter(|number| (1..=i32::MAX as u64).contains(number));
        if number.is_none() {
            mistakes.push(format!(
                "the input `tracking-issue` is {}, which is not an issue number: write a number such as `42`",
                code(text)
            ));
        } else if !is_repository(&self.repository) {
            mistakes.push(
                "GITHUB_REPOSITORY does not name a repository, so there is no tracking issue"
                    .to_owned(),
            );
        }
        number
    }
}

/// The words of a list that is separated by spaces, commas and line breaks.
fn words(text: &str) -> Vec<String> {
    let separated = text.split(|character: char| character.is_whitespace() || character == ',');
    separated.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether a file name is that of a Markdown template.
fn is_markdown(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, kind)| kind.eq_ignore_ascii_case("md"))
}

fn is_version(text: &str, tags: &TagPatterns) -> bool {
    tags.meant_version(text).is_some() || tags.meant_branch(text).is_some()
}

/// The file of another repository that a policy extends, `owner/name:path@ref`; empty if it extends none.
#[must_use]
pub fn extended_file(policy: &str) -> String {
    match extended(policy) {
        Some(Extends::File(shared)) => shared.text(),
        _ => String::new(),
    }
}
