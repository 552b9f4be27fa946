//! The sections of a report.

use crate::known_issues::facts::{KnownIssues, RepositoryFacts};
use crate::known_issues::markdown::cells::{
    NOTHING, basis, day, issue, issues, list, mark, settled_by, titled, words,
};
use crate::known_issues::markdown::document::Document;
use crate::known_issues::markdown::releases;
use crate::known_issues::report::{
    Attention, AttentionKind, Decision, FirstGood, Progress, PullRequestProgress, Reason,
    ReasonKind, WithheldReason,
};
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
        "{}{read} issues read; {listed} listed, {withheld} withheld, {invalid} invalid, {skipped} skipped.",
        as_of.unwrap_or_default()
    )
}

/// Writes every section of every repository.
pub(super) fn write(report: &KnownIssues, document: &mut Document) {
    for repository in &report.repositories {
        document.words("##", words(&repository.name), "");
        upcoming(repository, document);
        first_good(repository, document);
        upgrades(repository, document);
        releases::write(repository, document);
        missing_backports(repository, document);
        attention(repository, document);
        exposure(repository, document);
    }
}

fn upcoming(repository: &RepositoryFacts, document: &mut Document) {
    let title = "Upcoming patches".to_owned();
    if repository.report.branches.iter().all(|branch| branch.next.is_none()) {
        document.words("###", title, "No maintained branch has a release.");
        return;
    }
    document.table("###", title, "", &["next patch", "issue", "why", "pull requests"]);
    for next in repository.report.branches.iter().filter_map(|branch| branch.next.as_ref()) {
        let decision = match next.decision {
            Decision::Go => "✅ **go**",
            Decision::Hold => "⛔ **hold**",
        };
        let patch = format!("{} {decision}", words(&next.version));
        for reason in &next.reasons {
            document.row(|| reason_row(repository, &patch, reason));
        }
        for withheld in &next.withheld {
            document.row(|| withheld_row(repository, &patch, *withheld));
        }
        if next.reasons.is_empty() && next.withheld.is_empty() {
            let why = "no known issue holds it";
            document.row(|| vec![patch, NOTHING.to_owned(), why.to_owned(), NOTHING.to_owned()]);
        }
    }
}

fn reason_row(repository: &RepositoryFacts, patch: &str, reason: &Reason) -> Vec<String> {
    let mark = if reason.holds { "holds: " } else { "" };
    let basis = basis(&reason.verdict);
    let why = format!("{}; {basis}", why_it_matters(reason));
    let mut requests = Vec::new();
    for request in &reason.pull_requests {
        requests.push(pull_request(repository, request));
    }
    let requests = if requests.is_empty() { NOTHING.to_owned() } else { requests.join(", ") };
    vec![patch.to_owned(), titled(repository, reason.issue), format!("{mark}{why}"), requests]
}

/// What an issue has to do with the next release, in words.
fn why_it_matters(reason: &Reason) -> String {
    let details = list(&reason.details);
    let closed = match (reason.closed && reason.holds, reason.details.is_empty()) {
        (false, _) => String::new(),
        (true, true) => ", closed, but no pull request is known to bring the fix".to_owned(),
        (true, false) => format!(", closed, but {details} is open"),
    };
    match reason.kind {
        ReasonKind::Critical => format!("most urgent, affects the branch{closed}"),
        ReasonKind::CriticalUnknown => {
            format!("most urgent{closed}; to settle it: {}", settled_by(&reason.verdict))
        }
        ReasonKind::Promised => {
            "names this version, but its fix is not known to be in the branch".to_owned()
        }
        ReasonKind::Untriaged => format!("has no priority, affects the branch or may{closed}"),
        ReasonKind::Resolved => "resolved in this version".to_owned(),
        ReasonKind::InHand => format!("fixed by {details}, not yet named"),
        ReasonKind::Planned => format!("most urgent, planned for {details}"),
        ReasonKind::Unsettled => {
            format!("most urgent, closed; to settle it: {}", settled_by(&reason.verdict))
        }
        ReasonKind::WontFix => "most urgent, gets no fix on this branch".to_owned(),
        ReasonKind::LessUrgent => "open, affects the branch".to_owned(),
    }
}

fn withheld_row(
    repository: &RepositoryFacts,
    patch: &str,
    withheld: WithheldReason,
) -> Vec<String> {
    let mark = if withheld.holds { "holds: " } else { "" };
    let why =
        format!("{mark}a security issue whose details are withheld; ask the product security team");
    vec![patch.to_owned(), issue(repository, withheld.issue), why, NOTHING.to_owned()]
}

fn pull_request(repository: &RepositoryFacts, request: &PullRequestProgress) -> String {
    let is_own = repository.name.eq_ignore_ascii_case(&request.repository);
    let name = if is_own { String::new() } else { words(&request.repository) + " " };
    let state = match request.state {
        Progress::Merged => "merged",
        Progress::MergedOnMain => "merged on main",
        Progress::MergedElsewhere => "merged elsewhere",
        Progress::Reverted => "merged and reverted",
        Progress::Older => "older than the problem",
        Progress::Open => "open",
        Progress::OpenElsewhere => "open for another branch",
        Progress::Closed => "closed",
        Progress::Unknown => "state unknown",
    };
    let url = format!("{}/{}/pull/{}", repository.server(), request.repository, request.number);
    format!("{name}[#{}]({url}) {state}", request.number)
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
    let header = &["branch", "without known issues", "without most urgent issues"];
    document.table("###", "First release without known issues".to_owned(), text, header);
    for branch in repository.report.branches.iter().filter(|branch| !branch.releases.is_empty()) {
        let critical = &branch.first_good_critical;
        document.row(|| vec![words(&branch.branch), shown(&branch.first_good), shown(critical)]);
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
    let header = &["SIG", "branch", "issue", "affected", "fixed elsewhere"];
    document.table("###", "Missing backports".to_owned(), "", header);
    for group in &repository.report.missing_backports {
        let sig = || group.sig.as_ref().map_or("no SIG".to_owned(), |sig| words(sig));
        for missing in &group.missing {
            let (branch, basis) = (words(&missing.branch), mark(missing.basis).to_owned());
            let fix = if missing.fixed_elsewhere { "yes" } else { "no" };
            let issue = || titled(repository, missing.issue);
            document.row(|| vec![sig(), branch, issue(), basis, fix.to_owned()]);
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
    for (kind, medians) in [("priority", &exposure.by_priority), ("SIG", &exposure.by_sig)] {
        for median in medians {
            let name = median.name.as_ref().map_or("none".to_owned(), |name| words(name));
            let days = median.median_days.map_or(NOTHING.to_owned(), |days| format!("{days} days"));
            let (ended, ongoing) = (median.ended.to_string(), median.ongoing.to_string());
            document.row(|| vec![kind.to_owned(), name, days, ended, ongoing]);
        }
    }
}
