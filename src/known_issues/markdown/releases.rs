//! The known issues of every release.

use std::collections::HashMap;

use crate::format::tags::TagPatterns;
use crate::known_issues::facts::RepositoryFacts;
use crate::known_issues::markdown::cells::{
    NOTHING, basis, day, issue as issue_link, list, pull_request, settled_by, titled, words,
};
use crate::known_issues::markdown::document::Document;
use crate::known_issues::report::{BranchAnswer, ReleaseRange, ReleaseReport, ReportedVerdict};
use crate::known_issues::{settling_entries, wording};

/// The answers for one branch, by issue.
type Answers<'a> = HashMap<u64, &'a BranchAnswer>;

/// Writes the known issues of every release, newest first, each followed by the unknown ones.
pub(super) fn write(repository: &RepositoryFacts, document: &mut Document) {
    write_general(repository, document);
    for branch in &repository.report.branches {
        let mut answers = Answers::new();
        for answer in &repository.report.answers {
            for on_branch in answer.branches.iter().filter(|on| on.branch == branch.branch) {
                answers.insert(answer.issue, on_branch);
            }
        }
        for release in &branch.releases {
            write_release(repository, release, &answers, document);
            write_unknown(repository, release, &answers, document);
        }
    }
}

/// Writes once, not for each release, the issues that are unknown for every release because their entries are wrong or
/// withheld.
fn write_general(repository: &RepositoryFacts, document: &mut Document) {
    let mut general = Vec::new();
    for answer in &repository.report.answers {
        let mut runs = answer.branches.iter().flat_map(|branch| &branch.runs);
        if let Some(run) = runs.find(|run| settling_entries::is_general(run.verdict.rule)) {
            general.push((answer.issue, &run.verdict));
        }
    }
    if general.is_empty() && repository.withheld.is_empty() {
        return;
    }
    let title = "Unknown for every release".to_owned();
    document.table("###", title, "", &["issue", "basis", "to settle it"]);
    for (issue, verdict) in general {
        let settled = settling_entries::correction(verdict.rule);
        document.row(|| vec![titled(repository, issue), basis(verdict), settled.to_owned()]);
    }
    for withheld in &repository.withheld {
        document.row(|| {
            let ask = "withheld for security: ask the product security team".to_owned();
            vec![issue_link(repository, withheld.number), "○ unknown".to_owned(), ask]
        });
    }
}

fn write_release(
    repository: &RepositoryFacts,
    release: &ReleaseReport,
    answers: &Answers<'_>,
    document: &mut Document,
) {
    let released = release.released.as_deref().map(|date| format!(", {}", day(date)));
    let title =
        format!("Known issues of {}{}", words(&release.version), released.unwrap_or_default());
    if release.affected.is_empty() {
        let text = match release.unknown.len() {
            0 => "No known issues.".to_owned(),
            1 => "No known issues. Unknown for 1 issue.".to_owned(),
            count => format!("No known issues. Unknown for {count} issues."),
        };
        document.words("###", title, &text);
        return;
    }
    let named = &repository.settings.words;
    let mut header = vec!["issue".to_owned()];
    header.extend(named.priority.as_ref().map(|noun| noun.one.clone()));
    header.extend(named.sig.as_ref().map(|noun| noun.many.clone()));
    header.extend(named.components.clone());
    header.extend(["affected since", "fixed in", "basis"].map(str::to_owned));
    let header: Vec<&str> = header.iter().map(String::as_str).collect();
    document.table("###", title, "", &header);
    for issue in &release.affected {
        if let Some(answer) = answers.get(issue) {
            document.row(|| affected(repository, release, *issue, answer));
        }
    }
}

fn write_unknown(
    repository: &RepositoryFacts,
    release: &ReleaseReport,
    answers: &Answers<'_>,
    document: &mut Document,
) {
    let mut unknown = Vec::new();
    for issue in &release.unknown {
        let verdict = answers
            .get(issue)
            .and_then(|answer| verdict(&repository.settings.tags, release, answer));
        unknown.extend(verdict.map(|verdict| (*issue, verdict)));
    }
    unknown.retain(|(_, verdict)| !settling_entries::is_general(verdict.rule));
    if unknown.is_empty() {
        return;
    }
    let title = format!("Unknown for {}", words(&release.version));
    document.table("####", title, "", &["issue", "basis", "to settle it"]);
    for (issue, verdict) in unknown {
        document.row(|| vec![titled(repository, issue), basis(verdict), settled_by(verdict)]);
    }
}

/// The answer about a release: that of the last run that starts at or before it.
fn verdict<'a>(
    tags: &TagPatterns,
    release: &ReleaseReport,
    answer: &'a BranchAnswer,
) -> Option<&'a ReportedVerdict> {
    let version = tags.version(&release.version)?;
    let starts = |run: &&ReleaseRange| tags.version(&run.from).is_some_and(|from| from <= version);
    answer.runs.iter().rev().find(starts).map(|run| &run.verdict)
}

fn affected(
    repository: &RepositoryFacts,
    release: &ReleaseReport,
    number: u64,
    answer: &BranchAnswer,
) -> Vec<String> {
    let issue = repository.issue(number);
    let priority = issue.and_then(|issue| issue.priority.as_deref());
    let lists = issue.map(|issue| (list(&issue.sigs), list(&issue.binaries)));
    let (sigs, binaries) = lists.unwrap_or_default();
    let since = answer.affected_since.as_deref();
    let asked = &repository.settings.words;
    let mut cells = vec![titled(repository, number)];
    cells.extend(asked.priority.as_ref().map(|_| priority.map_or(NOTHING.to_owned(), words)));
    cells.extend(asked.sig.as_ref().map(|_| sigs));
    cells.extend(asked.components.as_ref().map(|_| binaries));
    cells.extend([
        since.map_or(NOTHING.to_owned(), words),
        fixed_in(repository, answer),
        verdict(&repository.settings.tags, release, answer).map_or(NOTHING.to_owned(), basis),
    ]);
    cells
}

/// The release with the fix, and what the history shows about it.
fn fixed_in(repository: &RepositoryFacts, answer: &BranchAnswer) -> String {
    let Some(version) = &answer.fixed_in else {
        return wording::no_fix(answer.gets_no_fix).to_owned();
    };
    let Some(claim) = &answer.claim else { return words(version) };
    let (mark, word) = wording::claim(claim.state);
    let requests = claim.pull_requests.iter().map(|number| pull_request(repository, *number));
    let requests: Vec<String> = requests.collect();
    let shown =
        if requests.is_empty() { String::new() } else { format!(" ({})", requests.join(", ")) };
    format!("{} {mark} {word}{shown}", words(version))
}
