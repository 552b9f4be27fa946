//! What the page says to users of a release: whether it has known issues, and what to run instead. Both follow from
//! the report.

use std::collections::BTreeSet;

use crate::known_issues::report::{BranchReport, ReleaseReport, Report};

use crate::known_issues::page::wording;

/// A sentence about a release to upgrade to.
pub(super) struct UpgradeAdvice<'a> {
    pub(super) before: &'static str,
    pub(super) version: &'a str,
    pub(super) after: String,
}

/// How many known issues a release has.
pub(super) fn headline(version: &str, affected: usize, critical: usize, unknown: usize) -> String {
    let open = match unknown {
        0 => String::new(),
        _ => format!(" Unknown for {}.", wording::counted(unknown, "issue")),
    };
    let critical = match critical {
        0 => String::new(),
        _ if critical == affected && affected == 1 => ", which is critical".to_owned(),
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
        let after = format!(", is not released yet: the last release of {name} has known issues.");
        advice.push(UpgradeAdvice { before: "The next patch, ", version: &next.version, after });
    }
    advice
}

/// Advice to upgrade to the first release of a branch without known issues.
fn from_on<'a>(before: &'static str, good: &'a str, branch: &BranchReport) -> UpgradeAdvice<'a> {
    let open = unknown(&branch.first_good.unknown);
    let after =
        format!(" or later: no known issue affects these releases of {}.{open}", branch.branch);
    UpgradeAdvice { before, version: good, after }
}

/// Advice to upgrade to the last release of the branch; nothing if it fixes nothing.
fn upgrade<'a>(release: &ReleaseReport, last: &'a ReleaseReport) -> Option<UpgradeAdvice<'a>> {
    let fixes = only(&release.affected, last);
    let brings = only(&last.affected, release);
    let of = release.affected.len();
    let brought = if brings == 0 { String::new() } else { format!(" and introduces {brings}") };
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
        count => format!(" Unknown for {}.", wording::counted(count, "issue")),
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
