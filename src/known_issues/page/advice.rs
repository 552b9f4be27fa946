//! What the page says to whom runs a release: how it stands, and what to run instead. The report has decided both.

use std::collections::BTreeSet;

use crate::known_issues::report::{BranchReport, ReleaseReport, Report};

use crate::known_issues::page::wording;

/// A sentence about a release.
pub(super) struct UpgradeAdvice<'a> {
    pub(super) before: &'static str,
    pub(super) version: &'a str,
    pub(super) after: String,
}

/// How a release stands.
pub(super) fn headline(version: &str, affected: usize, critical: usize, unknown: usize) -> String {
    let open = match unknown {
        0 => String::new(),
        _ => format!(" Of {} it is not known.", wording::counted(unknown, "issue")),
    };
    let critical = match critical {
        0 => String::new(),
        _ if critical == affected && affected == 1 => ", a critical one".to_owned(),
        _ if critical == affected => ", all critical".to_owned(),
        _ => format!(", {critical} of them critical"),
    };
    match affected {
        0 => format!("No known issue affects {version}.{open}"),
        _ => format!(
            "{version} is affected by {}{critical}.{open}",
            wording::counted(affected, "known issue")
        ),
    }
}

/// What to run instead of a release that an issue affects.
pub(super) fn advice<'a>(
    report: &'a Report,
    branch: &'a BranchReport,
    release: &ReleaseReport,
) -> Vec<UpgradeAdvice<'a>> {
    if let Some(good) = &branch.first_good.version {
        return vec![from_on("Upgrade to ", good, branch)];
    }
    let mut advice = Vec::new();
    if let Some(last) = branch.releases.first() {
        advice.extend(upgrade(release, last));
    }
    if let Some((newer, good)) = newer_good(report, branch) {
        let before = if advice.is_empty() { "Upgrade to " } else { "Or upgrade to " };
        advice.push(from_on(before, good, newer));
    }
    if let Some(next) = &branch.next {
        let name = &branch.branch;
        let after = format!(", is still to come: the last release of {name} has known issues.");
        advice.push(UpgradeAdvice { before: "The next patch, ", version: &next.version, after });
    }
    advice
}

/// A release from which on all is well.
fn from_on<'a>(before: &'static str, good: &'a str, branch: &BranchReport) -> UpgradeAdvice<'a> {
    let open = unknown(&branch.first_good.unknown);
    let after = format!(" or later: from there on no known issue affects {}{open}.", branch.branch);
    UpgradeAdvice { before, version: good, after }
}

/// What the last release of the branch fixes and brings; nothing when it fixes nothing.
fn upgrade<'a>(release: &ReleaseReport, last: &'a ReleaseReport) -> Option<UpgradeAdvice<'a>> {
    let fixes = only(&release.affected, last);
    let brings = only(&last.affected, release);
    let of = release.affected.len();
    let brought = if brings == 0 { String::new() } else { format!(" and brings {brings}") };
    let after = format!(": it fixes {fixes} of {}{brought}.", wording::counted(of, "known issue"));
    (fixes > 0).then_some(UpgradeAdvice { before: "Upgrade to ", version: &last.version, after })
}

/// How many of some issues are known not to affect a release.
fn only(issues: &[u64], release: &ReleaseReport) -> usize {
    let others: BTreeSet<u64> = release.affected.iter().chain(&release.unknown).copied().collect();
    issues.iter().filter(|issue| !others.contains(issue)).count()
}

fn unknown(issues: &[u64]) -> String {
    match issues.len() {
        0 => String::new(),
        count => format!(", as far as is known: {} to settle", wording::counted(count, "issue")),
    }
}

/// The nearest newer branch that has a good release.
fn newer_good<'a>(
    report: &'a Report,
    branch: &BranchReport,
) -> Option<(&'a BranchReport, &'a str)> {
    let newer = report.branches.iter().take_while(|one| one.branch != branch.branch);
    newer.filter_map(|one| Some((one, one.first_good.version.as_deref()?))).last()
}
