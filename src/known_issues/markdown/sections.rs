//! The sections of a report.

use crate::known_issues::facts::{KnownIssues, RepositoryFacts};
use crate::known_issues::markdown::cells::{NOTHING, day, issues, list, mark, titled, words};
use crate::known_issues::markdown::document::Document;
use crate::known_issues::markdown::{changes, next, releases};
use crate::known_issues::report::{Attention, AttentionKind, FirstGood};
use crate::links;

/// The date and the counts of the report, on one line.
pub(super) fn lead(report: &KnownIssues) -> String {
    let mut read = 0;
    let mut kinds = [0; 4];
    for repository in &report.repositories {
        let counts = repository.report.counts;
        read += counts.read;
        let one = [counts.listed, counts.withheld, counts.invalid, counts.skipped];
        for (sum, count) in kinds.iter_mut().zip(one) {
            *sum += count;
        }
    }
    let [listed, withheld, invalid, skipped] = kinds;
    let as_of = report.as_of.as_deref().map(|date| format!("As of {}: ", day(date)));
    format!(
        "{}{read} {} read; {listed} listed, {withheld} withheld, {invalid} invalid, {skipped} skipped.",
        as_of.unwrap_or_default(),
        if read == 1 { "issue" } else { "issues" }
    )
}

/// Writes every section of every repository.
pub(super) fn write(report: &KnownIssues, document: &mut Document) {
    for repository in &report.repositories {
        document.words("##", words(&repository.name), "");
        changes::write(repository, report.as_of.as_deref(), document);
        next::write(repository, document);
        first_good(repository, document);
        upgrades(repository, document);
        releases::write(repository, document);
        missing_backports(repository, document);
        attention(repository, document);
        exposure(repository, document);
    }
}

fn first_good(repository: &RepositoryFacts, document: &mut Document) {
    if repository.report.branches.iter().all(|branch| branch.releases.is_empty()) {
        return;
    }
    let shown = |good: &FirstGood| match &good.version {
        Some(version) if good.unknown.is_empty() => words(version),
        Some(version) => {
            format!("{} (○ unknown: {})", words(version), issues(repository, &good.unknown))
        }
        None => "none yet".to_owned(),
    };
    let text = "No such issue is known to affect the release or a later one of its branch.";
    let has_priorities = repository.settings.words.priority.is_some();
    let header = ["branch", "without known issues", "without most urgent issues"];
    let header = header.get(..if has_priorities { 3 } else { 2 }).unwrap_or_default();
    document.table("###", "First release without known issues".to_owned(), text, header);
    for branch in repository.report.branches.iter().filter(|branch| !branch.releases.is_empty()) {
        let critical = &branch.first_good_critical;
        document.row(|| {
            let critical = has_priorities.then(|| shown(critical));
            let cells = [words(&branch.branch), shown(&branch.first_good)];
            cells.into_iter().chain(critical).collect()
        });
    }
}

fn upgrades(repository: &RepositoryFacts, document: &mut Document) {
    if repository.report.upgrades.is_empty() {
        return;
    }
    let header = &["from", "to", "fixes", "introduces", "○ unknown"];
    document.table("###", "What an upgrade fixes and introduces".to_owned(), "", header);
    for upgrade in &repository.report.upgrades {
        let listed = |numbers| issues(repository, numbers);
        document.row(|| {
            let (fixes, brings) = (listed(&upgrade.fixes), listed(&upgrade.brings));
            vec![words(&upgrade.from), words(&upgrade.to), fixes, brings, listed(&upgrade.unknown)]
        });
    }
}

fn missing_backports(repository: &RepositoryFacts, document: &mut Document) {
    if repository.report.missing_backports.is_empty() {
        return;
    }
    let noun = repository.settings.words.sig.as_ref().map(|noun| noun.one.clone());
    let mut header: Vec<&str> = noun.iter().map(String::as_str).collect();
    header.extend(["branch", "issue", "affected", "fixed elsewhere"]);
    document.table("###", "Missing backports".to_owned(), "", &header);
    for group in &repository.report.missing_backports {
        let named = |noun: &String| {
            group.sig.as_ref().map_or_else(|| format!("no {noun}"), |sig| words(sig))
        };
        for missing in &group.missing {
            let (branch, basis) = (words(&missing.branch), mark(missing.basis).to_owned());
            let fix = if missing.fixed_elsewhere { "yes" } else { "no" };
            let issue = || titled(repository, missing.issue);
            document.row(|| {
                let sig = noun.as_ref().map(named);
                sig.into_iter().chain([branch, issue(), basis, fix.to_owned()]).collect()
            });
        }
    }
}

fn attention(repository: &RepositoryFacts, document: &mut Document) {
    if repository.report.attention.is_empty() {
        return;
    }
    document.table("###", "Needs attention".to_owned(), "", &["issue", "why"]);
    for attention in &repository.report.attention {
        document.row(|| vec![titled(repository, attention.issue), why(attention)]);
    }
}

fn why(attention: &Attention) -> String {
    let details = &attention.details;
    match attention.kind {
        AttentionKind::Invalid => {
            let rule = |rule: &String| format!("[{}]({})", words(rule), links::rule_page(rule));
            format!("invalid: {}", details.iter().map(rule).collect::<Vec<_>>().join(", "))
        }
        AttentionKind::LabelWithoutRelease => "has the label, but tells no release".to_owned(),
        AttentionKind::ReleaseWithoutLabel => "tells releases, but has no label".to_owned(),
        AttentionKind::Refuted => format!("names releases without the fix: {}", list(details)),
        AttentionKind::Outdated => format!("reopened after {}", list(details)),
        AttentionKind::Older => {
            format!("lists pull requests older than the problem: {}", list(details))
        }
        AttentionKind::Unverified => format!("not verified: {}", list(details)),
        AttentionKind::Untagged => format!("done, but never released: {}", list(details)),
        AttentionKind::Stale => {
            let since = details.first().map_or("", |date| day(date));
            format!("its description has been out of date since {since}")
        }
    }
}

fn exposure(repository: &RepositoryFacts, document: &mut Document) {
    let exposure = &repository.report.exposure;
    if exposure.issues.is_empty() {
        return;
    }
    let text = "From the release that introduced a problem to the last release that resolves it.";
    let header = &["by", "name", "median", "fixed", "not fixed yet"];
    document.table("###", "Time to fix".to_owned(), text, header);
    let named = &repository.settings.words;
    let kinds = [(&named.priority, &exposure.by_priority), (&named.sig, &exposure.by_sig)];
    for (noun, medians) in kinds {
        let Some(kind) = noun.as_ref().map(|noun| noun.one.clone()) else { continue };
        for median in medians {
            let name = median.name.as_ref().map_or("none".to_owned(), |name| words(name));
            let days = median.median_days.map_or(NOTHING.to_owned(), |days| format!("{days} days"));
            let (ended, ongoing) = (median.ended.to_string(), median.ongoing.to_string());
            document.row(|| vec![kind.clone(), name, days, ended, ongoing]);
        }
    }
}
