//! `affected`: what a report says about one version. A gate for those who build or run the software.

use serde::Deserialize;

use crate::command_line::printed::{Printed, counted};
use crate::command_line::request::{OutputFormat, Stream};
use crate::command_line::version_report::VersionReport;
use crate::command_line::{affected_text, json};
use crate::known_issues::KnownIssues;
use crate::known_issues::background::Background;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::index::Index;
use crate::text::quote::code;
use crate::text::{date, terminal};

/// `affected`.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AffectedRequest {
    /// As written; what stands around the number may be missing.
    version: String,
    /// The text of a `known-issues.json`; null if there is none.
    report: Option<String>,
    /// Why there is none.
    #[serde(default)]
    error: Option<String>,
    /// Its file or address.
    report_name: String,
    /// Which repository of the report to look at.
    #[serde(default)]
    repository: Option<String>,
    /// Whether only issues of the most urgent priority count.
    #[serde(default)]
    critical: bool,
    /// Whether unknown counts as affected.
    #[serde(default)]
    strict: bool,
    pub(super) format: OutputFormat,
    pub(super) stream: Stream,
    /// The time now, ISO 8601 in UTC.
    pub(super) now: String,
}

pub(super) fn run(request: &AffectedRequest) -> Printed {
    match answer(request) {
        Ok(report) => printed(request, &report),
        Err(why) => {
            let why = format!("{}: {why}", crate::text::quote::shown(&request.report_name));
            let refused = Printed::refused(&why);
            let is_json = request.format == OutputFormat::Json;
            let json = || for_stream(request, json::error(&request.version, &why));
            let stdout = if is_json { json() } else { String::new() };
            Printed { stdout, ..refused }
        }
    }
}

fn answer(request: &AffectedRequest) -> Result<VersionReport, String> {
    let text = request.report.as_ref();
    let text = text.ok_or_else(|| request.error.clone().unwrap_or_default())?;
    let known = KnownIssues::from_json(text)?;
    let repository = choose(&known, request.repository.as_deref())?;
    let text = &request.version;
    if request.critical && repository.settings.priorities.is_empty() {
        return Err("it has no priorities, so no issue is the most urgent: leave out `--critical`"
            .to_owned());
    }
    let tags = &repository.settings.tags;
    let version = tags.meant_version(text).ok_or_else(|| {
        let example = code(&tags.spelling().write("1.6.2"));
        format!("{} is not a version such as {example}", code(text))
    })?;
    let background = Background::of(repository);
    let index = Index::of(repository, &background, known.as_of.as_deref());
    if !index.is_tag(&version) {
        let name = &repository.name;
        return Err(format!("the report knows no release {} of {}", code(text), code(name)));
    }
    let mut report = VersionReport::of(&index, &version, request.critical);
    report.as_of = known.as_of.as_deref().and_then(date::normal);
    report.age_in_days = report.as_of.as_deref().map(|from| date::days_between(from, &request.now));
    Ok(report)
}

/// The repository to look at.
fn choose<'a>(known: &'a KnownIssues, wanted: Option<&str>) -> Result<&'a RepositoryFacts, String> {
    let all = &known.repositories;
    let names = || all.iter().map(|one| code(&one.name)).collect::<Vec<_>>().join(", ");
    match (wanted, all.as_slice()) {
        (Some(name), _) => {
            all.iter().find(|one| one.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
                format!("the report has no repository {}: it has {}", code(name), names())
            })
        }
        (None, [one]) => Ok(one),
        (None, []) => Err("the report has no repository".to_owned()),
        (None, _) => Err(format!(
            "the report has several repositories: name one of {} with --repository",
            names()
        )),
    }
}

fn printed(request: &AffectedRequest, report: &VersionReport) -> Printed {
    let stdout = if request.format == OutputFormat::Json {
        for_stream(request, json::result(&request.version, report))
    } else {
        affected_text::text(report, request.stream.paint())
    };
    let mut stderr = String::new();
    if !report.unknown.is_empty() {
        let count = counted(report.unknown.len(), "issue");
        let word = if request.strict { "counts" } else { "does not count, without --strict" };
        stderr = format!("patch-release-issues: unknown for {count}: this {word}\n");
    }
    let exit_code = u8::from(report.fails(request.strict));
    Printed { stdout, stderr, exit_code, ..Printed::default() }
}

fn for_stream(request: &AffectedRequest, json: String) -> String {
    if request.stream.is_terminal { terminal::json(&json) } else { json }
}
